"""Nominating the most significant changes, and choosing between them with reasons."""

import pytest

from cast import Cast, shared
from handlerum.dilemmas.rules.problem import Code as Common
from handlerum.insight.models import Nomination
from handlerum.insight.problems import Refused
from handlerum.insight.queries.nominations import listed
from handlerum.insight.rules.year import Code
from handlerum.insight.services import nominating
from handlerum.insight.year_telling import ChosenTelling
from handlerum.organisations.access import Denied
from handlerum.trail.models import Entry
from insight.telling import REASON, tried

CHOSEN = ChosenTelling("Ungeteamet og to ledere", "Det ændrede mest.")


def named(cast: Cast, by: str = "bo") -> Nomination:
    return nominating.nominate_contribution(cast.reader(by), shared(cast).id, REASON)


def test_a_colleague_nominates_with_a_reason(cast: Cast) -> None:
    row = named(cast)

    assert [one.title for one in listed(cast.reader("erik"))] == ["Mødet på bænken"]
    entry = Entry.objects.latest("id")
    assert (entry.verb, entry.thing, entry.thing_id) == (
        "proposed",
        "contribution",
        row.contribution_id,
    )


def test_a_trial_is_nominated_in_the_same_way(cast: Cast) -> None:
    nominating.nominate_trial(cast.reader("erik"), tried(cast).id, REASON)

    assert [one.title for one in listed(cast.reader("anna"))] == ["Vi ringer dagen før"]


def test_what_only_a_team_reads_is_not_nominated(cast: Cast) -> None:
    row = shared(cast, "anna", audience="team")
    trial = tried(cast, audience="team", team=cast.youth)

    for nominate in (
        lambda: nominating.nominate_contribution(cast.reader("bo"), row.id, REASON),
        lambda: nominating.nominate_trial(cast.reader("bo"), trial.id, REASON),
    ):
        with pytest.raises(Refused) as refused:
            nominate()
        assert refused.value.problems[0].code == Code.NOT_FOR_ALL
    with pytest.raises(Denied):
        nominating.nominate_contribution(cast.reader("erik"), row.id, REASON)


def test_a_reason_is_needed_and_the_same_is_named_once_by_each(cast: Cast) -> None:
    row = named(cast)
    assert row.contribution_id
    with pytest.raises(Refused) as refused:
        nominating.nominate_contribution(cast.reader("bo"), row.contribution_id, REASON)
    assert refused.value.problems[0].code == Code.NAMED_ALREADY

    with pytest.raises(Refused) as refused:
        nominating.nominate_contribution(cast.reader("erik"), row.contribution_id, " ")
    assert refused.value.problems[0].code == Common.MISSING

    nominating.nominate_contribution(cast.reader("erik"), row.contribution_id, "Også mig.")


def test_a_group_chooses_with_reasons(cast: Cast) -> None:
    row = named(cast)
    later = nominating.nominate_trial(cast.reader("erik"), tried(cast).id, REASON)

    nominating.choose(cast.reader("dorte"), row.id, CHOSEN)

    assert [one.row.id for one in listed(cast.reader("anna"))] == [row.id, later.id]
    row.refresh_from_db()
    assert (row.group, row.why) == (CHOSEN.group, CHOSEN.why)
    with pytest.raises(Refused) as refused:
        nominating.choose(cast.reader("dorte"), later.id, ChosenTelling("", ""))
    assert {problem.field for problem in refused.value.problems} == {"group", "why"}


@pytest.mark.parametrize("by", ["anna", "carla"])
def test_others_do_not_choose(cast: Cast, by: str) -> None:
    row = named(cast)

    for choose in (
        lambda: nominating.choose(cast.reader(by), row.id, CHOSEN),
        lambda: nominating.choose_no_more(cast.reader(by), row.id),
    ):
        with pytest.raises(Denied):
            choose()
    row.refresh_from_db()
    assert row.chosen_at is None


def test_an_outsider_nominates_nothing_here_and_sees_nothing(cast: Cast) -> None:
    row = named(cast)
    assert row.contribution_id

    with pytest.raises(Denied):
        nominating.nominate_contribution(cast.reader("carla"), row.contribution_id, REASON)
    assert listed(cast.reader("carla")) == []


def test_one_takes_back_ones_own_until_it_is_chosen(cast: Cast) -> None:
    row = named(cast)
    with pytest.raises(Denied):
        nominating.take_back(cast.reader("anna"), row.id)
    nominating.choose(cast.reader("dorte"), row.id, CHOSEN)
    with pytest.raises(Refused):
        nominating.take_back(cast.reader("bo"), row.id)

    nominating.choose_no_more(cast.reader("dorte"), row.id)
    nominating.take_back(cast.reader("bo"), row.id)

    assert not Nomination.objects.exists()


def test_what_is_withdrawn_is_not_listed_any_more(cast: Cast) -> None:
    row = named(cast)
    contribution = row.contribution
    assert contribution
    contribution.state = "withdrawn"
    contribution.save()

    assert listed(cast.reader("bo")) == []
    with pytest.raises(Denied):
        nominating.choose(cast.reader("dorte"), row.id, CHOSEN)
