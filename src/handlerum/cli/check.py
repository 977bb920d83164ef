"""`handlerum check`."""

from io import StringIO

from django.conf import settings
from django.core.management import CommandError, call_command

from handlerum.cli.console import out, stop
from handlerum.search.services import status


def check() -> None:
    """Se efter, at indstillinger, database og søgeindeks er i orden."""
    try:
        call_command("check", stdout=StringIO())  # its "no issues" would be English
        call_command("migrate", check_unapplied=True, verbosity=0)
    except CommandError as error:
        stop(str(error), code=1)
    except SystemExit:
        stop("Databasen mangler ændringer. Kør: handlerum serve", code=1)
    found = status()
    if not found.built or found.behind:
        stop(f"Søgeindekset er {found.behind} hændelser bagud. Kør: handlerum index rebuild", 1)
    out.print(f"Alt er i orden. Data ligger i {settings.HANDLERUM_INDEX.parent}")
