"""Statistikbanken's list of tables: each table says in Danish what it counts."""

import json
from typing import Any

import pytest

from exchange.files import SHARED
from exchange.refusals import reason_for
from handlerum.exchange.readers import Reason, read
from handlerum.exchange.readers.statbank_words import listed, period, unit

TABLE: dict[str, Any] = {
    "id": "FOLK1A",
    "text": "Befolkningen den 1. i kvartalet",
    "unit": "Antal",
    "updated": "2025-08-11T08:00:00",
    "firstPeriod": "2008K1",
    "latestPeriod": "2025K3",
    "active": True,
    "variables": ["område", "køn", "alder", "tid"],
}


def listing(*changes: dict[str, Any]) -> bytes:
    return json.dumps([TABLE | change for change in changes]).encode()


def test_a_table_becomes_a_piece_that_says_what_it_counts() -> None:
    [piece] = read("tabeller.json", listing({}))
    assert piece.title == "Befolkningen den 1. i kvartalet (FOLK1A)"
    assert piece.text == (
        "Befolkningen den 1. i kvartalet. Det er tabellen FOLK1A i Danmarks Statistiks "
        "Statistikbank. Tallene er opgjort i enheden antal. Tallene kan deles op efter område, køn "
        "og alder. Tabellen har tal fra 1. kvartal 2008 til 3. kvartal 2025."
    )
    assert piece.key == "FOLK1A"
    assert piece.url == "https://www.statistikbanken.dk/FOLK1A"
    assert (piece.publisher, piece.year) == ("Danmarks Statistik", 2025)


def test_a_table_that_is_closed_says_so() -> None:
    assert "ikke længere" in read("t.json", listing({"active": False}))[0].text


def test_the_same_table_twice_is_one_piece() -> None:
    assert len(read("t.json", listing({}, {}, {"id": "FOLK3"}))) == 2


def test_a_date_that_is_no_date_gives_no_year() -> None:
    assert read("t.json", listing({"updated": "ukendt"}))[0].year is None


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("2024", "2024"),
        ("2024H1", "1. halvår 2024"),
        ("2025M07", "juli 2025"),
        ("2020M03D09", "9. marts 2020"),
        ("2023U05", "uge 5 i 2023"),
        ("2006:2010", "2006:2010"),
        ("2025M13", "2025M13"),
    ],
)
def test_a_period_is_said_in_words(code: str, words: str) -> None:
    assert period(code) == words


def test_a_unit_is_said_in_words_and_signs_keep_their_capitals() -> None:
    assert unit("Mio. kr.") == "Tallene er opgjort i enheden mio. kr."
    assert unit("USD") == "Tallene er opgjort i enheden USD."
    assert unit("-") == "Tabellen har ikke én fast enhed."


def test_words_are_listed_with_og() -> None:
    assert [listed(list("abc")[:many]) for many in (1, 2, 3)] == ["a", "a og b", "a, b og c"]


@pytest.mark.parametrize(
    "data",
    [
        b'{"a": 1}',
        b"[1]",
        b'["a"]',
        b"[[]]",
        b"7",
        listing({"variables": 3}),
        listing({"updated": None}),
        listing({"text": " "}),
        listing({"id": "../../x"}),
        listing({"id": 4}),
        listing({"variables": [1]}),
    ],
)
def test_other_json_is_mistyped(data: bytes) -> None:
    assert reason_for("t.json", data) is Reason.mistyped


@pytest.mark.parametrize("data", [b'[{"id": "FOLK1A"', b"[" * 100_000, b"ord"])
def test_broken_json_is_corrupt(data: bytes) -> None:
    assert reason_for("t.json", data) is Reason.corrupt


def test_an_empty_list_is_empty() -> None:
    assert reason_for("t.json", b"[]") is Reason.empty


@pytest.mark.skipif(not SHARED.exists(), reason="the shared example files are not on this machine")
def test_every_table_of_the_real_list_is_read() -> None:
    data = (SHARED / "statbank-responses" / "search_danish.decoded.json").read_bytes()
    pieces = read("search_danish.decoded.json", data)
    assert len(pieces) == 2234
    assert len({piece.key for piece in pieces}) == len({piece.title for piece in pieces}) == 2234
    assert all(piece.year and 2015 < piece.year < 2026 for piece in pieces)
    assert max(len(piece.title) for piece in pieces) < 200
