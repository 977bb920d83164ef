"""`handlerum organisation`."""

from typing import Annotated

import typer
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.core.validators import validate_slug

from handlerum.cli.console import out, stop
from handlerum.organisations.services import INVITATION_DAYS, Taken, open_organisation


def organisation(
    slug: Annotated[str, typer.Argument(help="Kort navn: små bogstaver, tal og bindestreg.")],
    name: Annotated[str, typer.Argument(help="Navnet på skærmen.")],
    address: Annotated[str, typer.Option(help="Hvor Handlerum svarer.")] = "http://127.0.0.1:8000",
) -> None:
    """Lav en organisation, og få et link til dens første administrator."""
    try:
        validate_slug(slug)
    except ValidationError:
        stop(f"Det korte navn kan ikke bruges: {slug}")
    call_command("migrate", verbosity=0, interactive=False)
    try:
        token = open_organisation(slug, name)
    except Taken:
        stop(f"Der er allerede en organisation, der hedder {slug}.")
    out.print(f"{name} er lavet. Send linket til den første administrator.", markup=False)
    out.print(f"Det virker én gang, i {INVITATION_DAYS} dage:", markup=False)
    print(f"{address.rstrip('/')}/invitation/{token}/")
