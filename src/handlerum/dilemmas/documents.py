"""Dilemmas as the index of search needs them. Who may read them is marked there as for all else."""

from collections.abc import Iterator

from handlerum.dilemmas.models import Dilemma
from handlerum.knowledge.queries import Document
from handlerum.knowledge.terms import Audience, Voice, Way
from handlerum.trail.models import Entry
from handlerum.trail.terms import Thing, Verb

#: What is laid on the board moves neither the words of a dilemma nor its readers.
_ON_THE_BOARD = (Verb.WEIGHED, Verb.PROPOSED, Verb.CHOSE)


def documents(form: str) -> Iterator[Document]:
    """Every dilemma with its considerations, oldest first, whoever may read it.

    Args:
        form: the name of the index they go into.
    """
    rows = Dilemma.objects.order_by("id").prefetch_related("sides__consideration")
    for row in rows.iterator(chunk_size=500):
        yield Document(
            id=row.id,
            form=form,
            way=Way.OWN_EXPERIENCE.value,  # an index wants both; nobody asks for them here
            voice=Voice.PRACTITIONER.value,
            reach=reach(row),
            title=row.question,
            body=_body(row),
        )


def reach(dilemma: Dilemma) -> list[str]:
    """Marks that say who may read; `knowledge.access.reader_reach` is their counterpart."""
    marks = [f"u{dilemma.organisation_id}.{dilemma.owner_id}"]
    if dilemma.audience == Audience.ORGANISATION:
        marks.append(f"o{dilemma.organisation_id}")
    elif dilemma.audience == Audience.TEAM and dilemma.team_id:
        marks.append(f"t{dilemma.team_id}")
    return marks


def last_changed() -> int:
    """The trail's newest entry that may have changed what `documents` gives; 0 without any."""
    entries = Entry.objects.filter(thing__in=(Thing.DILEMMA, Thing.CONSIDERATION))
    found = entries.exclude(verb__in=_ON_THE_BOARD).order_by("-id").values_list("id", flat=True)
    return found.first() or 0


def _body(row: Dilemma) -> str:
    sides = [side.consideration for side in row.sides.all()]
    return "\n".join([row.text, *(f"{one.name}\n{one.at_stake}" for one in sides)])
