"""Trials in lists, what they came from, and what is left of them when somebody goes."""

import pytest

from cast import Cast, shared
from dilemmas.making import made, with_options
from handlerum.dilemmas.services import delete, remove_option
from handlerum.knowledge.erasure_services import erase as erase_contribution
from handlerum.knowledge.models import Contribution
from handlerum.knowledge.services import withdraw
from handlerum.organisations.access import Denied
from handlerum.practice.models import Trial
from handlerum.practice.queries import trials as queries
from handlerum.practice.services import trials as services
from handlerum.practice.services.trial_erasure import erase_all, everything_of, replay_erasures
from handlerum.practice.telling import Origin
from handlerum.trail.models import Entry
from handlerum.trail.terms import Thing
from practice.trying import became, overdue, tried


def ended(cast: Cast, outcome: str) -> Trial:
    trial = tried(cast, what=f"Noget, der endte som {outcome}")
    return services.tell(cast.reader("anna"), trial.id, became(outcome=outcome))


def test_what_failed_is_as_easy_to_find_as_what_succeeded(cast: Cast) -> None:
    ends = {name: ended(cast, name) for name in ("succeeded", "failed", "mixed")}
    under_way, dropped = tried(cast), tried(cast, what="Opgivet")
    services.drop(cast.reader("anna"), dropped.id)
    bo = cast.reader("bo")

    for name, trial in ends.items():
        assert list(queries.listed(bo, name)) == [trial]
    assert list(queries.listed(bo, "under_way")) == [under_way]
    assert list(queries.listed(bo, "dropped")) == [dropped]
    assert len(queries.listed(bo, "noget andet")) == 5
    assert queries.counts(bo) == {
        **{"succeeded": 1, "failed": 1, "mixed": 1},
        **{"under_way": 1, "told": 3, "dropped": 1},
    }


def test_those_whose_day_has_come_stand_first_and_are_counted(cast: Cast) -> None:
    later, waits = tried(cast), overdue(tried(cast, what="Det, der venter"))
    tried(cast, "bo", what="Bos")

    assert queries.mine(cast.reader("anna")) == [waits, later]
    assert queries.due(cast.reader("anna")) == 1
    assert queries.due(cast.reader("bo")) == 0
    assert queries.shown(cast.reader("anna"), waits.id).is_due


def test_it_shows_the_option_it_tries_as_far_as_the_reader_may(cast: Cast) -> None:
    dilemma = made(cast, audience="team")
    (option,) = with_options(cast, dilemma, 1)
    trial = tried(cast, origin=Origin(Thing.DILEMMA, dilemma.id, option.id))

    came = queries.shown(cast.reader("bo"), trial.id).came
    assert (came.dilemma, came.option) == (dilemma, option)
    assert queries.shown(cast.reader("erik"), trial.id).came == queries.Came()
    found = queries.of_origin(cast.reader("bo"), Thing.DILEMMA, [dilemma.id, 987_654])
    assert found == {dilemma.id: [trial]}


def test_what_it_came_from_may_go(cast: Cast) -> None:
    dilemma = made(cast)
    (option,) = with_options(cast, dilemma, 1)
    trial = tried(cast, origin=Origin(Thing.DILEMMA, dilemma.id, option.id))

    remove_option(cast.reader("anna"), option.id)
    assert queries.shown(cast.reader("bo"), trial.id).came.option is None
    delete(cast.reader("anna"), dilemma.id)

    assert queries.shown(cast.reader("bo"), trial.id).came == queries.Came()


def test_an_option_of_another_dilemma_is_not_where_it_came_from(cast: Cast) -> None:
    mine, other = made(cast), made(cast)
    (option,) = with_options(cast, other, 1)

    for number in (option.id, 0, 987_654):
        with pytest.raises(Denied):
            tried(cast, origin=Origin(Thing.DILEMMA, mine.id, number))


def test_what_was_told_and_taken_back_is_told_to_nobody_else(cast: Cast) -> None:
    trial = ended(cast, "mixed")
    row = Contribution.objects.get()

    withdraw(cast.reader("anna"), row.id)
    assert queries.shown(cast.reader("bo"), trial.id).contribution is None
    assert queries.shown(cast.reader("anna"), trial.id).contribution == row
    erase_contribution(cast.reader("anna"), row.id)

    assert queries.shown(cast.reader("bo"), trial.id).trial.outcome == "mixed"


def test_ones_own_trials_go_when_one_asks_to_be_forgotten(cast: Cast) -> None:
    trial, row = tried(cast), shared(cast)
    tried(cast, "bo", origin=Origin(Thing.CONTRIBUTION, row.id))
    assert [one["what"] for one in everything_of(cast.reader("anna"))["trials"]] == [trial.what]

    assert erase_all(cast.reader("anna")) == 1

    assert [one.owner for one in Trial.objects.all()] == [cast.bo.user]
    assert not any(everything_of(cast.reader("anna")).values())
    assert Entry.objects.filter(verb="erased", thing="trial").count() == 1


def test_what_a_colleague_told_of_becomes_theirs(cast: Cast) -> None:
    trial = tried(cast, by_team_id=cast.youth.id)
    services.tell(cast.reader("bo"), trial.id, became())

    assert erase_all(cast.reader("anna")) == 0

    assert Trial.objects.get().owner == cast.bo.user


def test_a_trial_that_came_back_with_an_old_database_is_erased_again(cast: Cast) -> None:
    trial = tried(cast)
    back = Trial.objects.filter(id=trial.id).values().get()
    services.erase(cast.reader("anna"), trial.id)
    Trial.objects.create(**back)
    Trial.objects.update(created_at=back["created_at"])

    assert replay_erasures() == 1

    assert not Trial.objects.exists()


def test_an_erased_trial_leaves_what_was_told_of_it(cast: Cast) -> None:
    trial = ended(cast, "failed")

    services.erase(cast.reader("anna"), trial.id)

    assert Contribution.objects.count() == 1
