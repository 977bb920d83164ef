"""Sessions listed by where they are, prepared, given knowledge, and deleted."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cast import Cast, shared
from handlerum.knowledge.models import Contribution
from handlerum.organisations.secrets import new_token
from handlerum.reflection import services
from handlerum.reflection.models import Session
from handlerum.search.services import catch_up
from handlerum.web.reflection.who import cookie_of
from reflection.sessions.making import at_step, prepared, running
from web.pages import main, page, signed_in

ON_THE_BENCH = "Mødet på bænken ved kanalen?"


@pytest.fixture
def dorte(cast: Cast) -> Client:
    return signed_in(cast.dorte)


def test_sessions_stand_under_where_they_are(cast: Cast, dorte: Client) -> None:
    prepared(cast, question="Forberedt?")
    running(cast, question="Begyndt?")
    services.close(cast.reader("dorte"), running(cast, question="Slut?").id)

    tree = page(dorte.get(reverse("sessions")))

    titles = [" ".join(one.text_content().split()) for one in tree.xpath("//main//h2")]
    assert titles == ["I gang nu", "Er ved at blive forberedt", "Afsluttet"]
    named = tree.xpath("//main//section//a[@lang='da']/text()")
    assert named == ["Begyndt?", "Forberedt?", "Slut?"]
    assert len(tree.xpath("//a[contains(@href, '/slet/')]")) == 1


def test_where_there_are_none_it_says_how_to_begin(cast: Cast) -> None:
    told = main(signed_in(cast.carla).get(reverse("sessions")))

    assert "Find et dilemma, I står i" in told


def test_a_session_is_deleted_after_being_asked_once_more(cast: Cast, dorte: Client) -> None:
    session = prepared(cast)
    where = reverse("session_delete", args=[session.id])

    assert "Det kan ikke fortrydes" in main(dorte.get(where))
    assert Session.objects.exists()
    assert "Mødet er slettet" in main(dorte.post(where, follow=True))
    assert not Session.objects.exists()


def test_the_days_are_chosen_and_only_those_that_are_offered(cast: Cast, dorte: Client) -> None:
    sent = {"question": "Hvad nu?", "method": "gibbs", "audience": "me", "keep_days": "90"}

    dorte.post(reverse("prepare_session"), sent)
    assert Session.objects.get().keep_days == 90
    answer = dorte.post(reverse("prepare_session"), {**sent, "keep_days": "4000"})
    assert answer.status_code == 422


@pytest.fixture
def known(cast: Cast) -> Session:
    """A session about which something is known, for all and for fewer."""
    shared(cast, "anna")
    text = "Ved kanalen stod bænken tom en hel vinter, og ingen spurgte hvorfor."
    shared(cast, "dorte", title="Til teamet om bænken", text=text, audience="team")
    catch_up()
    return running(cast, question=ON_THE_BENCH)


def press(client: Client, session: Session, do: str, title: str) -> str:
    piece = Contribution.objects.get(title=title).id
    sent = {"do": do, "piece": piece}
    return main(client.post(reverse("session_pack", args=[session.id]), sent, follow=True))


def test_the_pack_shows_all_five_forms_and_says_which_are_silent(
    dorte: Client, known: Session
) -> None:
    tree = page(dorte.get(reverse("session_pack", args=[known.id])))

    assert len(tree.xpath("//section[contains(@class, 'pack-lane')]")) == 5
    assert len(tree.xpath("//*[contains(@class, 'silent')]")) == 4
    assert tree.xpath("//*[@id='law-title']")


def test_a_piece_is_shown_to_everybody_and_a_guest_meets_title_and_beginning(
    cast: Cast, dorte: Client, known: Session
) -> None:
    told = press(dorte, known, "show", "Mødet på bænken")
    assert "Alle ser det" in told
    phone = _phone(cast, known)
    where = reverse("session_laid_out", args=[known.id])

    seen = phone.get(where)

    assert "Mødet på bænken" in main(seen)
    assert not page(seen).xpath("//main//a[contains(@href, '/bidrag/')]")
    assert "Mødelederen har lagt 1 bidrag frem" in main(
        phone.get(reverse("session", args=[known.id]))
    )
    press(dorte, known, "hide", "Mødet på bænken")
    assert "ikke lagt noget frem" in main(phone.get(where))


def _phone(cast: Cast, session: Session) -> Client:
    """A guest's phone."""
    link, token = services.invite(cast.reader("dorte"), session.id), new_token()
    services.join_as_guest(link, "Mentor", token)
    phone = Client()
    phone.cookies[cookie_of(session.id)] = token
    return phone


def test_a_piece_for_fewer_cannot_be_shown_and_can_be_put_aside(
    dorte: Client, known: Session
) -> None:
    title = "Til teamet om bænken"
    assert "kun bidrag, der er delt med hele" in press(dorte, known, "show", title).lower()

    assert "1 lagt til side" in press(dorte, known, "aside", title)
    assert "lagt til side" not in press(dorte, known, "back", title)


def test_pages_of_those_who_lead_ask_no_more_the_more_there_is(cast: Cast, dorte: Client) -> None:
    session = at_step(cast, running(cast), 1)
    here = ("session_steps", "session_link", "session_laid_out")
    pages = [reverse(name, args=[session.id]) for name in here]
    pages += [reverse("methods"), reverse("sessions")]
    _plant(cast, session, 1)
    few = [_asked(dorte, where) for where in pages]

    _plant(cast, session, 5)

    assert [_asked(dorte, where) for where in pages] == few


def _plant(cast: Cast, session: Session, many: int) -> None:
    """So many links, variants, pieces laid out and sessions beside."""
    by = cast.reader("dorte")
    for number in range(many):
        services.invite(by, session.id)
        services.save_variant(by, session.id, f"Udgave {many} {number}")
        services.lay_out(by, session.id, shared(cast, title=f"Møde {many} {number}").id)
        running(cast)


def _asked(client: Client, where: str) -> int:
    with CaptureQueriesContext(connection) as found:
        assert client.get(where).status_code == 200
    return len(found)
