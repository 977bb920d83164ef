"""The author's own look at what points to a person, before anything is stored."""
