"""Contributions, their versions, sources and links."""
