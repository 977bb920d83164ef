"""`handlerum example`."""

from django.core.management import call_command

from handlerum.cli.console import out
from handlerum.exchange.example_services import NAME, load_example
from handlerum.search.services import catch_up_if_free


def example() -> None:
    """Læg eksempelorganisationen ind. Er den der allerede, ændres intet."""
    call_command("migrate", verbosity=0, interactive=False)
    made = load_example()
    catch_up_if_free()
    out.print(f"{NAME}: {made} bidrag lagt ind." if made else f"{NAME} er der allerede.")
