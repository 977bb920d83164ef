"""`handlerum index status|rebuild`."""

import typer

from handlerum.cli.console import out, progress, stop
from handlerum.search import services
from handlerum.search.folder import Busy

app = typer.Typer(help="Søgeindekset: afledt af tabellerne, kan altid bygges igen.")


@app.command()
def status() -> None:
    """Vis, hvordan søgeindekset står."""
    found = services.status()
    out.print("bygget" if found.built else "ikke bygget")
    out.print(f"delte bidrag: {found.shared}\nhændelser bagud: {found.behind}")


@app.command()
def rebuild() -> None:
    """Byg søgeindekset igen fra tabellerne. Det gamle svarer imens."""
    with progress() as bar:
        task = bar.add_task("Søgeindeks", total=None)
        try:
            held = services.rebuild(lambda done, all_: bar.update(task, completed=done, total=all_))
        except Busy:
            stop("Serveren skriver i søgeindekset lige nu. Stop den først.", code=1)
    out.print(f"{held} bidrag i søgeindekset.")
    raise typer.Exit(0)
