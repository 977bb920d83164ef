"""Practice: trials, agreed practices that stand on knowledge, and requests about frames."""
