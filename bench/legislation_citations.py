"""How well citations are recognised: on sentences labelled by us, and in acts (shared data dk-law).

The sentences were written and labelled by who wrote the rules, before the rules were first run on
them; recall and precision were then .988 each. The four errors were mended, so what is measured
now only shows that nothing was lost again: it is no judgement by others. Sentences as they stand in
orders came later, written against the rules as they were: all 36 citations but none beside were
found at once (the label of one was mended, which had left out a letter).

The acts are read by a simple extractor of its own below, which
takes the plain forms alone: what it finds must be found (recall). What the rules find beyond is
told as a count; it is no measure of precision.
"""

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from bench.measure import say
from handlerum.legislation.rules.citations import find_citations
from handlerum.legislation.rules.names import Names, act_key

LABELLED = Path(__file__).with_name("citations_labelled.jsonl")
DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "dk-law"
_PLACE = (
    r"§ (?P<number>\d++(?: [a-z](?![a-zæøå]))?+)"
    r"(?:, stk\. (?P<subsection>\d++)(?! ?-))?+(?!, stk\.| ?-|, nr\. \d+-)"
)
_SKIPPED = r"(?:, nr\. \d+| ?, litra [a-z])?"
_HEADING = re.compile(r"\s*§{1,2} ?\d+[^.]{0,12}\.\s")
_OWN = re.compile(rf"jf\. (?:dog )?{_PLACE}(?=[.;]|, (?:skal|kan|har|er|når|hvis|som|der)\b)")
#: How the keys of orders begin.
_ORDER = "bekendtgoerelse-"

#: An act, a section and a subsection or None.
Place = tuple[str, str, int | None]


def run() -> Iterator[dict[str, Any]]:
    """The labelled sentences, then the acts."""
    lines = [json.loads(line) for line in LABELLED.read_text("utf-8").splitlines()]
    inside = [line for line in lines if line.get("own", "").startswith(_ORDER)]
    yield _labelled("citations in labelled sentences", lines)
    yield _labelled("of them, sentences that stand in an order", inside)
    if not DATA.exists():
        yield say("citations in acts: left out, their data are not here")
        return
    titles = dict(_titles())
    names = Names.of(titles)
    yield _in_acts("citations in acts, all documents", titles, names)
    yield _in_acts("citations in acts, with the names of the product alone", titles, Names.of({}))


def _labelled(what: str, lines: list[dict[str, Any]]) -> dict[str, Any]:
    names, right, found, expected = Names.of({}), 0, 0, 0
    for line in lines:
        cited = find_citations(line["text"], names, line.get("own"))
        told = {(one.act_key, one.section, one.subsection, one.point) for one in cited}
        meant = {tuple(one) for one in line["cites"]}
        right, found = right + len(told & meant), found + len(told)
        expected += len(meant)
    return say(
        what,
        sentences=len(lines),
        citations=expected,
        recall=round(right / expected, 3),
        precision=round(right / found, 3),
    )


def _in_acts(what: str, titles: dict[str, str], names: Names) -> dict[str, Any]:
    counts = {"other": 0, "own": 0}
    right, beyond = dict(counts), 0
    plain = _plain_names(titles)
    for own, text in _provisions():
        cited = find_citations(text, names, own)
        told = {(one.act_key, one.section, one.subsection) for one in cited}
        expected = {"other": set(_others(text, plain)), "own": set(_owns(text, own))}
        for kind, places in expected.items():
            counts[kind] += len(places)
            right[kind] += len(places & told)
        beyond += len(told - expected["other"] - expected["own"])
    return say(
        what,
        named=counts["other"],
        named_recall=round(right["other"] / counts["other"], 3),
        own=counts["own"],
        own_recall=round(right["own"] / counts["own"], 3),
        found_beyond=beyond,
    )


def _files() -> Iterator[dict[str, Any]]:
    for path in sorted(DATA.glob("*/*.json")):
        yield json.loads(path.read_text("utf-8"))


def _titles() -> Iterator[tuple[str, str]]:
    for told in _files():
        yield told["title"], act_key(told["title"])


def _provisions() -> Iterator[tuple[str, str]]:
    """The key of the act and the text of each section, without its own heading."""
    for told in _files():
        for provision in told["provisions"]:
            yield act_key(told["title"]), _HEADING.sub("", provision["content"], count=1)


def _plain_names(titles: dict[str, str]) -> dict[str, str]:
    """Titles of acts as they stand in running text, the long ones first; orders are left out."""
    acts = {
        title.removeprefix("Bekendtgørelse af ").split(" (")[0].removesuffix(" m.v."): key
        for title, key in titles.items()
        if title.startswith("Bekendtgørelse af ")
    }
    acts |= {"integrationsloven": act_key("lov om integration af udlændinge i Danmark")}
    return dict(sorted(acts.items(), key=lambda one: -len(one[0])))


def _others(text: str, plain: dict[str, str]) -> Iterable[Place]:
    """ "§ N … i lov om X" and "integrationslovens § N"."""
    for name, key in plain.items():
        behind = rf"{_PLACE}{_SKIPPED},? i {re.escape(name)}(?![a-zæøå])"
        before = rf"(?<![a-zæøå]){re.escape(name)}s {_PLACE}"
        for match in re.finditer(behind, text):
            yield _place(key, match)
        if " " not in name:
            yield from (_place(key, match) for match in re.finditer(before, text))


def _owns(text: str, own: str) -> Iterable[Place]:
    """ "jf. § N" where nothing behind it names an act."""
    for match in _OWN.finditer(text):
        yield _place(own, match)


def _place(key: str, match: re.Match[str]) -> Place:
    subsection = match["subsection"]
    return key, match["number"], int(subsection) if subsection else None
