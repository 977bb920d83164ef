"""What lies near a contribution, or near one that is being written."""

from collections.abc import Mapping, Sequence

from handlerum.knowledge.access import reader_reach
from handlerum.knowledge.models import Contribution
from handlerum.knowledge.queries import by_ids
from handlerum.knowledge.terms import Form
from handlerum.organisations.access import Reader
from handlerum.search import lexical as by_words
from handlerum.search.meaning.place import Asked as Understood
from handlerum.search.queries import Ranked, meaning, ranked
from handlerum.search.rules.fusing import Candidate, once

#: Pieces shown beside a contribution, and the most of one form among them.
RELATED, OF_ONE_FORM = 5, 2
#: Pieces shown while somebody writes.
TOLD = 3
#: Characters of a text that tell what it is about.
_READ = 600
#: A text needs so many words before anything can be said to be told already.
_FEWEST = 4


def related(reader: Reader, row: Contribution) -> list[Contribution]:
    """Other contributions about the same, all forms taking turns, the nearest first.

    Within the reader's scope. What is linked to the contribution stands on its page already, and is
    left out by the page.
    """
    vector = meaning.vector_of(row.form, row.id)
    understood = Understood(vector, meaning.reads) if vector is not None else None
    found = _near(reader, f"{row.title}\n{row.text}", understood)
    lanes = _lanes(found, {row.id})
    rows = by_ids(reader, (one.id for lane in lanes.values() for one in lane))
    turns = [lane[turn] for turn in range(OF_ONE_FORM) for lane in _ordered(lanes, turn)]
    return [rows[one.id] for one in turns if one.id in rows][:RELATED]


def told_already(
    reader: Reader, title: str, text: str, *, but: int | None = None
) -> list[Contribution]:
    """Contributions that may tell the same as a text that is being written, the nearest first.

    The text is looked at in memory and stored nowhere.

    Args:
        but: the contribution that is being changed.
    """
    told = f"{title}\n{text}"[:_READ]
    if len(by_words.asked(told).stems) < _FEWEST:
        return []
    # Its author has not seen yet what in it points to somebody: it must not leave the machine.
    understood = None if meaning.outside else meaning.understand(told)
    found = _near(reader, told, understood)
    near = sorted(
        (one for lane in _lanes(found, {but}).values() for one in lane), key=lambda one: -one.chance
    )
    rows = by_ids(reader, (one.id for one in near))
    return [rows[one.id] for one in near if one.id in rows][:TOLD]


def _near(reader: Reader, told: str, understood: Understood | None) -> Ranked:
    return ranked(by_words.asked(told[:_READ]), understood, reader_reach(reader), RELATED)


def _lanes(found: Ranked, but: set[int | None]) -> dict[str, list[Candidate]]:
    return {
        form: [
            one
            for one in once(found.forms[form])
            if one.id not in but and one.chance >= found.fit.forms[form].threshold
        ][:OF_ONE_FORM]
        for form in Form.values
    }


def _ordered(lanes: Mapping[str, Sequence[Candidate]], turn: int) -> list[Sequence[Candidate]]:
    """The forms that have so many to give, the nearest first."""
    longer = [lane for lane in lanes.values() if len(lane) > turn]
    return sorted(longer, key=lambda lane: -lane[turn].chance)
