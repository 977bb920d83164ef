"""The command line: the third door."""
