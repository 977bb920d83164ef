"""Answering on a phone by plain forms, and the pictures that everybody sees afterwards."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cast import Cast
from handlerum.reflection import services
from handlerum.reflection.models import Entry, Session
from reflection.opinions.asking import ENDS, TWO, asking, choices, crowd, show, statements
from reflection.opinions.planting import planted
from reflection.sessions.making import joined
from web.pages import main, page, signed_in

SAID = {1: "agree", 0: "pass", -1: "disagree"}


def room(client: Client, session: Session) -> str:
    return main(client.get(reverse("session", args=[session.id])))


def forms(client: Client, session: Session) -> list[dict[str, str]]:
    """What a browser would send of each form to answer with, the first button pressed."""
    tree = page(client.get(reverse("session", args=[session.id])))
    found = tree.xpath("//section[@class='answering']//form")
    buttons = [form.xpath(".//button[@name]") for form in found]
    return [
        {name: field or "" for name, field in form.fields.items() if name}
        | ({pressed[0].get("name"): pressed[0].get("value")} if pressed else {})
        for form, pressed in zip(found, buttons, strict=True)
    ]


def answer(client: Client, session: Session, sent: dict[str, str]) -> str:
    return main(client.post(reverse("session_choose", args=[session.id]), sent, follow=True))


@pytest.mark.parametrize("kind", ["statements", "line", "dots", "allocation"])
def test_a_phone_answers_by_a_plain_form_and_finds_its_answer_again(cast: Cast, kind: str) -> None:
    session = asking(cast, kind, choices=TWO, ends=ENDS)
    joined(cast, session, "bo")
    bo = signed_in(cast.bo)
    sent = forms(bo, session)[0]
    first = choices(cast.reader("bo"), session)[0]
    sent |= {"allocation": {f"part-{first}": "100"}, "dots": {f"dots-{first}": "2"}}.get(kind, {})

    told = answer(bo, session, sent)

    assert Entry.objects.filter(participant__user=cast.bo.user).count() == 1
    assert "1 har svaret" in told
    again = {
        "statements": "Dem, du har svaret på",
        "line": "Dit mærke står på 50 af 100",
        "dots": "Tilbage: 1",
        "allocation": "Tilbage: 0",
    }
    assert again[kind] in told


def test_points_that_do_not_add_up_come_back_as_they_were_typed(cast: Cast) -> None:
    session = asking(cast, "allocation", choices=TWO)
    joined(cast, session, "bo")
    bo = signed_in(cast.bo)
    first, second = choices(cast.reader("bo"), session)
    where = reverse("session_choose", args=[session.id])
    sent = {"step": "do", f"part-{first}": "70", f"part-{second}": "tyve"}

    answered = bo.post(where, sent)

    assert answered.status_code == 422
    typed = page(answered).xpath("//form[contains(@class, 'share-out')]//input[@type='number']")
    assert [one.get("value") for one in typed] == ["70", "tyve"]
    assert typed[1].get("aria-invalid") == "true"
    mended = bo.post(where, sent | {f"part-{second}": "20"})
    assert "Der er 10 point tilbage. Del dem også ud." in main(mended)
    assert not Entry.objects.exclude(participant=None).exists()


def test_ends_of_a_line_are_named_at_the_line_itself(cast: Cast) -> None:
    session = asking(cast, "line", ends=ENDS)
    joined(cast, session, "bo")

    tree = page(signed_in(cast.bo).get(reverse("session", args=[session.id])))

    (slider,) = tree.xpath("//input[@type='range']")
    (ends,) = tree.xpath(f"//*[@id='{slider.get('aria-describedby')}']")
    assert ends.text_content().split() == ["Let", "Svær"]


def test_who_leads_shows_the_answers_and_nobody_answers_then(cast: Cast) -> None:
    session = asking(cast, "dots", choices=TWO)
    joined(cast, session, "bo")
    bo, dorte = signed_in(cast.bo), signed_in(cast.dorte)
    (sent,) = forms(bo, session)
    name = next(one for one in sent if one.startswith("dots-"))
    answer(bo, session, sent | {name: "3"})
    where = reverse("session_answers", args=[session.id])
    assert bo.post(where, {"step": "do"}).status_code == 404

    assert "Vis svarene" in room(dorte, session)
    told = main(dorte.post(where, {"step": "do"}, follow=True))

    assert "Sådan ligger prikkerne" in told
    assert "Vis svarene" not in told
    assert not forms(bo, session)
    late = bo.post(reverse("session_choose", args=[session.id]), sent)
    assert late.status_code == 422
    assert "Svarene er vist nu" in main(late)


@pytest.mark.parametrize("view", ["session", "session_screen", "closed"])
@pytest.mark.parametrize("kind", ["statements", "line", "allocation"])
def test_too_few_answers_are_told_of_and_not_shown(cast: Cast, kind: str, view: str) -> None:
    session = asking(cast, kind, choices=TWO, ends=ENDS)
    who = joined(cast, session, "bo")
    first = choices(who, session)[0]
    if kind == "statements":
        services.vote(who, session.id, "do", first, "disagree")
    elif kind == "line":
        services.place_on_line(who, session.id, "do", 77, first)
    else:
        services.allocate(who, session.id, "do", {first: 100})
    show(cast, session)
    if view == "closed":
        services.close(cast.reader("dorte"), session.id)

    name = "session" if view == "closed" else view
    tree = page(signed_in(cast.dorte).get(reverse(name, args=[session.id])))

    assert "Færre end fem har svaret" in tree.text_content()
    assert not tree.xpath("//*[contains(@class, 'answer-picture')]")
    assert "1 uenig" not in tree.text_content()


def test_the_map_is_a_picture_with_a_table_on_every_view(cast: Cast) -> None:
    session = asking(cast, "statements")
    people = crowd(cast, session, 12)
    joined(cast, session, "bo")
    votes, _ = planted(12, statements=9, groups=2, seen=1.0)
    ids = statements(cast, session, people[0], 9)
    for who, statement, said in votes:
        services.vote(people[who - 1], session.id, "do", ids[statement - 1], SAID[said])
    show(cast, session)
    dorte = signed_in(cast.dorte)

    views = [dorte.get(reverse(n, args=[session.id])) for n in ("session", "session_screen")]
    services.close(cast.reader("dorte"), session.id)
    views.append(dorte.get(reverse("session", args=[session.id])))

    for view in views:
        (picture,) = page(view).xpath("//*[local-name()='svg' and contains(@class, 'answer')]")
        assert picture.get("role") == "img"
        assert picture.get("aria-label").startswith("2 grupper")
        assert len(page(view).xpath("//table[.//caption[contains(., 'Sådan svarede')]]//tr")) == 10
        assert "Det samler jer" in main(view)
        assert "Dine svar ligner" not in main(view), "Who leads has not answered."


def test_the_number_of_queries_does_not_grow_with_answers(cast: Cast) -> None:
    taken = []
    for number in (5, 10):
        session = asking(cast, "line", choices=TWO, ends=ENDS)
        people = crowd(cast, session, number)
        joined(cast, session, "bo")
        for who in people:
            for entry in choices(who, session):
                services.place_on_line(who, session.id, "do", 50, entry)
        show(cast, session)
        bo = signed_in(cast.bo)
        room(bo, session)
        with CaptureQueriesContext(connection) as made:
            room(bo, session)
        taken.append(len(made))

    assert taken[0] == taken[1]
