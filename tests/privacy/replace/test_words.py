"""What is written instead: times of the year, spans of years, parts of the country, roles."""

import pytest

from handlerum.privacy.replace.ages import span_of_years
from handlerum.privacy.replace.dates import decade, season
from handlerum.privacy.replace.organisations import sort_of
from handlerum.privacy.replace.people import words_of
from handlerum.privacy.replace.places import wider
from handlerum.privacy.replace.words import begins_sentence, genitive
from handlerum.privacy.terms import Kind

SEASONS = {
    "14. marts 2025": "foråret 2025",
    "d. 14/3": "foråret",
    "14/7-2025": "sommeren 2025",
    "2025-10-14": "efteråret 2025",
    "14.01.25": "begyndelsen af 2025",
    "den 3. december 2024": "slutningen af 2024",
    "mandag den 2. feb": "vinteren",
    "31/31": "[dato]",
}
DECADES = {
    "født den 3. maj 1987": "født i 1980'erne",
    "f. 03.05.87": "født i 1980'erne",
    "030587": "i 1980'erne",
    "født 3. maj 05": "født i 2000'erne",
    "fødselsdag den 3. maj": "[fødselsdato]",
}
AGES = {
    "47-årig": "40-49-årig",
    "22-årige": "18-24-årige",
    "på 47": "i 40'erne",
    "på 7": "i skolealderen",
    "3 år": "i førskolealderen",
    "er 47 år": "er i 40'erne",
    "fyldte 18": "var i teenageårene",
    "Alder: 47": "Alder: 40-49",
    "syvogfyrre": "[alder]",
}
PLACES = {
    "Hobro": "en by i Nordjylland",
    "Aarhus C": "en by i Østjylland",
    "Rønne": "en by på Bornholm",
    "Odense": "en by på Fyn og øerne",
    "Syrien": "et andet land",
    "Langtbortistan": "en by",
}
ORGANISATIONS = {
    (Kind.EMPLOYER, "Jensens Tømrerfirma"): "en håndværksvirksomhed",
    (Kind.EMPLOYER, "Netto"): "en dagligvarebutik",
    (Kind.EMPLOYER, "Kvist og Co"): "en virksomhed",
    (Kind.SCHOOL, "Hobro Gymnasium"): "et gymnasium",
    (Kind.SCHOOL, "Aalborg Universitet"): "et universitet",
    (Kind.INSTITUTION, "Randers Kommune"): "en kommune",
    (Kind.INSTITUTION, "Jobcenter Randers"): "et jobcenter",
}


@pytest.mark.parametrize("words", SEASONS)
def test_a_date_becomes_a_time_of_the_year(words: str) -> None:
    assert season(words) == SEASONS[words]


@pytest.mark.parametrize("words", DECADES)
def test_a_birth_becomes_a_decade(words: str) -> None:
    assert decade(words) == DECADES[words]


@pytest.mark.parametrize("words", AGES)
def test_an_age_becomes_a_span(words: str) -> None:
    assert span_of_years(words) == AGES[words]


@pytest.mark.parametrize("words", PLACES)
def test_a_town_becomes_a_part_of_the_country(words: str) -> None:
    assert wider(words) == PLACES[words]


@pytest.mark.parametrize(("kind", "words"), ORGANISATIONS)
def test_an_organisation_becomes_what_sort_it_is(kind: Kind, words: str) -> None:
    assert sort_of(kind, words) == ORGANISATIONS[kind, words]


@pytest.mark.parametrize(
    ("name", "words", "owner"),
    [
        ("Mettes", ("mette",), True),
        ("Mads", ("mads",), False),
        ("Lars'", ("lars",), True),
        ("Fru Jensens", ("jensen",), True),
        ("Ali's", ("ali",), True),
    ],
)
def test_an_owner_is_told_from_a_name(name: str, words: tuple[str, ...], owner: bool) -> None:
    assert words_of(name, frozenset()) == (words, owner)


@pytest.mark.parametrize(
    ("words", "owner"),
    [
        ("borgeren", "borgerens"),
        ("person B", "person B's"),
        ("den unges", "den unges'"),
        ("[navn]", "[navn]"),
    ],
)
def test_stand_ins_can_own_things(words: str, owner: str) -> None:
    assert genitive(words) == owner


@pytest.mark.parametrize(
    ("text", "start", "first"),
    [("Mette", 0, True), ("Ja. Mette", 4, True), ("så Mette", 3, False), ("ja\nMette", 3, True)],
)
def test_the_beginning_of_a_sentence_is_known(text: str, start: int, first: bool) -> None:
    assert begins_sentence(text, start) is first
