"""The plan of a session on screen: moved, left out, rewritten, put in, taken out, kept."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from cast import Cast
from handlerum.reflection.models import Session, Variant
from handlerum.reflection.services import go
from reflection.sessions.making import STEPS, prepared, running
from web.pages import main, page, signed_in, value

KEYS = [step["key"] for step in STEPS]


@pytest.fixture
def dorte(cast: Cast) -> Client:
    return signed_in(cast.dorte)


def press(client: Client, session: Session, do: str, key: str = "", **more: Any) -> Any:
    session.refresh_from_db()
    sent = {"do": do, "key": key, "turn": session.turn, **more}
    return client.post(reverse("session_steps", args=[session.id]), sent, follow=True)


def keys(session: Session) -> list[str]:
    session.refresh_from_db()
    return [step["key"] for step in session.steps]


def test_the_plan_tells_each_step_in_order(cast: Cast, dorte: Client) -> None:
    session = prepared(cast)

    answer = dorte.get(reverse("session_steps", args=[session.id]))

    told = page(answer).xpath("//ol[@class='plan']/li/@id")
    assert told == [f"trin-{key}" for key in KEYS]
    assert "6 trin, 30 minutter i alt" in main(answer)


def test_a_step_is_moved_and_the_same_button_has_the_focus_again(cast: Cast, dorte: Client) -> None:
    session = prepared(cast)

    answer = press(dorte, session, "down", "before")

    assert keys(session)[:2] == ["cards", "before"]
    (button,) = page(answer).xpath("//button[@autofocus]")
    assert button.get("value") == "down"
    assert button.xpath("ancestor::li/@id") == ["trin-before"]


def test_every_button_does_what_it_says(cast: Cast, dorte: Client) -> None:
    session = prepared(cast)

    press(dorte, session, "out", "cards")
    assert "Springes over" in main(press(dorte, session, "copy", "silent"))
    press(dorte, session, "in", "cards")
    press(dorte, session, "remove", "after")
    press(dorte, session, "up", "silent")
    assert keys(session) == ["before", "silent", "cards", "silent-2", "alone", "told"]

    for _ in range(5):
        answer = press(dorte, session, "undo")
    assert keys(session) == KEYS
    assert "Fortryd det seneste" not in main(answer)


def test_the_step_that_goes_on_is_told_and_cannot_be_moved(cast: Cast, dorte: Client) -> None:
    session = running(cast)
    go(cast.reader("dorte"), session.id, "next", turn=0)

    tree = page(dorte.get(reverse("session_steps", args=[session.id])))

    (now,) = tree.xpath("//li[@aria-current='step']")
    assert now.get("id") == "trin-cards"
    assert now.xpath(".//button/@value") == ["copy"]
    assert press(dorte, session, "down", "cards").status_code == 422


def test_who_presses_second_is_told_that_the_plan_had_changed(cast: Cast, dorte: Client) -> None:
    session = prepared(cast)
    press(dorte, session, "copy", "cards")

    answer = press(dorte, session, "copy", "cards", turn=0)

    assert answer.status_code == 409
    assert "Planen var ændret" in main(answer)
    assert len(keys(session)) == 7


def test_a_step_is_rewritten(cast: Cast, dorte: Client) -> None:
    session = prepared(cast)
    where = reverse("session_step", args=[session.id, "silent"])
    form = dorte.get(where)
    assert value(form, "instruction") == "Skriv for dig selv."
    sent = {
        "turn": value(form, "turn"),
        "name": "Stille",
        "instruction": "Skriv tre ting.",
        "minutes": "9",
        "reveal": "private",
        "rule": "silent",
    }

    assert dorte.post(where, sent).status_code == 302

    session.refresh_from_db()
    step = session.steps[2]
    assert (step["minutes"], step["reveal"], step["rule"]) == (9, "private", "silent")
    assert step["instruction"] == {"da": "Skriv tre ting.", "en": "Skriv tre ting."}
    again = dorte.post(where, {**sent, "name": "Igen"})
    assert again.status_code == 422
    assert "Planen var ændret" in main(again)


def test_words_that_are_left_as_they_are_stay_in_both_languages(cast: Cast, dorte: Client) -> None:
    session = prepared(cast)
    where = reverse("session_step", args=[session.id, "silent"])

    words = {"name": "Silent", "instruction": "Skriv for dig selv."}
    dorte.post(where, {"turn": "0", **words, "minutes": "6"})

    session.refresh_from_db()
    assert session.steps[2]["instruction"]["en"] == "Write on your own."
    assert session.steps[2]["minutes"] == 6


def test_what_points_to_a_person_is_not_stored_in_a_step(cast: Cast, dorte: Client) -> None:
    session = prepared(cast)
    where = reverse("session_step", args=[session.id, "silent"])
    sent = {"turn": "0", "name": "Stille", "instruction": "Ring 22 33 44 55", "minutes": "5"}

    answer = dorte.post(where, sent)

    assert answer.status_code == 422
    assert value(answer, "instruction") == "Ring 22 33 44 55"
    assert "22 33" not in str(Session.objects.values().get())


def test_a_step_is_put_in(cast: Cast, dorte: Client) -> None:
    session = prepared(cast)
    where = reverse("session_add_step", args=[session.id])
    sent = {
        "turn": value(dorte.get(where), "turn"),
        "after": "cards",
        "name": "Pause",
        "input": "talk",
        "instruction": "Gå en tur.",
        "minutes": "5",
    }

    assert dorte.post(where, sent).status_code == 302

    assert keys(session)[:3] == ["before", "cards", "own-2"]
    assert dorte.post(where, {**sent, "after": "nowhere"}).status_code == 422


def test_a_step_that_is_not_there_does_not_exist(cast: Cast, dorte: Client) -> None:
    where = reverse("session_step", args=[prepared(cast).id, "nowhere"])

    assert dorte.get(where).status_code == 404


def test_a_plan_is_kept_chosen_again_renamed_and_deleted(cast: Cast, dorte: Client) -> None:
    session = prepared(cast)
    keep = reverse("session_save_variant", args=[session.id])
    assert dorte.post(keep, {"name": ""}).status_code == 422
    assert "kan vælge „Vores egen“" in main(dorte.post(keep, {"name": "Vores egen"}, follow=True))
    row = Variant.objects.get()

    bo = signed_in(cast.bo)
    assert "Vores egen" in main(bo.get(reverse("methods")))
    chosen = bo.get(reverse("prepare_session"), {"metode": f"udgave-{row.id}"})
    assert value(chosen, "method") == f"udgave-{row.id}"
    sent = {"question": "Hvad nu?", "method": f"udgave-{row.id}", "audience": "me"}
    bo.post(reverse("prepare_session"), sent)
    made = Session.objects.get(question="Hvad nu?")
    assert (made.method, made.steps, made.keep_days) == ("dilemma_work", row.steps, 14)

    where = reverse("variant", args=[row.id])
    assert "Ret navnet" not in main(bo.get(where))
    assert bo.post(where, {"delete": "1"}).status_code == 404
    dorte.post(keep, {"over": str(row.id)})
    dorte.post(where, {"name": "Dortes"})
    assert Variant.objects.get().name == "Dortes"
    dorte.post(where, {"delete": "1"})
    assert not Variant.objects.exists()


@pytest.mark.parametrize("name", ["bo", "anna", "carla"])
def test_only_those_who_lead_come_to_the_plan(cast: Cast, name: str) -> None:
    session = prepared(cast)
    client = signed_in(getattr(cast, name))

    for address in ("session_steps", "session_add_step", "session_delete", "session_link"):
        assert client.get(reverse(address, args=[session.id])).status_code == 404
    assert press(client, session, "copy", "cards").status_code == 404
    assert keys(session) == KEYS
