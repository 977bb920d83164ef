"""Which knowledge opened an option, said by who thought of it and shown after the session."""

import pytest
from django.test import Client
from django.urls import reverse

from cast import Cast, shared
from handlerum.organisations.access import Denied
from handlerum.reflection import services
from handlerum.reflection.models import ActionOption, Session
from handlerum.reflection.telling import OptionTelling
from handlerum.search.services import catch_up
from reflection.sessions.making import at_step, guest, joined, running, step, wrote
from web.pages import main, page, signed_in

STEPS = (
    step("cards", input="cards", reveal="shared_at_once"),
    step("after", asks=["options_after"], reveal="shared_at_once"),
)


@pytest.fixture
def session(cast: Cast) -> Session:
    """A session in which something was said, in the step that asks for options."""
    made = running(cast, steps=STEPS, question="Hvornår er mødet på bænken for tidligt?")
    wrote(joined(cast, made, "bo"), made, text="Hun kom, da vi ventede.")
    return at_step(cast, made, 1)


def option(cast: Cast, session: Session, key: str = "o") -> ActionOption:
    """Bo's option."""
    told = OptionTelling(key, "Vente på bænken.", "after")
    return services.note_option(cast.reader("bo"), session.id, told)


def where(session: Session, row: ActionOption) -> str:
    return reverse("session_opened", args=[session.id, row.id])


def summary(cast: Cast, session: Session, client: Client) -> str:
    services.close(cast.reader("dorte"), session.id)
    return main(client.get(reverse("session", args=[session.id])))


def test_a_piece_of_the_pack_may_have_opened_it(cast: Cast, session: Session) -> None:
    piece = shared(cast, "anna")
    catch_up()
    row, bo = option(cast, session), signed_in(cast.bo)

    shown = page(bo.get(where(session, row)))
    offered = shown.xpath("//input[@name='opened']/@value")
    assert f"piece-{piece.id}" in offered
    assert bo.post(where(session, row), {"opened": f"piece-{piece.id}"}).status_code == 302

    row.refresh_from_db()
    assert (row.contribution_id, row.entry_id) == (piece.id, None)
    told = summary(cast, session, bo)
    assert f"V1: {piece.title}" in told
    assert "Flere er ikke bedre i sig selv" in told


def test_something_that_was_said_may_have_opened_it_and_it_may_be_taken_back(
    cast: Cast, session: Session
) -> None:
    row, bo = option(cast, session), signed_in(cast.bo)
    (said,) = [
        one
        for one in page(bo.get(where(session, row))).xpath("//input[@name='opened']/@value")
        if one.startswith("entry-")
    ]

    bo.post(where(session, row), {"opened": said})
    row.refresh_from_db()
    assert row.entry_id == int(said.removeprefix("entry-"))
    bo.post(where(session, row), {"opened": ""})

    row.refresh_from_db()
    assert row.entry_id is None


def test_who_may_not_read_a_piece_is_not_told_its_title(cast: Cast, session: Session) -> None:
    secret = shared(cast, "bo", title="Kun for mig selv", audience="me")
    row, bo, anna = option(cast, session), signed_in(cast.bo), signed_in(cast.anna)
    joined(cast, session, "anna")
    bo.post(where(session, row), {"opened": f"piece-{secret.id}"})

    told = summary(cast, session, anna)

    assert "Kun for mig selv" not in told
    assert "V1: et bidrag, som du ikke kan se" in told


def test_nobody_says_what_opened_the_option_of_another(cast: Cast, session: Session) -> None:
    row = option(cast, session)
    joined(cast, session, "anna")
    hidden = shared(cast, "anna", audience="me")

    for other in (cast.anna, cast.dorte, cast.carla):
        assert signed_in(other).get(where(session, row)).status_code == 404
        assert signed_in(other).post(where(session, row), {"opened": ""}).status_code == 404
    bo = signed_in(cast.bo)
    for wrong in (f"piece-{hidden.id}", "piece-x", "entry-999999", "andet-1"):
        assert bo.post(where(session, row), {"opened": wrong}).status_code == 404


def test_a_guest_chooses_among_what_was_laid_out_alone(cast: Cast, session: Session) -> None:
    piece, laid = shared(cast, "anna"), shared(cast, "anna", title="Lagt frem")
    catch_up()
    Session.objects.filter(id=session.id).update(laid_out=[laid.id])
    who = guest(cast, session)

    told = OptionTelling("g", "Gå en tur.", "after", contribution_id=laid.id)
    assert services.note_option(who, session.id, told).contribution_id == laid.id
    with pytest.raises(Denied):
        services.note_option(
            who, session.id, OptionTelling("h", "Vente.", "after", contribution_id=piece.id)
        )
