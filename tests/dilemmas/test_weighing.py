"""What is laid on the board is seen by those who may read it, and by nobody else."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cast import Cast, drafted, report, shared
from dilemmas.making import chosen, made, side_ids, with_options
from handlerum.dilemmas import services
from handlerum.dilemmas.models import Weighing
from handlerum.dilemmas.problems import Refused
from handlerum.dilemmas.queries import Board, board, considerations, listed, network
from handlerum.knowledge.services import contribute, withdraw
from handlerum.knowledge.terms import Form
from handlerum.organisations.access import Denied


def shown(found: Board, side: int = 0) -> list[tuple[str, int, str]]:
    """Form, contribution and stance of what a reader sees under a side."""
    lanes = found.columns[side].lanes
    return [(form, one.contribution.id, one.stance) for form in lanes for one in lanes[form]]


def test_every_side_has_all_five_forms_and_silence_stays_silent(cast: Cast) -> None:
    dilemma = made(cast)
    row = shared(cast, "bo")

    services.weigh(cast.reader("bo"), side_ids(dilemma)[0], row.id, "supports")

    found = board(cast.reader("anna"), dilemma.id)
    assert [list(column.lanes) for column in found.columns] == [list(Form)] * 2
    assert shown(found) == [("experience", row.id, "supports")]
    assert shown(found, 1) == []
    assert [column.count for column in found.columns] == [1, 0]


def test_the_same_contribution_may_lie_on_both_sides(cast: Cast) -> None:
    dilemma, row = made(cast), shared(cast)
    for side, stance in zip(side_ids(dilemma), ["supports", "challenges"], strict=True):
        services.weigh(cast.reader("anna"), side, row.id, stance)

    found = board(cast.reader("bo"), dilemma.id)
    assert shown(found) == [("experience", row.id, "supports")]
    assert shown(found, 1) == [("experience", row.id, "challenges")]


def test_weighing_again_changes_the_stance(cast: Cast) -> None:
    dilemma, row = made(cast), shared(cast)
    for stance in ("supports", "nuances"):
        services.weigh(cast.reader("bo"), side_ids(dilemma)[0], row.id, stance)

    assert shown(board(cast.reader("bo"), dilemma.id)) == [("experience", row.id, "nuances")]


def test_only_who_weighed_and_the_owner_change_it(cast: Cast) -> None:
    dilemma, row = made(cast), shared(cast)
    side = side_ids(dilemma)[0]
    weighing = services.weigh(cast.reader("bo"), side, row.id, "supports")

    with pytest.raises(Refused, match="somebody_elses"):
        services.weigh(cast.reader("dorte"), side, row.id, "challenges")
    with pytest.raises(Denied):
        services.unweigh(cast.reader("dorte"), weighing.id)

    assert board(cast.reader("bo"), dilemma.id).columns[0].lanes[Form.EXPERIENCE][0].may_take
    services.unweigh(cast.reader("anna"), weighing.id)
    assert not Weighing.objects.exists()


def test_a_contribution_of_a_team_is_a_number_to_those_outside_it(cast: Cast) -> None:
    dilemma = made(cast)
    row = shared(cast, "anna", audience="team")
    services.weigh(cast.reader("anna"), side_ids(dilemma)[0], row.id, "challenges")

    seen, unseen = (board(cast.reader(name), dilemma.id) for name in ("bo", "erik"))

    assert (shown(seen), seen.columns[0].hidden) == ([("experience", row.id, "challenges")], 0)
    assert (shown(unseen), unseen.columns[0].hidden) == ([], 1)
    assert unseen.columns[1].hidden == 0


@pytest.mark.parametrize("away", ["withdrawn", "alone"])
def test_what_its_author_keeps_to_themselves_is_not_even_counted(cast: Cast, away: str) -> None:
    dilemma = made(cast)
    row = shared(cast, audience="me" if away == "alone" else "organisation")
    services.weigh(cast.reader("anna"), side_ids(dilemma)[0], row.id, "supports")
    if away == "withdrawn":
        withdraw(cast.reader("anna"), row.id)

    found = board(cast.reader("bo"), dilemma.id)

    assert (shown(found), found.columns[0].hidden) == ([], 0)


def test_nobody_weighs_what_they_may_not_read(cast: Cast) -> None:
    dilemma = made(cast)
    row = shared(cast, "anna", audience="team")

    with pytest.raises(Denied):
        services.weigh(cast.reader("erik"), side_ids(dilemma)[0], row.id, "supports")

    assert not Weighing.objects.exists()


def test_a_draft_is_shared_before_it_is_weighed(cast: Cast) -> None:
    dilemma = made(cast)

    with pytest.raises(Refused, match="not_shared"):
        services.weigh(cast.reader("anna"), side_ids(dilemma)[0], drafted(cast).id, "supports")
    with pytest.raises(ValueError, match="likes"):
        services.weigh(cast.reader("anna"), side_ids(dilemma)[0], shared(cast).id, "likes")


def fill(cast: Cast, many: int) -> int:
    """A dilemma with as much of everything, among as many others."""
    dilemma, anna = made(cast), cast.reader("anna")
    for number in range(many):
        made(cast)
        told = report(title=f"Nummer {number}", topics=(f"emne {number}",))
        row = contribute(anna, told)
        services.weigh(anna, side_ids(dilemma)[number % 2], row.id, "supports")
        hidden = shared(cast, "erik", audience="team")
        services.weigh(cast.reader("erik"), side_ids(dilemma)[0], hidden.id, "nuances")
    for number, option in enumerate(with_options(cast, dilemma, min(many, 8))):
        services.tell_consequence(anna, option.id, "citizen", f"Følge {number}")
    chosen(cast, dilemma)
    return dilemma.id


def asked(cast: Cast, dilemma_id: int) -> dict[str, int]:
    """How many questions the reads ask."""
    anna = cast.reader("anna")
    reads = {
        "board": lambda: [
            (option.by.name, list(option.consequences.all()))
            for option in board(anna, dilemma_id).options
        ],
        "listed": lambda: [
            [side.consideration.name for side in row.sides.all()] for row in listed(anna)
        ],
        "considerations": lambda: considerations(anna),
        "network": lambda: network(anna).meetings,
    }
    counted = {}
    for name, read in reads.items():
        with CaptureQueriesContext(connection) as questions:
            assert read(), name
        counted[name] = len(questions)
    return counted


def test_twelve_of_everything_cost_no_more_questions_than_two(cast: Cast) -> None:
    assert asked(cast, fill(cast, 2)) == asked(cast, fill(cast, 12))
