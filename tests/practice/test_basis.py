"""What a practice stands on: shared with others, not out of itself, and seen by who may."""

import pytest

from cast import Cast, drafted, report, shared
from dilemmas.making import made as dilemma_made
from dilemmas.making import side_ids
from handlerum.dilemmas.models import Side
from handlerum.dilemmas.problems import Refused
from handlerum.knowledge.erasure_services import erase
from handlerum.knowledge.models import Contribution
from handlerum.knowledge.services import contribute, withdraw
from handlerum.knowledge.terms import Form
from handlerum.organisations.access import Denied
from handlerum.practice.models import Basis, Trial, Weighed
from handlerum.practice.queries.practices import opened, standing_on
from handlerum.practice.queries.practices import under as lies_under
from handlerum.practice.rules.problem import Code
from handlerum.practice.services.basis import leave, stand_on, weigh_in, weigh_out
from handlerum.practice.services.looking import looked
from handlerum.trail.terms import Thing
from practice.agreed import in_days, made, rows, under


def test_a_contribution_is_laid_under_it_and_its_stance_can_change(cast: Cast) -> None:
    row, piece = made(cast), shared(cast)

    under(cast, row, piece)
    under(cast, row, piece, "nuances")

    (stood,) = opened(cast.reader("bo"), row.id).under.lanes[Form.EXPERIENCE]
    assert (stood.contribution, stood.stance, stood.may_take) == (piece, "nuances", False)


def test_only_what_is_shared_with_others_is_stood_on(cast: Cast) -> None:
    row, anna = made(cast), cast.reader("anna")

    for piece in (drafted(cast), shared(cast, audience="me")):
        with pytest.raises(Refused):
            stand_on(anna, row.id, piece.id, "supports")
    with pytest.raises(Refused):
        stand_on(anna, row.id, shared(cast).id, "likes")
    assert not Basis.objects.exists()


def test_what_somebody_else_laid_is_theirs_and_the_editors_to_change(cast: Cast) -> None:
    row, piece = made(cast), shared(cast)
    laid = under(cast, row, piece)

    with pytest.raises(Refused):
        under(cast, row, piece, "challenges", "bo")
    with pytest.raises(Denied):
        leave(cast.reader("bo"), laid.id)
    leave(cast.reader("dorte"), laid.id)
    assert not Basis.objects.exists()


def test_a_reader_is_told_how_many_pieces_they_may_not_see_and_nothing_of_them(
    cast: Cast,
) -> None:
    row = made(cast, "dorte")
    piece = shared(cast, "dorte", audience="team", title="Kun for ungeteamet")
    under(cast, row, piece, by="dorte")

    found = opened(cast.reader("erik"), row.id).under

    assert found.hidden_count == 1
    assert not any(found.lanes.values())


def test_what_was_withdrawn_or_erased_leaves_a_gap_that_is_marked(cast: Cast) -> None:
    row, gone, back = made(cast), shared(cast), shared(cast, "bo")
    under(cast, row, gone)
    under(cast, row, back)
    erase(cast.reader("anna"), gone.id)
    withdraw(cast.reader("bo"), back.id)

    for name in ("anna", "bo", "erik"):
        found = opened(cast.reader(name), row.id).under
        assert [(gap.form, gap.erased) for gap in found.gaps] == [
            (Form.EXPERIENCE, True),
            (Form.EXPERIENCE, False),
        ]
        assert not found.hidden_count


def trial_told(cast: Cast, piece: Contribution, thing: Thing, thing_id: int) -> None:
    Trial.objects.create(
        organisation=cast.home,
        owner=cast.anna.user,
        what="Vi prøver det",
        until=in_days(7),
        contribution=piece,
        origin_thing=thing,
        origin_id=thing_id,
    )


