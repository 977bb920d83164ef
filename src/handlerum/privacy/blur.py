"""Look at what somebody wrote, decide on each place, and write what may be kept. Pure."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from handlerum.core.text import fold
from handlerum.privacy.entities import Finder, Found, Place, gather, reading
from handlerum.privacy.find import find
from handlerum.privacy.replace.words import capital, genitive
from handlerum.privacy.terms import Kind

#: Between authors; a comma may also stand before a first name.
_AUTHORS = re.compile(r"[,;&]|\bog\b|\band\b")
#: Words that own already: "hendes bil".
_OWNING = frozenset("min din sin hans hendes deres vores jeres".split())


class Choice(StrEnum):
    """What the author decided about one thing that was found."""

    BLUR = "blur"
    KEEP = "keep"
    #: An author of a source, or a person known to the public.
    CITE = "cite"


@dataclass(frozen=True, slots=True)
class Decision:
    """A choice, and with BLUR what to write instead; None is what was proposed."""

    choice: Choice = Choice.BLUR
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """One replacement; offsets in characters of the text before, end exclusive."""

    start: int
    end: int
    found: Found
    words: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Look:
    """The texts by field, and what was found in them."""

    texts: Mapping[str, str]
    found: list[Found] = field(default_factory=list)

    def changes(self, decisions: Mapping[str, Decision] = {}) -> dict[str, list[Change]]:
        """What is to be replaced in each field, in order; without a decision as proposed."""
        changed: dict[str, list[Change]] = {name: [] for name in self.texts}
        for one in self.found:
            decision = decisions.get(one.key, Decision())
            if decision.choice == Choice.BLUR:
                for place in one.places:
                    words = _fitting(one, place, decision.words)
                    changed[place.field].append(
                        Change(place.start, place.end, one, words, place.span.confidence)
                    )
        return {name: sorted(changes, key=lambda c: c.start) for name, changes in changed.items()}

    def blurred(self, decisions: Mapping[str, Decision] = {}) -> dict[str, str]:
        """The texts as they may be kept."""
        changes = self.changes(decisions)
        return {name: written(text, changes[name]) for name, text in self.texts.items()}


def look(texts: Mapping[str, str], cited: str = "", find: Finder = find) -> Look:
    """Find what points to a person in the texts of one telling.

    Args:
        texts: each text by the name of its field.
        cited: authors of its source, with commas or "og" between; they may be named in the text.
        find: see `gather`.
    """
    authors = [fold(author).split() for author in _AUTHORS.split(cited) if author.strip()]
    found = [one for one in gather(texts, find) if not (authors and _is_cited(one, authors))]
    return Look(texts, found)


def written(text: str, changes: Iterable[Change]) -> str:
    """The text with the changes made; they are in order and do not overlap."""
    parts, at = [], 0
    for change in changes:
        parts += [text[at : change.start], change.words]
        at = change.end
    return "".join([*parts, text[at:]])


def covered(text: str) -> str:
    """The text with ••• in place of what points to one person, for a report others may see."""
    changes = [change for change in look({"": text}).changes()[""] if change.found.direct]
    return written(text, [replace(change, words="•••") for change in changes])


def direct(texts: Mapping[str, str], cited: str = "", find: Finder = find) -> list[Found]:
    """What points to one person by itself in the texts; see `look`."""
    spans = find(reading(texts))
    if not any(span.direct for span in spans):
        return []  # and no need to gather who is who
    return [one for one in look(texts, cited, lambda _: spans).found if one.direct]


def _is_cited(one: Found, authors: list[list[str]]) -> bool:
    """Whether it is an author: the surname alone, or with the first name or its initial."""
    if one.kind != Kind.PERSON:
        return False
    first, *rest = one.key.removeprefix("person:").split()
    if not rest:
        return any(first == author[-1] for author in authors)
    initials = (first, first[0], f"{first[0]}.")
    named = {word for author in authors for word in author}
    return any(rest[-1] in author for author in authors) and not named.isdisjoint(initials)


def _fitting(one: Found, place: Place, words: str | None) -> str:
    if words is not None:
        return _own_words(words.strip(), place)
    if place.instead is not None:
        return place.instead
    said = one.proposal
    if place.owner:
        said = "byens" if one.kind == Kind.PLACE else genitive(said)
    if not said.startswith("["):
        said = place.lead + said
    return capital(said) if place.first else said


def _own_words(words: str, place: Place) -> str:
    """What the author wrote, as it is but for an owner's s and the first letter of a sentence."""
    if place.owner and words and words.lower() not in _OWNING:
        words = genitive(words)
    if place.instead is not None:  # after a role, which stays
        return f" {words}" if words else ""
    return capital(words) if place.first else words
