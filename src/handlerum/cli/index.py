"""`handlerum index status|rebuild`."""

from collections.abc import Callable
from typing import Annotated

import typer
from rich.progress import Progress

from handlerum.cli.console import out, progress, stop
from handlerum.search import services
from handlerum.search.fitted import fit_of
from handlerum.search.folder import Busy
from handlerum.search.meaning import keeping as meaning
from handlerum.search.ports import Unavailable

app = typer.Typer(help="Søgeindekset: afledt af tabellerne, kan altid bygges igen.")


@app.command()
def status() -> None:
    """Vis, hvordan søgeindekset står."""
    found = services.status()
    out.print("bygget" if found.built else "ikke bygget")
    out.print(f"delte bidrag: {found.shared}\nhændelser bagud: {found.behind}")
    told = meaning.status()
    if told is None:
        out.print("betydning: ingen endnu")
    else:
        state = "bygges" if told.filling else "klar"
        out.print(f"betydning: {told.encoder}, {told.passages} tekststykker, {state}", markup=False)
        out.print(f"betydning bagud: {told.behind}")
        if fit_of(told.encoder) is None:
            out.print("Der er ingen tilpassede tal til den model: ordene svarer alene.")


@app.command()
def rebuild(
    anew: Annotated[
        bool, typer.Option("--vectors", help="Regn også al betydning ud igen (tager lang tid).")
    ] = False,
) -> None:
    """Byg søgeindekset igen fra tabellerne. Afbrudt går det videre siden."""
    with progress() as bar:
        try:
            held = services.rebuild(_shown(bar, "Ord"))
            if anew:
                meaning.forget()
            meaning.catch_up(_shown(bar, "Betydning"))
        except Busy:
            stop("Serveren skriver i søgeindekset lige nu. Stop den først.", code=1)
        except Unavailable as error:
            stop(f"Ordene er bygget. Betydning er ikke til rådighed: {error}", code=1)
    out.print(f"{held} bidrag i søgeindekset.")
    raise typer.Exit(0)


def _shown(bar: Progress, name: str) -> Callable[[int, int], None]:
    task = bar.add_task(name, total=None)
    return lambda done, total: bar.update(task, completed=done, total=total)
