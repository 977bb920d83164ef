"""A practice reacts to what happens under it, and says why."""

from datetime import date, timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext

from cast import Cast, report, shared, telling
from handlerum.core.clock import now, today
from handlerum.knowledge.erasure_services import erase
from handlerum.knowledge.services import contribute, edit, link, withdraw
from handlerum.legislation.models import Cited
from handlerum.legislation.services import store
from handlerum.practice.models import Basis, Look, Note, Practice
from handlerum.practice.queries.flags import flags_of
from handlerum.practice.queries.practices import listed
from handlerum.practice.services.looking import looked
from handlerum.practice.services.making import edit as rewrite
from handlerum.practice.services.making import set_state
from handlerum.practice.services.notes import note
from handlerum.practice.terms import FlagReason
from legislation.acts import newer, stored
from practice.agreed import agreed, in_days, made, reasons, under

#: A day between the two editions of the act.
BEFORE = date(2025, 1, 1)
NEW = {FlagReason.NO_BASIS, FlagReason.NEVER_REFLECTED}
THIN = {FlagReason.ONE_FORM, FlagReason.ONE_VOICE}


def look(cast: Cast, row: Practice, **changed: object) -> None:
    """The owner looks critically at it."""
    told: dict[str, object] = {"conclusion": "Den holder.", "next_look": None, **changed}
    looked(cast.reader("anna"), row.id, **told)  # type: ignore[arg-type]


def test_a_new_practice_stands_on_nothing_and_was_never_looked_at(cast: Cast) -> None:
    row = made(cast)

    assert reasons(row) == NEW
    look(cast, row)
    assert reasons(row) == {FlagReason.NO_BASIS}


def test_one_form_and_one_voice_are_told_until_others_sit_down(cast: Cast) -> None:
    row = made(cast)
    look(cast, row)

    under(cast, row, shared(cast))
    assert reasons(row) == THIN
    under(cast, row, shared(cast, form="narrative"))
    assert reasons(row) == {FlagReason.ONE_VOICE}
    under(cast, row, contribute(cast.reader("anna"), report()))
    assert not reasons(row)


def test_what_was_withdrawn_erased_or_hidden_by_its_author_is_a_gap(cast: Cast) -> None:
    row, anna = made(cast), cast.reader("anna")
    pieces = [shared(cast) for _ in range(3)]
    for piece in pieces:
        under(cast, row, piece)
    withdraw(anna, pieces[0].id)
    erase(anna, pieces[1].id)

    assert FlagReason.GAP in reasons(row)
    (gap, *_) = flags_of([row], today())[row.id]
    assert gap.detail.count == 2
    assert FlagReason.NO_BASIS not in reasons(row)
    look(cast, row)
    assert FlagReason.GAP in reasons(row), "looking fills no gap"
    erase(anna, pieces[2].id)
    assert FlagReason.NO_BASIS in reasons(row)


def test_what_is_contradicted_under_it_is_told_until_somebody_has_looked(cast: Cast) -> None:
    row, piece = made(cast), shared(cast)
    against = shared(cast, "bo", title="Det gik anderledes hos os")
    link(cast.reader("bo"), against.id, shared(cast, "anna").id, "challenges")
    before = shared(cast, "bo")
    link(cast.reader("bo"), before.id, piece.id, "challenges")
    under(cast, row, piece)
    assert FlagReason.CONTRADICTED not in reasons(row), "known when it was laid there"

    link(cast.reader("bo"), against.id, piece.id, "challenges")

    (flag,) = [f for f in flags_of([row], today())[row.id] if f.reason == "contradicted"]
    assert flag.detail.against == ((piece.id, against.id),)
    look(cast, row)
    assert FlagReason.CONTRADICTED not in reasons(row)


def test_support_that_turns_into_a_challenge_is_told(cast: Cast) -> None:
    row, piece, other = made(cast), shared(cast), shared(cast, "bo")
    link(cast.reader("bo"), other.id, piece.id, "supports")
    under(cast, row, piece)

    link(cast.reader("bo"), other.id, piece.id, "challenges")

    assert FlagReason.CONTRADICTED in reasons(row)


def test_what_its_author_alone_reads_contradicts_nothing(cast: Cast) -> None:
    row, piece = made(cast), shared(cast)
    under(cast, row, piece)
    private = shared(cast, "bo", audience="me")

    link(cast.reader("bo"), private.id, piece.id, "challenges")

    assert FlagReason.CONTRADICTED not in reasons(row)


def test_what_is_laid_under_it_to_challenge_it_is_told_too(cast: Cast) -> None:
    row = made(cast)
    look(cast, row)

    under(cast, row, shared(cast, "bo"), "challenges", "bo")

    assert FlagReason.CONTRADICTED in reasons(row)


