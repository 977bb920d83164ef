"""Danish text: folding for comparison, Danish order, and cutting at words."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlerum.core.text import danish_key, fold, shorten


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Ærø Å ØL", "ærø å øl"),
        ("Én idé à la carte", "en ide a la carte"),
        ("Ökonom, Gärtner, Müller", "økonom, gærtner, myller"),
        ("Łódź på Ísland", "łodz på island"),
        ("Øre\u0301t Ǽ Ǻ Ǿ", "øret æ å ø"),
        ("STRASSE Straße", "strasse strasse"),
        ("ﬁnde № ①", "finde no 1"),
        ("Aabenraa", "aabenraa"),
        ("", ""),
    ],
)
def test_case_and_accents_fall_away(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("one", "other"), [("få", "fa"), ("får", "fær"), ("bøn", "bon"), ("æ", "a")]
)
def test_the_danish_letters_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize("text", ["Ærø på Åen", "økonomi ÖKONOMI", "idé", "Ǻ"])
def test_letters_made_of_two_signs_fold_as_letters_made_of_one(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="abcæøåABCÆØÅ éÉ"))
def test_capitals_fold_as_small_letters(text: str) -> None:
    assert fold(text.upper()) == fold(text)


def test_danish_names_stand_in_the_order_of_a_danish_dictionary() -> None:
    names = ["Zebra", "Ærø", "ærlig", "Øm", "Aabenraa", "Århus", "Åben", "Bo", "anna", "Ålborg"]

    assert sorted(names, key=danish_key) == [
        "anna",
        "Bo",
        "Zebra",
        "ærlig",
        "Ærø",
        "Øm",
        "Åben",
        "Aabenraa",
        "Ålborg",
        "Århus",
    ]


@given(st.text(max_size=300))
def test_a_key_looks_no_further_than_names_are_long(text: str) -> None:
    assert danish_key(text + "a" * 200) == danish_key((text + "a" * 200)[:200])


@given(st.text(), st.integers(1, 60))
def test_a_shortened_text_is_never_longer_than_asked(text: str, length: int) -> None:
    assert len(shorten(text, length)) <= length


@given(st.text(), st.integers(1, 60))
def test_a_cut_is_marked_and_what_fits_is_whole(text: str, length: int) -> None:
    whole = " ".join(text.split())

    if len(whole) <= length:
        assert shorten(text, length) == whole
    else:
        assert shorten(text, length)[-1] == "…"
        assert whole.startswith(shorten(text, length)[:-1])


def test_a_text_is_cut_at_a_word_and_not_at_its_sign() -> None:
    assert shorten("Mødet på bænken, ved kanalen", 19) == "Mødet på bænken…"
    assert shorten("Arbejdsmarkedsuddannelse", 8) == "Arbejds…"
