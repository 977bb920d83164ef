"""The sheets of the year: writing a part, a principle, nominating and choosing."""

from django.urls import reverse

from cast import Cast, shared
from handlerum.insight.models import Nomination, Principle, YearStatus
from handlerum.insight.services import nominating
from handlerum.insight.services import year as years
from handlerum.insight.terms import Part
from insight.telling import REASON, drafted_year, part_of, principle, tried
from web.pages import body, decided, links, main, page, signed_in, value

POINTING = "Ring til Hans Hansen på 20 30 40 50."


def test_two_at_once_lose_nothing_and_the_second_sees_the_difference(cast: Cast) -> None:
    row = part_of(drafted_year(cast), Part.AHEAD)
    where = reverse("year_part", args=[row.id])
    dorte, gitte = signed_in(cast.dorte), signed_in(cast.gitte)
    dorte.post(where, {"text": "Vi vil høre de unge.", "version": "0"})

    answer = gitte.post(where, {"text": "Vi vil høre alle.", "version": "0"})

    assert answer.status_code == 422
    assert value(answer, "text") == "Vi vil høre alle."
    assert "En anden har skrevet i mellemtiden" in main(answer)
    assert [str(one.text).strip() for one in page(answer).xpath("//del")] == ["de unge."]
    row.refresh_from_db()
    assert row.text == "Vi vil høre de unge."

    sent = {"text": "Vi vil høre alle.", "version": value(answer, "version")}
    assert gitte.post(where, sent).status_code == 302
    row.refresh_from_db()
    assert row.text == "Vi vil høre alle."
    assert "Vi vil høre de unge." in main(dorte.get(where))


def test_what_points_to_somebody_is_seen_before_it_is_stored(cast: Cast) -> None:
    row = part_of(drafted_year(cast), Part.AHEAD)
    where = reverse("year_part", args=[row.id])
    dorte = signed_in(cast.dorte)

    first = dorte.post(where, {"text": POINTING, "version": "0"})

    assert first.status_code == 422
    row.refresh_from_db()
    assert row.version == 0
    dorte.post(where, {"text": POINTING, "version": "0", **decided(first)})
    row.refresh_from_db()
    assert row.version == 1
    assert "20 30 40 50" not in row.text
    assert "Hansen" not in row.text


def test_a_version_that_is_no_number_overwrites_nothing(cast: Cast) -> None:
    row = part_of(drafted_year(cast), Part.AHEAD)

    for version in ("", "x", "9" * 30):
        sent = {"text": "Nyt.", "version": version}
        answer = signed_in(cast.dorte).post(reverse("year_part", args=[row.id]), sent)
        assert answer.status_code == 422
    row.refresh_from_db()
    assert row.version == 0


def test_principles_are_proposed_and_named_by_the_organisation(cast: Cast) -> None:
    status = drafted_year(cast)
    where = reverse("year_principle", args=[status.id])
    dorte = signed_in(cast.dorte)
    assert "Borgeren er med til at planlægge" in main(dorte.get(where))

    dorte.post(where, {"name": "Vi spørger først", "meaningful": "Ja."})

    row = Principle.objects.get()
    assert (row.name, row.meaningful, row.status) == ("Vi spørger først", "Ja.", status)
    years.write_principle(cast.reader("gitte"), row.id, principle(results="Ja."), version=1)
    edit = reverse("edit_principle", args=[row.id])
    answer = dorte.post(edit, {"name": "Vi spørger", "results": "Nej.", "version": "1"})
    assert answer.status_code == 422
    assert value(answer, "results") == "Nej."
    dorte.post(reverse("drop_principle", args=[row.id]))
    assert not Principle.objects.exists()


def test_a_draft_is_deleted_after_one_question(cast: Cast) -> None:
    status = drafted_year(cast)
    where = reverse("year_delete", args=[status.id])
    dorte = signed_in(cast.dorte)

    assert "Slet kladden for altid?" in main(dorte.get(where))
    years.publish(cast.reader("dorte"), status.id)
    assert dorte.post(where).status_code == 422
    years.take_back(cast.reader("dorte"), status.id)
    dorte.post(where)

    assert not YearStatus.objects.exists()


def test_from_a_contribution_to_a_nomination_that_all_can_see(cast: Cast) -> None:
    row = shared(cast, "anna")
    bo = signed_in(cast.bo)
    where = reverse("nominate", args=[row.id])
    assert where in links(bo.get(reverse("contribution", args=[row.id])))

    bo.post(where, {"reason": REASON})

    assert REASON in main(signed_in(cast.erik).get(reverse("years")))
    assert REASON not in body(signed_in(cast.carla).get(reverse("years")))
    assert "i forvejen" in main(bo.post(where, {"reason": REASON}))


def test_what_a_team_reads_alone_leads_to_no_nomination(cast: Cast) -> None:
    row = shared(cast, "anna", audience="team")
    bo = signed_in(cast.bo)
    where = reverse("nominate", args=[row.id])

    assert where not in links(bo.get(reverse("contribution", args=[row.id])))
    assert "hele organisationen må læse" in main(bo.post(where, {"reason": REASON}))
    assert not Nomination.objects.exists()


def test_a_trial_is_nominated_and_chosen_with_reasons(cast: Cast) -> None:
    trial = tried(cast)
    signed_in(cast.bo).post(reverse("nominate_trial", args=[trial.id]), {"reason": REASON})
    row = Nomination.objects.get()
    where = reverse("choose_nomination", args=[row.id])
    dorte = signed_in(cast.dorte)

    assert signed_in(cast.anna).post(where, {"group": "Vi", "why": "x"}).status_code == 404
    assert dorte.post(where, {"group": "", "why": ""}).status_code == 422
    dorte.post(where, {"group": "Ungeteamet", "why": "Det ændrede mest."})

    assert "Det ændrede mest." in main(dorte.get(reverse("years")))
    bo = signed_in(cast.bo)
    refused = bo.post(reverse("drop_nomination", args=[row.id]), follow=True)
    assert "er valgt" in main(refused)
    dorte.post(reverse("unchoose_nomination", args=[row.id]))
    bo.post(reverse("drop_nomination", args=[row.id]))
    assert not Nomination.objects.exists()


def test_a_colleague_does_not_take_back_what_another_nominated(cast: Cast) -> None:
    row = nominating.nominate_contribution(cast.reader("bo"), shared(cast).id, REASON)

    answer = signed_in(cast.anna).post(reverse("drop_nomination", args=[row.id]))

    assert answer.status_code == 404
    assert Nomination.objects.filter(id=row.id).exists()
