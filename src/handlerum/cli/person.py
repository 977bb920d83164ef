"""`handlerum person`: hand out and erase what one person has told."""

import json
from typing import Annotated

import typer

from handlerum.cli.console import out, stop
from handlerum.exchange import person_services
from handlerum.exchange.erased import in_words
from handlerum.organisations.access import Denied, Reader
from handlerum.organisations.queries import author_by_email
from handlerum.search.services import catch_up_if_free

app = typer.Typer(help="Udlevér eller slet det, én person har fortalt.", no_args_is_help=True)

Organisation = Annotated[str, typer.Option(help="Organisationens korte navn.")]
Email = Annotated[str, typer.Argument(help="Personens e-mail.")]


@app.command("export")
def export(email: Email, organisation: Organisation) -> None:
    """Skriv alt, personen har fortalt, ud som JSON."""
    found = person_services.everything_of(_author(email, organisation))
    print(json.dumps(found, ensure_ascii=False, indent=2))


@app.command("erase")
def erase(
    email: Email,
    organisation: Organisation,
    yes: Annotated[bool, typer.Option("--yes", help="Slet uden at spørge.")] = False,
) -> None:
    """Slet alt, personen har fortalt, for altid."""
    reader = _author(email, organisation)
    if not yes and not typer.confirm("Slet alt, personen har fortalt, for altid?"):
        stop("Intet er slettet.", 1)
    erased = person_services.erase_all(reader)
    catch_up_if_free()
    out.print(f"Slettet: {in_words(erased)}.")


def _author(email: str, organisation: str) -> Reader:
    """Who told it, also when they have stopped."""
    try:
        return author_by_email(email, organisation)
    except Denied:
        stop("Ingen person med den e-mail hører til den organisation.")


@app.command("replay")
def replay() -> None:
    """Slet igen, hvad der er slettet før, efter at en kopi af databasen er lagt tilbage."""
    erased = person_services.replay_erasures()
    catch_up_if_free()
    out.print(f"Slettet igen: {in_words(erased)}.")
