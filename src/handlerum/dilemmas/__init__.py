"""Dilemmas and considerations: what has to be weighed, and what it is weighed with."""
