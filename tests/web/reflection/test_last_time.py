"""What was carried over meets those who talk about the same next time."""

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cast import Cast
from dilemmas.making import made
from handlerum.reflection import services
from handlerum.reflection.models import Session
from handlerum.reflection.queries import left_about
from handlerum.reflection.telling import AssumptionTelling, CarriedTelling
from reflection.sessions.making import guest, joined, running, step
from web.pages import main, signed_in

STEPS = (step("after", asks=["assumptions_after", "carried_over"], reveal="shared_at_once"),)
QUESTION = "Hvornår er det for tidligt at ringe?"


def held(cast: Cast, text: str = "Hvem spurgte vi ikke?", **changed: object) -> Session:
    """A closed session that left something to the next."""
    session = running(cast, steps=STEPS, **{"question": QUESTION, **changed})
    bo = joined(cast, session, "bo")
    services.carry_over(bo, session.id, CarriedTelling("c", text))
    services.note_assumption(bo, session.id, AssumptionTelling("a", "At hun vil.", "after"))
    services.close(cast.reader("dorte"), session.id)
    return session


def test_what_was_carried_over_stands_in_the_next_session_on_the_same(cast: Cast) -> None:
    held(cast, "Det fra første gang")
    held(cast)
    again = running(cast, steps=STEPS, question=QUESTION)
    other = running(cast, steps=STEPS, question="Noget helt andet?")
    for session in (again, other):
        joined(cast, session, "bo")
    bo = signed_in(cast.bo)

    told = main(bo.get(reverse("session", args=[again.id])))

    assert "Fra sidst" in told
    assert "Hvem spurgte vi ikke?" in told
    assert "At hun vil." in told
    assert "Det fra første gang" not in told, "Only the newest."
    assert "Fra sidst" not in main(bo.get(reverse("session", args=[other.id])))


def test_neither_guests_nor_outsiders_see_what_others_carried_over(cast: Cast) -> None:
    before = held(cast)
    Session.objects.filter(id=before.id).update(audience="me")
    again = running(cast, steps=STEPS, question=QUESTION)
    guest(cast, again)

    assert left_about(cast.reader("dorte"), "question", None, QUESTION)
    for outsider in ("erik", "carla"):
        assert left_about(cast.reader(outsider), "question", None, QUESTION) is None


def test_it_takes_the_same_queries_however_many_there_were(cast: Cast) -> None:
    taken = []
    for _ in range(2):
        held(cast)
        with CaptureQueriesContext(connection) as queries:
            left_about(cast.reader("dorte"), "question", None, QUESTION)
        taken.append(len(queries))

    assert taken[0] == taken[1]


def test_whoever_prepares_a_session_on_the_same_sees_what_was_carried_over(cast: Cast) -> None:
    board = made(cast)
    about = {"subject_kind": "dilemma", "subject_id": board.id}
    held(cast, **about)

    told = main(signed_in(cast.dorte).get(f"{reverse('prepare_session')}?dilemma={board.id}"))

    assert "Hvem spurgte vi ikke?" in told
