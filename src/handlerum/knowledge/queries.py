"""Reading contributions. Every function is given the reader; no reader, no rows."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Count, Q, QuerySet

from handlerum.core.text import danish_key, fold
from handlerum.knowledge.access import may_read, reach, reached, visible
from handlerum.knowledge.models import Contribution, Link, Topic, Version
from handlerum.knowledge.terms import Audience, Form, Stance, State
from handlerum.legislation.citing import cites
from handlerum.organisations.access import Reader
from handlerum.trail.terms import Thing

#: Filters of the browse page: the field of the table behind each.
FILTERS = ("form", "way", "voice", "outcome")

#: The most contributions that stand on a section's page.
_CITING = 24
#: What `_document` and `reach` ask of a row: an index of everything reads no more than that.
_INDEXED = (
    *("organisation", "author", "audience", "team", "state", "form", "way", "voice"),
    *("title", "text", "learned", "participants", "context"),
)


@dataclass(frozen=True, slots=True)
class Connections:
    """What others say about a contribution, and what it says about others, by stance."""

    incoming: dict[Stance, list[Contribution]]
    outgoing: dict[Stance, list[Contribution]]

    def __bool__(self) -> bool:
        return bool(self.incoming or self.outgoing)

    @property
    def all(self) -> list[Contribution]:
        """Everything that is linked, whatever the stance."""
        return [
            row for way in (self.incoming, self.outgoing) for rows in way.values() for row in rows
        ]


@dataclass(frozen=True, slots=True)
class Document:
    """A contribution as the search index needs it."""

    id: int
    form: str
    way: str
    voice: str
    reach: list[str]
    title: str
    body: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the browse page is asked for: fixed words by filter, a topic, words in the title."""

    words: dict[str, str] = field(default_factory=dict)
    topic: str = ""
    title: str = ""


def browse(reader: Reader, wanted: Wanted) -> QuerySet[Contribution]:
    """Shared contributions that fit, newest first."""
    found = visible(reader).filter(state=State.SHARED)
    found = found.filter(**{name: wanted.words[name] for name in FILTERS if wanted.words.get(name)})
    if wanted.topic:
        found = found.filter(topics__name=fold(wanted.topic))
    for word in wanted.title.split()[:5]:  # SQLite's LIKE would not match Ø with ø
        found = found.filter(title__iregex=re.escape(word))
    return _with_cards(found).order_by("-shared_at", "-id")


def by_ids(reader: Reader, ids: Iterable[int]) -> dict[int, Contribution]:
    """Shared contributions of those ids that the reader may see: the second look after an index."""
    found = visible(reader).filter(state=State.SHARED, id__in=list(ids))
    return {contribution.id: contribution for contribution in _with_cards(found)}


def citing(reader: Reader, act_key: str, section: str) -> list[Contribution]:
    """What is shared with the reader and cites a section of an act, the newest first."""
    cited = cites(Thing.CONTRIBUTION, act_key, section).values("thing_id")
    found = visible(reader).filter(state=State.SHARED, id__in=cited)
    return list(_with_cards(found).order_by("-shared_at", "-id")[:_CITING])


def mine(reader: Reader) -> dict[State, list[Contribution]]:
    """The reader's own contributions by state, the newest change first."""
    found: dict[State, list[Contribution]] = {state: [] for state in State}
    rows = visible(reader).filter(author_id=reader.user_id).order_by("-changed_at", "-id")
    for contribution in _with_cards(rows):
        found[State(contribution.state)].append(contribution)
    return found


def topics(reader: Reader) -> list[str]:
    """Topics of what the reader may see, in Danish order."""
    named = Topic.objects.filter(
        contributions__in=visible(reader).filter(state=State.SHARED)
    ).distinct()
    return sorted(named.values_list("name", flat=True), key=danish_key)


def topics_of(contribution: Contribution) -> list[str]:
    """The topics of one contribution, in Danish order."""
    return sorted((topic.name for topic in contribution.topics.all()), key=danish_key)


def versions(reader: Reader, contribution: Contribution) -> list[Version]:
    """The versions that the reader could have read when they were new, the newest first."""
    found = contribution.versions.filter(contribution__in=visible(reader)).select_related("source")
    if contribution.author_id != reader.user_id:
        found = found.filter(reached(reader))
    return list(found)


