"""An act as JSON with its sections run together."""

import json
import re
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from handlerum.legislation.problems import Problem, Unreadable
from handlerum.legislation.readers import census, read
from handlerum.legislation.rules.splitting import spaced
from handlerum.legislation.texts import PointText
from legislation.joined import joined, squeezed

LAW = Path(__file__).parents[4] / "shared/data/dk-law"
HARBOUR: dict[str, Any] = {
    "id": "2024:0280",
    "title": "Bekendtgørelse af lov om små havne",
    "short_name": "LBK H#1",
    "status": "in_force",
    "issued_date": "2024-03-01",
    "provisions": [
        {"section": "1", "chapter": "1", "content": "§ 1. Havnen kan 1) åbne og 2) lukke."},
        {"section": "13a", "chapter": "3b", "content": "§ 13 a. Fyret skal lyse. Stk. 2. Ja."},
        {"section": "14-16", "chapter": "3b", "content": "§§ 14-16. (Ophævet)"},
    ],
}


def file(**changes: object) -> BytesIO:
    return BytesIO(json.dumps(HARBOUR | changes).encode())


def more(*provisions: dict[str, str]) -> BytesIO:
    return file(provisions=[*HARBOUR["provisions"], *provisions])


def test_an_act_is_read() -> None:
    edition = census.read(file())

    assert (edition.eli, edition.document_kind) == ("lta/2024/280", "LBK")
    assert edition.title == "Bekendtgørelse af lov om små havne"
    assert (edition.signed, edition.in_force_from) == (date(2024, 3, 1), None)
    assert [(one.number, one.chapter) for one in edition.sections] == [
        ("1", "1"),
        ("13 a", "3 b"),
        ("14-16", "3 b"),
    ]
    assert edition.sections[0].subsections[0].points == (
        PointText("1", "åbne og"),
        PointText("2", "lukke."),
    )
    assert [one.text for one in edition.sections[1].subsections] == ["Fyret skal lyse.", "Ja."]
    assert edition.remarks == ()


def test_what_it_says_about_being_in_force_is_not_believed() -> None:
    assert census.read(file(status="repealed")) == census.read(file())


def test_the_first_of_two_sections_with_one_number_is_kept_and_it_is_told() -> None:
    edition = census.read(more({"section": "1", "chapter": "4", "content": "§ 1. Igen."}))

    assert [one.number for one in edition.sections] == ["1", "13 a", "14-16"]
    assert edition.sections[0].subsections[0].text == "Havnen kan"
    assert edition.remarks == ("Står flere gange, kun den ene er taget med: § 1.",)


def test_a_text_is_kept_before_a_note_that_it_was_repealed() -> None:
    twice = [
        {"section": "5", "chapter": "1", "content": "(Ophævet)"},
        {"section": "5", "chapter": "2", "content": "§ 5. Molen er lang."},
    ]

    (section,) = census.read(file(provisions=twice)).sections

    assert section.subsections[0].text == "Molen er lang."


def test_rules_of_other_acts_after_the_chapters_are_left_out_and_it_is_told() -> None:
    edition = census.read(more({"section": "20", "content": "§ 20. Loven træder i kraft i dag."}))

    assert [one.number for one in edition.sections] == ["1", "13 a", "14-16"]
    assert edition.remarks == ("Står uden for lovens egne regler og er udeladt: § 20.",)


def test_an_order_without_chapters_is_read() -> None:
    edition = census.read(file(provisions=[{"section": "1", "content": "§ 1. Alt er åbent."}]))

    assert [one.number for one in edition.sections] == ["1"]


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"id": "uden nummer"}, Problem.NO_IDENTITY),
        ({"id": 7}, Problem.NO_IDENTITY),
        ({"provisions": []}, Problem.NO_TEXT),
        ({"provisions": None}, Problem.NO_TEXT),
        ({"provisions": "§ 1"}, Problem.BROKEN),
        ({"provisions": ["§ 1"]}, Problem.BROKEN),
        ({"provisions": [{"section": "1"}]}, Problem.BROKEN),
        ({"issued_date": "i går"}, Problem.BROKEN),
    ],
)
def test_a_file_that_lacks_something_is_refused(
    changes: dict[str, object], problem: Problem
) -> None:
    with pytest.raises(Unreadable) as refused:
        census.read(file(**changes))

    assert refused.value.problem == problem


@pytest.mark.skipif(not LAW.is_dir(), reason="the example acts are not beside this checkout")
def test_real_acts_are_read_without_losing_a_word() -> None:
    files = sorted(LAW.glob("*/*.json"))

    assert len(files) == 102
    for path in files:
        edition = read(path)
        kept = {one.number: squeezed(joined(one.subsections)) for one in edition.sections}
        for provision in json.loads(path.read_bytes())["provisions"]:
            number = spaced(provision["section"])
            told = number in re.findall(r"§ ([^,.]+)", " ".join(edition.remarks))
            sign, _, rest = squeezed(provision["content"]).rpartition(kept.get(number, "§"))
            whole = bool(re.fullmatch(r"(§§?[\da-zæøå-]+\.)?", sign)) and not rest
            assert whole or told, (path.name, number)
