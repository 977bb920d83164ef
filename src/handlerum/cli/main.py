"""`handlerum`: the commands, each in a small file."""

import os
import sys


def main() -> None:
    """Set Django up and run the command line."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "handlerum.config.settings")
    import django
    from django.core.exceptions import ImproperlyConfigured

    try:
        django.setup()
    except ImproperlyConfigured as error:  # in production without HANDLERUM_SECRET_KEY
        sys.exit(f"Handlerum er ikke sat rigtigt op: {error}")
    from django.db.utils import OperationalError, ProgrammingError

    from handlerum.cli.app import app

    try:
        app(prog_name="handlerum")
    except (OperationalError, ProgrammingError) as error:
        # Only the first line: the rest could hold what was written.
        first = str(error).splitlines()[0]
        sys.exit(f"Databasen er ikke klar: {first}\nKør først: handlerum example eller serve")


if __name__ == "__main__":
    main()
