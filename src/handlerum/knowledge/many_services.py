"""Writing many contributions at once, as an import does: few statements, not ten for each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import connection, transaction

from handlerum.core.clock import now, today
from handlerum.core.database import insert_many
from handlerum.knowledge.checking import Checked
from handlerum.knowledge.models import CONTENT_FIELDS, Contribution, Source, Version
from handlerum.knowledge.problems import Refused
from handlerum.knowledge.services import cited_text, filled, source_told, topics_named
from handlerum.knowledge.telling import SourceTelling
from handlerum.knowledge.terms import State
from handlerum.legislation.citing_services import note_many
from handlerum.organisations.access import Denied, Reader
from handlerum.trail.services import record_all
from handlerum.trail.terms import Thing, Verb

#: The columns that a version takes from its row as they are.
_COPIED = tuple(
    str(column.column)
    for column in Version._meta.concrete_fields
    if column.name in (*CONTENT_FIELDS, "audience", "team")
)
#: Parameters of one statement: older SQLite takes no more than 999.
_PARAMETERS = 900


@dataclass(frozen=True, slots=True)
class Arrival:
    """What an import brings: a checked telling, and the key that the import knows it by."""

    checked: Checked
    import_key: str


@transaction.atomic
def contribute_many(reader: Reader, arrivals: Sequence[Arrival]) -> list[int]:
    """Store tellings and share them with their audiences at once; all of them, or none.

    Returns:
        Their ids, in the order given.

    Raises:
        Denied: they were checked for somebody else.
        Refused: one of them may not be shared as it is.
    """
    _check(reader, arrivals)
    sources = _sources(reader, [arrival.checked.telling.source for arrival in arrivals])
    insert_many(_rows(reader, arrivals, sources))
    ids = _ids(reader, arrivals)
    _put_topics(reader, arrivals, ids)
    _keep_versions(ids)
    _cite(reader, arrivals, ids)
    told = [(verb, id_) for id_ in ids for verb in (Verb.CREATED, Verb.SHARED)]
    record_all(
        told,
        Thing.CONTRIBUTION,
        organisation_id=reader.organisation_id,
        actor_id=reader.user_id,
    )
    return ids


def _ids(reader: Reader, arrivals: Sequence[Arrival]) -> list[int]:
    keys = [arrival.import_key for arrival in arrivals]
    stored = Contribution.objects.filter(
        organisation_id=reader.organisation_id, import_key__in=keys
    )
    by_key = dict(stored.values_list("import_key", "id"))
    return [by_key[key] for key in keys]


def _check(reader: Reader, arrivals: Iterable[Arrival]) -> None:
    for arrival in arrivals:
        if arrival.checked.team_ids != reader.team_ids:
            raise Denied
        if arrival.checked.problems:
            raise Refused(arrival.checked.problems)


def _rows(
    reader: Reader, arrivals: Iterable[Arrival], sources: dict[SourceTelling, Source]
) -> list[Contribution]:
    shared_at = now()
    return [
        filled(
            Contribution(
                organisation_id=reader.organisation_id,
                author_id=reader.user_id,
                import_key=arrival.import_key,
                state=State.SHARED,
                shared_at=shared_at,
                version=1,
                source=sources.get(arrival.checked.telling.source),
            ),
            arrival.checked.telling,
        )
        for arrival in arrivals
    ]


def _keep_versions(ids: Sequence[int]) -> None:
    """The first version of each row, copied by the database from the row itself."""
    quoted = ", ".join(connection.ops.quote_name(column) for column in _COPIED)
    # Names of our own tables and columns; what is given are numbers.
    copy = (
        f"INSERT INTO {Version._meta.db_table} (contribution_id, number, note, at, {quoted})"  # noqa: S608
        f" SELECT id, version, '', shared_at, {quoted} FROM {Contribution._meta.db_table}"
    )
    with connection.cursor() as cursor:
        for start in range(0, len(ids), _PARAMETERS):
            some = ids[start : start + _PARAMETERS]
            cursor.execute(
                f"{copy} WHERE id IN ({', '.join(['%s'] * len(some))}) ORDER BY id", some
            )


def _cite(reader: Reader, arrivals: Sequence[Arrival], ids: Sequence[int]) -> None:
    """Note what each of them cites, in the law of its day."""
    tellings = [arrival.checked.telling for arrival in arrivals]
    told = [
        (id_, cited_text(telling), telling.law_date or today())
        for id_, telling in zip(ids, tellings, strict=True)
    ]
    note_many(Thing.CONTRIBUTION, told, reader.organisation_id)


def _sources(reader: Reader, tellings: Iterable[SourceTelling]) -> dict[SourceTelling, Source]:
    """The row of each source; of two that are alike the first one stands."""
    told = {telling: fields for telling in tellings if (fields := source_told(telling))}
    titles = {fields["title"] for fields in told.values()}
    rows = Source.objects.filter(organisation_id=reader.organisation_id, title__in=titles)
    known = _by_columns(rows.order_by("id"))
    missing = {tuple(fields.values()): fields for fields in told.values()}
    made = Source.objects.bulk_create(
        Source(organisation_id=reader.organisation_id, **fields)
        for columns, fields in missing.items()
        if columns not in known
    )
    known |= _by_columns(made)
    return {telling: known[tuple(fields.values())] for telling, fields in told.items()}


def _by_columns(rows: Iterable[Source]) -> dict[tuple[object, ...], Source]:
    found: dict[tuple[object, ...], Source] = {}
    for row in rows:
        found.setdefault((row.title, row.authors, row.year, row.publisher, row.url), row)
    return found


def _put_topics(reader: Reader, arrivals: Sequence[Arrival], ids: list[int]) -> None:
    tie = Contribution.topics.through
    told = [arrival.checked.telling.topics for arrival in arrivals]
    topics = {names: topics_named(reader.organisation_id, names) for names in dict.fromkeys(told)}
    tie.objects.bulk_create(
        tie(contribution_id=id_, topic_id=topic.id)
        for id_, names in zip(ids, told, strict=True)
        for topic in topics[names]
    )
