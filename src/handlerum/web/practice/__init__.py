"""Pages of practice: trials, practices and frames."""
