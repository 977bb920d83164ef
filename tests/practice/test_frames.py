"""A frame request reaches a leader who answers; who asks is nobody's to know."""

from collections.abc import Callable

import pytest

from cast import Cast, person
from handlerum.organisations.access import Denied, Reader, reader_of
from handlerum.organisations.models import Membership
from handlerum.organisations.services import add_member
from handlerum.organisations.terms import Role
from handlerum.practice.models import FrameJoin, FrameRequest
from handlerum.practice.problems import Refused
from handlerum.practice.queries import frames as queries
from handlerum.practice.services import frames as services
from handlerum.trail.models import Entry
from practice.trying import asked, asking, crowd, in_days, late, lead, rows, stop


@pytest.fixture
def lone(cast: Cast) -> Membership:
    return lead(cast)


def codes(refused: pytest.ExceptionInfo[Refused]) -> list[tuple[str, str]]:
    return [(one.field, str(one.code)) for one in refused.value.problems]


def test_a_request_reaches_its_leader_without_a_name(cast: Cast, lone: Membership) -> None:
    row = asked(cast, lone)

    seen = queries.shown(reader_of(lone), row.id)

    assert (seen.names, seen.number, seen.is_in, seen.may_answer) == ((), None, False, True)
    assert queries.waiting_for(reader_of(lone)) == 1
    assert Entry.objects.get(thing="frame_request").verb == "asked"


def test_a_request_of_a_team_reaches_its_leader_too(cast: Cast, lone: Membership) -> None:
    row = asked(cast, lone, audience="team")

    assert queries.shown(reader_of(lone), row.id).may_answer
    assert queries.shown(cast.reader("bo"), row.id).may_join
    for outside in ("erik", "gitte", "carla"):
        with pytest.raises(Denied):
            queries.shown(cast.reader(outside), row.id)


def test_pressing_twice_asks_once(cast: Cast, lone: Membership) -> None:
    assert asked(cast, lone).id == asked(cast, lone).id

    assert FrameRequest.objects.count() == 1


@pytest.mark.parametrize(
    ("changed", "field", "code"),
    [
        ({"kind": "vejret"}, "kind", "missing"),
        ({"condition": ""}, "condition", "missing"),
        ({"hinders": " "}, "hinders", "missing"),
        ({"asks": "x" * 5_001}, "asks", "too_long"),
        ({"answer_by": None}, "answer_by", "missing"),
        ({"answer_by": in_days(-1)}, "answer_by", "date_past"),
        ({"audience": "me"}, "audience", "missing"),
        ({"audience": "team", "team_id": 987_654}, "audience", "team_not_yours"),
        ({"leader_id": None}, "leader", "not_a_leader"),
        ({"hinders": "Ring til 010203-1234"}, "hinders", "identifies"),
    ],
)
def test_what_cannot_be_asked_is_refused(
    cast: Cast, lone: Membership, changed: dict[str, object], field: str, code: str
) -> None:
    with pytest.raises(Refused) as refused:
        asked(cast, lone, **changed)

    assert (field, code) in codes(refused)
    assert not FrameRequest.objects.exists()


def test_only_a_leader_of_the_same_place_is_asked(cast: Cast, lone: Membership) -> None:
    away = add_member(cast.away, person("lars"), Role.LEADER)
    stop(lone)

    for nobody in (cast.bo, cast.dorte, cast.carla, away, lone):
        with pytest.raises(Refused) as refused:
            asked(cast, nobody)
        assert codes(refused) == [("leader", "not_a_leader")]
    with pytest.raises(Refused):
        asked(cast, cast.gitte, "gitte")
    assert [one.user_id for one in queries.to_ask(cast.reader("anna"))] == [cast.gitte.user_id]


def test_joining_twice_is_joining_once(cast: Cast, lone: Membership) -> None:
    row, bo = asked(cast, lone), cast.reader("bo")

    services.join(bo, row.id)
    services.join(bo, row.id, shows_name=True)

    assert FrameJoin.objects.get().shows_name
    assert queries.shown(cast.reader("anna"), row.id).names == ("Bo",)
    assert Entry.objects.filter(verb="joined", thing="frame_request").count() == 1


def test_the_number_is_told_from_five_and_their_owner_counts(cast: Cast, lone: Membership) -> None:
    row = asked(cast, lone)
    for number, one in enumerate(crowd(cast, 4), start=2):
        services.join(one, row.id)
        seen = queries.shown(reader_of(lone), row.id)
        assert seen.number == (5 if number == 5 else None)
        assert seen.names == ()
    services.leave(one, row.id)

    assert queries.shown(reader_of(lone), row.id).number is None
    assert queries.shown(cast.reader("anna"), row.id).with_others


def test_names_are_of_those_who_wish_it(cast: Cast, lone: Membership) -> None:
    row = asked(cast, lone)
    services.join(cast.reader("bo"), row.id)
    services.join(cast.reader("dorte"), row.id, shows_name=True)
    assert queries.shown(reader_of(lone), row.id).names == ("Dorte",)

    services.show_name(cast.reader("anna"), row.id, shows_name=True)
    assert queries.shown(reader_of(lone), row.id).names == ("Anna", "Dorte")
    with pytest.raises(Denied):
        services.show_name(cast.reader("bo"), row.id, shows_name=True)


