"""Carla, administrator elsewhere, and a guest of another session know every id, and get nothing."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from cast import Cast, shared, telling
from handlerum.organisations.access import Denied, Reader
from handlerum.reflection import access, queries, services
from handlerum.reflection.access import Guest, Who
from handlerum.reflection.models import CardGroup, Participant
from handlerum.reflection.telling import (
    AssumptionTelling,
    CarriedTelling,
    NextStepTelling,
    OptionTelling,
    StepTelling,
)
from reflection.sessions.making import (
    at_step,
    came,
    entry,
    guest,
    joined,
    prepared,
    rows,
    running,
    wrote,
)
from reflection.sessions.making import (
    telling as session_telling,
)


@dataclass(frozen=True)
class Ids:
    """Everything outsiders have heard the number of, and a session of their own."""

    session: int
    entry: int
    group: int
    participant: int
    user: int
    token: str
    own: int


READS: dict[str, Callable[[Who, Ids], object]] = {
    "seat": lambda who, ids: access.seat(who, ids.session),
    "version": lambda who, ids: access.version_for(who, ids.session),
    "state": lambda who, ids: queries.state(who, ids.session),
    "projector": lambda who, ids: queries.state(who, ids.session, view="projector"),
    "changes": lambda who, ids: queries.changes_since(who, ids.session, 0),
    "votes": lambda who, ids: queries.votes(who, ids.session, "cards"),
}
LEADS: dict[str, Callable[[Who, Ids], object]] = {
    "invite": lambda who, ids: services.invite(who, ids.session),
    "revoke": lambda who, ids: services.revoke_links(who, ids.session),
    "assign": lambda who, ids: services.assign(who, ids.session, ids.participant, "Borger"),
    "start": lambda who, ids: services.start(who, ids.session),
    "go": lambda who, ids: services.go(who, ids.session, "next", turn=1),
    "prolong": lambda who, ids: services.prolong(who, ids.session, 1, turn=1),
    "reorder": lambda who, ids: services.reorder(who, ids.session, [], turn=1),
    "edit": lambda who, ids: services.edit_step(
        who, ids.session, "cards", StepTelling(name="x"), turn=1
    ),
    "reveal": lambda who, ids: services.reveal(who, ids.session, "silent"),
    "make group": lambda who, ids: services.make_group(who, ids.session, "cards"),
    "rename group": lambda who, ids: services.rename_group(who, ids.session, ids.group, "x"),
    "remove group": lambda who, ids: services.remove_group(who, ids.session, ids.group),
    "move card": lambda who, ids: services.move_card(who, ids.session, ids.entry, ids.group),
    "undo": lambda who, ids: services.undo(who, ids.session),
    "add": lambda who, ids: services.add_facilitator(who, ids.session, ids.user),
    "hand over": lambda who, ids: services.hand_over(who, ids.session, ids.user),
    "take over": lambda who, ids: services.take_over(who, ids.session),
    "close": lambda who, ids: services.close(who, ids.session),
    "keep": lambda who, ids: services.keep(who, ids.session),
    "delete": lambda who, ids: services.delete(who, ids.session),
}
WRITES: dict[str, Callable[[Who, Ids], object]] = {
    "write": lambda who, ids: services.write(who, ids.session, entry()),
    "withdraw": lambda who, ids: services.withdraw(who, ids.session, "entry", ids.entry),
    "withdraw from own": lambda who, ids: services.withdraw(who, ids.own, "entry", ids.entry),
    "dots": lambda who, ids: services.lay_dots(who, ids.session, "cards", {ids.entry: 1}),
    "line": lambda who, ids: services.place_on_line(who, ids.session, "cards", 5),
    "vote": lambda who, ids: services.vote(who, ids.session, "cards", ids.entry, "agree"),
    "option": lambda who, ids: services.note_option(
        who, ids.session, OptionTelling("k", "Noget", "after")
    ),
    "option opened by": lambda who, ids: services.note_option(
        who, ids.own, OptionTelling("k", "Noget", "after", entry_id=ids.entry)
    ),
    "assumption": lambda who, ids: services.note_assumption(
        who, ids.session, AssumptionTelling("k", "Noget", "after")
    ),
    "next step": lambda who, ids: services.note_next_step(
        who, ids.session, NextStepTelling("k", "Noget")
    ),
    "carry": lambda who, ids: services.carry_over(who, ids.session, CarriedTelling("k", "Noget")),
    "agree": lambda who, ids: services.agree(who, ids.session, ids.entry),
    "agree from own": lambda who, ids: services.agree(who, ids.own, ids.entry),
}
MEMBERS: dict[str, Callable[[Reader, Ids], object]] = {
    "join": lambda who, ids: services.join_as_member(who, ids.session),
    "join by link": lambda who, ids: services.join_by_link(who, ids.token),
    "rehearse": lambda who, ids: services.rehearse(who, ids.session),
    "publish": lambda who, ids: services.publish(who, ids.session, ids.entry, telling()),
    "publish from own": lambda who, ids: services.publish(who, ids.own, ids.entry, telling()),
    "rename in own": lambda who, ids: services.rename_group(who, ids.own, ids.group, "x"),
    "move in own": lambda who, ids: services.move_card(who, ids.own, ids.entry, None),
    "assign in own": lambda who, ids: services.assign(who, ids.own, ids.participant, "x"),
    "add to own": lambda who, ids: services.add_facilitator(who, ids.own, ids.user),
}


@pytest.fixture
def ids(cast: Cast) -> Ids:
    """Dorte's session with something in it, and one that Carla leads."""
    session = at_step(cast, running(cast), 1)
    row = wrote(joined(cast, session), session)
    services.make_group(cast.reader("dorte"), session.id, "cards")
    own = running(cast, "carla", audience="organisation")
    return Ids(
        session.id,
        row.id,
        CardGroup.objects.get().id,
        Participant.objects.get().id,
        cast.bo.user_id,
        services.invite(cast.reader("dorte"), session.id),
        own.id,
    )


