"""What holds for sparring. Pure: no Django."""
