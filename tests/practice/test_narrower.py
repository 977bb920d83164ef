"""Where a local text may be narrower than the law: which wordings speak, and which do not."""

import pytest

from handlerum.practice.rules.narrower import LawText, Why, places, sentences

LAW = LawText(
    "LAB § 9",
    "Jobcenteret kan tilbyde virksomhedspraktik efter en konkret vurdering. "
    "Personen har ret til at have en bisidder med til samtalen. "
    "Jobcenteret skal holde en opfølgende samtale.",
)


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        ("Vi skal tilbyde virksomhedspraktik til alle.", Why.MAY_MUST),
        ("Vi må ikke tilbyde virksomhedspraktik før tredje møde.", Why.MAY_NOT),
        ("Tilbud om virksomhedspraktik varer højst 4 uger.", Why.JUDGED_FIXED),
        ("Borgeren kan have en bisidder med til samtalen, når vi siger ja.", Why.RIGHT_MAY),
    ],
)
def test_a_narrower_wording_is_pointed_out_with_the_words_that_spoke(
    sentence: str, why: Why
) -> None:
    (place,) = places(f"# Praktik\n\n- {sentence}", [LAW])

    assert (place.why, place.sentence, place.label) == (why, sentence, "LAB § 9")
    assert all(sentence[start:end] for start, end in place.spoke)
    assert all(place.law_sentence[start:end] for start, end in place.law_spoke)


@pytest.mark.parametrize(
    "sentence",
    [
        "Vi kan tilbyde virksomhedspraktik.",
        "Virksomhedspraktik varer højst 4 uger efter en konkret vurdering.",
        "Vi skal holde en opfølgende samtale.",
        "Borgeren har ret til at have en bisidder med til samtalen.",
        "Kaffemaskinen skal tømmes hver fredag.",
        "# Vi skal tilbyde virksomhedspraktik til alle.",
    ],
)
def test_a_wording_that_follows_the_law_or_is_about_something_else_is_left_alone(
    sentence: str,
) -> None:
    assert places(sentence, [LAW]) == []


def test_the_same_place_is_the_same_again_and_another_wording_is_another() -> None:
    first, again, other = (
        places(text, [LAW])[0].fingerprint
        for text in (
            "Vi skal tilbyde virksomhedspraktik.",
            "Indledning.\n\nVi skal tilbyde virksomhedspraktik.",
            "Vi skal altid tilbyde virksomhedspraktik.",
        )
    )

    assert first == again != other


def test_a_sentence_is_not_cut_where_a_word_is_merely_short() -> None:
    text = "Efter § 9, stk. 2 gælder det. Se jf. LAB § 3. Vi ringer."

    assert list(sentences(text)) == [
        "Efter § 9, stk. 2 gælder det.",
        "Se jf. LAB § 3.",
        "Vi ringer.",
    ]


def test_without_provisions_nothing_is_suggested() -> None:
    assert places("Vi skal altid tilbyde virksomhedspraktik.", []) == []
