"""What commands print with, and who they act as."""

from typing import NoReturn

import typer
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeRemainingColumn,
)

from handlerum.organisations.access import Denied, Reader
from handlerum.organisations.queries import example_people, reader_by_email

#: Results go to standard output, everything about the work to standard error.
out = Console(highlight=False, soft_wrap=True)
err = Console(stderr=True, highlight=False)


def progress() -> Progress:
    """A bar with counts and time left."""
    columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), BarColumn())
    return Progress(*columns, MofNCompleteColumn(), TimeRemainingColumn(), console=err)


def stop(message: str, code: int = 2) -> NoReturn:
    """Say what is wrong and end."""
    err.print(message, markup=False)
    raise typer.Exit(code)


def acting(organisation: str | None, email: str | None) -> Reader:
    """The scope of who is named; without names, the first practitioner of the example."""
    if not (organisation and email):
        people = [member for member in example_people() if member.role == "practitioner"]
        if not people or organisation or email:
            stop("Sig både --organisation og --as.")
        organisation, email = people[0].organisation.slug, people[0].user.email
    try:
        return reader_by_email(email, organisation)
    except Denied:
        stop("Ingen person med den e-mail hører til den organisation.")
