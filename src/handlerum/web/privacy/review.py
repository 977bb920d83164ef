"""What was found in a form, what its author decides, and whether they have seen the result.

Nothing is kept between two requests: the raw text and the decisions come back with the form.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import QueryDict
from django.utils.functional import Promise

from handlerum.knowledge.rules import FREE, MAX_TEXT
from handlerum.privacy.blur import Change, Choice, Decision, Look, look
from handlerum.privacy.entities import Found
from handlerum.privacy.judge import Combined, combined
from handlerum.privacy.terms import Kind
from handlerum.privacy.words import COMBINED, LABELS

#: How the fields of a review are named in a form: blur.0.key, blur.0.choice, blur.0.words.
PREFIX = "blur."
SEEN = f"{PREFIX}seen"
#: Where a form names its fields in own words, with blanks between; and the most of them.
OWN_WORDS = f"{PREFIX}fields"
_MOST = 500
_FIELDS = 50
_AROUND = 45


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that was found, as a person decides on it."""

    name: str
    found: Found
    label: str | Promise
    before: str
    after: str
    choice: Choice
    words: str

    @property
    def may_cite(self) -> bool:
        """Whether it could be an author or somebody known to the public."""
        return self.found.kind == Kind.PERSON


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the final text; `new` was written instead of something."""

    text: str
    new: bool


class Review:
    """A look at the texts of one form, together with what its author decided."""

    def __init__(
        self,
        texts: Mapping[str, str],
        cited: str,
        posted: QueryDict,
        kept: Mapping[str, str] | None = None,
    ) -> None:
        too_long = any(len(text) > MAX_TEXT for text in texts.values())  # refused anyhow
        self.look = Look(texts) if too_long else look(texts, cited)
        self._known = {key: Decision(Choice(choice)) for key, choice in (kept or {}).items()}
        self._posted = _decisions(posted)
        self.decisions = self._known | self._posted
        self._seen = posted.get(SEEN, "")

    @property
    def found(self) -> list[Found]:
        """What was found."""
        return self.look.found

    @cached_property
    def texts(self) -> dict[str, str]:
        """The final text of every field."""
        return self.look.blurred(self.decisions)

    @cached_property
    def seen(self) -> str:
        """A mark that only this final text has."""
        told = json.dumps([self.texts, sorted(self.kept.items())], ensure_ascii=True)
        return hashlib.sha256(told.encode()).hexdigest()[:32]

    @property
    def settled(self) -> bool:
        """Whether nothing was found, or the author has seen and sent exactly this result."""
        answered = all(self._decision(one) == self._known.get(one.key) for one in self.found)
        return answered or self._seen == self.seen

    @property
    def kept(self) -> dict[str, str]:
        """What the author keeps: key and choice."""
        return {
            one.key: choice.value
            for one in self.found
            if (choice := self._decision(one).choice) != Choice.BLUR
        }

    @property
    def adjusted(self) -> bool:
        """Whether the author wants anything else than what was proposed."""
        return any(self._decision(one) != Decision() for one in self.found)

    @property
    def combined(self) -> Combined:
        """How much the text would still tell at once."""
        return combined(self.found, self.decisions)

    @property
    def warning(self) -> str | Promise:
        """What that much means, in words; empty where nothing is kept."""
        return COMBINED[self.combined.level] if self.combined.count else ""

    @property
    def kinds_kept(self) -> list[str | Promise]:
        """The kinds of details that are kept."""
        return [LABELS[kind] for kind in self.combined.kinds]

    @property
    def keeps_direct(self) -> bool:
        """Whether something is kept that points to one person by itself."""
        return any(one.direct and self._decision(one).choice == Choice.KEEP for one in self.found)

    def rows(self) -> list[Row]:
        """What to decide on, in the order of the text."""
        return [self._row(number, one) for number, one in enumerate(self.found[:_MOST])]

    def preview(self) -> Iterator[list[Piece]]:
        """The final text of every field in which something changes, in pieces."""
        for name, changes in self.look.changes(self.decisions).items():
            if changes:
                yield list(_pieces(self.look.texts[name], changes))

    def _decision(self, one: Found) -> Decision:
        return self.decisions.get(one.key, Decision())

    def _row(self, number: int, one: Found) -> Row:
        place = one.places[0]
        text, span = self.look.texts[place.field], place.span
        decision = self._decision(one)
        return Row(
            name=f"{PREFIX}{number}",
            found=one,
            label=LABELS[one.kind],
            before=_tail(text, span.start),
            after=_head(text, span.end),
            choice=decision.choice,
            words=one.proposal if decision.words is None else decision.words,
        )


def _decisions(posted: QueryDict) -> dict[str, Decision]:
    found = {}
    for number in range(_MOST):
        key = posted.get(f"{PREFIX}{number}.key")
        if key is None:
            break
        choice = posted.get(f"{PREFIX}{number}.choice", "")
        words: str | None = posted.get(f"{PREFIX}{number}.words", "")[:200]
        if words == posted.get(f"{PREFIX}{number}.proposed"):
            words = None  # as proposed, also where a changed text lets something else be proposed
        found[key] = Decision(_choice(choice, key), words)
    return found


def _choice(choice: str, key: str) -> Choice:
    """What was chosen; only a person can be an author."""
    if choice == Choice.CITE and not key.startswith(f"{Kind.PERSON}:"):
        return Choice.KEEP
    return Choice(choice) if choice in list(Choice) else Choice.BLUR


def told(given: Mapping[str, Any]) -> dict[str, str]:
    """What a person wrote in their own words, by field, as it is looked at and stored.

    A form with other fields than a contribution's names them in the field OWN_WORDS.
    """
    names = str(given.get(OWN_WORDS) or "").split()[:_FIELDS] or FREE
    return {name: str(given.get(name) or "").replace("\r\n", "\n").strip() for name in names}


def _tail(text: str, end: int) -> str:
    start = max(0, end - _AROUND)
    return ("…" if start else "") + text[start:end]


def _head(text: str, start: int) -> str:
    end = start + _AROUND
    return text[start:end] + ("…" if end < len(text) else "")


def _pieces(text: str, changes: list[Change]) -> Iterator[Piece]:
    at = 0
    for change in changes:
        yield Piece(text[at : change.start], new=False)
        yield Piece(change.words, new=True)
        at = change.end
    yield Piece(text[at:], new=False)
