"""Links, QR codes and mails on screen, and the rota of those who lead."""

from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from cast import Cast
from handlerum.reflection.models import Facilitation, Link, Session
from handlerum.reflection.services import add_facilitator, invite
from reflection.sessions.making import prepared, running
from web.pages import main, page, signed_in


@pytest.fixture
def dorte(cast: Cast) -> Client:
    return signed_in(cast.dorte)


def at(name: str, session: Session) -> str:
    return reverse(name, args=[session.id])


def test_a_link_is_shown_this_once_as_text_and_as_a_code_that_fits(
    cast: Cast, dorte: Client
) -> None:
    session = running(cast)

    answer = dorte.post(at("session_link", session), {"days": "30", "uses": "12"})

    (svg,) = page(answer).xpath("//div[@class='qr']/*[local-name()='svg']")
    assert svg.get("viewbox") or svg.get("viewBox")
    assert "12 kan komme ind" in main(answer)
    assert answer["Cache-Control"].startswith("max-age=0")
    link = page(answer).xpath("//input[@readonly]/@value")[0]
    assert link not in dorte.get(at("session_link", session)).content.decode()
    assert Client().get(link).status_code == 200


def test_a_link_that_cannot_be_is_refused_beside_its_field(cast: Cast, dorte: Client) -> None:
    session = running(cast)

    answer = dorte.post(at("session_link", session), {"days": "30", "uses": "9999"})

    assert answer.status_code == 422
    assert not Link.objects.exists()


def test_links_are_listed_and_taken_back(cast: Cast, dorte: Client) -> None:
    session = running(cast)
    for uses in (None, 3):
        invite(cast.reader("dorte"), session.id, uses=uses)
    assert "3 kan komme ind endnu" in main(dorte.get(at("session_link", session)))

    dorte.post(at("session_revoke", session), {"link": Link.objects.get(uses_left=3).id})
    assert Link.objects.get().uses_left is None
    dorte.post(at("session_revoke", session))
    assert "Ingen lige nu" in main(dorte.get(at("session_link", session)))


def test_without_a_server_the_page_says_so(cast: Cast, dorte: Client) -> None:
    session = running(cast)

    assert "kan der ikke sendes e-mail endnu" in main(dorte.get(at("session_link", session)))
    answer = dorte.post(at("session_mail", session), {"addresses": "ida@test.example"})
    assert answer.status_code == 404


def test_mails_are_sent_with_a_link_that_works(cast: Cast, dorte: Client, settings: Any) -> None:
    settings.EMAIL_HOST = "mail.test.example"
    session = running(cast)
    sent = {"addresses": "ida@test.example, ole@test.example", "days": "1"}

    answer = dorte.post(at("session_mail", session), sent, follow=True)

    assert "2 mails er sendt" in main(answer)
    assert "ida@" not in answer.content.decode()
    link = next(word for word in str(mail.outbox[0].body).split() if word.startswith("http"))
    assert session.question in main(Client().get(link))


def test_wrong_addresses_come_back_as_they_were_typed(
    cast: Cast, dorte: Client, settings: Any
) -> None:
    settings.EMAIL_HOST = "mail.test.example"
    session = running(cast)

    answer = dorte.post(at("session_mail", session), {"addresses": "ida(at)test.example"})

    assert answer.status_code == 422
    assert "ikke en e-mailadresse" in main(answer)
    assert "ida(at)test.example" in answer.content.decode()
    assert not mail.outbox


def test_several_lead_and_hand_over_on_screen(cast: Cast, dorte: Client) -> None:
    session = running(cast)
    add_facilitator(cast.reader("dorte"), session.id, cast.anna.user_id)
    anna, where = signed_in(cast.anna), at("session_lead", session)
    assert "Tag over" in main(anna.get(at("session", session)))

    anna.post(where, {"do": "take_over"})
    assert Session.objects.get().facilitator_id == cast.anna.user_id
    anna.post(where, {"do": "hand_over", "user": cast.dorte.user_id})
    assert Session.objects.get().facilitator_id == cast.dorte.user_id
    dorte.post(where, {"do": "remove", "user": cast.anna.user_id})

    assert Facilitation.objects.get().user_id == cast.dorte.user_id
    assert anna.post(where, {"do": "take_over"}).status_code == 404
    assert dorte.post(where, {"do": "remove", "user": cast.dorte.user_id}).status_code == 404


def test_more_time_is_as_many_minutes_as_was_chosen(cast: Cast, dorte: Client) -> None:
    session = running(cast)

    dorte.post(at("session_lead", session), {"do": "prolong", "turn": "0", "minutes": "12"})
    assert Session.objects.get().prolonged == 12
    too_many = {"do": "prolong", "turn": "1", "minutes": "999"}
    assert dorte.post(at("session_lead", session), too_many).status_code == 422


def test_a_rehearsal_is_marked_and_invites_nobody(cast: Cast, dorte: Client) -> None:
    session = prepared(cast)

    answer = dorte.post(at("session_lead", session), {"do": "rehearse"}, follow=True)

    assert "Det her er en prøve" in main(answer)
    assert "Invitér" not in main(answer)
