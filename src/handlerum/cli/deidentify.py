"""`handlerum deidentify`."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from handlerum.cli.console import stop
from handlerum.privacy.blur import look, written


def deidentify(
    file: Annotated[str, typer.Argument(metavar="[FILE|-]", help="Tekstfil; - er stdin.")] = "-",
    as_json: Annotated[bool, typer.Option("--json", help="Tekst og steder som JSON.")] = False,
) -> None:
    """Slør en tekst: skriv den ud uden det, der peger på et menneske. Intet gemmes."""
    text = _read(file)
    changes = look({"": text}).changes()[""]
    blurred = written(text, changes)
    if not as_json:
        sys.stdout.write(blurred)
        return
    spans = [
        {
            "start": change.start,
            "end": change.end,
            "kind": change.found.kind.value,
            "direct": change.found.direct,
            "replacement": change.words,
            "confidence": round(change.confidence, 3),
        }
        for change in changes
    ]
    print(json.dumps({"text": blurred, "spans": spans}, ensure_ascii=False, indent=2))


def _read(file: str) -> str:
    """The text, its line ends untouched: offsets count in what was given."""
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except FileNotFoundError:
        stop("Filen findes ikke.")
    except OSError:
        stop("Filen kan ikke åbnes.")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        stop("Filen er ikke tekst i UTF-8.")
