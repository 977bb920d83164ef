"""`handlerum method check|list`."""

from pathlib import Path
from typing import Annotated

import typer
from rich.table import Column, Table

from handlerum.cli.console import err, out
from handlerum.reflection.rules.method import Method
from handlerum.reflection.rules.method_problem import Fault, Invalid
from handlerum.reflection.rules.methods import parse, shipped

app = typer.Typer(help="Metoder til refleksion: se dem, og prøv en ny efter.")

_WHY = {
    Fault.NOT_YAML: "Filen er ikke YAML, som kan læses. Står der et tegn for meget eller for lidt?",
    Fault.TOO_LARGE: "Filen er for stor.",
    Fault.TOO_DEEP: "Der er for mange lag inden i hinanden.",
    Fault.REFERENCE: "Henvisninger (& og *) må ikke bruges. Skriv teksten igen.",
    Fault.TYPED: "Mærker (!) må ikke bruges.",
    Fault.NOT_A_MAPPING: "Her skal der stå felter med navn.",
    Fault.NOT_A_LIST: "Her skal der stå en liste.",
    Fault.NOT_A_TEXT: "Her skal der stå en tekst.",
    Fault.NOT_A_NUMBER: "Her skal der stå et helt tal.",
    Fault.NOT_YES_OR_NO: "Her skal der stå true eller false.",
    Fault.DUPLICATE_KEY: "Feltet står to gange.",
    Fault.UNKNOWN_KEY: "Feltet findes ikke.",
    Fault.MISSING: "Feltet mangler.",
    Fault.EMPTY: "Feltet er tomt.",
    Fault.TOO_LONG: "Teksten er for lang.",
    Fault.TOO_MANY: "Der er for mange.",
    Fault.OUTSIDE: "Tallet er for stort.",
    Fault.NOT_A_WORD: "Ordet er ikke et af dem, der kan stå her.",
    Fault.NOT_A_KEY: "En nøgle har kun små bogstaver fra a til z, tal og streger.",
    Fault.KEY_USED: "To trin har samme nøgle.",
    Fault.NOT_AN_ADDRESS: "Det er ikke en adresse på nettet.",
    Fault.NO_SUCH_FRAME: "Det fælles trin findes ikke.",
    Fault.NO_SUCH_STAGE: "Trinet hører til et møde, som metoden ikke har.",
    Fault.NEVER_SHOWN: "Det, der skrives ned her, skal kunne vises for alle.",
    Fault.ASKS_NOTHING: "Feltet asks skal sige, hvad der skrives ned.",
    Fault.DOTS_ELSEWHERE: "Prikker hører kun til i et trin med prikker.",
    Fault.ENDS_ELSEWHERE: "Ender hører kun til i et trin med en linje.",
    Fault.TOTAL_ELSEWHERE: "En sum hører kun til i et trin, hvor point deles ud.",
    Fault.CHOICES_ELSEWHERE: "Her er der ikke noget at vælge imellem.",
    Fault.NO_SUCH_STEP: "Der er ikke et tidligere trin med den nøgle.",
    Fault.MINUTES_DIFFER: "Minutterne passer ikke med trinene.",
    Fault.PEOPLE_CROSSED: "Der skal være mindst én, og ikke færre højst end mindst.",
}


@app.command()
def check(
    files: Annotated[list[Path], typer.Argument(metavar="FIL…", help="Filer med metoder.")],
) -> None:
    """Se efter, om en metode kan bruges. Fejl vises med linje. Intet bliver gemt."""
    good = [_checked(path) for path in files]
    if not all(good):
        raise typer.Exit(1)


@app.command("list")
def list_() -> None:
    """Vis de metoder, der følger med."""
    table = Table(Column("Nøgle", no_wrap=True), "Metode", "Deltagere", "Minutter", "Trin")
    for method in shipped().values():
        table.add_row(method.key, method.name.da, _people(method), *_size(method))
    out.print(table)


def _checked(path: Path) -> bool:
    try:
        method = parse(path.read_text(encoding="utf-8"), path.name)
    except OSError:
        err.print(f"{path}: Filen kan ikke åbnes.", markup=False, soft_wrap=True)
    except UnicodeDecodeError:
        err.print(f"{path}: Filen er ikke tekst i UTF-8.", markup=False, soft_wrap=True)
    except Invalid as invalid:
        for one in invalid.problems:
            told = f"{path}:{one.line}: {_WHY[one.fault]} {one.detail}"
            err.print(told.rstrip(), markup=False, soft_wrap=True)
    else:
        minutes, steps = _size(method)
        told = f"{path}: {method.name.da}. {steps} trin, {minutes} minutter. Kan bruges."
        out.print(told, markup=False)
        return True
    return False


def _people(method: Method) -> str:
    return f"{method.least}–{method.most}" if method.least < method.most else str(method.most)


def _size(method: Method) -> tuple[str, str]:
    return str(method.minutes), str(len(method.steps))
