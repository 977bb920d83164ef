"""A contribution's versions as people read them."""

from dataclasses import replace
from datetime import date

from django.utils import translation

from cast import Cast, report, shared
from handlerum.knowledge.histories import Step, changes
from handlerum.knowledge.models import CONTENT_FIELDS, Contribution
from handlerum.knowledge.queries import versions
from handlerum.knowledge.services import contribute, edit, telling_of
from handlerum.knowledge.telling import SourceTelling


def history(cast: Cast, row: Contribution) -> list[Step]:
    """The author's view of every version."""
    return changes(versions(cast.reader("anna"), row))


def told(step: Step) -> list[tuple[str, list[tuple[str, str]]]]:
    """Labels, and what changed under each."""
    return [
        (field.label, [(piece.change.value, piece.text) for piece in field.differences])
        for field in step.changed
    ]


def changed(cast: Cast, row: Contribution, **fields: object) -> Contribution:
    """A new version in which only these fields differ."""
    telling = replace(telling_of(row), **fields)  # type: ignore[arg-type]
    return edit(cast.reader("anna"), row.id, telling, version=row.version)


def test_the_first_version_changed_nothing(cast: Cast) -> None:
    [first] = history(cast, shared(cast))

    assert (first.version.number, first.changed) == (1, [])


def test_the_newest_version_comes_first_with_what_it_changed(cast: Cast) -> None:
    row = changed(cast, shared(cast, title="En bænk"), title="En grøn bænk")

    newest, first = history(cast, row)

    assert (newest.version.number, first.version.number) == (2, 1)
    assert told(newest) == [("Titel", [("same", "En "), ("added", "grøn "), ("same", "bænk")])]


def test_fixed_words_are_shown_as_people_know_them(cast: Cast) -> None:
    row = changed(cast, shared(cast), outcome="succeeded", form="narrative", voice="leader")

    assert told(history(cast, row)[0]) == [
        ("Form", [("removed", "Erfaring"), ("added", "Fortælling")]),
        ("Stemme", [("removed", "Praktiker"), ("added", "Leder")]),
        ("Hvordan det gik", [("removed", "Mislykkedes"), ("added", "Lykkedes")]),
    ]


def test_a_date_and_a_source_are_shown_in_words(cast: Cast) -> None:
    row = contribute(cast.reader("anna"), report())
    new = changed(cast, row, law_date=date(2026, 1, 1), source=SourceTelling("En ny rapport"))

    by_label = dict(told(history(cast, new)[0]))
    assert ("added", "januar 2026") in [(c, t.strip()) for c, t in by_label["Lovgivning pr."]]
    assert "".join(text for change, text in by_label["Kilde"] if change != "removed") == (
        "En ny rapport"
    )


def test_a_field_that_was_emptied_is_shown_as_removed(cast: Cast) -> None:
    row = changed(cast, shared(cast, learned="Spørg først."), learned="", law_date=None)

    assert told(history(cast, row)[0]) == [("Det tager vi med", [("removed", "Spørg først.")])]


def test_every_field_of_a_contribution_has_a_label_in_both_languages(cast: Cast) -> None:
    row = contribute(cast.reader("anna"), report())
    everything = report(
        form="statistics",
        way="own_experience",
        voice="leader",
        outcome="mixed",
        title="Noget andet",
        text="En anden tekst",
        learned="Noget nyt",
        participants="To kolleger",
        context="Efter en samtale",
        source=SourceTelling("En anden kilde"),
        law_date=date(2025, 1, 1),
    )
    edit(cast.reader("anna"), row.id, everything, version=1)

    for language in ("da", "en"):
        with translation.override(language):
            labels = [field.label for field in history(cast, row)[0].changed]
            assert len(set(labels)) == len(labels) == len(CONTENT_FIELDS), language


def test_without_versions_there_is_no_history() -> None:
    assert changes([]) == []
