"""Writing practice, one noun per file."""
