"""Persons are found, however their names are written."""

import pytest

from handlerum.privacy.names import tag
from handlerum.privacy.terms import Kind
from privacy.names.tagged import persons, tagged

WRITTEN = [
    ("I går mødte jeg Mette på gangen.", ["Mette"]),
    ("i går mødte jeg mette på gangen", ["mette"]),
    ("I GÅR MØDTE JEG METTE PÅ GANGEN", ["METTE"]),
    ("Det var Mettes idé at ringe til arbejdsgiveren.", ["Mettes"]),
    ("Søren Vestergaard Holm kom for sent til samtalen.", ["Søren Vestergaard Holm"]),
    ("Jeg talte med Fadumo Warsame om praktikken.", ["Fadumo Warsame"]),
    ("vi aftalte at oleksandr kovalenko ringer på mandag", ["oleksandr kovalenko"]),
    ("Anne-Sofie og Mehmet startede samme dag.", ["Anne-Sofie", "Mehmet"]),
    ("Navn: Thi Hoa Nguyen", ["Thi Hoa Nguyen"]),
    ("hej soeren, kan du ringe til mig", ["soeren"]),
]


@pytest.mark.parametrize(("text", "expected"), WRITTEN)
def test_a_name_is_found_in_the_way_it_is_written(text: str, expected: list[str]) -> None:
    assert persons(text) == expected


def test_a_whole_name_points_to_one_person() -> None:
    (span,) = tag("Jeg talte med Kirsten Damgaard i dag.")
    assert (span.kind, span.direct) == (Kind.PERSON, True)


def test_a_first_name_alone_does_not() -> None:
    (span,) = tag("Jeg talte med Kirsten i dag.")
    assert (span.kind, span.direct) == (Kind.PERSON, False)


def test_an_initial_and_a_last_name_are_a_whole_name() -> None:
    (span,) = [s for s in tag("Lægen, K. Damgaard, ringede til mig.") if s.kind is Kind.PERSON]
    assert span.direct


def test_places_and_organisations_are_told_apart() -> None:
    text = "Hun flyttede fra Hobro og gik på Skive Gymnasium, mens Aalborg Sygehus hjalp."
    assert {
        ("place", "Hobro"),
        ("school", "Skive Gymnasium"),
        ("institution", "Aalborg Sygehus"),
    } <= set(tagged(text))


def test_a_firm_is_an_employer() -> None:
    assert ("employer", "Jensens Tømrerfirma") in tagged("Han fik praktik hos Jensens Tømrerfirma.")


def test_confidence_is_a_share() -> None:
    assert all(0 <= span.confidence <= 1 for span in tag("Mette Holm og Bo Lund ringede."))
