"""Find, judge and replace what points to a person. Today: find, and refuse."""
