"""Pages of trials: begun from somewhere, told of in two minutes, and seen by whoever may."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from cast import Cast, shared
from dilemmas.making import made, with_options
from handlerum.knowledge.models import Contribution
from handlerum.practice.models import Trial
from handlerum.practice.services import trials as services
from handlerum.reflection.services import note_next_step
from handlerum.reflection.telling import NextStepTelling
from practice.trying import became, in_days, overdue, stop, tried
from reflection.sessions.making import at_step, joined, running
from web.pages import decided, links, main, page, signed_in, value
from web.test_query_counts import counted

PHONE = "21 43 65 87"


@pytest.fixture
def anna(cast: Cast) -> Client:
    return signed_in(cast.anna)


def beginning(**changed: Any) -> dict[str, Any]:
    """What a browser sends of a complete new trial."""
    filled = {
        "what": "Vi går en tur i stedet.",
        "by": "me",
        "until": in_days(10).isoformat(),
        "expected": "Flere kommer.",
        "surprise": "",
        "sign": "",
        "audience": "organisation",
    }
    return {**filled, **changed}


def telling(**changed: Any) -> dict[str, Any]:
    """What a browser sends of what became of it."""
    filled = {
        "outcome": "failed",
        "happened": "Kun én kom.",
        "learned": "Spørg først.",
        "title": "Gåturen",
        "audience": "organisation",
    }
    return {**filled, **changed}


def test_a_trial_is_begun_and_told_of(cast: Cast, anna: Client) -> None:
    answer = anna.post(reverse("begin_trial"), beginning(), follow=True)
    assert "Så er den i gang." in main(answer)
    trial = Trial.objects.get()
    tell = reverse("tell_trial", args=[trial.id])
    assert value(anna.get(tell), "title") == trial.what

    told = main(anna.post(tell, telling(), follow=True))

    assert "Før Det ventede vi Flere kommer." in told
    assert "Efter Mislykkedes Det skete Kun én kom. Det tager vi med Spørg først." in told
    assert Contribution.objects.get().title == "Gåturen"


def test_it_is_begun_from_an_option_of_a_dilemma(cast: Cast, anna: Client) -> None:
    dilemma = made(cast)
    (option,) = with_options(cast, dilemma, 1)
    board = reverse("dilemma", args=[dilemma.id])
    where = f"{reverse('begin_trial')}?dilemma={dilemma.id}&mulighed={option.id}"
    assert where in links(anna.get(board))
    shown = anna.get(where)
    assert value(shown, "what") == option.text
    assert dilemma.question in main(shown)

    answer = anna.post(where, beginning(), follow=True)

    assert board in links(answer)
    assert "Det er prøvet I gang Vi går en tur i stedet." in main(anna.get(board))


def test_it_is_begun_from_a_contribution(cast: Cast, anna: Client) -> None:
    row = shared(cast)
    where = f"{reverse('begin_trial')}?bidrag={row.id}"
    there = reverse("contribution", args=[row.id])
    assert where in links(anna.get(there))

    answer = anna.post(where, beginning(), follow=True)

    assert there in links(answer)
    assert "Vi går en tur i stedet." in main(anna.get(there))


def test_it_is_begun_from_a_session_by_who_was_there(cast: Cast) -> None:
    session = at_step(cast, running(cast), 1)
    joined(cast, session, "bo")
    bo, where = signed_in(cast.bo), f"{reverse('begin_trial')}?moede={session.id}"
    assert session.question in main(bo.get(where))

    answer = bo.post(where, beginning(), follow=True)

    assert reverse("session", args=[session.id]) in links(answer)
    assert signed_in(cast.carla).get(where).status_code == 404
    assert bo.get(f"{where}&skridt=987654").status_code == 404


def test_a_next_step_fills_in_what_and_when(cast: Cast) -> None:
    session = running(cast)
    agreed = NextStepTelling("n", "Ringe først", cast.bo.user_id, due=in_days(9))
    step = note_next_step(joined(cast, session), session.id, agreed)

    shown = signed_in(cast.bo).get(reverse("begin_trial"), {"moede": session.id, "skridt": step.id})

    for name in ("skridt", "mulighed"):
        wrong = {"moede": session.id, name: step.id + 987}
        assert signed_in(cast.bo).get(reverse("begin_trial"), wrong).status_code == 404
    assert value(shown, "what") == "Ringe først"
    assert value(shown, "until") == in_days(9).isoformat()


@pytest.mark.parametrize("query", ["?dilemma={}&mulighed=1", "?dilemma={}", "?bidrag={}"])
def test_what_carla_guesses_at_is_not_there(cast: Cast, query: str) -> None:
    number = made(cast).id if "dilemma" in query else shared(cast).id

    for guess in (number, 987_654):
        answer = signed_in(cast.carla).get(reverse("begin_trial") + query.format(guess))
        assert answer.status_code == 404


def test_nonsense_in_the_address_begins_from_nothing(anna: Client) -> None:
    for query in ("?dilemma=abc", "?moede=-1", "?bidrag=" + "9" * 40):
        assert anna.get(reverse("begin_trial") + query).status_code == 200


def test_what_is_missing_is_said_where_it_is_missing(anna: Client) -> None:
    answer = anna.post(
        reverse("begin_trial"), beginning(what="", until=in_days(-1).isoformat(), audience="me")
    )

    assert answer.status_code == 422
    assert page(answer).xpath("//*[@id='id_what_error']")
    assert "Dagen er gået. Vælg en, der kommer." in main(answer)
    assert value(answer, "expected") == "Flere kommer."
    assert "2027-01-31" in main(anna.post(reverse("begin_trial"), beginning(until="i morgen")))


def test_what_points_to_somebody_is_seen_by_its_author_first(cast: Cast, anna: Client) -> None:
    trial, sent = tried(cast), telling(happened=f"Hun ringede fra {PHONE}.")
    where = reverse("tell_trial", args=[trial.id])

    answer = anna.post(where, sent)
    assert answer.status_code == 422
    assert not Contribution.objects.exists()
    anna.post(where, {**sent, **decided(answer)})

    assert PHONE not in Contribution.objects.get().text


def test_the_lists_show_each_end_with_its_number(cast: Cast, anna: Client) -> None:
    for outcome in ("failed", "succeeded"):
        trial = tried(cast, what=f"Prøve: {outcome}")
        services.tell(cast.reader("anna"), trial.id, became(outcome=outcome))

    told = main(anna.get(reverse("trials")))
    assert "I gang (0) Lykkedes (1) Mislykkedes (1) Både-og (0) Opgivet (0)" in told
    failed = main(anna.get(reverse("trials"), {"vis": "failed"}))
    assert "Prøve: failed" in failed
    assert "Prøve: succeeded" not in failed
    assert "Ingen lige nu." in main(anna.get(reverse("trials"), {"vis": "mixed"}))
    assert "Her er ikke prøvet noget" in main(signed_in(cast.carla).get(reverse("trials")))


def test_whose_day_has_come_is_told_quietly(cast: Cast, anna: Client) -> None:
    overdue(tried(cast))

    for name in ("start", "mine"):
        assert "En prøvehandling venter på" in main(anna.get(reverse(name)))
    told = main(anna.get(reverse("my_trials")))
    assert "Dagen er kommet" in told
    assert "Fortæl, hvad der skete" in told
    assert "prøvehandling venter" not in main(signed_in(cast.bo).get(reverse("start")))


def test_more_time_another_owner_and_giving_up(cast: Cast, anna: Client) -> None:
    trial = overdue(tried(cast))
    anna.post(reverse("prolong_trial", args=[trial.id]), {"until": in_days(9).isoformat()})
    anna.post(reverse("hand_over_trial", args=[trial.id]), {"colleague": str(cast.bo.user_id)})
    bo, drop = signed_in(cast.bo), reverse("drop_trial", args=[trial.id])
    told = main(bo.post(drop, {"why": "Der kom en ny aftale."}, follow=True))

    assert "Den blev opgivet. Der kom en ny aftale." in told
    again = bo.post(drop, {"why": ""})
    assert again.status_code == 422
    assert "Det er afsluttet og kan ikke ændres mere." in main(again)
    nobody = bo.post(reverse("hand_over_trial", args=[trial.id]), {"colleague": ""})
    assert nobody.status_code == 422


def test_what_was_left_is_taken_over(cast: Cast) -> None:
    trial, dorte = tried(cast), signed_in(cast.dorte)
    stop(cast.anna)
    assert "er her ikke mere" in main(dorte.get(reverse("trial", args=[trial.id])))

    dorte.post(reverse("take_over_trial", args=[trial.id]))

    assert Trial.objects.get().owner == cast.dorte.user


def test_a_trial_is_erased_after_one_question(cast: Cast, anna: Client) -> None:
    where = reverse("erase_trial", args=[tried(cast).id])
    assert "Slet prøvehandlingen for altid?" in main(anna.get(where))
    assert signed_in(cast.bo).post(where).status_code == 404

    anna.post(where)

    assert not Trial.objects.exists()


def test_more_trials_take_no_more_queries(cast: Cast, anna: Client) -> None:
    dilemma, row = made(cast), shared(cast)
    options = with_options(cast, dilemma, 2)

    def grow(many: int) -> None:
        for number in range(many):
            for query in (
                f"?dilemma={dilemma.id}&mulighed={options[0].id}",
                f"?bidrag={row.id}",
            ):
                what = f"{Trial.objects.count()} {number}"
                anna.post(reverse("begin_trial") + query, beginning(what=what))
        overdue(Trial.objects.earliest("id"))

    def look() -> dict[str, int]:
        places = [reverse(name) for name in ("trials", "my_trials", "start", "mine")]
        places += [reverse("dilemma", args=[dilemma.id]), reverse("contribution", args=[row.id])]
        places += [reverse("trial", args=[Trial.objects.earliest("id").id])]
        return {at: counted(anna, lambda client, at=at: client.get(at)) for at in places}

    grow(1)
    few = look()
    grow(4)

    assert look() == few
