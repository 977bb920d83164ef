"""Addresses: streets and numbers, with what may follow. All are put together at random."""

import pytest

from privacy.kinds.found import direct, found


@pytest.mark.parametrize(
    "address",
    [
        "Nørregade 12",
        "nørregade 12",
        "Noerregade 12",
        "Ahornvej 3B",
        "Ahornvej 3 B",
        "Gl. Kongevej 5",
        "Niels Juels Gade 3",
        "H.C. Andersens Boulevard 12",
        "Sankt Annæ Plads 5",
        "Nordre Fasanvej 12-14",
        "Frederiksberg Allé 7",
        "Vesterbrog. 4",
        "Birkevænget 17",
        "Præstestræde 2",
        "Amagertorv 9",
        "Nørregade nr. 12",
        "Nørregade 12, 2. tv",
        "Nørregade 12, st. th.",
        "Nørregade 12 1. mf",
        "Nørregade 12, 3. sal",
        "Nørregade 12, kl. tv",
        "Nørregade 12, 2. tv, 9500 Hobro",
        "Nørregade 12\n9500 Hobro",
        "nørregade 12, 9500 hobro",
        "Nørregade 12, DK-9500 Hobro",
        "Lærketoften 12, 2300 København S",
        "Mosevang 12, 4800 Nykøbing F",
        "Nyhavn 17, 2. tv",
        "Torpet 8, 9500 Hobro",
        "niels juels gade 3, 2. tv",
        "Nørre\u00adgade\u00a012",
        "No\u0308rregade 12",
        "Postboks 12",
        "postboks 203, 9500 Hobro",
        "Boks 12",
    ],
)
def test_an_address_is_found_whole(address: str) -> None:
    assert found(f"Hun bor på {address}, nu igen.") == [("address", address)]


@pytest.mark.parametrize(
    "street", "Birketoften Lærkemarken Søparken Skovhaven Åkrogen Enghøj".split()
)
def test_endings_of_ordinary_words_count_where_an_address_is_told(street: str) -> None:
    assert found(f"Han flyttede til {street} 3 i Hobro.") == [("address", f"{street} 3")]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("matr.nr. 12ab, Hobro Bygrunde", "12ab, Hobro Bygrunde"),
        ("Matrikelnr. 7 c, Skjern By", "7 c, Skjern By"),
        ("matrikel 12", "12"),
    ],
)
def test_a_title_number_of_land_is_found_after_its_word(text: str, number: str) -> None:
    assert found(text) == [("address", number)]


@pytest.mark.parametrize(
    "text",
    [
        "Se § 12, kapitel 4, side 3 og boks 2.",
        "I 2024 gik det ned ad bakke 3 gange.",
        "På vej 2 uger senere, ad en omvej 3.",
        "Vi skal have 3 samtaler og have 12 dage.",
        "Praktikpladsen 3 uger, arbejdspladsen 12 timer.",
        "Børnehaven 3 dage om ugen, i Danmark 12 af 20.",
        "Fra mandag. 12 borgere kom fra Aalborg. 4 blev.",
        "Boks 12 viser, hvad der virker. Se boks 12.",
        "Mette Lund 47 år, Jens Skov 3 gange",
        "brigade 3, motorvej 45 og alle 12 borgere",
        "Nørregade 14. marts",
    ],
)
def test_what_only_sounds_like_a_street_is_left_alone(text: str) -> None:
    assert direct(text) == []


def test_a_postcode_and_a_town_are_a_place() -> None:
    assert found("Han er fra 9500 Hobro nu") == [("place", "9500 Hobro")]
    assert found("fra DK-2800 Kgs. Lyngby.") == [("place", "DK-2800 Kgs. Lyngby")]
    assert found("2000 Frederiksberg") == [("place", "2000 Frederiksberg")]


@pytest.mark.parametrize(
    "text", ["I 2019 Aarhus Kommune", "LBK nr. 1129 Beskæftigelse", "kr. 9500 Til", "side 1200 Om"]
)
def test_years_and_counts_before_a_capital_are_no_postcodes(text: str) -> None:
    assert found(text) == []
