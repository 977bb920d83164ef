"""What a provision gives, from its own words."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlerum.legislation.rules.gives import RULES, main_gives, read_gives
from handlerum.legislation.terms import Gives

WORDS = (
    "kan skal må ikke kommunen ministeren fastsætte regler om hvis når såfremt har ret til en "
    "konkret vurdering efter skønnes der de er forpligtet det . , ;"
).split()


def told(text: str) -> list[tuple[str, Gives]]:
    """The marked words and what they give."""
    return [(text[one.start : one.end], one.gives) for one in read_gives(text)]


@pytest.mark.parametrize(
    ("text", "words", "gives"),
    [
        ("Kommunen kan give en mentor.", "kan", Gives.MAY),
        ("Borgeren har mulighed for en pause.", "har mulighed for", Gives.MAY),
        ("Oplysninger må kun bruges her.", "må kun", Gives.MAY),
        ("Kommunen skal spørge borgeren.", "skal", Gives.MUST),
        ("Virksomheden har pligt til at svare.", "har pligt til", Gives.MUST),
        ("Kommunen træffer afgørelse.", "Kommunen træffer", Gives.MUST),
        ("Hjælpen kan dog ikke udbetales.", "kan dog ikke", Gives.MUST),
        ("I de tilfælde kan kommunen ikke afslå.", "kan kommunen ikke", Gives.MUST),
        ("Oplysningerne må ikke deles.", "må ikke", Gives.MUST),
        ("Det sker efter en konkret vurdering.", "efter en konkret vurdering", Gives.DISCRETION),
        ("Det sker efter omstændighederne.", "efter omstændighederne", Gives.DISCRETION),
        ("Borgeren har altid ret til en bisidder.", "har altid ret til", Gives.RIGHT),
        ("Borgeren er berettiget til svar.", "er berettiget til", Gives.RIGHT),
        ("Det gælder, medmindre andet er aftalt.", "medmindre", Gives.CONDITION),
        ("Det er en betingelse, at der er søgt.", "Det er en betingelse", Gives.CONDITION),
    ],
)
def test_the_words_that_tell_are_marked(text: str, words: str, gives: Gives) -> None:
    assert told(text) == [(words, gives)]


@pytest.mark.parametrize(
    "text",
    [
        "Ministeren kan fastsætte regler om dette.",
        "Beskæftigelsesministeren kan efter høring fastsætte nærmere regler.",
        "Der kan fastsættes regler om dette.",
        "Det omfatter den, der ikke kan arbejde.",
        "Borgeren skal ikke søge job.",
        "Loven trådte i kraft i maj.",
        "",
    ],
)
def test_what_gives_practice_neither_a_possibility_nor_a_duty_is_left_unmarked(text: str) -> None:
    assert told(text) == []


def test_every_mark_tells_why() -> None:
    assert all(one.why for one in read_gives("Kommunen kan, hvis det er aftalt, give støtte."))
    assert all(rule.why for rule in RULES)


@pytest.mark.parametrize(
    ("text", "gives"),
    [
        ("Kommunen skal spørge og kan give støtte.", Gives.MAY),
        ("Kommunen skal spørge, hvis det er aftalt.", Gives.MUST),
        ("Borgeren har ret til en samtale, som kommunen skal holde.", Gives.RIGHT),
        ("Det gælder, hvis det er aftalt.", Gives.CONDITION),
        ("Loven gælder fra maj.", None),
    ],
)
def test_possibilities_come_before_duties_and_conditions_last(
    text: str, gives: Gives | None
) -> None:
    assert main_gives(read_gives(text)) == gives


@given(st.lists(st.sampled_from(WORDS), max_size=30))
def test_marks_lie_in_the_text_in_order_and_apart(words: list[str]) -> None:
    text = " ".join(words)
    marked = read_gives(text)

    assert all(0 <= one.start < one.end <= len(text) for one in marked)
    assert all(a.end <= b.start for a, b in pairwise(marked))


@given(st.text(max_size=300))
def test_no_text_is_too_odd_to_read(text: str) -> None:
    main_gives(read_gives(text))


def test_a_judgement_within_a_condition_makes_no_discretion() -> None:
    text = "Kommunen skal tilbyde en samtale, når personen vurderes parat."

    assert main_gives(read_gives(text)) == Gives.MUST
    assert main_gives(read_gives("Kommunen skal efter et skøn tilbyde det.")) == Gives.DISCRETION