def test_a_change_of_the_law_is_told_until_it_is_held_against_the_law_again(cast: Cast) -> None:
    stored()
    row = made(cast, law="LAB § 36")
    Cited.objects.filter(thing_id=row.id).update(as_of=BEFORE)
    store(newer())

    assert FlagReason.LAW_CHANGED in reasons(row)
    (flag,) = [f for f in flags_of([row], today())[row.id] if f.reason == "law_changed"]
    assert [(law.slug, law.repealed) for law in flag.detail.laws] == [("36", False)]
    look(cast, row)
    assert FlagReason.LAW_CHANGED not in reasons(row)


def test_an_edit_holds_it_against_the_law_only_where_its_writer_says_so(cast: Cast) -> None:
    row, anna = made(cast, law="LAB § 36"), cast.reader("anna")
    Practice.objects.filter(id=row.id).update(law_as_of=BEFORE)

    rewrite(anna, row.id, agreed(law="LAB § 36", text="Nyt."), version=1)
    row.refresh_from_db()
    assert row.law_as_of == Cited.objects.get(thing_id=row.id).as_of == BEFORE
    rewrite(anna, row.id, agreed(law="LAB § 36", text="Nyt."), version=2, law_checked=True)
    row.refresh_from_db()
    assert row.law_as_of == Cited.objects.get(thing_id=row.id).as_of == today()


def test_a_day_that_has_passed_is_told(cast: Cast) -> None:
    row = made(cast, next_look=in_days(2))

    assert FlagReason.DATE_PASSED not in reasons(row, in_days(2))
    assert FlagReason.DATE_PASSED in reasons(row, in_days(3))


def test_three_exceptions_since_the_last_look_are_told(cast: Cast) -> None:
    row = made(cast)
    due = [
        note(cast.reader("bo"), row.id, "exception", f"Undtagelse {n}").session_due
        for n in range(3)
    ]
    note(cast.reader("bo"), row.id, "doubt", "Er det rigtigt?")

    assert due == [False, False, True]
    assert FlagReason.EXCEPTIONS in reasons(row)
    look(cast, row)
    assert FlagReason.EXCEPTIONS not in reasons(row)
    assert not note(cast.reader("bo"), row.id, "exception", "En til").session_due


def test_what_is_out_of_use_asks_for_nothing(cast: Cast) -> None:
    row = made(cast)

    set_state(cast.reader("anna"), row.id, "retired")

    assert not reasons(row)


def fill(cast: Cast, many: int) -> None:
    """Practices with something of everything that flags look at."""
    for number in range(many):
        row, piece = made(cast, law="LAB § 36", title=f"Praksis {number}"), shared(cast)
        under(cast, row, piece)
        link(cast.reader("bo"), shared(cast, "bo").id, piece.id, "challenges")
        for _ in range(3):
            Note.objects.create(practice=row, kind="exception", text="x", by=cast.bo.user)
        Look.objects.create(practice=row, conclusion="x", by=cast.anna.user)


def test_flags_of_more_practices_take_no_more_queries(cast: Cast) -> None:
    stored()
    counts = []
    for many in (1, 4):
        fill(cast, many)
        rows = listed(cast.reader("bo"))
        with CaptureQueriesContext(
            connection,
        ) as queries:
            flags_of(rows, today())
        counts.append(len(queries))

    assert counts[0] == counts[1] <= 8


def test_a_change_of_one_provision_under_a_thousand_practices_is_told_quickly(cast: Cast) -> None:
    stored()
    row = made(cast, law="LAB § 36")
    Practice.objects.bulk_create(
        Practice(
            organisation=cast.home,
            owner=cast.anna.user,
            kind="procedure",
            title=f"Praksis {number}",
            text="x",
            law="LAB § 36",
            law_as_of=BEFORE,
        )
        for number in range(999)
    )
    rows = listed(cast.reader("bo"))
    key = Cited.objects.get(thing_id=row.id).act_key
    Cited.objects.all().delete()
    Cited.objects.bulk_create(
        Cited(
            thing="practice",
            thing_id=one.id,
            organisation_id=cast.home.id,
            act_key=key,
            section="36",
            as_of=BEFORE,
        )
        for one in rows
    )
    store(newer())

    began = now()
    found = flags_of(rows, today())
    took = now() - began

    assert all(flags[0].reason == FlagReason.LAW_CHANGED for flags in found.values())
    assert len(found) == 1000
    assert took < timedelta(seconds=5), "a second on a quiet machine"


def test_an_edit_of_what_is_stood_on_counts_as_it_stands_now(cast: Cast) -> None:
    row, piece = made(cast), shared(cast)
    under(cast, row, piece)
    edit(cast.reader("anna"), piece.id, telling(audience="me"), version=1)

    assert FlagReason.GAP in reasons(row)
    assert Basis.objects.count() == 1
