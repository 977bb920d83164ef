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
