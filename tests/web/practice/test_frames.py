"""Pages of frame requests: asked, joined, answered, and never telling who asks unasked."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from cast import Cast
from handlerum.organisations.access import reader_of
from handlerum.organisations.models import Membership
from handlerum.practice.models import FrameJoin, FrameRequest
from handlerum.practice.services import frames as services
from practice.trying import asked, crowd, in_days, late, lead, stop
from web.pages import body, decided, main, page, signed_in, value
from web.test_query_counts import counted

PHONE = "21 43 65 87"


@pytest.fixture
def lone(cast: Cast) -> Membership:
    return lead(cast)


@pytest.fixture
def anna(cast: Cast) -> Client:
    return signed_in(cast.anna)


def sheet(asked_of: Membership, **changed: Any) -> dict[str, Any]:
    """What a browser sends of a complete request."""
    filled = {
        "kind": "caseload",
        "condition": "Vi har 70 sager hver.",
        "hinders": "Der er ikke tid til at mødes ude.",
        "asks": "Højst 45 sager.",
        "leader": str(asked_of.user_id),
        "answer_by": in_days(14).isoformat(),
        "audience": "organisation",
    }
    return {**filled, **changed}


def look(client: Client, row: FrameRequest) -> str:
    return main(client.get(reverse("frame", args=[row.id])))


def test_a_request_is_asked_and_answered(cast: Cast, lone: Membership, anna: Client) -> None:
    answer = anna.post(reverse("ask_frame"), sheet(lone), follow=True)
    assert "Lederen er spurgt." in main(answer)
    row, leader = FrameRequest.objects.get(), signed_in(lone)
    told = look(leader, row)
    assert "Den venter på dit svar." in told
    assert "Anna" not in body(leader.get(reverse("frame", args=[row.id])))

    where = reverse("answer_frame", args=[row.id])
    leader.post(where, {"answer": "partly", "reason": "55 fra maj."})

    assert "Svaret: Delvist 55 fra maj. Lone" in look(signed_in(cast.erik), row)
    assert value(leader.get(where), "reason") == "55 fra maj."


def test_what_is_missing_is_said_and_nothing_typed_is_lost(lone: Membership, anna: Client) -> None:
    answer = anna.post(reverse("ask_frame"), sheet(lone, kind="", asks="", leader=""))

    assert answer.status_code == 422
    for name in ("kind", "asks", "leader"):
        assert page(answer).xpath(f"//*[@id='id_{name}_error']"), name
    assert value(answer, "condition") == "Vi har 70 sager hver."
    assert not FrameRequest.objects.exists()


def test_an_answer_without_a_reason_is_no_answer(cast: Cast, lone: Membership) -> None:
    where = reverse("answer_frame", args=[asked(cast, lone).id])

    answer = signed_in(lone).post(where, {"answer": "declined", "reason": ""})

    assert answer.status_code == 422
    assert "Skriv, hvorfor du svarer sådan." in main(answer)


def test_what_points_to_somebody_is_seen_by_its_author_first(
    lone: Membership, anna: Client
) -> None:
    sent = sheet(lone, hinders=f"Ring til mig på {PHONE}.")

    answer = anna.post(reverse("ask_frame"), sent)
    assert answer.status_code == 422
    assert not FrameRequest.objects.exists()
    anna.post(reverse("ask_frame"), {**sent, **decided(answer)})

    assert PHONE not in FrameRequest.objects.get().hinders


def test_colleagues_ask_for_the_same_with_or_without_a_name(
    cast: Cast, lone: Membership, anna: Client
) -> None:
    row, bo = asked(cast, lone), signed_in(cast.bo)
    assert "Færre end fem beder om det" in look(bo, row)

    for _ in range(2):
        bo.post(reverse("join_frame", args=[row.id]), {"shows_name": "1"})

    assert FrameJoin.objects.count() == 1
    assert "Du og andre beder om det: Bo" in look(bo, row)
    assert "Du og andre beder om det: Bo" in look(anna, row)
    assert "Færre end fem beder om det: Bo" in look(signed_in(cast.erik), row)
    bo.post(reverse("leave_frame", args=[row.id]))
    assert "Du beder om det" in look(anna, row)
    told = main(anna.post(reverse("join_frame", args=[row.id]), follow=True))
    assert "Det er der i forvejen." in told


def test_from_five_their_number_is_told(cast: Cast, lone: Membership) -> None:
    row = asked(cast, lone)
    for one in crowd(cast, 4):
        services.join(one, row.id)

    assert "5 beder om det" in look(signed_in(lone), row)
    assert "5 beder om det" in main(signed_in(cast.erik).get(reverse("frames")))


def test_the_owner_shows_their_name_or_leaves(cast: Cast, lone: Membership, anna: Client) -> None:
    row = asked(cast, lone)
    assert "Anna" not in look(signed_in(cast.bo), row)

    anna.post(reverse("frame_name", args=[row.id]), {"shows_name": "1"})
    assert "Færre end fem beder om det: Anna" in look(signed_in(cast.bo), row)
    where = reverse("leave_frame", args=[row.id])
    assert "Anmodningen bliver slettet for altid" in main(anna.get(where))
    answer = anna.post(where)

    assert answer["Location"] == reverse("frames")
    assert not FrameRequest.objects.exists()


def test_what_is_late_says_so_to_everybody(cast: Cast, lone: Membership) -> None:
    late(asked(cast, lone))
    erik = signed_in(cast.erik)

    assert "Svaret skulle være kommet" in main(erik.get(reverse("frames"), {"vis": "overdue"}))
    assert "Over tiden (1)" in main(erik.get(reverse("frames")))
    assert "Venter på dit svar" not in main(erik.get(reverse("frames")))
    assert "Venter på dit svar (1)" in main(signed_in(lone).get(reverse("frames")))
    assert "Ingen lige nu." in main(erik.get(reverse("frames"), {"om": "tools"}))
    assert "Ingen har bedt om noget" in main(signed_in(cast.carla).get(reverse("frames")))


def test_another_leader_is_asked_when_one_has_left(
    cast: Cast, lone: Membership, anna: Client
) -> None:
    row = asked(cast, lone)
    where = reverse("ask_another_leader", args=[row.id])
    assert anna.get(where).status_code == 404
    stop(lone)
    assert "En anden leder kan svare. Spørg en anden leder" in look(anna, row)
    assert anna.post(where, {"leader": ""}).status_code == 422

    anna.post(where, {"leader": str(cast.gitte.user_id)})

    assert "Den venter på dit svar." in look(signed_in(cast.gitte), row)
    assert signed_in(cast.bo).get(where).status_code == 404


def test_who_need_not_answer_finds_no_page_for_it(cast: Cast, lone: Membership) -> None:
    where = reverse("answer_frame", args=[asked(cast, lone).id])

    for member in (cast.anna, cast.bo, cast.gitte):
        assert signed_in(member).get(where).status_code == 404


def test_more_requests_take_no_more_queries(cast: Cast, lone: Membership) -> None:
    bo, many = signed_in(cast.bo), crowd(cast, 5)

    def grow(number: int) -> FrameRequest:
        row = asked(cast, lone, condition=f"Vilkår {number}", shows_name=True)
        for one in many[: number + 1]:
            services.join(one, row.id, shows_name=True)
        other = asked(cast, lone, condition=f"Besvaret {number}")
        services.answer(reader_of(lone), other.id, "granted", "Ja.")
        return row

    def look_at(row: FrameRequest) -> list[int]:
        places = [reverse("frames"), reverse("frame", args=[row.id])]
        return [counted(bo, lambda client, at=at: client.get(at)) for at in places]

    few = look_at(grow(0))
    rows = [grow(number) for number in range(1, 4)]

    assert look_at(rows[-1]) == few
