"""How a session moves on all screens at once: events down, plain posts up, polling as fallback."""