def test_a_practice_cannot_stand_on_what_came_out_of_itself(cast: Cast) -> None:
    row, anna = made(cast), cast.reader("anna")
    tried, met = shared(cast), shared(cast)
    trial_told(cast, tried, Thing.PRACTICE, row.id)
    trial_told(cast, met, Thing.SESSION, 77)
    looked(anna, row.id, conclusion="Det holder.", next_look=None, session_id=77)
    copied = shared(cast, text=row.text.upper().replace("\n", " "))

    for piece in (tried, met, copied):
        with pytest.raises(Refused) as refused:
            stand_on(anna, row.id, piece.id, "supports")
        assert [problem.code for problem in refused.value.problems] == [Code.CIRCULAR]
    stand_on(anna, made(cast, text="Noget andet.").id, tried.id, "supports")


def test_a_consideration_is_taken_from_a_dilemma_one_may_see_with_what_is_still_owed(
    cast: Cast,
) -> None:
    row, dilemma = made(cast), dilemma_made(cast)
    side = Side.objects.get(id=side_ids(dilemma)[0])

    weigh_in(cast.reader("anna"), row.id, dilemma.id, side.consideration_id, "Et opkald.")

    (found,) = opened(cast.reader("bo"), row.id).weighed
    assert (found.row.residue, found.dilemma_id) == ("Et opkald.", dilemma.id)
    with pytest.raises(Refused):
        weigh_in(cast.reader("anna"), row.id, dilemma.id, side.consideration_id, "")
    with pytest.raises(Denied):
        weigh_out(cast.reader("bo"), found.row.id)
    weigh_out(cast.reader("dorte"), found.row.id)
    assert not Weighed.objects.exists()


def test_a_consideration_is_not_brought_before_more_readers_than_it_was_written_for(
    cast: Cast,
) -> None:
    row, dilemma = made(cast, "dorte"), dilemma_made(cast, audience="team")
    side = Side.objects.get(id=side_ids(dilemma)[0])

    with pytest.raises(Refused):
        weigh_in(cast.reader("dorte"), row.id, dilemma.id, side.consideration_id, "")
    with pytest.raises(Denied):
        weigh_in(cast.reader("gitte"), row.id, dilemma.id, side.consideration_id, "")


def test_the_dilemma_is_named_to_those_who_may_see_it_alone(cast: Cast) -> None:
    dilemma = dilemma_made(cast, audience="team")
    row = made(cast)
    side = Side.objects.get(id=side_ids(dilemma)[0])
    weigh_in(cast.reader("anna"), row.id, dilemma.id, side.consideration_id, "")

    (found,) = opened(cast.reader("erik"), row.id).weighed

    assert found.dilemma_id is None


def test_what_stands_on_something_is_found_by_who_may_read_it(cast: Cast) -> None:
    piece, dilemma = shared(cast), dilemma_made(cast)
    row, other = made(cast, audience="team"), made(cast)
    under(cast, row, piece)
    side = Side.objects.get(id=side_ids(dilemma)[0])
    weigh_in(cast.reader("anna"), other.id, dilemma.id, side.consideration_id, "")

    assert standing_on(cast.reader("bo"), Thing.CONTRIBUTION, piece.id) == [row]
    assert not standing_on(cast.reader("erik"), Thing.CONTRIBUTION, piece.id)
    assert standing_on(cast.reader("erik"), Thing.DILEMMA, dilemma.id) == [other]


def test_carla_can_lay_and_take_nothing(cast: Cast) -> None:
    row, piece = made(cast), shared(cast)
    laid = under(cast, row, piece)
    carla, before = cast.reader("carla"), rows()

    with pytest.raises(Denied):
        stand_on(carla, row.id, piece.id, "supports")
    with pytest.raises(Denied):
        leave(carla, laid.id)
    with pytest.raises(Denied):
        opened(carla, row.id)
    assert rows() == before


def test_forms_that_nothing_is_of_are_there_and_silent(cast: Cast) -> None:
    row = made(cast)
    under(cast, row, contribute(cast.reader("bo"), report()))

    found = lies_under(cast.reader("bo"), row)

    assert list(found.lanes) == list(Form)
    assert [form for form, lane in found.lanes.items() if lane] == [Form.RESEARCH]
