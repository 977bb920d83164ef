"""`handlerum import`."""

from pathlib import Path
from typing import Annotated

import typer

from handlerum.cli.console import acting, err, out, progress, stop
from handlerum.core.database import look_after
from handlerum.exchange.services import Report, import_paths
from handlerum.knowledge.telling import Telling
from handlerum.knowledge.terms import Audience, Form, Outcome, Voice, Way
from handlerum.knowledge.ways import WAYS
from handlerum.organisations.access import Reader
from handlerum.search.services import catch_up_if_free


def import_(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH…", help="Filer eller mapper.")],
    organisation: Annotated[str, typer.Option(help="Organisationens korte navn.")],
    as_: Annotated[str, typer.Option("--as", help="E-mail på den, der bidrager.")],
    form: Annotated[str, typer.Option(help=" | ".join(Form.values))],
    way: Annotated[str, typer.Option(help=" | ".join(Way.values))],
    audience: Annotated[str, typer.Option(help="me | team | organisation")] = Audience.TEAM.value,
    voice: Annotated[str, typer.Option(help="Hvis stemme; ellers vejens egen.")] = "",
    outcome: Annotated[str, typer.Option(help="Kun de tre første veje.")] = "",
    blur: Annotated[
        str, typer.Option(help="all | direct; ellers all, og direct for det, der er læst.")
    ] = "",
) -> None:
    """Læs filer ind som bidrag. Samme fil to gange ændrer intet."""
    _fixed_words(form=form, way=way, audience=audience, voice=voice, outcome=outcome)
    if blur not in ("", "all", "direct"):
        stop(f"--blur kan være: all, direct. Der står: {blur}")
    only_direct = blur == "direct" if blur else None
    reader = acting(organisation, as_)
    like = Telling(
        way=way,
        form=form,
        voice=voice or WAYS[Way(way)].voices[0],
        outcome=outcome,
        audience=audience,
        team_id=min(reader.team_ids, default=None) if audience == Audience.TEAM else None,
        participants="" if way == Way.REPORTS else "Fra en fil",
    )
    report = _run(reader, paths, like, only_direct)
    catch_up_if_free()
    look_after()
    out.print(f"Lagt ind: {report.kept}. Uændret: {report.unchanged}. ", end="")
    out.print(f"Sprunget over: {len(report.skipped)}. Steder sløret: {report.blurred}.")
    for what, why in report.skipped:
        err.print(f"  {what}: {why}", markup=False)
    if report.skipped and not (report.kept or report.unchanged):
        raise typer.Exit(1)


def _run(reader: Reader, paths: list[Path], like: Telling, only_direct: bool | None) -> Report:
    with progress() as bar:
        tasks = {}

        def show(name: str, done: int, total: int) -> None:
            if name not in tasks:
                tasks[name] = bar.add_task(name, total=total)
            bar.update(tasks[name], completed=done)

        return import_paths(reader, paths, like, show, only_direct=only_direct)


def _fixed_words(**given: str) -> None:
    allowed = {"form": Form, "way": Way, "audience": Audience, "voice": Voice, "outcome": Outcome}
    for name, word in given.items():
        values = allowed[name].values
        if word and word not in values:
            stop(f"--{name} kan være: {', '.join(values)}. Der står: {word}")
