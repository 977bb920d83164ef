"""Noting which provisions a text cites, and forgetting it when the text is gone."""

from collections.abc import Iterable
from datetime import date

from handlerum.legislation.citing import names
from handlerum.legislation.models import Cited
from handlerum.legislation.rules.citations import find_citations
from handlerum.trail.terms import Thing


def note_citations(
    thing: Thing, thing_id: int, organisation_id: int, text: str, as_of: date
) -> None:
    """Let a thing cite what its text cites, and nothing else.

    Args:
        as_of: the day whose law the text speaks of.
    """
    forget_citations(thing, [thing_id])
    note_many(thing, [(thing_id, text, as_of)], organisation_id)


def note_many(thing: Thing, told: Iterable[tuple[int, str, date]], organisation_id: int) -> None:
    """The same for new things, each with its text and day."""
    known = names()
    Cited.objects.bulk_create(
        (
            Cited(
                thing=thing,
                thing_id=thing_id,
                organisation_id=organisation_id,
                act_key=act_key,
                section=section,
                subsection=subsection,
                as_of=as_of,
            )
            for thing_id, text, as_of in told
            if "§" in text or "paragraf" in text.lower()
            for act_key, section, subsection in dict.fromkeys(
                (one.act_key, one.section, one.subsection) for one in find_citations(text, known)
            )
        ),
        batch_size=500,
    )


def forget_citations(thing: Thing, ids: Iterable[int]) -> None:
    """Things that are gone cite nothing."""
    Cited.objects.filter(thing=thing, thing_id__in=list(ids)).delete()
