"""Writing contributions: draft, share, edit, link, withdraw, discard."""

from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.timezone import localdate

from handlerum.core.clock import now
from handlerum.core.database import scrub
from handlerum.core.text import fold
from handlerum.knowledge.access import own, readable
from handlerum.knowledge.models import CONTENT_FIELDS, Contribution, Link, Source, Topic, Version
from handlerum.knowledge.problems import Refused
from handlerum.knowledge.rules import problems
from handlerum.knowledge.telling import SourceTelling, Telling
from handlerum.knowledge.terms import Audience, Stance, State
from handlerum.legislation.citing_services import forget_citations, note_citations
from handlerum.organisations.access import Denied, Reader
from handlerum.privacy import ledger
from handlerum.trail.services import record
from handlerum.trail.terms import Thing, Verb

#: Id of another contribution, and the stance taken to it.
Answers = tuple[int, str] | None


class Stale(Exception):
    """Somebody, perhaps the same person in another window, changed it since it was opened."""


@transaction.atomic
def draft(
    reader: Reader, telling: Telling, *, answers: Answers = None, **origin: Any
) -> Contribution:
    """Keep a telling for its author alone.

    Args:
        answers: the contribution it says something about, and its stance.
        origin: `is_example` and `import_key`, where it did not come from a form.

    Raises:
        Denied: what it answers is not the reader's to see.
        Refused: the telling may not be stored as it is.
    """
    _check(reader, telling, sharing=False)
    return _made(reader, telling, answers, origin)


@transaction.atomic
def contribute(
    reader: Reader, telling: Telling, *, answers: Answers = None, **origin: Any
) -> Contribution:
    """Store a telling and share it with its audience at once; see `draft`.

    Raises:
        Denied: what it answers is not the reader's to see.
        Refused: the telling may not be shared as it is.
    """
    _check(reader, telling, sharing=True)
    contribution = _made(reader, telling, answers, origin)
    _publish(reader, contribution)
    return contribution


@transaction.atomic
def share(reader: Reader, contribution_id: int) -> Contribution:
    """Share a draft, or a withdrawn contribution again, as it stands.

    Raises:
        Denied: not the reader's own.
        Refused: something is missing.
    """
    contribution = _held(reader, contribution_id)
    _check(reader, telling_of(contribution), sharing=True)
    if contribution.state != State.SHARED:
        _publish(reader, contribution)
    return contribution


@transaction.atomic
def edit(
    reader: Reader, contribution_id: int, telling: Telling, *, version: int, note: str = ""
) -> Contribution:
    """Change one's own contribution. A shared one gets a new version; a draft is changed in place.

    Args:
        version: the version number the author started from.

    Raises:
        Denied: not the reader's own.
        Stale: it was changed since `version`.
        Refused: the telling may not be stored as it is.
    """
    contribution = _held(reader, contribution_id)
    if contribution.version != version:
        raise Stale
    _check(reader, telling, sharing=contribution.state == State.SHARED, note=note)
    before = telling_of(contribution)
    source, topics = contribution.source, list(contribution.topics.all())
    _fill(contribution, telling)
    forget_unused(source, topics)
    if contribution.state == State.SHARED and before != telling_of(contribution):
        _keep_version(contribution, note)
    _tell(reader, Verb.EDITED, contribution)
    return contribution


@transaction.atomic
def withdraw(reader: Reader, contribution_id: int) -> None:
    """Take back what was shared: only the author sees it from now on.

    Raises:
        Denied: not the reader's own.
    """
    contribution = _held(reader, contribution_id)
    if contribution.state == State.SHARED:
        contribution.state = State.WITHDRAWN
        contribution.save(update_fields=["state", "changed_at"])
        _tell(reader, Verb.WITHDREW, contribution)


@transaction.atomic
def discard(reader: Reader, contribution_id: int) -> None:
    """Delete a draft that was never shared.

    Raises:
        Denied: not the reader's own draft.
    """
    contribution = _held(reader, contribution_id)
    if contribution.state != State.DRAFT:
        raise Denied
    ledger.note(ledger.Erased(Thing.CONTRIBUTION, contribution.id, contribution.created_at))
    _tell(reader, Verb.DELETED, contribution)
    forget_citations(Thing.CONTRIBUTION, [contribution.id])
    source, topics = contribution.source, list(contribution.topics.all())
    contribution.delete()
    forget_unused(source, topics)
    transaction.on_commit(scrub)


@transaction.atomic
def link(reader: Reader, origin_id: int, target_id: int, stance: str) -> Link:
    """Let one's own contribution support, nuance or challenge another; again changes the stance.

    Raises:
        Denied: the origin is not the reader's own, the target not theirs to see, or both are one.
        ValueError: there is no such stance.
    """
    origin, target = own(reader, origin_id), readable(reader, target_id)
    if origin.id == target.id:
        raise Denied
    chosen = Stance(stance)
    made, _ = Link.objects.get_or_create(origin=origin, target=target, defaults={"stance": chosen})
    if made.stance != chosen:  # news for those who stand on it, as from today
        made.stance, made.at = chosen, now()
        made.save(update_fields=["stance", "at"])
    _tell_link(reader, Verb.LINKED, made)
    return made


@transaction.atomic
def unlink(reader: Reader, origin_id: int, target_id: int) -> None:
    """Remove a link that goes out from one's own contribution.

    Raises:
        Denied: the origin is not the reader's own.
    """
    for gone in Link.objects.filter(origin=own(reader, origin_id), target_id=target_id):
        _tell_link(reader, Verb.DELETED, gone)
        gone.delete()


