"""What to write instead, so that the story can still be read: one kind of words a file. Pure."""
