"""Writing in a year status: nobody's text is lost, and only those who may write."""

from typing import Any

import pytest

from cast import Cast, shared
from handlerum.dilemmas.rules.problem import Code as Common
from handlerum.insight.models import EarlierText, YearStatus
from handlerum.insight.problems import Refused
from handlerum.insight.queries.year import earlier_texts, principle_names
from handlerum.insight.rules.year import MOST_PRINCIPLES, Code
from handlerum.insight.services import year as years
from handlerum.insight.terms import Part, YearState
from handlerum.knowledge.services import Stale
from handlerum.organisations.access import Denied
from handlerum.trail.models import Entry
from insight.telling import TABLES, drafted_year, part_of, period, principle


def everything() -> list[list[Any]]:
    return [list(table.objects.order_by("id").values()) for table in (*TABLES, Entry)]


def test_a_part_is_written_and_the_proposal_is_kept(cast: Cast) -> None:
    dorte = cast.reader("dorte")
    row = part_of(drafted_year(cast), Part.AHEAD)
    proposal = row.text

    years.write_part(dorte, row.id, "Vi vil høre de unge.", version=0)
    years.write_part(cast.reader("gitte"), row.id, "Vi vil høre alle.", version=1)

    row.refresh_from_db()
    assert (row.text, row.version) == ("Vi vil høre alle.", 2)
    assert [one.text for one in earlier_texts(row)] == ["Vi vil høre de unge.", proposal]


def test_the_second_of_two_is_told_and_overwrites_nothing(cast: Cast) -> None:
    row = part_of(drafted_year(cast), Part.AHEAD)
    years.write_part(cast.reader("dorte"), row.id, "Dortes tekst.", version=0)
    before = everything()

    with pytest.raises(Stale):
        years.write_part(cast.reader("gitte"), row.id, "Gittes tekst.", version=0)

    assert everything() == before


def test_counting_again_leaves_what_was_written_and_renews_what_was_proposed(cast: Cast) -> None:
    dorte = cast.reader("dorte")
    status = drafted_year(cast)
    years.write_part(dorte, part_of(status, Part.AHEAD).id, "Vores egen.", version=0)
    shared(cast, "anna")

    years.count_again(dorte, status.id)

    assert part_of(status, Part.AHEAD).text == "Vores egen."
    assert "ét bidrag" in part_of(status, Part.LEARNED).text


def test_what_points_to_somebody_is_refused_and_nothing_is_stored(cast: Cast) -> None:
    row = part_of(drafted_year(cast), Part.AHEAD)
    before = everything()

    with pytest.raises(Refused) as refused:
        years.write_part(cast.reader("dorte"), row.id, "Ring til 010203-1234.", version=0)

    (problem,) = refused.value.problems
    assert (problem.field, problem.code) == ("text", Common.IDENTIFIES)
    assert "010203" not in str(refused.value)
    assert everything() == before


def test_a_published_status_is_not_written_in(cast: Cast) -> None:
    dorte = cast.reader("dorte")
    status = drafted_year(cast)
    row = part_of(status, Part.AHEAD)
    named = years.name_principle(dorte, status.id, principle())
    years.publish(dorte, status.id)
    years.publish(dorte, status.id)
    before = everything()

    for write in (
        lambda: years.write_part(dorte, row.id, "Nyt.", version=0),
        lambda: years.count_again(dorte, status.id),
        lambda: years.name_principle(dorte, status.id, principle()),
        lambda: years.write_principle(dorte, named.id, principle(), version=1),
        lambda: years.drop_principle(dorte, named.id),
        lambda: years.delete(dorte, status.id),
    ):
        with pytest.raises(Refused) as refused:
            write()
        assert refused.value.problems[0].code == Code.PUBLISHED
    assert everything() == before
    assert Entry.objects.filter(verb="published").count() == 1


@pytest.mark.parametrize("by", ["anna", "carla"])
def test_others_write_nothing(cast: Cast, by: str) -> None:
    status = drafted_year(cast)
    row = part_of(status, Part.AHEAD)
    named = years.name_principle(cast.reader("dorte"), status.id, principle())
    reader, before = cast.reader(by), everything()

    for write in (
        lambda: years.write_part(reader, row.id, "Nyt.", version=0),
        lambda: years.count_again(reader, status.id),
        lambda: years.publish(reader, status.id),
        lambda: years.take_back(reader, status.id),
        lambda: years.name_principle(reader, status.id, principle()),
        lambda: years.write_principle(reader, named.id, principle(), version=1),
        lambda: years.drop_principle(reader, named.id),
        lambda: years.delete(reader, status.id),
    ):
        with pytest.raises(Denied):
            write()
    assert everything() == before


def test_taken_back_it_is_a_draft_again(cast: Cast) -> None:
    status = drafted_year(cast)
    years.publish(cast.reader("dorte"), status.id)

    years.take_back(cast.reader("gitte"), status.id)

    status.refresh_from_db()
    assert (status.state, status.published_at) == (YearState.DRAFT, None)
    assert Entry.objects.latest("id").verb == "withdrew"


def test_a_draft_is_deleted_with_all_that_was_written_in_it(cast: Cast) -> None:
    status = drafted_year(cast)
    row = part_of(status, Part.AHEAD)
    years.write_part(cast.reader("dorte"), row.id, "Nyt.", version=0)

    years.delete(cast.reader("dorte"), status.id)

    assert not YearStatus.objects.exists()
    assert not EarlierText.objects.exists()
    assert years.make(cast.reader("dorte"), period()).id


def test_a_principle_is_written_by_whoever_saw_the_newest(cast: Cast) -> None:
    dorte, gitte = cast.reader("dorte"), cast.reader("gitte")
    named = years.name_principle(dorte, drafted_year(cast).id, principle())

    years.write_principle(gitte, named.id, principle(results="Ja."), version=1)

    with pytest.raises(Stale):
        years.write_principle(dorte, named.id, principle(results="Nej."), version=1)
    named.refresh_from_db()
    assert (named.results, named.version) == ("Ja.", 2)


def test_a_principle_has_a_name_and_there_are_not_too_many(cast: Cast) -> None:
    dorte, status = cast.reader("dorte"), drafted_year(cast)
    with pytest.raises(Refused):
        years.name_principle(dorte, status.id, principle(name=" "))

    for n in range(MOST_PRINCIPLES):
        years.name_principle(dorte, status.id, principle(name=f"Nr. {n}"))

    with pytest.raises(Refused) as refused:
        years.name_principle(dorte, status.id, principle())
    assert refused.value.problems[0].code == Common.TOO_MANY


def test_principles_of_earlier_years_are_proposed(cast: Cast) -> None:
    dorte = cast.reader("dorte")
    day = period().starts
    assert day
    before = years.make(dorte, years.Period(day.replace(year=day.year - 1), day))
    years.name_principle(dorte, before.id, principle(name="Fra i fjor"))
    status = drafted_year(cast)

    assert principle_names(dorte, status) == ["Fra i fjor"]
    assert principle_names(cast.reader("carla"), drafted_year(cast, "carla")) == []
