"""Taking in legislation: one transaction for each edition, and again changes nothing."""

import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum

from django.db import transaction

from handlerum.legislation.digests import digest
from handlerum.legislation.models import Act, Edition, Section, Subsection
from handlerum.legislation.rules.names import Names, act_key, popular_name
from handlerum.legislation.terms import ActKind
from handlerum.legislation.texts import EditionText, SectionText
from handlerum.trail.services import record
from handlerum.trail.terms import Thing, Verb

#: Legislation belongs to no organisation: everybody who has signed in may read it.
NOBODYS = 0
_ORDERS = ("BEK", "VEJ", "CIR", "SKR")
_ROWS = 500


class Taken(StrEnum):
    """What became of an edition that was read."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Stored:
    """An edition as it was stored."""

    edition: Edition
    taken: Taken


@transaction.atomic
def store(text: EditionText) -> Stored:
    """Store an edition with its sections. What was stored of the same edition is replaced whole.

    An older edition than those known takes its place in time, and is in force for nobody today.
    """
    sum_ = digest(asdict(text))
    known = Edition.objects.filter(eli=text.eli).select_related("act").first()
    if known and known.digest == sum_:
        return Stored(known, Taken.UNCHANGED)
    if known:
        known.delete()
    edition = _edition(text, sum_)
    _sections(edition, text.sections)
    _settle(edition.act)
    edition.refresh_from_db()
    record(Verb.IMPORTED, Thing.EDITION, edition.id, organisation_id=NOBODYS, actor_id=None)
    return Stored(edition, Taken.CHANGED if known else Taken.NEW)


def _edition(text: EditionText, sum_: str) -> Edition:
    key = act_key(text.title)
    act, _ = Act.objects.get_or_create(
        key=key,
        defaults={
            "kind": ActKind.ORDER if text.document_kind in _ORDERS else ActKind.ACT,
            "name": _name(text.title),
            "short": Names.of({}).short_of(key) or text.popular_title,
        },
    )
    return Edition.objects.create(
        act=act,
        eli=text.eli,
        document_kind=text.document_kind,
        title=text.title,
        ministry=text.ministry,
        signed=text.signed,
        in_force_from=text.in_force_from or text.signed,
        ended=text.in_force_to,
        digest=sum_,
    )


def _name(title: str) -> str:
    """What an act is called, whichever text of it this is."""
    bare = re.sub(r"^Bekendtgørelse af (?=\S)", "", title)
    bare = bare.removesuffix(f"({popular_name(title)})").strip()
    return bare[:1].upper() + bare[1:]


def _sections(edition: Edition, texts: Iterable[SectionText]) -> None:
    texts = list(texts)
    rows = Section.objects.bulk_create(
        (
            Section(
                edition=edition,
                number=one.number,
                place=place,
                chapter=one.chapter,
                chapter_title=one.chapter_title,
                heading=one.heading,
                digest=digest([asdict(part) for part in one.subsections]),
            )
            for place, one in enumerate(texts)
        ),
        batch_size=_ROWS,
    )
    Subsection.objects.bulk_create(
        (
            Subsection(
                section=row,
                number=part.number,
                text=part.text,
                points=[[point.number, point.text] for point in part.points],
            )
            for row, one in zip(rows, texts, strict=True)
            for part in one.subsections
        ),
        batch_size=_ROWS,
    )


def _settle(act: Act) -> None:
    """Let each edition end where the next one begins, or earlier where it said so itself."""
    following = None
    for edition in act.editions.order_by("-in_force_from", "-signed", "-eli"):
        ends = [day for day in (edition.ended, following) if day]
        edition.in_force_to = min(ends, default=None)
        edition.save(update_fields=["in_force_to"])
        following = edition.in_force_from
