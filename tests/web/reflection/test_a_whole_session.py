"""A session as its people meet it: prepared, joined, run, closed, shared, taken back."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from cast import Cast
from handlerum.knowledge.models import Contribution
from handlerum.reflection.models import ActionOption, Entry, Participant, Session
from reflection.sessions.making import joined, prepared, running
from web.pages import main, page, signed_in, value

QUESTION = "Hvornår er det for tidligt at ringe?"


def room(client: Client, session: Session) -> str:
    return main(client.get(reverse("session", args=[session.id])))


def fields(client: Client, session: Session, number: int = 0) -> dict[str, str]:
    """What a browser would send of a form to write in."""
    tree = page(client.get(reverse("session", args=[session.id])))
    form = tree.xpath("//form[contains(@class, 'sheet')]")[number]
    return {name: field or "" for name, field in form.fields.items() if name}


def write(client: Client, session: Session, text: str, **more: str) -> str:
    sent = {**fields(client, session), "text": text, **more}
    answer = client.post(reverse("session_write", args=[session.id]), sent, follow=True)
    return main(answer)


def lead(client: Client, session: Session, do: str, **more: str) -> str:
    session.refresh_from_db()
    sent = {"do": do, "turn": str(session.turn), "step": session.current["key"], **more}
    return main(client.post(reverse("session_lead", args=[session.id]), sent, follow=True))


@pytest.fixture
def dorte(cast: Cast) -> Client:
    return signed_in(cast.dorte)


def test_a_session_is_prepared_with_a_method_and_leads_to_its_room(
    cast: Cast, dorte: Client
) -> None:
    where = reverse("prepare_session")
    sent = {"question": QUESTION, "method": "dilemma-work", "audience": "me"}

    answer = dorte.post(where, sent, follow=True)

    session = Session.objects.get()
    assert session.facilitator == cast.dorte.user
    assert session.method == "dilemma-work"
    assert len(session.steps) > 5
    assert "Du er mødeleder" in main(answer)
    empty = dorte.post(where, {**sent, "question": ""})
    assert empty.status_code == 422
    assert QUESTION not in main(signed_in(cast.carla).get(reverse("sessions")))


def test_a_dilemma_gives_the_question(cast: Cast, dorte: Client) -> None:
    from dilemmas.making import asked, safety, trust
    from handlerum.dilemmas.services import make

    row = make(cast.reader("anna"), asked(), [trust(), safety()])
    where = reverse("prepare_session")

    assert value(dorte.get(where, {"dilemma": row.id}), "question") == row.question
    assert signed_in(cast.carla).get(where, {"dilemma": row.id}).status_code == 404


def test_a_guest_comes_in_by_a_link_with_a_first_name_and_no_account(
    cast: Cast, dorte: Client
) -> None:
    session = running(cast)
    shown = dorte.post(reverse("session_link", args=[session.id]))
    assert page(shown).xpath("//div[@class='qr']/*[local-name()='svg']")
    link = page(shown).xpath("//input[@readonly]/@value")[0]
    phone = Client()
    asked = phone.get(link)
    assert "Du skal ikke have en konto" in main(asked)

    welcome = phone.post(link, {"name": "Ida", "token": value(asked, "token")})

    code = page(welcome).xpath("//p[@class='code']/strong/text()")[0]
    assert "Trin 1 af" in room(phone, session)
    write(phone, session, "Vi kunne vente.")
    assert ActionOption.objects.get().text == "Vi kunne vente."

    gone = Client().post(reverse("session_withdraw", args=[session.id]), {"code": code})
    assert "1 ting, du sagde, er slettet" in main(gone)
    assert not ActionOption.objects.filter(withdrawn_at=None).exists()


def test_a_wrong_link_says_what_to_do(db: None) -> None:
    answer = Client().get(reverse("join_link", args=["findes-ikke"]))

    assert answer.status_code == 404
    assert "Bed den, der leder mødet, om et nyt" in main(answer)


def test_a_guest_whose_name_is_missing_is_told_and_may_try_again(cast: Cast, dorte: Client) -> None:
    session = running(cast)
    shown = dorte.post(reverse("session_link", args=[session.id]))
    link = page(shown).xpath("//input[@readonly]/@value")[0]
    phone = Client()
    token = value(phone.get(link), "token")

    answer = phone.post(link, {"name": "", "token": token})

    assert answer.status_code == 422
    assert "Skriv dit fornavn eller din rolle" in main(answer)
    assert not Participant.objects.exists()


def test_what_is_written_stays_with_its_writer_until_it_is_shown(cast: Cast, dorte: Client) -> None:
    session = running(cast)
    joined(cast, session, "bo")
    joined(cast, session, "anna")
    bo, anna = signed_in(cast.bo), signed_in(cast.anna)

    assert "Gå en tur først." in write(bo, session, "Gå en tur først.")
    assert "Gå en tur først." not in room(anna, session)
    lead(dorte, session, "reveal")

    assert "Gå en tur først." in room(anna, session)
    screen = main(dorte.get(reverse("session_screen", args=[session.id])))
    assert "Gå en tur først." in screen
    assert "Du er mødeleder" not in screen


def test_a_double_click_is_one_entry(cast: Cast) -> None:
    session = running(cast)
    joined(cast, session, "bo")
    bo = signed_in(cast.bo)
    sent = {**fields(bo, session), "text": "Kun én gang."}

    for _ in range(3):
        bo.post(reverse("session_write", args=[session.id]), sent)

    assert ActionOption.objects.count() == 1


def test_who_points_to_a_person_gets_the_text_back_with_a_proposal(cast: Cast) -> None:
    session = running(cast)
    joined(cast, session, "bo")
    bo = signed_in(cast.bo)
    sent = {**fields(bo, session), "text": "Ring til 010190-1234 i morgen."}

    answer = bo.post(reverse("session_write", args=[session.id]), sent)

    assert answer.status_code == 422
    assert "Ring til 010190-1234 i morgen." in page(answer).xpath("//textarea")[0].value
    (proposal,) = page(answer).xpath("//form[@class='message']//input[@name='text']/@value")
    assert "010190" not in proposal
    assert not ActionOption.objects.exists()


def test_of_two_who_press_next_the_second_is_told(cast: Cast, dorte: Client) -> None:
    session = running(cast)
    sent = {"do": "next", "turn": str(session.turn), "step": "before"}
    where = reverse("session_lead", args=[session.id])
    dorte.post(where, sent)

    again = dorte.post(where, sent)

    assert again.status_code == 409
    assert "Mødet var flyttet, før du trykkede" in main(again)
    session.refresh_from_db()
    assert session.step == 1


def test_cards_are_gathered_by_plain_forms(cast: Cast, dorte: Client) -> None:
    session = running(cast)
    joined(cast, session, "bo")
    lead(dorte, session, "next")
    write(signed_in(cast.bo), session, "Tid til at lytte")
    lead(dorte, session, "group", name="Tid")
    session.refresh_from_db()
    card, group = Entry.objects.get(), session.groups.get()

    told = lead(dorte, session, "card", card=str(card.id), group=str(group.id))

    assert "Tid" in told
    assert Entry.objects.get().group_id == group.id


def test_a_closed_session_shows_the_room_for_action_and_what_may_be_shared(
    cast: Cast, dorte: Client
) -> None:
    session = running(cast)
    joined(cast, session, "bo")
    bo = signed_in(cast.bo)
    write(bo, session, "Ringe.")
    lead(dorte, session, "reveal")
    lead(dorte, session, "next")
    write(bo, session, "Når vi spurgte til vejen, kom hun selv.")
    lead(dorte, session, "close")

    told = room(bo, session)
    assert "Handlerummet, før og efter" in told
    assert "Ringe." in told
    entry = Entry.objects.get()
    bo.post(reverse("session_agree", args=[session.id]), {"entry": entry.id, "agreed": "1"})
    where = reverse("session_publish", args=[session.id, entry.id])
    shown = dorte.get(where)
    assert re.search("spurgte til vejen", value(shown, "text"))
    dorte.post(where, {name: value(shown, name) for name in ("title", "text", "participants")})

    assert Contribution.objects.get().way == "colleagues"


def test_members_whom_it_is_for_are_asked_in_and_nobody_else(cast: Cast) -> None:
    session = prepared(cast)

    assert "Gå ind i mødet" in room(signed_in(cast.bo), session)
    signed_in(cast.bo).post(reverse("join_session", args=[session.id]))
    assert "Mødet begynder om lidt" in room(signed_in(cast.bo), session)
    for outsider in (cast.erik, cast.carla):
        where = reverse("session", args=[session.id])
        assert signed_in(outsider).get(where).status_code == 404


def test_whoever_leads_sees_what_is_known_about_the_subject(cast: Cast, dorte: Client) -> None:
    session = prepared(cast)

    answer = dorte.get(reverse("session_pack", args=[session.id]))

    assert "Fem former lige meget" in main(answer)
    assert signed_in(cast.bo).get(reverse("session_pack", args=[session.id])).status_code == 404
