"""Every address of the product, met by a stranger and by the strongest outsider."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from cast import Cast, drafted, shared
from dilemmas.making import TABLES, made, with_options
from handlerum.dilemmas.services import weigh
from handlerum.knowledge.models import Contribution, Link
from handlerum.organisations.models import Invitation, Membership
from handlerum.organisations.services import invite
from handlerum.organisations.terms import Role
from handlerum.reflection.services import save_variant
from handlerum.search.answer_services import respond
from handlerum.sparring.models import Offer
from handlerum.sparring.services import offer, write
from insight.telling import TABLES as INSIGHT
from insight.telling import year_things
from practice.agreed import TABLES as PRACTICE
from practice.agreed import practice_things
from practice.trying import TABLES as TRYING
from practice.trying import trying_things
from reflection.sessions.making import prepared
from sparring.talks import TABLES as SPARRING
from sparring.talks import to_bo
from web.doors import DOORS, behind
from web.pages import main, signed_in, without_tokens

SIGN_IN = "/konto/log-ind/"
NOBODYS = 987_654


NAMING = sorted(name for name, door in DOORS.items() if door.names)
# Nobody types on the page that says that a sign-in was closed.
KEEPING = sorted(n for n, door in DOORS.items() if door.post == 403 and n != "account_inactive")
MISSING = (
    "These addresses have no entry in DOORS (tests/web/doors.py): {}. Write what a "
    "stranger meets there, and whose thing it names, so that nobody opens a door without "
    "deciding who may come in."
)


def addresses(resolver: URLResolver) -> Iterator[str]:
    """The name of every address, or its pattern where it has none."""
    for found in resolver.url_patterns:
        if isinstance(found, URLPattern):
            yield found.name or str(found.pattern)
        else:
            yield from addresses(found)


def address(name: str, things: dict[str, int]) -> str:
    """Where to go: to one of Anna's things where the address names one."""
    door = DOORS[name]
    return reverse(name, args=[things[door.names]] if door.names else list(door.args))


@pytest.fixture
def annas(cast: Cast) -> dict[str, int]:
    """Ids in Anna's organisation, which Carla could guess."""
    row = shared(cast, "anna")
    dilemma = made(cast)
    (option,) = with_options(cast, dilemma, 1)
    side = dilemma.sides.all()[0]
    session = prepared(cast)
    invite(cast.reader("gitte"), Role.PRACTITIONER, None)
    offer(cast.reader("bo"), "Angst")
    question = to_bo(cast)
    year = year_things(cast, row)
    return {
        **year,
        **practice_things(cast, row, dilemma),
        **trying_things(cast),
        "question": question.id,
        "offer": Offer.objects.get().id,
        "reply": write(cast.reader("bo"), question.id, "Øv det først.").id,
        "contribution": row.id,
        "dilemma": dilemma.id,
        "side": side.id,
        "consideration": side.consideration_id,
        "weighing": weigh(cast.reader("anna"), side.id, row.id, "supports").id,
        "option": option.id,
        "membership": cast.bo.id,
        "session": session.id,
        "variant": save_variant(cast.reader("dorte"), session.id, "Vores egen").id,
        "invitation": Invitation.objects.get().id,
        "given_answer": respond(cast.reader("bo"), "bænken ved kanalen").number or 0,
    }


def everything() -> list[list[Any]]:
    """All rows that an outsider could have changed."""
    here = (*TABLES, *SPARRING, *INSIGHT, *PRACTICE, *TRYING)
    tables = (Contribution, Link, Invitation, Membership, *here)
    return [list(table.objects.order_by("id").values()) for table in tables]  # type: ignore[attr-defined]


def test_every_address_says_what_a_stranger_meets() -> None:
    missing = set(addresses(get_resolver())) - set(DOORS)
    assert not missing, MISSING.format(sorted(missing))


def test_no_entry_is_left_of_an_address_that_is_gone() -> None:
    assert set(DOORS) <= set(addresses(get_resolver()))


# All addresses in one go: what Carla could guess takes a second to make, and there are hundreds.


def test_a_stranger_sees_only_what_is_for_everybody(annas: dict[str, int]) -> None:
    for name, door in DOORS.items():
        where = address(name, annas)

        answer = Client().get(where)

        assert answer.status_code == door.get, name
        if door == behind(door.names, *door.args):
            assert answer["Location"] == f"{SIGN_IN}?next={where}", name


def test_a_stranger_changes_nothing(annas: dict[str, int]) -> None:
    before = everything()

    for name, door in DOORS.items():
        answer = Client().post(address(name, annas), {"text": "Det jeg nåede at skrive."})

        assert answer.status_code == door.post, name
        assert everything() == before, name


def test_what_a_stranger_typed_is_kept_on_the_page(annas: dict[str, int]) -> None:
    for name in KEEPING:
        answer = Client().post(address(name, annas), {"text": "Det jeg nåede at skrive."})

        assert "Det jeg nåede at skrive." in main(answer), name


@pytest.mark.parametrize("method", ["get", "post"])
def test_carla_meets_the_same_page_as_for_what_does_not_exist(
    cast: Cast, annas: dict[str, int], method: str
) -> None:
    carla = signed_in(cast.carla)
    nothing = dict.fromkeys(annas, NOBODYS)
    before = everything()
    sent: dict[str, Any] = {"stance": "supports", "origin": annas["contribution"], "role": "leader"}

    for name in NAMING:
        there = getattr(carla, method)(address(name, annas), sent)
        nowhere = getattr(carla, method)(address(name, nothing), sent)

        only_posted = method == "get" and DOORS[name].get == 405
        expected = 405 if only_posted else 404
        assert (there.status_code, nowhere.status_code) == (expected, expected), name
        hint = without_tokens(there, address(name, annas))
        assert hint == without_tokens(nowhere, address(name, nothing)), name
        assert everything() == before, name


def test_a_number_that_no_table_can_hold_does_not_exist(cast: Cast) -> None:
    gitte = signed_in(cast.gitte)

    for name in NAMING:
        for number in (0, 2**63, 10**40):
            answer = gitte.post(reverse(name, args=[number]), {"stance": "supports", "origin": "1"})
            assert answer.status_code == 404, name


@pytest.mark.parametrize("name", ["contribution", "history", "edit"])
def test_a_colleague_meets_nothing_of_a_draft(cast: Cast, name: str) -> None:
    row = drafted(cast, "anna", title="Annas kladde")

    for colleague in (cast.bo, cast.gitte):
        answer = signed_in(colleague).get(reverse(name, args=[row.id]))
        assert answer.status_code == 404
        assert "Annas kladde" not in answer.content.decode()


@pytest.mark.parametrize("name", ["edit", "share", "withdraw", "discard"])
def test_a_reader_of_a_contribution_cannot_change_it(cast: Cast, name: str) -> None:
    row = shared(cast, "anna")
    before = everything()

    answer = signed_in(cast.bo).post(reverse(name, args=[row.id]), {"title": "Bos titel"})

    assert answer.status_code == 404
    assert everything() == before


def test_a_person_without_any_organisation_is_told_so(cast: Cast) -> None:
    bo = signed_in(cast.bo)
    Membership.objects.filter(id=cast.bo.id).update(is_active=False)

    for name in ("start", "browse", "mine", "people", "choose_way"):
        answer = bo.get(reverse(name))
        assert answer.status_code == 403
        assert "Du hører ikke til en organisation her" in main(answer)
