"""What cites the law: noted when shared, forgotten when erased, flagged when the law moves."""

from datetime import date

from cast import Cast, drafted, shared, telling
from handlerum.core.clock import today
from handlerum.knowledge.erasure_services import erase
from handlerum.knowledge.queries import citing
from handlerum.knowledge.services import edit, withdraw
from handlerum.legislation.citing import CitationView, citations_of
from handlerum.legislation.models import Cited
from handlerum.legislation.services import store
from handlerum.trail.terms import Thing
from legislation.acts import KEY, newer, stored

TEXT = "Efter LAB § 36, stk. 1, fik han en mentor på arbejdspladsen."


def views(id_: int) -> list[CitationView]:
    return citations_of(Thing.CONTRIBUTION, [id_], today())


def test_a_shared_contribution_stands_on_the_page_of_what_it_cites(cast: Cast) -> None:
    row = shared(cast, text=TEXT)

    assert [one.id for one in citing(cast.reader("bo"), KEY, "36")] == [row.id]
    assert citing(cast.reader("bo"), KEY, "36 a") == []
    assert citing(cast.reader("carla"), KEY, "36") == []


def test_a_draft_and_a_withdrawn_contribution_do_not(cast: Cast) -> None:
    drafted(cast, text=TEXT)
    row = shared(cast, text=TEXT)
    withdraw(cast.reader("anna"), row.id)

    assert citing(cast.reader("anna"), KEY, "36") == []


def test_an_edit_changes_what_is_cited(cast: Cast) -> None:
    row = shared(cast, text=TEXT)
    edit(
        cast.reader("anna"),
        row.id,
        telling(text="Efter LAB § 36 a holdt vi en samtale."),
        version=1,
    )

    assert [one.section for one in Cited.objects.all()] == ["36 a"]


def test_what_is_erased_cites_nothing(cast: Cast) -> None:
    row = shared(cast, text=TEXT)
    erase(cast.reader("anna"), row.id)

    assert not Cited.objects.exists()


def test_a_citation_says_whether_the_law_is_there(cast: Cast) -> None:
    row = shared(cast, text=TEXT)
    (before,) = views(row.id)
    stored()
    (after,) = views(row.id)

    assert (before.act, before.label) == (None, "LAB § 36, stk. 1")
    assert after.act is not None
    assert (after.changed, after.repealed) == (False, False)


def test_a_section_that_no_text_of_the_act_has_is_told_apart(cast: Cast) -> None:
    row = shared(cast, text="Efter LAB § 36 og LAB § 999, stk. 2")
    assert [one.unknown for one in views(row.id)] == [False, False]  # nothing is imported
    stored()

    found = {one.label: (one.unknown, one.repealed, one.changed) for one in views(row.id)}

    assert found == {
        "LAB § 36": (False, False, False),
        "LAB § 999, stk. 2": (True, False, False),
    }


def test_a_section_that_changed_since_flags_what_cites_it(cast: Cast) -> None:
    stored()
    then = shared(cast, text=TEXT, law_date=date(2024, 5, 1))
    now = shared(cast, text=TEXT, law_date=date(2025, 8, 1))
    same = shared(cast, text="Efter LAB § 36 a", law_date=date(2024, 5, 1))
    gone = shared(cast, text="Efter LAB § 40", law_date=date(2024, 5, 1))
    store(newer())

    rows = (then, now, same, gone)
    flags = {row.id: (one.changed, one.repealed) for row in rows for one in views(row.id)}
    assert flags == {
        then.id: (True, False),
        now.id: (False, False),
        same.id: (False, False),
        gone.id: (False, True),
    }
