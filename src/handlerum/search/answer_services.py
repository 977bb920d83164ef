"""Giving an answer: the forms take turns by what they are owed, and what decided it is kept."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from django.conf import settings
from django.db import transaction

from handlerum.core.clock import now, today
from handlerum.knowledge.terms import Form
from handlerum.organisations.access import Reader
from handlerum.search.answers import Answer, Gathered, Lane, Place
from handlerum.search.models import GivenAnswer, Standing
from handlerum.search.queries import MOST, gather
from handlerum.search.rules.balance import ties
from handlerum.search.rules.replay import Given, as_told, from_told, given, order_of


def respond(reader: Reader, situation: str, limit: int = 4, *, again: int | None = None) -> Answer:
    """Answer a situation within the reader's scope, and remember what decided the order.

    Neither the situation nor who asked is stored.

    Args:
        limit: most pieces of each form.
        again: the number of an answer to the same situation, of which more is asked; the order of
            forms stays as it was, and nothing more is owed.

    Raises:
        Empty, TooLong: see `gather`.
    """
    found = gather(reader, situation, limit)
    earlier = _earlier(reader, again)
    if earlier:
        return _answer(found, _given(found, earlier.owed, earlier.ties), again)
    with transaction.atomic():
        standing = _standing(reader.organisation_id)
        answer = _given(found, standing.owed, ties(Form.values, found.tie, today().isoformat()))
        standing.owed = order_of(answer).owed
        standing.save(update_fields=["owed"])
        row = GivenAnswer.objects.create(
            organisation_id=reader.organisation_id, given=as_told(answer)
        )
    return _answer(found, answer, row.id)


def forget_old_answers() -> int:
    """Delete answers older than HANDLERUM_ANSWER_DAYS. Returns how many."""
    before = now() - timedelta(days=settings.HANDLERUM_ANSWER_DAYS)
    return GivenAnswer.objects.filter(at__lt=before).delete()[0]


def _standing(organisation_id: int) -> Standing:
    Standing.objects.get_or_create(organisation_id=organisation_id)
    return Standing.objects.select_for_update().get(organisation_id=organisation_id)


def _earlier(reader: Reader, number: int | None) -> Given | None:
    if number is None:
        return None
    row = GivenAnswer.objects.filter(organisation_id=reader.organisation_id, id=number).first()
    return from_told(row.given) if row else None


def _given(found: Gathered, owed: Mapping[str, float], order: Sequence[str]) -> Given:
    silent = {form.value: lane.silent.searched for form, lane in found.lanes.items() if lane.silent}
    chosen = {form.value: pieces for form, pieces in found.chosen.items()}
    how = {"encoder": found.encoder, "fit": found.fit, "limit": found.limit}
    return given(chosen, owed, order, silent, **how)


def _answer(found: Gathered, answer: Given, number: int | None) -> Answer:
    order = order_of(answer).places
    first = dict.fromkeys(form for form, _ in order)
    forms = [Form(form) for form in (*first, *(f for f in answer.ties if f not in first))]
    lanes = [found.lanes[form] for form in forms]
    return Answer(
        query=found.query,
        lanes=lanes,
        places=list(_places(lanes, [form for form, _ in order])),
        counter=found.counter,
        strip=found.strip,
        dilemmas=found.dilemmas,
        limit=found.limit,
        number=number,
        rebuilding=found.rebuilding,
        elapsed_ms=found.elapsed_ms,
        most=MOST,
    )


def _places(lanes: list[Lane], order: list[str]) -> Iterator[Place]:
    """The pieces in the order of the one list, each with its lane and row."""
    numbers = {lane.form.value: number for number, lane in enumerate(lanes, 1)}
    rows = dict.fromkeys(numbers, 0)
    for form in order:
        piece = lanes[numbers[form] - 1].pieces[rows[form]]
        rows[form] += 1
        yield Place(piece, numbers[form], rows[form])
