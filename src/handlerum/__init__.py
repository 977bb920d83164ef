"""Handlerum: mobilise knowledge in employment work, five forms on an equal footing."""

__version__ = "0.1.0"
