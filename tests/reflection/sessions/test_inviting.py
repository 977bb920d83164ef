"""People are let in by links and by mail; addresses are kept nowhere."""

import smtplib
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone

from cast import Cast
from handlerum.organisations.access import Denied
from handlerum.reflection import services
from handlerum.reflection.models import Link, Session
from handlerum.reflection.problems import Refused, in_words
from handlerum.reflection.queries import links
from handlerum.reflection.rules.inviting import MAX_ADDRESSES, MAX_LINKS, addresses
from reflection.sessions.making import prepared, rows, running

TYPED = "ida@test.example, ole@test.example;\n<Ida@test.example>"


@pytest.fixture(autouse=True)
def server(settings: Any) -> None:
    """A server to send by; the tests' own takes the mails."""
    settings.EMAIL_HOST = "mail.test.example"


def sent(cast: Cast, session: Session, typed: str = TYPED, **how: Any) -> int:
    return services.invite_by_mail(
        cast.reader("dorte"), session.id, typed, lambda token: f"https://x.example/{token}", **how
    )


def test_a_link_lives_as_long_and_lets_in_as_many_as_was_chosen(cast: Cast) -> None:
    session = running(cast)

    services.invite(cast.reader("dorte"), session.id, days=30, uses=4)

    (link,) = links(cast.reader("dorte"), session.id)
    assert link.uses_left == 4
    assert link.expires_at - timezone.now() > timedelta(days=29)


@pytest.mark.parametrize("how", [{"days": 0}, {"days": 91}, {"uses": 0}, {"uses": 501}])
def test_a_link_for_ever_or_for_nobody_is_refused(cast: Cast, how: dict[str, int]) -> None:
    session = running(cast)

    with pytest.raises(Refused):
        services.invite(cast.reader("dorte"), session.id, **how)

    assert not Link.objects.exists()


def test_only_so_many_links_let_in_at_once(cast: Cast) -> None:
    session, dorte = running(cast), cast.reader("dorte")
    for _ in range(MAX_LINKS):
        services.invite(dorte, session.id)

    with pytest.raises(Refused):
        services.invite(dorte, session.id)
    Link.objects.filter(id__in=[links(dorte, session.id)[0].id]).update(expires_at=timezone.now())
    assert services.invite(dorte, session.id)


def test_one_link_is_taken_back_and_the_others_stay(cast: Cast) -> None:
    session, dorte = running(cast), cast.reader("dorte")
    first, second = (services.invite(dorte, session.id) for _ in range(2))

    services.revoke_link(dorte, session.id, links(dorte, session.id)[0].id)

    assert services.session_of(first) == session
    with pytest.raises(Denied):
        services.session_of(second)


def test_a_link_of_another_session_is_not_taken_back(cast: Cast) -> None:
    session, other = running(cast), prepared(cast, "gitte", audience="me")
    services.invite(cast.reader("dorte"), session.id)
    link = Link.objects.get()

    for who, where in (("gitte", other.id), ("carla", session.id), ("bo", session.id)):
        with pytest.raises(Denied):
            services.revoke_link(cast.reader(who), where, link.id)
    assert Link.objects.get() == link


def test_each_gets_a_mail_of_their_own_and_no_address_is_stored(cast: Cast) -> None:
    session = running(cast)

    assert sent(cast, session, days=3, uses=10) == 2

    assert sorted(one.to[0].lower() for one in mail.outbox) == [
        "ida@test.example",
        "ole@test.example",
    ]
    assert all(len(one.to) == 1 and not one.cc and not one.bcc for one in mail.outbox)
    assert session.question in mail.outbox[0].body
    token = str(mail.outbox[0].body).split("https://x.example/")[1].split()[0]
    assert services.session_of(token) == session
    assert not any(name in str(rows()) for name in ("ida@", "ole@", "Ida@"))


@pytest.mark.parametrize(
    "typed",
    ["", " ,; ", "ida", "ida@test.example ole@", "a@b", "ida@test.example\r\nBcc: x@y.example"],
)
def test_wrong_addresses_send_nothing_and_are_not_repeated(cast: Cast, typed: str) -> None:
    session = running(cast)

    with pytest.raises(Refused) as refused:
        sent(cast, session, typed)

    assert not mail.outbox
    assert not Link.objects.exists()
    said = " ".join(map(in_words, refused.value.problems))
    assert said
    assert "ida" not in said
    assert "ida" not in str(refused.value)


def test_only_so_many_addresses_at_one_press(cast: Cast) -> None:
    many = "\n".join(f"p{n}@test.example" for n in range(MAX_ADDRESSES + 1))

    with pytest.raises(Refused):
        sent(cast, running(cast), many)

    assert len(addresses(many)) == MAX_ADDRESSES + 1
    assert not mail.outbox


def test_a_server_that_does_not_answer_leaves_no_link(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refuses(*_args: Any) -> None:
        raise smtplib.SMTPRecipientsRefused({"ida@test.example": (550, b"no")})

    monkeypatch.setattr("django.core.mail.EmailMessage.send", refuses)
    session = running(cast)

    with pytest.raises(Refused):
        sent(cast, session)

    assert not Link.objects.exists()
    assert "ida@" not in caplog.text


def test_without_a_server_nothing_is_sent(cast: Cast, settings: Any) -> None:
    settings.EMAIL_HOST = ""
    assert not services.mail_works()

    with pytest.raises(Denied):
        sent(cast, running(cast))


def test_only_those_who_lead_invite(cast: Cast) -> None:
    session = running(cast)

    for name in ("bo", "carla"):
        with pytest.raises(Denied):
            services.invite_by_mail(cast.reader(name), session.id, TYPED, str)
    assert not mail.outbox
