"""What acts are called."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlerum.legislation.rules.names import Names, _known, act_key, popular_name

NAMES = Names.of({"Bekendtgørelse af lov om gode naboer m.v. (naboloven)": "lov-om-gode-naboer"})


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("Lov om aktiv socialpolitik", "lov-om-aktiv-socialpolitik"),
        ("Bekendtgørelse af lov om aktiv socialpolitik", "lov-om-aktiv-socialpolitik"),
        ("Lovbekendtgørelse af lov om aktiv socialpolitik", "lov-om-aktiv-socialpolitik"),
        ("Bekendtgørelse af forvaltningsloven", "forvaltningsloven"),
        ("Bekendtgørelse om fleksjob m.v.", "bekendtgoerelse-om-fleksjob"),
        ("Lov om gode naboer mv. (naboloven)", "lov-om-gode-naboer"),
        ("Lov om læ, øer og ål", "lov-om-lae-oeer-og-aal"),
        ("", ""),
    ],
)
def test_the_key_of_an_act_is_the_same_whichever_text_of_it_one_reads(title: str, key: str) -> None:
    assert act_key(title) == key


@given(st.text(max_size=300))
def test_a_key_is_short_and_plain_and_the_key_of_itself(title: str) -> None:
    key = act_key(title)

    assert len(key) <= 120
    assert set(key) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert act_key(key) == key


@pytest.mark.parametrize(
    "spoken",
    [
        "LAB",
        "LABs",
        "LAB's",
        "beskæftigelsesindsatsloven",
        "Beskæftigelsesindsatslovens",
        "lov om en aktiv beskæftigelsesindsats",
        "Bekendtgørelse af lov om en aktiv beskæftigelsesindsats",
    ],
)
def test_an_act_is_known_by_what_people_call_it(spoken: str) -> None:
    assert NAMES.key_of(spoken) == "lov-om-en-aktiv-beskaeftigelsesindsats"


@pytest.mark.parametrize("spoken", ["lab", "las", "loven", "lovens", "hundeloven", "", "s", "§"])
def test_what_names_no_act_is_not_guessed(spoken: str) -> None:
    assert NAMES.key_of(spoken) is None


def test_an_act_of_ones_own_is_known_by_its_title_and_by_the_name_in_brackets() -> None:
    assert popular_name("Lov om gode naboer (naboloven)") == "naboloven"
    assert {NAMES.key_of(said) for said in ("nabolovens", "lov om gode naboer")} == {
        "lov-om-gode-naboer"
    }


def test_the_longest_name_that_begins_or_ends_there_is_found_with_its_so_on() -> None:
    text = "efter lov om gode naboer m.v. § 2"

    assert NAMES.starting(text, 6) == (29, "lov-om-gode-naboer")
    assert NAMES.ending(text, 29) == (6, "lov-om-gode-naboer")


def test_the_short_name_is_told_where_we_know_one() -> None:
    assert NAMES.short_of("lov-om-en-aktiv-beskaeftigelsesindsats") == "LAB"
    assert NAMES.short_of("lov-om-gode-naboer") == ""


def test_every_key_in_our_list_is_the_key_of_its_title() -> None:
    assert {key: act_key(told["title"]) for key, told in _known().items()} == {
        key: key for key in _known()
    }
