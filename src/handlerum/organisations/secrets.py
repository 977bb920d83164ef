"""Secrets in links: long, random, and kept only as a digest."""

import hashlib
import secrets


def new_token() -> str:
    """256 random bits, written so that they fit in a link."""
    return secrets.token_urlsafe(32)


def digest(token: str) -> str:
    """SHA-256 of the token, 64 hexadecimal digits. Enough without salt: the token is random."""
    return hashlib.sha256(token.encode()).hexdigest()
