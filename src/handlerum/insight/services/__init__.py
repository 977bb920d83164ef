"""Writing in insight, one noun per file. Import from the files."""
