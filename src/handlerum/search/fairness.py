"""Looking into balance: an answer's order made again, and how forms fared over many answers."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from handlerum.knowledge.models import Contribution
from handlerum.knowledge.queries import by_ids
from handlerum.knowledge.terms import Form
from handlerum.organisations.access import Denied, Reader
from handlerum.organisations.terms import Role
from handlerum.search.models import GivenAnswer
from handlerum.search.rules.balance import attention
from handlerum.search.rules.replay import Given, from_told, order_of

#: Answers that are counted together.
WINDOW = 1000


@dataclass(frozen=True, slots=True)
class Replayed:
    """One place of an answer: `row` is None where the administrator may not read the piece."""

    place: int
    form: Form
    row: Contribution | None
    chance: float
    words: float
    meaning: float | None


@dataclass(frozen=True, slots=True)
class Replay:
    """An answer made again from its numbers."""

    number: int
    at: datetime
    given: Given
    places: list[Replayed]
    owed: list[tuple[Form, float, float]]  # before and after
    silent: list[tuple[Form, int]]


@dataclass(frozen=True, slots=True)
class Fared:
    """How a form fared: answers it spoke in, times it came first, and its share of attention.

    `exposure` is 1 where it got what the rounds that it took part in would give everybody.
    """

    form: Form
    spoke: int
    silent: int
    first: int
    first_due: float
    exposure: float


def replay(reader: Reader, number: int) -> Replay:
    """An answer's order, made again.

    Raises:
        Denied: not an administrator, or no such answer in the organisation.
    """
    row = _answers(reader).filter(id=number).first()
    if row is None:
        raise Denied
    given = from_told(row.given)
    order = order_of(given)
    rows = by_ids(reader, (piece[0] for _, piece in order.places))
    places = [
        Replayed(place, Form(form), rows.get(id_), chance, words, meaning)
        for place, (form, (id_, chance, words, meaning)) in enumerate(order.places, 1)
    ]
    owed = [(f, given.owed.get(f.value, 0.0), order.owed.get(f.value, 0.0)) for f in Form]
    silent = [(Form(form), searched) for form, searched in given.silent.items()]
    return Replay(row.id, row.at, given, places, owed, silent)


def fared(reader: Reader) -> list[Fared]:
    """How the forms fared over the organisation's newest answers. Raises Denied."""
    newest = _answers(reader).order_by("-id")[:WINDOW]
    return count([from_told(row.given) for row in newest])


def newest(reader: Reader, count: int = 20) -> list[GivenAnswer]:
    """The newest answers of the organisation. Raises Denied."""
    return list(_answers(reader).order_by("-id")[:count])


def count(answers: Iterable[Given]) -> list[Fared]:
    """How the forms fared over some answers."""
    spoke, silent, first = (dict.fromkeys(Form, 0) for _ in range(3))
    due, got, share = (dict.fromkeys(Form, 0.0) for _ in range(3))
    for answer in answers:
        order = [Form(form) for form, _ in order_of(answer).places]
        voiced = list(dict.fromkeys(order))
        for form in Form:
            spoke[form] += form in voiced
            silent[form] += form not in voiced
        for form in voiced:
            due[form] += 1 / len(voiced)
        if order:
            first[order[0]] += 1
        for form, gained, fair in _exposures(order):
            got[form] += gained
            share[form] += fair
    return [
        Fared(f, spoke[f], silent[f], first[f], due[f], got[f] / share[f] if share[f] else 1.0)
        for f in Form
    ]


def _exposures(order: list[Form]) -> Iterable[tuple[Form, float, float]]:
    """For each place: its form, the attention it gives, and what its round gives on average."""
    seen = dict.fromkeys(Form, 0)
    rounds: dict[int, list[tuple[Form, float]]] = {}
    for place, form in enumerate(order, 1):
        seen[form] += 1
        rounds.setdefault(seen[form], []).append((form, attention(place)))
    for places in rounds.values():
        fair = sum(gained for _, gained in places) / len(places)
        yield from ((form, gained, fair) for form, gained in places)


def _answers(reader: Reader) -> QuerySet[GivenAnswer]:
    if reader.role != Role.ADMINISTRATOR:
        raise Denied
    return GivenAnswer.objects.filter(organisation_id=reader.organisation_id)
