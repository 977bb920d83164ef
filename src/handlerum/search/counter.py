"""The counter-voice: one piece that complicates the others, so that an answer is no procedure."""

from collections.abc import Mapping, Sequence

from handlerum.knowledge.models import Contribution
from handlerum.knowledge.queries import by_ids, links_between
from handlerum.knowledge.terms import Outcome, Stance
from handlerum.organisations.access import Reader
from handlerum.search.answers import Against

_OPPOSITE = {Outcome.SUCCEEDED.value: Outcome.FAILED.value}
_OPPOSITE |= {failed: succeeded for succeeded, failed in _OPPOSITE.items()}


def linked_against(
    reader: Reader, shown: Sequence[Contribution]
) -> tuple[Contribution, Against, Contribution] | None:
    """The piece that contradicts one of those shown by a link, else one that nuances it.

    Args:
        shown: what the answer shows, the most relevant first; none of it is offered again.

    Returns:
        The piece, in what it complicates, and what it is set against.
    """
    known = {row.id: row for row in shown}
    rank = {row.id: at for at, row in enumerate(shown)}
    links = [link for link in links_between(known) if link.other not in known]
    order = {Stance.CHALLENGES: 0, Stance.NUANCES: 1}
    links = [link for link in links if link.stance in order]
    links.sort(key=lambda link: (order[link.stance], rank[link.known], link.other))
    rows = by_ids(reader, {link.other for link in links})
    for link in links:
        if link.other in rows:
            return rows[link.other], Against(link.stance.value), known[link.known]
    return None


def of_opposite_outcome(
    shown: Sequence[Contribution], others: Sequence[Contribution]
) -> tuple[Contribution, Against, Contribution] | None:
    """The nearest of the others that turned out the other way, when all that is shown agrees."""
    outcomes: Mapping[str, Contribution] = {row.outcome: row for row in reversed(shown)}
    told = [outcome for outcome in _OPPOSITE if outcome in outcomes]
    if len(told) != 1:
        return None
    opposite = _OPPOSITE[told[0]]
    for row in others:
        if row.outcome == opposite:
            return row, Against.OUTCOME, outcomes[told[0]]
    return None