@pytest.mark.parametrize("attempt", {**READS, **LEADS, **WRITES, **MEMBERS})
def test_carla_is_turned_away_and_changes_nothing(cast: Cast, ids: Ids, attempt: str) -> None:
    before = rows()

    with pytest.raises(Denied):
        {**READS, **LEADS, **WRITES, **MEMBERS}[attempt](cast.reader("carla"), ids)

    assert rows() == before


@pytest.mark.parametrize("attempt", {**READS, **LEADS, **WRITES})
def test_a_guest_of_another_session_is_turned_away(cast: Cast, ids: Ids, attempt: str) -> None:
    other = guest(cast, running(cast, "anna"))
    ids = Ids(**{**{n: getattr(ids, n) for n in ids.__dataclass_fields__}, "own": other.session_id})
    before = rows()

    with pytest.raises(Denied):
        {**READS, **LEADS, **WRITES}[attempt](other, ids)

    assert rows() == before


@pytest.mark.parametrize("attempt", LEADS)
def test_a_participant_does_not_lead(cast: Cast, ids: Ids, attempt: str) -> None:
    before = rows()

    with pytest.raises(Denied):
        LEADS[attempt](cast.reader("bo"), ids)

    assert rows() == before


def test_a_guest_is_known_by_the_secret_of_their_phone_in_one_session_only(cast: Cast) -> None:
    session, other = running(cast), running(cast, "anna")
    link = services.invite(cast.reader("dorte"), session.id)
    token = "t" * 43
    made = services.join_as_guest(link, "Mentor", token).guest

    assert access.guest(token, session.id) == made
    for wrong, where in (("x" * 43, session.id), (token, other.id)):
        with pytest.raises(Denied):
            access.guest(wrong, where)
    with pytest.raises(Denied):
        access.seat(Guest(made.participant_id, session.id), other.id)


def test_a_session_of_a_team_is_for_the_team(cast: Cast) -> None:
    session = prepared(cast)

    services.join_as_member(cast.reader("bo"), session.id)
    for outside in ("erik", "gitte"):
        with pytest.raises(Denied):
            services.join_as_member(cast.reader(outside), session.id)
    assert [list(queries.listed(cast.reader(name))) for name in ("anna", "erik", "carla")] == [
        [session],
        [],
        [],
    ]


def test_who_may_join_has_to_do_so_before_reading(cast: Cast) -> None:
    session = prepared(cast)

    with pytest.raises(Denied):
        queries.state(cast.reader("bo"), session.id)


def test_nobody_prepares_a_session_about_what_they_cannot_see(cast: Cast) -> None:
    own = shared(cast, "carla")
    for kind, subject in (("contribution", own.id), ("dilemma", 1), ("procedure", 1), ("x", 1)):
        with pytest.raises(Denied):
            services.prepare(
                cast.reader("anna"),
                session_telling(audience="me", subject_kind=kind, subject_id=subject),
            )


def test_a_code_is_good_for_its_own_session(cast: Cast) -> None:
    session, other = running(cast), running(cast, "anna")
    code = came(cast, session).code

    with pytest.raises(Denied):
        services.withdraw_by_code(other.id, code)
