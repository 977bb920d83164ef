"""People come in by a link, with a first name or a role and no account."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from cast import Cast
from handlerum.organisations.access import Denied
from handlerum.organisations.secrets import new_token
from handlerum.reflection import services
from handlerum.reflection.models import Link, Participant, Session
from handlerum.reflection.problems import Refused
from handlerum.reflection.queries import listed, state
from reflection.sessions.making import guest, joined, prepared, running

TOKEN = "t" * 43


def invited(cast: Cast, session: Session, **how: Any) -> str:
    """The secret of a link to Dorte's session."""
    return services.invite(cast.reader("dorte"), session.id, **how)


def test_pressing_twice_brings_in_one_guest_with_the_same_code(cast: Cast) -> None:
    link = invited(cast, running(cast), uses=1)

    first = services.join_as_guest(link, "Mentor", TOKEN)
    again = services.join_as_guest(link, "Mentor", TOKEN)

    assert first == again
    assert Participant.objects.count() == 1
    assert len(first.code) == 10


def test_neither_secret_nor_code_is_stored(cast: Cast) -> None:
    link = invited(cast, running(cast))
    code = services.join_as_guest(link, "Mentor", TOKEN).code

    stored = str([list(Participant.objects.values()), list(Link.objects.values())])

    assert not any(secret in stored for secret in (link, TOKEN, code))


def test_a_used_up_too_old_or_wrong_link_lets_nobody_in(cast: Cast) -> None:
    session = running(cast)
    used, old = invited(cast, session, uses=1), invited(cast, session, days=1)
    Link.objects.filter(uses_left=None).update(expires_at=timezone.now())
    services.join_as_guest(used, "Mentor", TOKEN)

    for link in (used, old, "x" * 43):
        with pytest.raises(Denied):
            services.join_as_guest(link, "Frivillig", new_token())
    assert Participant.objects.count() == 1


def test_taking_links_back_leaves_those_who_came(cast: Cast) -> None:
    session = running(cast)
    link = invited(cast, session)
    came = services.join_as_guest(link, "Mentor", TOKEN).guest

    services.revoke_links(cast.reader("dorte"), session.id)

    with pytest.raises(Denied):
        services.session_of(link)
    assert state(came, session.id).me


def test_a_session_that_is_over_lets_nobody_in(cast: Cast) -> None:
    session = running(cast)
    link = invited(cast, session)
    services.close(cast.reader("dorte"), session.id)

    with pytest.raises(Denied):
        services.join_as_guest(link, "Mentor", TOKEN)
    with pytest.raises(Refused):
        services.join_as_member(cast.reader("bo"), session.id)


def test_a_member_from_another_team_comes_by_the_link(cast: Cast) -> None:
    session = running(cast)
    link = invited(cast, session, uses=1)

    services.join_by_link(cast.reader("erik"), link)

    assert list(listed(cast.reader("erik"))) == [session]


def test_a_first_name_is_fine_and_a_number_is_not(cast: Cast) -> None:
    link = invited(cast, running(cast))

    services.join_as_guest(link, "Fatima", TOKEN)
    for name in ("22 33 44 55", "fatima@mail.example", "", "x" * 41):
        with pytest.raises(Refused):
            services.join_as_guest(link, name, new_token())


def test_a_perspective_is_seen_by_everybody(cast: Cast) -> None:
    session = running(cast)
    mentor = guest(cast, session)

    services.assign(cast.reader("dorte"), session.id, mentor.participant_id, "Arbejdsgiveren")

    people = state(joined(cast, session), session.id).common.people
    assert [one.perspective for one in people] == ["Arbejdsgiveren", ""]


def test_a_rehearsal_is_seen_by_nobody_else_and_leaves_nothing(cast: Cast) -> None:
    session = prepared(cast)
    dorte = cast.reader("dorte")

    copy = services.rehearse(dorte, session.id)
    services.start(dorte, copy.id)

    assert copy.steps == session.steps
    assert list(listed(cast.reader("anna"))) == [session]
    services.close(dorte, copy.id)
    assert list(Session.objects.all()) == [session]


def test_a_link_lasts_a_week_unless_told_otherwise(cast: Cast) -> None:
    invited(cast, prepared(cast))

    left = Link.objects.get().expires_at - timezone.now()

    assert timedelta(days=6, hours=23) < left <= timedelta(days=7)
