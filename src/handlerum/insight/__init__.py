"""Insight: the overview, the trails between things, and the status of the year."""
