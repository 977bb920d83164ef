"""The example of practice: said to be an example, with doubts, and pointing at nobody."""

import pytest

from handlerum.core.clock import today
from handlerum.exchange.example_services import SLUG, load_example
from handlerum.organisations.queries import reader_by_email
from handlerum.practice.models import FrameRequest, Practice, Trial
from handlerum.practice.queries.flags import flags_of
from handlerum.practice.terms import FlagReason, NoteKind

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("example")]


def test_everything_is_there_marked_as_an_example_and_loaded_once() -> None:
    load_example()

    assert Practice.objects.count() == 2
    for table in (Practice, Trial, FrameRequest):
        assert {row.is_example for row in table.objects.all()} == {True}  # type: ignore[attr-defined]
    row = Practice.objects.get(kind="procedure")
    assert {one.kind for one in row.notes.all()} == set(NoteKind)
    assert row.basis.filter(stance="challenges").exists()
    reasons = {
        practice.kind: {flag.reason for flag in flags}
        for practice in Practice.objects.all()
        for flags in [flags_of([practice], today())[practice.id]]
    }
    assert FlagReason.ONE_FORM in reasons["decision"], "One that stands on too little is shown."
    assert FlagReason.ONE_FORM not in reasons["procedure"]
    anna = reader_by_email("anna@handlerum.example", SLUG)
    assert Trial.objects.get().owner_id == anna.user_id
