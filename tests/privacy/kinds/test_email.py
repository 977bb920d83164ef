"""E-mail addresses, also when they are written around the sign."""

import pytest

from privacy.kinds.found import direct, found


@pytest.mark.parametrize(
    "address",
    [
        "anna@firma.example",
        "ANNA.B-C+d@Sub.Firma.Example",
        "anna@firma.co.uk",
        "søren@smørrebrød.dk",
        "anna @ firma.dk",
        "anna(at)firma.dk",
        "anna (at) firma.dk",
        "anna [at] firma.dk",
        "anna{at}firma.dk",
        "anna(a)firma.dk",
        "anna snabel-a firma.dk",
        "anna snabel a firma.dk",
        "anna snabela firma.dk",
        "anna(snabel-a)firma.dk",
        "anna＠firma.dk",
        "anna@@firma.dk",
        "anna@firma .dk",
        "an\u200bna@fir\u00adma.dk",
        "anna at firma dot dk",
        "anna at firma punktum dk",
        "anna(at)firma(dot)dk",
        "anna snabel-a firma punktum dk",
        "anna punktum jensen snabel-a firma punktum dk",
        "anna.jensen at firma.dk",
        "n" * 80 + "@firma.dk",
    ],
)
def test_an_address_is_found_whole(address: str) -> None:
    assert found(f"Skriv til {address}, hvis du vil.") == [("email", address)]


def test_the_full_stop_of_the_sentence_is_left_out() -> None:
    assert found("Skriv til anna@firma.dk.") == [("email", "anna@firma.dk")]


def test_an_address_inside_a_link_is_found() -> None:
    assert found("https://x.example/?til=anna@firma.dk mailto:bo@firma.dk") == [
        ("email", "anna@firma.dk"),
        ("email", "bo@firma.dk"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Vi ses @ kl.10",
        "50 stk. @ 12,50 kr.",
        "anna@firma",
        "Se punkt (a) om firma.dk",
        "Snabel-a er et tegn.",
        "Vi skrev at jobnet.dk er nede.",
        "Vi så at det var sent. De gik.",
    ],
)
def test_what_is_no_address_is_left_alone(text: str) -> None:
    assert direct(text) == []
