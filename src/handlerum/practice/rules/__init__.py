"""Rules of practice, one noun per file. Pure."""
