"""Who leads asks each to see it from somebody's place, and each sees which."""

from django.test import Client
from django.urls import reverse

from cast import Cast
from handlerum.reflection.models import Event, Participant, Session
from reflection.sessions.making import joined, running
from web.pages import main, page, signed_in


def room(client: Client, session: Session) -> str:
    return main(client.get(reverse("session", args=[session.id])))


def give(client: Client, session: Session, **sent: str) -> int:
    return client.post(reverse("session_perspectives", args=[session.id]), sent).status_code


def test_a_place_is_given_by_a_plain_form_and_told_to_who_got_it(cast: Cast) -> None:
    session = running(cast)
    joined(cast, session, "bo")
    dorte, bo = signed_in(cast.dorte), signed_in(cast.bo)
    tree = page(dorte.get(reverse("session", args=[session.id])))
    (field,) = tree.xpath("//form[contains(@action, 'perspektiver')]//input[@list]")

    assert give(dorte, session, **{field.get("name"): "Arbejdsgiveren"}) == 302

    assert "Du ser det fra en anden plads: Arbejdsgiveren" in room(bo, session)
    assert "Du ser det fra en anden plads" not in room(dorte, session)
    assert give(dorte, session, **{field.get("name"): ""}) == 302
    assert "Du ser det fra en anden plads" not in room(bo, session)


def test_places_are_dealt_out_to_all_in_one_press(cast: Cast) -> None:
    session = running(cast)
    for name in ("bo", "anna", "dorte"):
        joined(cast, session, name)
    before = Event.objects.count()

    give(signed_in(cast.dorte), session, deal="1")

    given = list(Participant.objects.values_list("perspective", flat=True))
    assert given == ["Borgeren", "Arbejdsgiveren", "Sagsbehandleren"]
    assert Event.objects.count() == before + 1, "One change is sent, not one for each."


def test_only_who_leads_gives_places(cast: Cast) -> None:
    session = running(cast)
    who = joined(cast, session, "bo")
    row = Participant.objects.get(user_id=who.user_id)

    for other in (cast.bo, cast.anna, cast.carla):
        assert give(signed_in(other), session, **{f"p-{row.id}": "Loven"}) == 404
    assert Participant.objects.get().perspective == ""


def test_a_place_that_points_to_somebody_is_refused_and_reaches_nobody(cast: Cast) -> None:
    session = running(cast)
    who = joined(cast, session, "bo")
    row = Participant.objects.get(user_id=who.user_id)

    assert give(signed_in(cast.dorte), session, **{f"p-{row.id}": "Kaj på 20 30 40 50"}) == 422

    assert "20 30 40 50" not in room(signed_in(cast.bo), session)
