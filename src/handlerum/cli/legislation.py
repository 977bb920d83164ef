"""`handlerum legislation import|refresh|list`."""

from collections.abc import Callable
from typing import Annotated

import typer
from django.conf import settings
from rich.progress import Progress
from rich.table import Table

from handlerum.cli.console import err, out, progress, stop
from handlerum.core.clock import today
from handlerum.core.database import look_after
from handlerum.legislation.importing import Report, import_all
from handlerum.legislation.importing import refresh as refresh_all
from handlerum.legislation.problems import Problem, Unreadable
from handlerum.legislation.queries import acts
from handlerum.legislation.retsinformation import Closed, Retsinformation, Unreached
from handlerum.legislation.services import Taken
from handlerum.search.services import catch_up_if_free

app = typer.Typer(help="Lovgivning: hent den ind, følg med, se hvad der er.")

_WHY = {
    Problem.NOT_XML: "Det er hverken LexDania-XML eller JSON. En side fra nettet (HTML) duer ikke.",
    Problem.BROKEN: "Filen er i stykker eller ikke hel.",
    Problem.TOO_LARGE: "Filen er for stor.",
    Problem.UNSAFE: "Filen har egne entiteter eller en egen dokumenttype. Den er ikke læst.",
    Problem.AMENDING: "Det er en ændringslov. Hent i stedet den samlede lov (lovbekendtgørelsen).",
    Problem.NO_TEXT: "Der er kun oplysninger om loven, ingen tekst.",
    Problem.NO_IDENTITY: "Filen siger ikke, hvilken lov det er.",
}
_NIGHT = "Retsinformation tager kun imod mellem kl. 3.00 og 23.45."


@app.command("import")
def import_(
    what: Annotated[
        list[str], typer.Argument(metavar="STI|ELI-ADRESSE…", help="Filer, mapper, adresser.")
    ],
) -> None:
    """Læg love ind fra filer eller fra Retsinformation. Samme lov to gange ændrer intet."""
    with progress() as bar:
        report = import_all(what, _service(), _shown(bar, "Love"))
    _finish(report)


@app.command()
def refresh() -> None:
    """Spørg Retsinformation, om lovene har fået en nyere tekst. Ét kald hvert tiende sekund."""
    with progress() as bar:
        try:
            report = refresh_all(_service(), today(), _shown(bar, "Love"))
        except Closed:
            stop(f"{_NIGHT} Intet er ændret.", code=1)
        except Unreached as error:
            stop(f"Retsinformation svarer ikke ({error}). Lovene er, som de var.", code=1)
        except Unreadable as error:
            stop(f"Retsinformation svarede noget, der ikke kan læses ({error}).", code=1)
    _finish(report)


@app.command("list")
def list_() -> None:
    """Vis de love, der er lagt ind."""
    table = Table("Lov", "Kaldes", "Gælder fra", "Paragraffer", "Tekst")
    for one in acts(today()):
        since = one.edition.in_force_from.isoformat() if one.edition else "gælder ikke i dag"
        eli = one.edition.eli if one.edition else ""
        table.add_row(one.act.name, one.act.short, since, str(one.sections), eli)
    out.print(table)


def _service() -> Retsinformation:
    return Retsinformation(settings.HANDLERUM_RETSINFORMATION)


def _shown(bar: Progress, name: str) -> Callable[[int, int], None]:
    task = bar.add_task(name, total=None)
    return lambda done, total: bar.update(task, completed=done, total=total)


def _finish(report: Report) -> None:
    """Say what became of everything, and let it be found."""
    catch_up_if_free()
    look_after()
    new, changed, same = (report.count(taken) for taken in Taken)
    out.print(f"Nye: {new}. Ændrede: {changed}. Uændrede: {same}. ", end="")
    out.print(f"Sprunget over: {len(report.failed)}.")
    for name, error in report.failed:
        err.print(f"  {name}: {_why(error)}", markup=False)
    for name, remark in report.remarks:
        err.print(f"  {name}: {remark}", markup=False, style="dim")
    if report.failed and not report.stored:
        raise typer.Exit(1)


def _why(error: Exception) -> str:
    if isinstance(error, Unreadable):
        return _WHY[error.problem]
    if isinstance(error, Closed):
        return _NIGHT
    if isinstance(error, Unreached):
        return f"Retsinformation svarer ikke ({error})."
    return "Filen kan ikke åbnes."
