"""What holds in insight. Pure."""
