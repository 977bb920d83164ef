"""`handlerum respond`."""

import json
from typing import Any

import pytest

from cast import Cast, drafted, report, shared
from cli.running import Ended, handlerum
from dilemmas.making import made
from handlerum.exchange.example_services import load_example
from handlerum.knowledge.services import contribute, withdraw
from handlerum.knowledge.terms import Form

ANNA = ("--organisation", "hjemby", "--as", "anna@test.example")
CARLA = ("--organisation", "udeby", "--as", "carla@test.example")
SITUATION = "Borgeren vil mødes på en bænk ved kanalen"
PIECE = {"id", "title", "excerpt", "score", "way", "voice", "outcome", "source", "url"}


def answer(*words: str) -> dict[str, Any]:
    """The answer as JSON."""
    ended = handlerum("respond", *words, "--json")
    assert (ended.code, ended.err) == (0, "")
    found: dict[str, Any] = json.loads(ended.out)
    return found


def test_the_answer_has_the_shape_that_was_promised(cast: Cast) -> None:
    row = shared(cast)
    contribute(cast.reader("bo"), report(learned=""))

    found = answer(SITUATION, *ANNA)

    assert set(found) == {"query", "forms", "silent", "legislation", "dilemmas", "elapsed_ms"}
    assert found["query"] == SITUATION
    assert list(found["forms"]) == Form.values
    assert found["legislation"] == found["dilemmas"] == []
    assert found["elapsed_ms"] >= 0
    [piece] = found["forms"]["experience"]
    assert set(piece) == PIECE
    assert 0 < piece.pop("score") <= 1
    assert "bænken ved kanalen" in piece.pop("excerpt")
    assert piece == {
        "id": row.id,
        "title": "Mødet på bænken",
        "way": "own_experience",
        "voice": "practitioner",
        "outcome": "failed",
        "source": None,
        "url": f"/bidrag/{row.id}/",
    }
    nothing = {"searched": 0, "reason": "none_exists"}
    assert found["silent"] == {
        "research": {"searched": 1, "reason": "none_relevant"},
        "statistics": nothing,
        "theory": nothing,
        "narrative": nothing,
    }


def test_dilemmas_that_lie_near_are_named_with_their_considerations(cast: Cast) -> None:
    dilemma = made(cast, question="Skal vi mødes på en bænk ved kanalen?")

    assert answer(SITUATION, *ANNA)["dilemmas"] == [
        {
            "id": dilemma.id,
            "question": "Skal vi mødes på en bænk ved kanalen?",
            "state": "open",
            "considerations": ["Borgerens ret til at bestemme", "En tryg start på arbejdet"],
            "url": f"/dilemmaer/{dilemma.id}/",
        }
    ]
    assert answer(SITUATION, *CARLA)["dilemmas"] == []
    assert "• Skal vi mødes på en bænk" in handlerum("respond", SITUATION, *ANNA).out


def test_a_piece_that_was_read_somewhere_leads_to_its_source(cast: Cast) -> None:
    contribute(cast.reader("anna"), report())

    [piece] = answer("støtte på arbejdspladsen", *ANNA)["forms"]["research"]

    assert piece["source"] == "En rapport (En forsker, 2022, Et forlag)"
    assert piece["url"] == "https://x.example/1"
    assert piece["outcome"] is None


def test_carlas_organisation_gets_none_of_annas(cast: Cast) -> None:
    shared(cast)

    found = answer(SITUATION, *CARLA)

    assert not any(found["forms"].values())
    assert {silent["searched"] for silent in found["silent"].values()} == {0}
    assert handlerum("respond", SITUATION, *ANNA[:3], "carla@test.example").code == 2


def test_drafts_and_withdrawn_do_not_answer(cast: Cast) -> None:
    drafted(cast)
    withdraw(cast.reader("anna"), shared(cast).id)

    assert not any(answer(SITUATION, *ANNA)["forms"].values())


def test_no_form_gives_more_than_the_limit(cast: Cast) -> None:
    for text in ("Bænken ved kanalen.", "Mødet i parken.", "Bag huset.", "En rød dør."):
        shared(cast, text=text, learned="")

    assert len(answer(SITUATION, *ANNA, "--limit", "3")["forms"]["experience"]) == 3


def test_on_a_screen_every_form_has_its_heading_and_silence_is_said(cast: Cast) -> None:
    shared(cast)

    ended = handlerum("respond", SITUATION, *ANNA)

    assert ended.code == 0
    for form in Form:
        assert str(form.label) in ended.out
    assert "• Mødet på bænken" in ended.out
    assert ended.out.count("Tavs. 0 gennemsøgt") == 4


def test_without_names_the_example_answers(db: None) -> None:
    load_example()

    found = answer("En borger sidder over for mig med uro og angst og har ikke styr på hverdagen")

    assert sum(bool(pieces) for pieces in found["forms"].values()) >= 3


WRONG: list[tuple[tuple[str, ...], str]] = [
    (("", *ANNA), "Skriv lidt mere: der er ingen ord at gå efter."),
    ((" ?! ", *ANNA), "Skriv lidt mere: der er ingen ord at gå efter."),
    (("uro " * 1251, *ANNA), "Højst 5000 tegn. Her er 5004."),
    ((SITUATION,), "Sig både --organisation og --as."),
    ((SITUATION, *ANNA[:2]), "Sig både --organisation og --as."),
    ((SITUATION, *ANNA[2:]), "Sig både --organisation og --as."),
    ((SITUATION, "--organisation", "ukendt", *ANNA[2:]), "Ingen person med den e-mail"),
    ((SITUATION, *ANNA[:3], "ukendt@test.example"), "Ingen person med den e-mail"),
]


@pytest.mark.parametrize(("words", "said"), WRONG)
def test_a_wrong_question_is_answered_in_danish(
    cast: Cast, words: tuple[str, ...], said: str
) -> None:
    ended: Ended = handlerum("respond", *words)

    assert (ended.code, ended.out) == (2, "")
    assert said in ended.err


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "\0\x01uro", "[bold]uro[/]", "uro \udcff", '"uro" AND -(']
)
def test_signs_of_every_kind_are_just_a_situation(cast: Cast, text: str) -> None:
    shared(cast, title="Uro i kroppen")

    for more in ((), ("--json",)):
        assert handlerum("respond", text, *ANNA, *more).code == 0
