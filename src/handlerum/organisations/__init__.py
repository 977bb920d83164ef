"""Organisations, teams, people and roles; the scope that every read starts from."""
