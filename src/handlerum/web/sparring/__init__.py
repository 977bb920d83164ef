"""Pages of sparring."""
