"""Compounds are taken apart where their parts are words, and other words are left whole."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contracts.house import ROOT
from handlerum.core.text import fold
from handlerum.search.compounds import parts

LABELLED = ROOT.parent / "shared" / "data" / "compounds-da" / "dasem_compounds.txt"

APART = {
    "mødested": ("møde", "sted"),
    "angstforløb": ("angst", "forløb"),
    "mentorstøtte": ("mentor", "støtte"),
    "kontanthjælpsreformen": ("kontant", "hjælp", "reformen"),
    "beskæftigelsesindsatsen": ("beskæftigelse", "indsatsen"),
    "sygedagpengeopfølgning": ("syge", "dagpenge", "opfølgning"),
    "varmestuen": ("varme", "stuen"),
}
WHOLE = """
borgerne samtalen forskerne forsøget konsulenten virksomhederne placeringen udviklingen
undersøgelsen erfaringer møde angst 12345678 §36 arbejde-agtig
""".split()


@pytest.mark.parametrize("word", APART)
def test_a_compound_is_taken_apart(word: str) -> None:
    assert parts(word) == APART[word]


@pytest.mark.parametrize("word", WHOLE)
def test_other_words_stay_whole(word: str) -> None:
    assert parts(word) == ()


@given(st.text(alphabet="abdefgiklmnoprstuvæøå", max_size=40))
def test_parts_stand_in_the_word_in_their_order(word: str) -> None:
    at = 0
    for part in parts(word):
        at = word.index(part, at) + len(part)


@pytest.mark.skipif(
    not LABELLED.exists(), reason="the labelled compounds lie beside the repository"
)
def test_most_labelled_compounds_are_taken_apart_and_nearly_all_rightly() -> None:
    right, found, asked = _judged(LABELLED)

    assert found / asked > 0.75
    assert right / found > 0.97


def _judged(path: Path) -> tuple[int, int, int]:
    """How many end in the right part, are taken apart, and were asked for."""
    rows = [line.strip().split("|") for line in path.read_text("utf-8").splitlines() if line]
    found = [(parts(fold("".join(row))), fold(row[-1])) for row in rows]
    taken = [(apart[-1], last) for apart, last in found if apart]
    return sum(last.endswith(part) for part, last in taken), len(taken), len(found)
