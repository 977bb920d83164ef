"""Citations of acts in running text."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlerum.legislation.rules.citations import Citation, find_citations
from handlerum.legislation.rules.names import Names
from handlerum.legislation.rules.numbers import normal_number

NAMES = Names.of({})
LAB = "lov-om-en-aktiv-beskaeftigelsesindsats"
LAS = "lov-om-aktiv-socialpolitik"
LABELLED = Path(__file__).resolve().parents[2] / "bench" / "citations_labelled.jsonl"
PIECES = (
    "§ §§ § 12 13a 36 i i LAB LAB's aktivlovens lov om sygedagpenge m.v. , , . og eller samt - – "
    "til stk. 2 3 nr. 1 litra b 2. pkt. jf. dog denne lovs loven ( ) hundelovens paragraf kr."
).split(" ")


def places(text: str, own: str | None = None) -> list[tuple[str, str, int | None, str]]:
    """What is cited, without where."""
    found = find_citations(text, NAMES, own)
    return [(one.act_key, one.section, one.subsection, one.point) for one in found]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("efter LAB § 36, stk. 2", (LAB, "36", 2, "")),
        ("§ 36, stk. 2, nr. 3, i LAB", (LAB, "36", 2, "3")),
        ("LAB §36 stk 2 nr 3", (LAB, "36", 2, "3")),
        ("§ 36, stk. 2, nr. 3, litra b, i LAB", (LAB, "36", 2, "3 b")),
        ("§ 36, stk. 2, 1. pkt., i LAB", (LAB, "36", 2, "")),
        ("aktivlovens § 13 a", (LAS, "13 a", None, "")),
        ("§ 13a i lov om aktiv socialpolitik", (LAS, "13 a", None, "")),
        ("§ 10 i i aktivloven", (LAS, "10 i", None, "")),
        ("§ 10 i aktivloven", (LAS, "10", None, "")),
        ("aktivlovens regler om rådighed i § 13", (LAS, "13", None, "")),
    ],
)
def test_a_citation_is_found_however_it_is_written(
    text: str, place: tuple[str, str, int | None, str]
) -> None:
    assert places(text) == [place]


def test_the_name_of_the_act_is_a_part_of_what_is_marked() -> None:
    text = "Vi gav det efter LAB § 36, stk. 2, og det gik."

    assert find_citations(text, NAMES) == [Citation(17, 33, LAB, "36", 2, "")]


def test_several_sections_share_the_name_before_or_behind_them() -> None:
    both = [(LAS, "9", None, ""), (LAS, "13", 2, "")]

    assert places("aktivlovens § 9 og § 13, stk. 2") == both
    assert places("§ 9 eller § 13, stk. 2, i aktivloven") == both
    assert places("§§ 9 og 13, stk. 2, i aktivloven") == both


def test_a_range_names_all_in_it_and_a_wide_one_its_ends() -> None:
    assert [place[1] for place in places("LAB §§ 9-12")] == ["9", "10", "11", "12"]
    assert [place[1] for place in places("LAB §§ 9-90")] == ["9", "90"]
    assert [place[1] for place in places("LAB §§ 9 a-9 c")] == ["9 a", "9 b", "9 c"]
    assert [place[2] for place in places("LAB § 9, stk. 2-4")] == [2, 3, 4]


def test_a_section_without_an_act_is_found_only_inside_an_act() -> None:
    assert places("Det gælder ikke, jf. § 12.") == []
    assert places("Det gælder ikke, jf. § 12.", own=LAS) == [(LAS, "12", None, "")]
    assert places("denne lovs § 5", own=LAS) == [(LAS, "5", None, "")]


def test_in_an_order_the_act_it_was_made_under_is_not_guessed() -> None:
    assert places("lovens § 5 og meget mere", own="bekendtgoerelse-om-proever") == []
    assert places("lovens § 5", own=LAS) == [(LAS, "5", None, "")]


@pytest.mark.parametrize(
    "text",
    [
        "hundelovens § 6",
        "§ 6 i lov om leg og spil",
        "§ 6 i forordningen",
        "efter UKL § 6",
        "bekendtgørelse nr. 77 af 3. maj 2019 § 5",
    ],
)
def test_a_section_of_an_act_that_nobody_can_name_is_not_guessed(text: str) -> None:
    assert places(text) == places(text, own=LAS) == []


def test_a_heading_or_a_point_behind_it_is_no_part_of_a_citation() -> None:
    assert places("§ 5, stk. 2, 2. pkt. Stk. 3. For året", own=LAS) == [(LAS, "5", 2, "")]
    assert places("jf. § 62, stk. 3, 2) perioder", own=LAS) == [(LAS, "62", 3, "")]


def test_a_subsection_of_the_provision_itself_is_not_one_of_the_section_before_it() -> None:
    assert places("efter § 20, jf. dog stk. 4.", own=LAS) == [(LAS, "20", None, "")]
    assert places("§ 11, stk. 3, jf. stk. 8, i aktivloven") == [
        (LAS, "11", 3, ""),
        (LAS, "11", 8, ""),
    ]


def test_an_order_whose_title_goes_on_is_another_one() -> None:
    assert places("§ 4 i bekendtgørelse om rådighed for søfolk", own=LAS) == []


def test_a_number_that_counts_something_is_no_section() -> None:
    assert [place[1] for place in places("LAB § 36 og 3 måneder, § 7 og 500 kr.")] == ["36"]


def test_all_labelled_sentences_are_read_as_we_meant_them() -> None:
    wrong = [
        line["text"]
        for line in map(json.loads, LABELLED.read_text("utf-8").splitlines())
        if set(places(line["text"], line.get("own"))) != {tuple(one) for one in line["cites"]}
    ]

    assert wrong == []


@given(st.lists(st.sampled_from(PIECES), max_size=25), st.sampled_from([None, LAS]))
def test_spans_lie_in_the_text_and_overlap_only_as_ranges(
    pieces: list[str], own: str | None
) -> None:
    text = " ".join(pieces)
    spans = sorted({(one.start, one.end) for one in find_citations(text, NAMES, own)})

    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


@given(st.text(max_size=120))
def test_no_text_is_too_odd_to_read(text: str) -> None:
    find_citations(f"LAB § 3{text} § 9, stk. 2{text}", NAMES, LAS)


@given(st.from_regex(r"\A[0-9]{1,3} ?[a-zA-Z]?\Z"))
def test_the_normal_form_of_a_number_is_stable(number: str) -> None:
    assert normal_number(normal_number(number)) == normal_number(number)
