"""What is said of a text by its words alone: pure rules."""
