"""What is typed reaches nobody else when it points to a person, and harms no page."""

import pytest
from django.test import Client
from django.urls import reverse

from cast import Cast
from handlerum.reflection.models import Session
from handlerum.reflection.services.entries import TABLES
from reflection.sessions.making import joined, running, step
from web.pages import main, page, signed_in

POINTING = "Ring til Mette Kaj Sørensen på 20 30 40 50 i morgen."
#: For each thing that can be typed: the step that asks for it.
KINDS = {
    "silent_writing": {"input": "silent_writing"},
    "questions_only": {"input": "questions_only"},
    "listening_task": {"input": "listening_task"},
    "cards": {"input": "cards"},
    "statements": {"input": "statements"},
    "anchored_notes": {"input": "anchored_notes"},
    "options": {"input": "options", "asks": ["options_before"]},
    "assumptions": {"input": "assumptions", "asks": ["assumptions_after"]},
    "next_steps": {"input": "next_steps", "asks": ["next_steps"]},
    "carried_over": {"input": "talk", "asks": ["carried_over"]},
}


@pytest.fixture(params=KINDS)
def session(cast: Cast, request: pytest.FixtureRequest) -> Session:
    """A session in a step that asks for one thing, everybody's at once."""
    asked = KINDS[request.param]
    made = running(cast, steps=(step("do", reveal="shared_at_once", **asked),))
    joined(cast, made, "bo")
    joined(cast, made, "anna")
    return made


def sent(client: Client, session: Session, text: str) -> dict[str, str]:
    """What a browser sends when that is typed."""
    tree = page(client.get(reverse("session", args=[session.id])))
    form = tree.xpath("//form[contains(@class, 'sheet')]")[0]
    return {name: field or "" for name, field in form.fields.items() if name} | {"text": text}


def stored() -> int:
    """How many rows with somebody's words there are."""
    return sum(table._default_manager.exclude(text="").count() for table in TABLES.values())


def test_who_points_to_a_person_gets_it_back_and_others_never_see_it(
    cast: Cast, session: Session
) -> None:
    bo = signed_in(cast.bo)

    answer = bo.post(reverse("session_write", args=[session.id]), sent(bo, session, POINTING))

    assert answer.status_code == 422
    assert POINTING in page(answer).xpath("//textarea")[0].value
    assert stored() == 0
    for name in ("session", "session_screen", "session_state"):
        seen = signed_in(cast.anna).get(reverse(name, args=[session.id]))
        assert "20 30 40 50" not in seen.content.decode()


def test_ten_thousand_letters_come_back_with_a_clear_message(cast: Cast, session: Session) -> None:
    bo = signed_in(cast.bo)
    long = "Vi ventede en uge. " * 527

    answer = bo.post(reverse("session_write", args=[session.id]), sent(bo, session, long))

    assert answer.status_code == 422
    assert "Højst 2.000 tegn. Her er 10.013." in main(answer)
    assert len(page(answer).xpath("//textarea")[0].value.strip()) == len(long.strip())
    assert stored() == 0


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "👩‍👩‍👧‍👦" * 60,
        "{{ state }}{% now %}",
    ],
)
def test_a_malicious_card_is_harmless_text(cast: Cast, session: Session, text: str) -> None:
    bo, anna = signed_in(cast.bo), signed_in(cast.anna)

    bo.post(reverse("session_write", args=[session.id]), sent(bo, session, text))

    assert stored() == 1
    for client, name in ((bo, "session"), (anna, "session"), (anna, "session_screen")):
        shown = client.get(reverse(name, args=[session.id]))
        assert text in page(shown).text_content()
        assert not page(shown).xpath("//main//script | //main//img")


def test_what_was_taken_back_is_gone_from_every_page(cast: Cast, session: Session) -> None:
    bo, anna = signed_in(cast.bo), signed_in(cast.anna)
    bo.post(reverse("session_write", args=[session.id]), sent(bo, session, "Vi ventede en uge."))
    assert "Vi ventede en uge." in anna.get(reverse("session", args=[session.id])).content.decode()
    tree = page(bo.get(reverse("session", args=[session.id])))
    (form,) = tree.xpath("//form[contains(@action, 'tag-tilbage')]")
    where = reverse("session_take_back", args=[session.id])
    taken = {name: form.fields[name] for name in ("what", "row")}
    assert anna.post(where, taken).status_code == 404, "It is not hers."

    bo.post(where, taken)

    assert stored() == 0
    for client in (bo, anna):
        shown = client.get(reverse("session", args=[session.id])).content.decode()
        assert "Vi ventede en uge." not in shown


def test_the_name_of_a_group_is_looked_through_too(cast: Cast) -> None:
    made = running(cast, steps=(step("do", input="cards", reveal="shared_at_once"),))
    joined(cast, made, "anna")
    dorte = signed_in(cast.dorte)
    given = {"do": "group", "step": "do", "name": "Kaj, 20 30 40 50", "turn": "0"}

    answer = dorte.post(reverse("session_lead", args=[made.id]), given)

    assert answer.status_code == 422
    assert not made.groups.exists()
