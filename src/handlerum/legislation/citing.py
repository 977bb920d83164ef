"""What cites a provision, and what has become of the provisions that something cites."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from handlerum.legislation.models import Act, Cited, Section
from handlerum.legislation.rules.names import Names
from handlerum.trail.terms import Thing


@dataclass(frozen=True, slots=True)
class CitationView:
    """A provision that a thing cites.

    `act` is None where it is not imported. `changed`: it does not read as on the day that was
    meant. `repealed`: it is in force no more, though it was, or another edition has it. `unknown`:
    no edition of the act has it.
    """

    cited: Cited
    act: Act | None
    label: str  # "LAB § 36, stk. 2"
    changed: bool
    repealed: bool
    unknown: bool

    @property
    def slug(self) -> str:
        """The section's number as addresses have it."""
        return self.cited.section.replace(" ", "")


def names() -> Names:
    """What acts are called: what we know ourselves, and the names of those that are imported."""
    return Names.of({act.name: act.key for act in Act.objects.only("name", "key")})


def cites(thing: Thing, act_key: str, section: str) -> QuerySet[Cited]:
    """Everything of a kind that cites a section, whoever may read it: rooms above filter it."""
    return Cited.objects.filter(thing=thing, act_key=act_key, section=section)


def citations_of(
    thing: Thing, ids: Sequence[int] | QuerySet[Any, Any], day: date
) -> list[CitationView]:
    """The provisions that things cite: how each stands on a day, against the day it was meant.

    Args:
        ids: their numbers, or a question to the database that gives them.
    """
    cited = list(Cited.objects.filter(thing=thing, thing_id__in=ids).order_by("id"))
    acts = {act.key: act for act in Act.objects.filter(key__in={one.act_key for one in cited})}
    texts = _texts(cited)
    return [_view(one, acts.get(one.act_key), texts, day) for one in cited]


#: From (act, section) to its editions: (in force from, to, digest), the newest first.
_Texts = dict[tuple[str, str], list[tuple[date, date | None, str]]]


def _texts(cited: Iterable[Cited]) -> _Texts:
    wanted = {(one.act_key, one.section) for one in cited}
    rows = Section.objects.filter(
        edition__act__key__in={key for key, _ in wanted}, number__in={no for _, no in wanted}
    ).order_by("-edition__in_force_from")
    found: _Texts = {}
    for key, number, start, end, digest in rows.values_list(
        "edition__act__key", "number", "edition__in_force_from", "edition__in_force_to", "digest"
    ):
        found.setdefault((key, number), []).append((start, end, digest))
    return found


def _view(one: Cited, act: Act | None, texts: _Texts, day: date) -> CitationView:
    editions = texts.get((one.act_key, one.section), [])
    then, now = _on(editions, one.as_of), _on(editions, day)
    part = f", stk. {one.subsection}" if one.subsection else ""
    named = str(act) if act else Names.of({}).short_of(one.act_key) or one.act_key
    return CitationView(
        cited=one,
        act=act,
        label=f"{named} § {one.section}{part}",
        changed=then is not None and now is not None and then != now,
        repealed=now is None and bool(editions),
        unknown=act is not None and not editions,
    )


def _on(editions: Sequence[tuple[date, date | None, str]], day: date) -> str | None:
    return next(
        (digest for start, end, digest in editions if start <= day and (end is None or day < end)),
        None,
    )
