"""Sections of acts and what they cite (shared data dk-law): a section's words should find it.

The citations themselves are taken out of what is asked. Who wrote the acts decided what belongs
together, so this is nobody's judgement of ours; but a section cites for many reasons.
"""

import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.measure import say
from bench.one_form import ranked
from bench.parliament import told_of
from handlerum.search.ports import Encoder

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "dk-law" / "laws"
_QUESTIONS = 200
#: "§ 12, stk. 2, nr. 3" with what names another act behind it, if anything does.
_CITED = re.compile(
    r"§§? ?(?P<number>\d+(?: [a-zæøå](?![a-zæøå]))?)"
    r"(?:,? (?:stk|nr|litra)\.? ?[\da-z]+\.?(?:-\d+)?)*"
    r"(?P<other>,? i (?:lov|bekendtgørelse|[a-zæøå]*loven)\b)?"
)


def run(reading: Encoder) -> Iterator[dict[str, Any]]:
    """Two hundred sections, drawn by their names, against all sections of all acts."""
    if not DATA.exists():
        yield say("citations in acts: left out, their data are not here")
        return
    texts: list[str] = []
    number: dict[tuple[str, str], int] = {}
    for path in sorted(DATA.glob("*.json")):
        for told in json.loads(path.read_text("utf-8"))["provisions"]:
            texts.append(told["content"])
            number.setdefault((path.stem, told["section"].strip().lower()), len(texts))
    grades: dict[str, dict[int, int]] = {}
    for (act, section), at in number.items():
        found = {number.get((act, cited)) for cited in _own(texts[at - 1])} - {at, None}
        if found:
            grades[f"{act} § {section}"] = {one: 2 for one in found if one}
    drawn = sorted(grades, key=lambda key: hashlib.sha256(key.encode()).digest())[:_QUESTIONS]
    asked = {key: _CITED.sub(" ", texts[_at(number, key) - 1])[:2000] for key in drawn}
    # A section finds itself first: it is no answer to itself.
    orders = {
        ranker: {
            key: [one for one in order if one != _at(number, key)] for key, order in of.items()
        }
        for ranker, of in ranked(reading, texts, asked).items()
    }
    yield from told_of(f"citations among {len(texts)} sections of acts", "sections", orders, grades)


def _own(text: str) -> Iterator[str]:
    """The sections of its own act that a text cites, past its own heading."""
    for match in _CITED.finditer(text, 2):
        if not match["other"]:
            yield match["number"].lower()


def _at(number: dict[tuple[str, str], int], key: str) -> int:
    act, _, section = key.partition(" § ")
    return number[act, section]