def test_who_asks_or_answers_does_not_join(cast: Cast, lone: Membership) -> None:
    row = asked(cast, lone)

    for who in (cast.reader("anna"), reader_of(lone)):
        with pytest.raises(Refused) as refused:
            services.join(who, row.id)
        assert codes(refused) == [("request", "not_needed")]


def test_what_its_owner_leaves_is_the_next_ones(cast: Cast, lone: Membership) -> None:
    row = asked(cast, lone, shows_name=True)
    services.join(cast.reader("bo"), row.id)

    services.leave(cast.reader("anna"), row.id)
    seen = queries.shown(cast.reader("bo"), row.id)
    assert (seen.is_own, seen.names, seen.with_others) == (True, (), False)
    services.leave(cast.reader("anna"), row.id)
    services.leave(cast.reader("bo"), row.id)

    assert not FrameRequest.objects.exists()
    assert Entry.objects.filter(verb="erased", thing="frame_request").count() == 1


def test_a_leader_answers_with_a_reason_and_may_change_it(cast: Cast, lone: Membership) -> None:
    row, leader = asked(cast, lone), reader_of(lone)
    for given, reason in (("", "Fordi"), ("granted", " "), ("måske", "Fordi")):
        with pytest.raises(Refused):
            services.answer(leader, row.id, given, reason)

    services.answer(leader, row.id, "later", "Der er ingen lokaler før foråret.")
    services.answer(leader, row.id, "later", "Der er ingen lokaler før foråret.")
    services.answer(leader, row.id, "granted", "Vi fandt et lokale.")

    found = queries.shown(cast.reader("erik"), row.id).row
    assert (found.answer, found.reason, found.answered_by) == (
        "granted",
        "Vi fandt et lokale.",
        lone.user,
    )
    assert Entry.objects.filter(verb="answered").count() == 2
    assert queries.waiting_for(leader) == 0


def test_what_is_late_is_seen_by_all_who_may_read(cast: Cast, lone: Membership) -> None:
    row, other = late(asked(cast, lone)), asked(cast, lone, condition="Antallet af sager")

    erik = cast.reader("erik")
    assert [one.is_overdue for one in queries.seen(erik, queries.listed(erik))] == [True, False]
    assert list(queries.listed(erik, "overdue")) == [row]
    assert list(queries.listed(erik, "waiting", "caseload")) == []
    services.answer(reader_of(lone), row.id, "declined", "Der er ikke råd.")

    assert list(queries.listed(erik)) == [other, row]
    assert queries.counts(erik) == {"waiting": 1, "overdue": 0, "answered": 1, "to_me": 0}


def test_any_leader_answers_for_one_who_left(cast: Cast, lone: Membership) -> None:
    row, gitte = asked(cast, lone), cast.reader("gitte")
    with pytest.raises(Denied):
        services.answer(gitte, row.id, "granted", "Vi fandt et lokale.")
    stop(lone)

    assert queries.shown(cast.reader("bo"), row.id).leader_left
    assert queries.waiting_for(gitte) == 1
    services.answer(gitte, row.id, "granted", "Vi fandt et lokale.")

    assert FrameRequest.objects.get().leader == cast.gitte.user


def test_who_leads_no_more_answers_no_more(cast: Cast, lone: Membership) -> None:
    row = asked(cast, lone)
    Membership.objects.filter(id=lone.id).update(role=Role.CONSULTANT)
    lone.refresh_from_db()

    with pytest.raises(Denied):
        services.answer(reader_of(lone), row.id, "granted", "Vi fandt et lokale.")
    assert queries.shown(cast.reader("gitte"), row.id).may_answer


def test_its_owner_turns_to_another_leader_when_theirs_left(cast: Cast, lone: Membership) -> None:
    row, anna = asked(cast, lone, audience="team"), cast.reader("anna")
    with pytest.raises(Denied):
        services.ask_another(anna, row.id, cast.gitte.user_id)
    stop(lone)

    with pytest.raises(Refused):
        services.ask_another(anna, row.id, cast.bo.user_id)
    services.ask_another(anna, row.id, cast.gitte.user_id)

    assert queries.shown(cast.reader("gitte"), row.id).may_answer
    assert FrameRequest.objects.get().told_on is None


CANNOT: dict[str, Callable[[Reader, int], object]] = {
    "read": lambda who, number: queries.shown(who, number),
    "join": lambda who, number: services.join(who, number),
    "leave": lambda who, number: services.leave(who, number),
    "name": lambda who, number: services.show_name(who, number, shows_name=True),
    "answer": lambda who, number: services.answer(who, number, "granted", "Fordi"),
    "another": lambda who, number: services.ask_another(who, number, who.user_id),
}


@pytest.mark.parametrize("attempt", CANNOT)
def test_carla_reads_and_changes_nothing(cast: Cast, lone: Membership, attempt: str) -> None:
    row, carla = asked(cast, lone), cast.reader("carla")
    before = rows()

    with pytest.raises(Denied):
        CANNOT[attempt](carla, row.id)

    assert rows() == before
    assert list(queries.listed(carla)) == []
    assert not any(queries.counts(carla).values())


def test_a_stopped_leader_of_one_place_opens_nothing_to_another(
    cast: Cast, lone: Membership
) -> None:
    asked(cast, lone)
    stop(lone)

    assert queries.waiting_for(cast.reader("carla")) == 0
    assert asking(lone).leader_id == lone.user_id
