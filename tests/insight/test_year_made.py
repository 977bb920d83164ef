"""A draft of the year is made of the data, in one go."""

from datetime import date, timedelta

import pytest

from cast import Cast, shared
from handlerum.core.clock import today
from handlerum.insight.access import readable
from handlerum.insight.models import YearStatus
from handlerum.insight.problems import Refused
from handlerum.insight.queries.year import document
from handlerum.insight.services import year as years
from handlerum.insight.terms import Part
from handlerum.insight.year_telling import Period
from handlerum.organisations.access import Denied
from handlerum.trail.models import Entry
from insight.telling import agreed, asked, drafted_year, lived, part_of, period, tried


def facts(status: YearStatus, part: Part) -> dict[str, object]:
    return dict(part_of(status, part).facts)


@pytest.mark.parametrize("by", ["dorte", "gitte"])
def test_those_who_may_get_a_draft_with_every_part(cast: Cast, by: str) -> None:
    lived(cast)

    status = drafted_year(cast, by)

    assert [row.part for row in status.parts.all()] == Part.values
    assert all(row.text for row in status.parts.all())
    entry = Entry.objects.latest("id")
    assert (entry.verb, entry.thing, entry.thing_id) == ("created", "year_status", status.id)


@pytest.mark.parametrize("by", ["anna", "carla"])
def test_a_practitioner_makes_none_and_an_outsider_makes_none_here(cast: Cast, by: str) -> None:
    if by == "anna":
        with pytest.raises(Denied):
            drafted_year(cast, by)
    else:
        drafted_year(cast, by)

    assert not YearStatus.objects.filter(organisation=cast.home).exists()


def test_asking_again_for_the_same_period_gives_the_same_draft(cast: Cast) -> None:
    assert drafted_year(cast) == drafted_year(cast, "gitte")
    assert YearStatus.objects.count() == 1


@pytest.mark.parametrize(
    ("starts", "ends", "field"),
    [
        (None, date(2025, 1, 1), "starts"),
        (date(2025, 1, 1), None, "ends"),
        (date(2025, 2, 1), date(2025, 1, 1), "ends"),
        (date(2020, 1, 1), date(2025, 1, 1), "ends"),
        (today() + timedelta(days=2), today() + timedelta(days=9), "starts"),
    ],
)
def test_a_period_that_cannot_be_is_refused(
    cast: Cast, starts: date | None, ends: date | None, field: str
) -> None:
    with pytest.raises(Refused) as refused:
        years.make(cast.reader("dorte"), Period(starts, ends))

    assert [problem.field for problem in refused.value.problems] == [field]


def test_figures_are_counted_of_what_the_whole_organisation_reads(cast: Cast) -> None:
    rows = lived(cast)

    status = drafted_year(cast)

    assert facts(status, Part.LEARNED) == {
        "told": 6,
        "nominated": 1,
        "chosen": 1,
        "nominations": [rows["nomination"].id],
    }
    tried_ones = facts(status, Part.TRIED)
    assert (tried_ones["begun"], tried_ones["told"]) == (
        3,
        {"succeeded": 1, "failed": 1, "mixed": 1, "unknown": 0},
    )
    changed = facts(status, Part.CHANGED)
    assert (changed["new"], changed["changed"], changed["looks"]) == (1, 1, 1)
    asked_for = facts(status, Part.LEADERSHIP)
    assert (asked_for["asked"], asked_for["waiting"], asked_for["answers"]) == (
        2,
        1,
        {"declined": 1},
    )
    assert facts(status, Part.WEIGHED)["chosen"] == 1
    assert "Vi traf ét valg." in part_of(status, Part.WEIGHED).text


def test_what_lies_outside_the_period_is_not_counted(cast: Cast) -> None:
    lived(cast)
    last = today().year - 1

    status = years.make(cast.reader("dorte"), Period(date(last, 1, 1), date(last, 12, 31)))

    assert facts(status, Part.LEARNED)["told"] == 0
    assert facts(status, Part.TRIED)["begun"] == 0
    assert facts(status, Part.VOICES) == {"told": 0, "few": True, "cells": []}


def test_the_last_day_counts_to_its_end_and_the_next_does_not(cast: Cast) -> None:
    row = shared(cast)
    reader = cast.reader("dorte")
    day = row.shared_at.astimezone().date() if row.shared_at else today()

    on = years.make(reader, Period(day, day))
    before = years.make(reader, Period(day - timedelta(days=9), day - timedelta(days=1)))

    assert facts(on, Part.LEARNED)["told"] == 1
    assert facts(before, Part.LEARNED)["told"] == 0


def test_fewer_than_five_people_give_no_figures_about_voices(cast: Cast) -> None:
    for by in ("anna", "bo", "dorte", "erik"):
        shared(cast, by)
        shared(cast, by)
    few = years.make(cast.reader("dorte"), period())
    assert facts(few, Part.VOICES) == {"told": 8, "few": True, "cells": []}
    assert "Færre end fem mennesker" in part_of(few, Part.VOICES).text

    shared(cast, "gitte")
    years.count_again(cast.reader("dorte"), few.id)

    assert facts(few, Part.VOICES)["cells"] == [["experience", "own_experience", "practitioner", 9]]
    assert "statistik" in part_of(few, Part.VOICES).text


def test_failed_trials_are_named_as_many_times_as_the_others(cast: Cast) -> None:
    for n in range(9):
        tried(cast, what=f"Lykkedes {n}", outcome="succeeded")
    for n in range(3):
        tried(cast, what=f"Gik galt {n}", outcome="failed")

    named = document(cast.reader("dorte"), drafted_year(cast).id).named.trials

    assert [row.outcome for row in named].count("failed") == 3
    assert [row.outcome for row in named].count("succeeded") == 6


def test_unanswered_requests_are_named_before_the_answered(cast: Cast) -> None:
    asked(cast, answer="granted", reason="Ja.", answered_at=shared(cast).created_at)
    waiting = asked(cast)

    named = document(cast.reader("dorte"), drafted_year(cast).id).named.frames

    assert named[0] == waiting
    assert len(named) == 2


def test_what_is_no_longer_for_all_is_not_named(cast: Cast) -> None:
    rows = lived(cast)
    status = drafted_year(cast)
    rows["practice"].audience = "team"
    rows["practice"].save()
    rows["contribution"].delete()

    found = document(cast.reader("dorte"), status.id).named

    assert (found.versions, found.nominations) == ([], [])


def test_a_draft_is_seen_by_those_who_write_and_by_nobody_else(cast: Cast) -> None:
    status = drafted_year(cast)

    assert readable(cast.reader("gitte"), status.id) == status
    for name in ("anna", "carla"):
        with pytest.raises(Denied):
            readable(cast.reader(name), status.id)
    years.publish(cast.reader("dorte"), status.id)
    assert readable(cast.reader("anna"), status.id) == status
    with pytest.raises(Denied):
        readable(cast.reader("carla"), status.id)


def test_an_empty_organisation_gets_a_document_all_the_same(cast: Cast) -> None:
    status = drafted_year(cast, "carla")

    assert all(row.text for row in status.parts.all())


def test_practices_without_versions_for_all_are_not_told_of(cast: Cast) -> None:
    agreed(cast, audience="team", team=cast.youth)

    assert facts(drafted_year(cast), Part.CHANGED)["versions"] == []
