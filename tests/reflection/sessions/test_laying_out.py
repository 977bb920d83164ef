"""Whoever leads shows pieces of knowledge to everybody present, guests too."""

import pytest

from cast import Cast, shared
from handlerum.knowledge.models import Contribution
from handlerum.organisations.access import Denied
from handlerum.reflection import services
from handlerum.reflection.models import Session
from handlerum.reflection.problems import Refused
from handlerum.reflection.queries import laid_out
from reflection.sessions.making import guest, joined, running


def test_what_is_laid_out_is_seen_by_members_and_guests_in_its_order(cast: Cast) -> None:
    session, dorte = running(cast), cast.reader("dorte")
    first, second = shared(cast), shared(cast, "bo", title="Et andet møde")

    for row in (second, first, second):
        services.lay_out(dorte, session.id, row.id)

    for who in (guest(cast, session), joined(cast, session)):
        assert laid_out(who, session.id) == [first, second]
    services.lay_out(dorte, session.id, first.id, out=False)
    assert laid_out(dorte, session.id) == [second]


def test_what_is_for_fewer_is_not_laid_out(cast: Cast) -> None:
    session, dorte = running(cast), cast.reader("dorte")
    teams = shared(cast, audience="team")
    alone = shared(cast, audience="me")

    with pytest.raises(Refused):
        services.lay_out(dorte, session.id, teams.id)
    with pytest.raises(Denied):
        services.lay_out(dorte, session.id, alone.id)
    assert laid_out(dorte, session.id) == []


def test_what_was_shared_more_narrowly_since_is_gone(cast: Cast) -> None:
    session, dorte = running(cast), cast.reader("dorte")
    row = shared(cast)
    services.lay_out(dorte, session.id, row.id)

    Contribution.objects.update(audience="team", team=cast.youth)

    assert laid_out(guest(cast, session), session.id) == []


def test_a_piece_is_put_aside_or_laid_out_and_never_both(cast: Cast) -> None:
    session, dorte = running(cast), cast.reader("dorte")
    row = shared(cast)

    services.lay_out(dorte, session.id, row.id)
    services.put_aside(dorte, session.id, row.id)
    assert (Session.objects.get().aside, Session.objects.get().laid_out) == ([row.id], [])
    services.lay_out(dorte, session.id, row.id)
    assert (Session.objects.get().aside, Session.objects.get().laid_out) == ([], [row.id])
    services.put_aside(dorte, session.id, row.id)
    services.put_aside(dorte, session.id, row.id, aside=False)
    assert Session.objects.get().aside == []


def test_only_so_many_pieces_are_laid_out(cast: Cast) -> None:
    session, dorte = running(cast), cast.reader("dorte")
    rows = [shared(cast, title=f"Møde {n}") for n in range(31)]
    for row in rows[:30]:
        services.lay_out(dorte, session.id, row.id)

    with pytest.raises(Refused):
        services.lay_out(dorte, session.id, rows[30].id)


def test_only_those_who_lead_lay_out_and_only_those_inside_see(cast: Cast) -> None:
    session = running(cast)
    row = shared(cast)
    services.lay_out(cast.reader("dorte"), session.id, row.id)

    for name in ("bo", "carla"):
        with pytest.raises(Denied):
            services.lay_out(cast.reader(name), session.id, row.id, out=False)
        with pytest.raises(Denied):
            services.put_aside(cast.reader(name), session.id, row.id)
        with pytest.raises(Denied):
            laid_out(cast.reader(name), session.id)
