"""Forgetting a person in the year's status."""

from cast import Cast, shared
from handlerum.insight.models import EarlierText, Nomination, Principle, YearStatus
from handlerum.insight.services import nominating
from handlerum.insight.services import year as years
from handlerum.insight.terms import Part
from handlerum.insight.year_erasure import erase_all, everything_of, replay_erasures
from handlerum.insight.year_telling import ChosenTelling
from insight.telling import REASON, drafted_year, part_of, principle, tried


def test_nominations_go_and_what_the_organisation_wrote_stays_without_a_name(cast: Cast) -> None:
    dorte = cast.reader("dorte")
    status = drafted_year(cast)
    part = part_of(status, Part.AHEAD)
    years.write_part(dorte, part.id, "Vi vil høre de unge.", version=0)
    years.name_principle(dorte, status.id, principle())
    years.publish(dorte, status.id)
    nominating.nominate_contribution(dorte, shared(cast).id, REASON)
    chosen = nominating.nominate_trial(dorte, tried(cast).id, "Det lærte vi mest af.")
    nominating.choose(dorte, chosen.id, ChosenTelling("Ungeteamet", "Derfor."))

    assert erase_all(dorte) == 1

    status.refresh_from_db()
    kept = Nomination.objects.get()
    assert (kept.id, kept.by, kept.chosen_by) == (chosen.id, None, None)
    assert (status.begun_by, status.published_by) == (None, None)
    assert not EarlierText.objects.exclude(by=None).exists()
    assert not Principle.objects.exclude(by=None).exists()
    assert part_of(status, Part.AHEAD).text == "Vi vil høre de unge."


def test_all_that_a_person_told_is_handed_out(cast: Cast) -> None:
    dorte = cast.reader("dorte")
    status = drafted_year(cast)
    years.write_part(dorte, part_of(status, Part.AHEAD).id, "Vi vil høre de unge.", version=0)
    years.name_principle(dorte, status.id, principle())
    nominating.nominate_contribution(dorte, shared(cast).id, REASON)

    told = everything_of(dorte)

    assert [row["reason"] for row in told["nominations"]] == [REASON]
    assert [row["text"] for row in told["year_texts"]] == ["Vi vil høre de unge."]
    assert [row["name"] for row in told["principles"]] == ["Borgeren er med"]
    assert everything_of(cast.reader("bo")) == {
        "nominations": [],
        "year_texts": [],
        "principles": [],
    }


def test_what_came_back_with_an_older_database_is_erased_again(cast: Cast) -> None:
    dorte, bo = cast.reader("dorte"), cast.reader("bo")
    status = drafted_year(cast)
    named = nominating.nominate_contribution(bo, shared(cast).id, REASON)
    kept = nominating.nominate_trial(bo, tried(cast).id, REASON)
    years.delete(dorte, status.id)
    nominating.take_back(bo, named.id)

    at, made = named.at, status.created_at
    named.save()
    status.save()
    Nomination.objects.filter(id=named.id).update(at=at)
    YearStatus.objects.filter(id=status.id).update(created_at=made)

    assert replay_erasures() == 2
    assert list(Nomination.objects.all()) == [kept]
    assert not YearStatus.objects.exists()
    assert replay_erasures() == 0
