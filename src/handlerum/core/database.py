"""Keeping the database in shape, where it does not do so by itself."""

from django.db import connection


def look_after() -> None:
    """Let SQLite learn how its rows are spread, so that it chooses the right index.

    PostgreSQL does this by itself.
    """
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            # A sample of each index is enough, and takes milliseconds at any size.
            cursor.execute("PRAGMA analysis_limit=1000")
            cursor.execute("ANALYZE")


def scrub() -> None:
    """Empty SQLite's write-ahead log, where what was deleted stands until it is written over.

    While somebody reads or writes it stays as it is, and the next call empties it.
    """
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
