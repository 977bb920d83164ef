"""What methods and sessions may hold and how they move. Pure."""
