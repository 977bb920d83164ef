"""Write the figures of a run into docs/maalinger.md, between two marks of its own."""

import re
from pathlib import Path
from typing import Any

_PAGE = Path(__file__).resolve().parents[1] / "docs" / "maalinger.md"


def write_table(name: str, lines: list[dict[str, Any]]) -> None:
    """Replace the table of that name.

    Raises:
        ValueError: the page has no place for it.
    """
    page = _PAGE.read_text("utf-8")
    mark = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
    if not mark.search(page):
        raise ValueError(f"docs/maalinger.md has no <!-- {name} --> … <!-- /{name} -->")
    table = "| what | figures |\n| --- | --- |\n" + "".join(_row(line) for line in lines)
    _PAGE.write_text(mark.sub(lambda found: found[1] + table + found[2], page), "utf-8")


def _row(line: dict[str, Any]) -> str:
    figures = ", ".join(f"{key} {value}" for key, value in line.items() if key != "what")
    return f"| {line['what']} | {figures} |\n"
