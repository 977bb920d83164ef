"""Fixed words live once: in a room's terms.py for the code, in docs/ordbog.md for people."""

import re

import pytest
from django.db.models import TextChoices
from django.utils import translation

from contracts.house import ROOT
from handlerum.dilemmas import terms as dilemmas
from handlerum.insight import terms as insight
from handlerum.knowledge import terms as knowledge
from handlerum.legislation import terms as legislation
from handlerum.organisations import terms as organisations
from handlerum.practice import terms as practice
from handlerum.privacy.terms import Kind
from handlerum.privacy.words import LABELS
from handlerum.reflection import terms as methods
from handlerum.reflection import words as sessions

WORDS = ROOT / "docs" / "ordbog.md"
CLASSES: list[type[TextChoices]] = [
    knowledge.Form,
    knowledge.Way,
    knowledge.Voice,
    knowledge.Outcome,
    knowledge.Audience,
    knowledge.Stance,
    knowledge.State,
    organisations.Role,
    dilemmas.DilemmaState,
    dilemmas.Bearer,
    dilemmas.Question,
    dilemmas.Reply,
    dilemmas.Verdict,
    sessions.SessionState,
    sessions.SubjectKind,
    sessions.EntryKind,
    sessions.Phase,
    sessions.Vote,
    methods.InputKind,
    methods.Reveal,
    methods.Sees,
    methods.Rule,
    methods.Ask,
    legislation.ActKind,
    legislation.Gives,
    insight.YearState,
    insight.Part,
    practice.TrialState,
    practice.FrameKind,
    practice.FrameAnswer,
    practice.PracticeKind,
    practice.PracticeState,
    practice.NoteKind,
    practice.FlagReason,
]


def table(heading: str) -> dict[str, list[str]]:
    """The rows of the table under a heading such as `Form`: code word -> the other cells."""
    text = WORDS.read_text(encoding="utf-8")
    part = re.search(rf"(?ms)^##+ [^\n]*`{heading}`[^\n]*\n(.*?)(?=^##|\Z)", text)
    assert part, f"docs/ordbog.md has no section with `{heading}` in its heading. Add one."
    rows = [line.strip("| ").split("|") for line in part[1].splitlines() if line.startswith("| `")]
    return {row[0].strip(" `"): [cell.strip() for cell in row[1:]] for row in rows}


@pytest.mark.parametrize("words", CLASSES)
def test_every_fixed_word_is_in_the_dictionary_with_its_danish_label(
    words: type[TextChoices],
) -> None:
    rows = table(words.__name__)
    with translation.override("da"):
        labels = {str(word.value): str(word.label) for word in words}
    for code, label in labels.items():
        assert code in rows, (
            f"docs/ordbog.md, {words.__name__}: `{code}` is missing. A word that people meet is "
            "explained once, there."
        )
        assert rows[code][0] == label, (
            f"docs/ordbog.md calls `{code}` {rows[code][0]!r}, the screen calls it {label!r}. "
            "One word, one name: change one of them."
        )


@pytest.mark.parametrize("words", CLASSES)
def test_the_dictionary_has_no_word_that_the_code_has_dropped(words: type[TextChoices]) -> None:
    gone = set(table(words.__name__)) - set(words.values)
    assert not gone, f"docs/ordbog.md, {words.__name__}: {sorted(gone)} no longer exist; take out."


@pytest.mark.parametrize("words", CLASSES)
def test_every_word_is_explained_in_both_languages(words: type[TextChoices]) -> None:
    thin = [
        code for code, cells in table(words.__name__).items() if len(cells) < 3 or not all(cells)
    ]
    assert not thin, (
        f"docs/ordbog.md, {words.__name__}: {thin} need Danish, English and a line of meaning."
    )


def test_every_kind_of_identifier_is_in_the_dictionary_with_its_label() -> None:
    rows = table("Kind")
    with translation.override("da"):
        said = {kind.value: str(LABELS[kind]) for kind in Kind}
    assert {code: cells[0] for code, cells in rows.items()} == said