def telling_of(contribution: Contribution) -> Telling:
    """What is stored, as it was told."""
    words = ("way", "form", "voice", "title", "text", "learned", "participants", "context")
    return Telling(
        **{word: getattr(contribution, word) for word in words},
        outcome=contribution.outcome,
        source=_source_telling(contribution.source),
        law_date=contribution.law_date,
        topics=tuple(contribution.topics.order_by("name").values_list("name", flat=True)),
        audience=contribution.audience,
        team_id=contribution.team_id,
        kept=tuple(sorted(contribution.kept.items())),
    )


def _source_telling(source: Source | None) -> SourceTelling:
    if source is None:
        return SourceTelling()
    return SourceTelling(source.title, source.authors, source.year, source.publisher, source.url)


def _held(reader: Reader, contribution_id: int) -> Contribution:
    """One's own contribution. Whoever else would change it waits, and then finds it changed."""
    mine = Contribution.objects.filter(id=contribution_id, author_id=reader.user_id)
    mine.select_for_update().first()
    return own(reader, contribution_id)


def _made(
    reader: Reader, telling: Telling, answers: Answers, origin: dict[str, Any]
) -> Contribution:
    contribution = Contribution(
        organisation_id=reader.organisation_id, author_id=reader.user_id, **origin
    )
    _fill(contribution, telling)
    _tell(reader, Verb.CREATED, contribution)
    if answers:
        link(reader, contribution.id, *answers)
    return contribution


def _publish(reader: Reader, contribution: Contribution) -> None:
    contribution.state = State.SHARED
    contribution.shared_at = contribution.shared_at or now()
    _keep_version(contribution, note="")
    _tell(reader, Verb.SHARED, contribution)


def _check(reader: Reader, telling: Telling, *, sharing: bool, note: str = "") -> None:
    if found := problems(telling, sharing=sharing, team_ids=reader.team_ids, note=note):
        raise Refused(found)


def _fill(contribution: Contribution, telling: Telling) -> None:
    filled(contribution, telling)
    contribution.source = _source(contribution.organisation_id, telling.source)
    is_new = contribution.pk is None
    contribution.save()
    if telling.topics or not is_new:
        contribution.topics.set(topics_named(contribution.organisation_id, telling.topics))


def filled(contribution: Contribution, telling: Telling) -> Contribution:
    """The row with what was told in its own columns; not its source and topics, and not saved."""
    for name in CONTENT_FIELDS:
        if name != "source":
            value = getattr(telling, name)
            setattr(contribution, name, value.strip() if isinstance(value, str) else value)
    contribution.kept = dict(telling.kept)
    contribution.audience = telling.audience
    contribution.team_id = telling.team_id if telling.audience == Audience.TEAM else None
    return contribution


def source_told(telling: SourceTelling) -> dict[str, Any]:
    """The columns of a source as told; empty where none was."""
    told = {
        "title": telling.title.strip(),
        "authors": telling.authors.strip(),
        "year": telling.year,
        "publisher": telling.publisher.strip(),
        "url": telling.url.strip(),
    }
    return told if any(told.values()) else {}


def _source(organisation_id: int, telling: SourceTelling) -> Source | None:
    told = source_told(telling)
    if not told:
        return None
    # Two people may have told of the same source in the same moment: then the first one stands.
    known = Source.objects.filter(organisation_id=organisation_id, **told).order_by("id").first()
    return known or Source.objects.create(organisation_id=organisation_id, **told)


def forget_unused(source: Source | None, topics: list[Topic]) -> None:
    """Let nothing of what was deleted stay behind that nobody else uses."""
    used = (Contribution, Version)
    if source and not any(table.objects.filter(source=source).exists() for table in used):
        source.delete()
    Topic.objects.filter(id__in=[t.id for t in topics], contributions=None).delete()


def topics_named(organisation_id: int, names: tuple[str, ...]) -> list[Topic]:
    """The organisation's topics of those names, made where there are none."""
    wanted = {fold(" ".join(name.split())) for name in names} - {""}
    if not wanted:
        return []
    Topic.objects.bulk_create(
        (Topic(organisation_id=organisation_id, name=name) for name in sorted(wanted)),
        ignore_conflicts=True,
    )
    return list(Topic.objects.filter(organisation_id=organisation_id, name__in=wanted))


def _keep_version(contribution: Contribution, note: str) -> None:
    # Counted in the database: of two edits at once, the second finds the number moved.
    mine = Contribution.objects.filter(id=contribution.id, version=contribution.version)
    if not mine.update(version=F("version") + 1):
        raise Stale
    contribution.version += 1
    contribution.save()
    content = {name: getattr(contribution, name) for name in CONTENT_FIELDS}
    Version.objects.create(
        contribution=contribution,
        number=contribution.version,
        audience=contribution.audience,
        team_id=contribution.team_id,
        note=note.strip(),
        **content,
    )
    note_citations(
        Thing.CONTRIBUTION,
        contribution.id,
        contribution.organisation_id,
        cited_text(contribution),
        contribution.law_date or localdate(contribution.shared_at),
    )


def cited_text(told: Any) -> str:
    """The fields in which a contribution, or the telling of one, may cite the law."""
    return "\n".join([told.title, told.text, told.learned, told.context])


def _tell(reader: Reader, verb: Verb, contribution: Contribution) -> None:
    _record(reader, verb, Thing.CONTRIBUTION, contribution.id)


def _tell_link(reader: Reader, verb: Verb, link: Link) -> None:
    _record(reader, verb, Thing.LINK, link.id)


def _record(reader: Reader, verb: Verb, thing: Thing, thing_id: int) -> None:
    record(
        verb,
        thing,
        thing_id,
        organisation_id=reader.organisation_id,
        actor_id=reader.user_id,
    )
