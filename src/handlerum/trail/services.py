"""Writing the trail: the last step of every service, in its transaction."""

from collections.abc import Iterable

from django.db import connection, transaction

from handlerum.core.database import insert_many
from handlerum.trail.models import Entry
from handlerum.trail.terms import Thing, Verb

# Any constant works as long as nothing else in the database takes the same lock.
_ORDER_LOCK = 7_041_776


def record(
    verb: Verb, thing: Thing, *things: int, organisation_id: int, actor_id: int | None
) -> None:
    """Write one entry for each thing. Must run inside the transaction of what it tells of.

    Raises:
        TransactionManagementError: outside a transaction.
    """
    told = [(verb, thing_id) for thing_id in things]
    record_all(told, thing, organisation_id=organisation_id, actor_id=actor_id)


def record_all(
    told: Iterable[tuple[Verb, int]], thing: Thing, *, organisation_id: int, actor_id: int | None
) -> None:
    """Write many entries about one kind of thing, in their order; see `record`."""
    transaction.get_connection().validate_no_broken_transaction()
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("The trail is written with what it tells of.")
    _commit_in_order()
    insert_many(
        Entry(
            verb=verb,
            thing=thing,
            thing_id=thing_id,
            organisation_id=organisation_id,
            actor_id=actor_id,
        )
        for verb, thing_id in told
    )


def _commit_in_order() -> None:
    """Make ids become visible in their order, so that a follower's cursor never skips one.

    SQLite has one writer at a time. PostgreSQL hands out ids before commit: without the lock,
    entry 8 could be read before entry 7 exists, and 7 would never be followed.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_ORDER_LOCK])
