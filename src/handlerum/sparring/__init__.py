"""Sparring between colleagues: ask, offer, accept, answer."""
