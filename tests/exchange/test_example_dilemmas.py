"""The example dilemmas: whole boards, said to be examples, and honest about what is not known."""

from importlib.resources import files
from typing import Any

import pytest
import yaml

from handlerum.dilemmas.models import Choice, Consideration, Dilemma
from handlerum.dilemmas.queries import board, considerations, listed, network
from handlerum.exchange.example_services import SLUG, load_example
from handlerum.organisations.access import Reader
from handlerum.organisations.queries import reader_by_email
from handlerum.privacy.find import find

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("example")]


def example_reader(key: str) -> Reader:
    """One of the example people."""
    return reader_by_email(f"{key}@handlerum.example", SLUG)


def written() -> list[dict[str, Any]]:
    """The written dilemmas."""
    path = files("handlerum.exchange").joinpath("example", "dilemmas.yaml")
    return list(yaml.safe_load(path.read_text("utf-8")))


def test_everything_written_is_there_and_marked_as_an_example() -> None:
    rows = Dilemma.objects.order_by("id")

    assert [row.question for row in rows] == [entry["question"] for entry in written()]
    assert {row.is_example for row in rows} == {True}
    assert [row.state for row in rows] == ["lived_with", "open", "in_reflection"]
    for row, entry in zip(rows, written(), strict=True):
        assert row.sides.count() == len(entry["considerations"])
        assert row.weighings.count() == len(entry["weighings"])
        assert row.options.count() == len(entry["options"])
        assert "komponeret" in row.text


def test_one_is_chosen_with_what_is_still_owed_and_the_others_stay_open() -> None:
    chosen = Choice.objects.get()

    assert "skylder" in chosen.residue
    assert chosen.owed_to
    assert chosen.owed_to.bearer == "community"
    assert chosen.dilemma.options.count() == 3
    assert chosen.dilemma.false_test.verdict == "real"


def test_a_consideration_meets_others_in_more_than_one_dilemma() -> None:
    used = {one.consideration.name: one.times for one in considerations(example_reader("gitte"))}

    assert sorted(used.values(), reverse=True)[:2] == [2, 2]
    assert len(used) == Consideration.objects.count() == 7
    assert network(example_reader("gitte")).meetings


def test_every_board_shows_contradictions_and_silent_forms() -> None:
    for dilemma in listed(example_reader("dorte")):
        columns = board(example_reader("dorte"), dilemma.id).columns
        pieces = [one for column in columns for lane in column.lanes.values() for one in lane]

        assert len({one.stance for one in pieces}) > 1
        assert any(not lane for column in columns for lane in column.lanes.values())


def test_what_is_a_teams_stays_the_teams_on_a_board_for_all() -> None:
    dilemma = Dilemma.objects.order_by("id")[0]

    def hidden(key: str) -> list[int]:
        return [column.hidden for column in board(example_reader(key), dilemma.id).columns]

    assert (sum(hidden("dorte")), sum(hidden("erik"))) == (0, 1)


def test_nothing_in_them_points_to_somebody() -> None:
    found = [span for entry in written() for span in find(str(entry)) if span.direct]

    assert found == []


def test_loading_again_makes_no_second_set() -> None:
    load_example()

    assert Dilemma.objects.count() == len(written()) == 3
