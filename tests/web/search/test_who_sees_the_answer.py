"""What an answer shows to whom: the tables have the last word, also before the index follows."""

from typing import Any

import pytest
from django.http import HttpResponse

from cast import Cast, drafted, shared, telling
from handlerum.knowledge.services import edit, withdraw
from handlerum.organisations.services import change_member
from handlerum.organisations.terms import Role
from handlerum.search.services import catch_up
from web.pages import ask, page, signed_in, words

SITUATION = "Vi mødtes på bænken ved kanalen"
TITLE = "Mødet på bænken"


def answer_to(member: Any) -> HttpResponse:
    """What one of the cast is answered."""
    answer: HttpResponse = ask(signed_in(member), SITUATION)
    assert answer.status_code == 200
    return answer


def test_what_is_shared_with_the_organisation_is_shown_to_all_in_it(cast: Cast) -> None:
    shared(cast, "anna")
    catch_up()

    for colleague in (cast.anna, cast.bo, cast.erik, cast.gitte):
        assert TITLE in words(answer_to(colleague))


def test_what_is_shared_with_a_team_is_shown_to_that_team_alone(cast: Cast) -> None:
    shared(cast, "anna", audience="team")
    catch_up()

    assert TITLE in words(answer_to(cast.bo))
    for outsider in (cast.erik, cast.gitte, cast.carla):
        assert TITLE not in words(answer_to(outsider))


def test_to_those_it_is_not_for_it_does_not_even_count(cast: Cast) -> None:
    shared(cast, "anna", audience="team", title="Kantinen", text="Roligt.", learned="")
    catch_up()

    assert "Vi så 1 bidrag igennem." in words(answer_to(cast.bo))
    for outsider in (cast.erik, cast.gitte, cast.carla):
        assert "igennem" not in words(answer_to(outsider))


def test_what_is_for_its_author_alone_answers_its_author(cast: Cast) -> None:
    shared(cast, "anna", audience="me")
    catch_up()

    assert TITLE in words(answer_to(cast.anna))
    for outsider in (cast.bo, cast.gitte, cast.carla):
        assert TITLE not in words(answer_to(outsider))


def test_a_draft_answers_nobody(cast: Cast) -> None:
    drafted(cast, "anna")
    catch_up()

    for reader in (cast.anna, cast.bo, cast.carla):
        assert TITLE not in words(answer_to(reader))


@pytest.mark.parametrize("caught_up", [False, True])
def test_what_was_withdrawn_is_gone_at_once(cast: Cast, caught_up: bool) -> None:
    row = shared(cast, "anna")
    catch_up()
    withdraw(cast.reader("anna"), row.id)
    if caught_up:
        catch_up()

    for reader in (cast.anna, cast.bo):
        assert TITLE not in words(answer_to(reader))


@pytest.mark.parametrize("caught_up", [False, True])
def test_what_was_narrowed_to_a_team_is_gone_for_others_at_once(
    cast: Cast, caught_up: bool
) -> None:
    row = shared(cast, "anna")
    catch_up()
    narrowed = telling(audience="team", team_id=cast.youth.id)
    edit(cast.reader("anna"), row.id, narrowed, version=1)
    if caught_up:
        catch_up()

    assert TITLE in words(answer_to(cast.bo))
    assert TITLE not in words(answer_to(cast.erik))


def test_a_changed_text_is_shown_as_it_is_now(cast: Cast) -> None:
    row = shared(cast, "anna")
    catch_up()
    changed = telling(title="Mødet i parken", text="Vi mødtes i parken.", learned="")
    edit(cast.reader("anna"), row.id, changed, version=1)

    answer = answer_to(cast.bo)

    assert "Mødet i parken" in words(answer)
    assert "bænken" not in words(page(answer).xpath("//section[@class='answer']")[0])


def test_a_changed_form_never_stands_in_the_lane_of_the_old_one(cast: Cast) -> None:
    row = shared(cast, "anna")
    catch_up()
    edit(cast.reader("anna"), row.id, telling(form="narrative"), version=1)

    answer = page(answer_to(cast.bo))

    heads = {
        head.get("class").split()[1]: head.get("class").split()[2]
        for head in answer.xpath("//p[contains(@class, 'lane-head')]")
    }
    cards = answer.xpath("//article[contains(@class, 'lane-')]")
    assert len(cards) == 5
    for card in cards:
        lane = next(name for name in card.get("class").split() if name.startswith("lane-"))
        assert heads[lane] in card.get("class").split()


def test_a_person_who_left_the_team_sees_no_more_of_it(cast: Cast) -> None:
    shared(cast, "anna", audience="team")
    catch_up()
    change_member(
        cast.reader("gitte"),
        cast.bo.id,
        role=Role.PRACTITIONER,
        teams=[cast.companies],
        is_active=True,
    )

    assert TITLE not in words(answer_to(cast.bo))
