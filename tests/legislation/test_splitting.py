"""The text of a section is split at its marks, and no word is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlerum.legislation.rules.splitting import spaced, split
from handlerum.legislation.texts import PointText, SubsectionText
from legislation.joined import joined, squeezed


def test_subsections_begin_at_the_next_number() -> None:
    assert split("§ 4. Enhver kan søge. Stk. 2. Ansøgningen er gratis. Stk. 3. Den er kort.") == (
        SubsectionText(1, "Enhver kan søge."),
        SubsectionText(2, "Ansøgningen er gratis."),
        SubsectionText(3, "Den er kort."),
    )


@pytest.mark.parametrize(
    "text",
    [
        "Det gælder, jf. stk. 2. Den anden regel følger senere.",
        "Det gælder, jf. Stk. 2. Den anden regel følger senere.",
        "Det gælder efter Stk. 2. Den anden regel følger senere.",
        "Det gælder efter § 6 Stk. 2. Den anden regel følger senere.",
        "Det gælder. Stk. 3. kommer for tidligt.",
        "Det gælder. Stk. 2 finder ikke anvendelse.",
    ],
)
def test_a_reference_begins_no_subsection(text: str) -> None:
    assert split(text) == (SubsectionText(1, text),)


def test_a_forgotten_full_stop_is_forgiven_before_a_capital() -> None:
    assert [one.text for one in split("Se kap. 6 Stk. 2. Prisen er fast.")] == [
        "Se kap. 6",
        "Prisen er fast.",
    ]


def test_several_subsections_that_were_left_out_at_once_say_so() -> None:
    assert split("§ 9. Loven gælder. Stk. 2-4. (Udelades) Stk. 5. Den er ny.") == (
        SubsectionText(1, "Loven gælder."),
        SubsectionText(2, "Stk. 2-4. (Udelades)"),
        SubsectionText(5, "Den er ny."),
    )


def test_points_belong_to_their_subsection() -> None:
    text = "§ 2. Havnen har 1) en kaj, 2) et fyr og 3) en kran. Stk. 2. Kranen er 1) høj og 2) rød."

    assert split(text) == (
        SubsectionText(
            1,
            "Havnen har",
            (PointText("1", "en kaj,"), PointText("2", "et fyr og"), PointText("3", "en kran.")),
        ),
        SubsectionText(2, "Kranen er", (PointText("1", "høj og"), PointText("2", "rød."))),
    )


def test_letters_belong_to_their_number() -> None:
    (only,) = split("Der er 1) både a) med sejl og b) uden, 2) biler a) med tag.")

    assert [(point.number, point.text) for point in only.points] == [
        ("1", "både"),
        ("1 a", "med sejl og"),
        ("1 b", "uden,"),
        ("2", "biler"),
        ("2 a", "med tag."),
    ]


def test_letters_may_stand_without_numbers() -> None:
    (only,) = split("Det skal være a) tørt og b) varmt.")

    assert only.points == (PointText("a", "tørt og"), PointText("b", "varmt."))


@pytest.mark.parametrize(
    "text",
    [
        "Der er 2) to ting.",
        "Det følger af nr. 1) og resten.",
        "Prisen (med moms i trin 1) er fast.",
        "Kl. 1)2 er ingen tid.",
    ],
)
def test_what_only_looks_like_a_point_stays_in_the_text(text: str) -> None:
    assert split(text) == (SubsectionText(1, text),)


def test_an_abbreviation_may_end_the_sentence_before_a_point() -> None:
    (only,) = split("Oplys 1) virksomhedens CVR-nr. 2) En kontakt.")

    assert [point.text for point in only.points] == ["virksomhedens CVR-nr.", "En kontakt."]


def test_the_sign_of_several_sections_is_left_out_too() -> None:
    assert split("§§ 16-19 b. (Ophævet)") == (SubsectionText(1, "(Ophævet)"),)


def test_letters_stand_one_blank_from_their_number() -> None:
    written = ["13a", "13  A", "22i-22j", "70 - 72a", "7"]

    assert [spaced(one) for one in written] == ["13 a", "13 a", "22 i-22 j", "70-72 a", "7"]


_WORDS = ["Stk.", "stk.", "Stk. 2.", "Stk. 3-4.", "Stk.5.", "Stk. 6.", "jf.", "§ 6", "a)", "b)"]
_WORDS += ["1)", "2)", "3)", "(nr.", "1).", "Prisen", "er", "fast.", "og", ":", "»", "æ)", "\n"]


@given(st.lists(st.sampled_from(_WORDS)).map(" ".join) | st.text())
def test_no_word_is_lost_and_none_moves(text: str) -> None:
    assert squeezed(joined(split(f"§ 1. {text}"))) == squeezed(text)


@given(st.lists(st.sampled_from(_WORDS)).map(" ".join))
def test_numbers_rise_and_stand_once(text: str) -> None:
    numbers = [one.number for one in split(text)]

    assert numbers == sorted(set(numbers))
    for one in split(text):
        points = [point.number for point in one.points]
        assert len(points) == len(set(points))