def connections(reader: Reader, contribution: Contribution) -> Connections:
    """What is linked to a contribution, as far as the reader may see it."""
    links = Link.objects.filter(Q(origin=contribution) | Q(target=contribution)).order_by("at")
    pairs = list(links.values_list("origin_id", "target_id", "stance"))
    others = by_ids(reader, {origin for origin, _, _ in pairs} | {target for _, target, _ in pairs})
    incoming: dict[Stance, list[Contribution]] = defaultdict(list)
    outgoing: dict[Stance, list[Contribution]] = defaultdict(list)
    for origin, target, stance in pairs:
        there, other = (incoming, origin) if target == contribution.id else (outgoing, target)
        if other in others:
            there[Stance(stance)].append(others[other])
    return Connections(dict(incoming), dict(outgoing))


@dataclass(frozen=True, slots=True)
class Linked:
    """A link between a known contribution and another one, whichever of them says it."""

    known: int
    other: int
    stance: Stance


def links_between(known: Iterable[int]) -> list[Linked]:
    """The links from and to some contributions. Numbers alone: fetch what they name by `by_ids`."""
    ids = set(known)
    links = Link.objects.filter(Q(origin__in=ids) | Q(target__in=ids)).order_by("id")
    pairs = links.values_list("origin_id", "target_id", "stance")
    return [
        Linked(known, other, Stance(stance))
        for origin, target, stance in pairs
        for known, other in ((origin, target), (target, origin))
        if known in ids
    ]


def hidden_by_form(reader: Reader) -> dict[str, int]:
    """How many shared contributions of the organisation the reader may not see, by form.

    What its author keeps to themselves is not counted.
    """
    hidden = Contribution.objects.filter(
        organisation_id=reader.organisation_id, state=State.SHARED
    ).exclude(may_read(reader))
    rows = hidden.exclude(audience=Audience.ME).values("form").annotate(n=Count("id"))
    return {row["form"]: row["n"] for row in rows}


def linkable(reader: Reader, contribution: Contribution) -> list[Contribution]:
    """The reader's own shared contributions that could be linked to this one."""
    shared = visible(reader).filter(author_id=reader.user_id, state=State.SHARED)
    taken = Link.objects.filter(target=contribution).values("origin_id")
    found = shared.exclude(id=contribution.id).exclude(id__in=taken)
    return list(found.order_by("-changed_at")[:50])


def count_by_form(reader: Reader) -> dict[str, int]:
    """How many shared contributions of each form the reader may see."""
    rows = visible(reader).filter(state=State.SHARED).values("form").annotate(n=Count("id"))
    counted = {row["form"]: row["n"] for row in rows}
    return {form: counted.get(form, 0) for form in Form.values}


def existing_import_keys(organisation_id: int, keys: Iterable[str]) -> set[str]:
    """Which of the keys an earlier import has brought into the organisation."""
    rows = Contribution.objects.filter(organisation_id=organisation_id, import_key__in=list(keys))
    return {key for key in rows.values_list("import_key", flat=True) if key}


def documents(ids: Iterable[int]) -> dict[int, Document]:
    """What the index should hold of those contributions; left out: not shared, or gone.

    For the index alone, which stands above readers: each document carries its reach.
    """
    rows = Contribution.objects.filter(id__in=list(ids), state=State.SHARED).only(*_INDEXED)
    return {row.id: _document(row) for row in rows.prefetch_related("topics")}


def shared_ids(after: int, limit: int) -> list[int]:
    """Ids of shared contributions above `after`, ascending, for rebuilding the index."""
    rows = Contribution.objects.filter(state=State.SHARED, id__gt=after).order_by("id")
    return list(rows.values_list("id", flat=True)[:limit])


def shared_count() -> int:
    """How many contributions an index of everything would hold."""
    return Contribution.objects.filter(state=State.SHARED).count()


def _document(row: Contribution) -> Document:
    topics = " ".join(topic.name for topic in row.topics.all())
    body = "\n".join(filter(None, [row.text, row.learned, row.participants, row.context, topics]))
    return Document(row.id, row.form, row.way, row.voice, reach(row), row.title, body)


def _with_cards(rows: QuerySet[Contribution]) -> QuerySet[Contribution]:
    return rows.select_related("author", "team", "source").prefetch_related("topics")
