"""Reading practice, one noun per file."""
