"""English dates as Europe writes them."""
