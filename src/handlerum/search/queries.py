"""Respond: a situation in a person's own words, and what each form has to say to it."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from handlerum.knowledge.access import reader_reach
from handlerum.knowledge.models import Contribution
from handlerum.knowledge.queries import by_ids, hidden_by_form
from handlerum.knowledge.terms import Form
from handlerum.organisations.access import Reader
from handlerum.organisations.terms import Role
from handlerum.search import lexical as by_words
from handlerum.search.answers import Counter, Gathered, Lane, Silence, Silent
from handlerum.search.counter import linked_against, of_opposite_outcome
from handlerum.search.dilemmas import offered
from handlerum.search.fitted import Fit, fit_of, words_fit
from handlerum.search.law import law
from handlerum.search.marks import reach_of
from handlerum.search.meaning.place import Asked as Understood
from handlerum.search.meaning.place import Meaning
from handlerum.search.rules.fusing import Candidate, candidates, mixed, once, relevant
from handlerum.search.why import piece

#: The longest situation that is answered, in characters.
MAX_SITUATION = 5000
#: The most pieces of one form that a page shows.
MOST = 12
#: How many pieces of a form each index is asked for, at least.
DEPTH = 40
#: Fewer hidden pieces than this are not counted aloud.
_HIDDEN_LEAST = 5

words = by_words.Lexical()
meaning = Meaning()


class TooLong(Exception):
    """The situation is longer than MAX_SITUATION; it holds how long it is."""

    def __init__(self, length: int) -> None:
        self.length = length
        super().__init__(f"{length} > {MAX_SITUATION}")


class Empty(Exception):
    """The situation has no words to go by."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """All candidates of every form, the most relevant first, and by which numbers."""

    forms: Mapping[str, list[Candidate]]
    fit: Fit


def gather(reader: Reader, situation: str, limit: int = 4) -> Gathered:
    """What each form has to say to a situation, within the reader's scope.

    Args:
        limit: most pieces of each form.

    Raises:
        Empty: nothing to go by.
        TooLong: more than MAX_SITUATION characters.
    """
    began = time.perf_counter()
    if len(situation) > MAX_SITUATION:
        raise TooLong(len(situation))
    asked = by_words.asked(situation)
    if not asked.stems:
        raise Empty
    reach = reader_reach(reader)
    found = ranked(asked, meaning.understand(situation), reach, limit)
    chosen, rows, rest = _chosen(reader, found, limit)
    lanes = {
        Form(form): _lane(reader, form, chosen[form], rows, asked, reach) for form in Form.values
    }
    return Gathered(
        query=situation,
        tie=" ".join(sorted(asked.stems)),
        limit=limit,
        lanes=lanes,
        chosen={Form(form): pieces for form, pieces in chosen.items()},
        counter=_counter(reader, chosen, rows, rest, asked),
        strip=law.strip(reader, asked),
        dilemmas=offered(reader, situation, asked),
        encoder=found.fit.encoder,
        fit=found.fit.data,
        rebuilding=not words.ready,
        elapsed_ms=(time.perf_counter() - began) * 1000,
    )


def ranked(
    asked: by_words.Asked, understood: Understood | None, reach: Sequence[str], limit: int
) -> Ranked:
    """Ask both indexes for every form, and weigh what they found.

    Args:
        asked: the situation's words.
        understood: its meaning, None where that is not at hand.
        reach: the reader's marks of access.
    """
    depth = max(DEPTH, 2 * limit)
    fit = fit_of(understood.encoder) if understood else None
    told = words.find(asked, reach, depth)
    near = meaning.nearest(understood, reach_of(reach), depth) if understood and fit else {}
    alone = words_fit()
    found = {}
    for form, hits in told.items():
        beside = near.get(form)
        closeness = None
        if beside is not None and understood:
            missing = np.setdiff1d(hits.ids, beside.ids, assume_unique=True)
            closeness = meaning.of(form, missing, understood)
        measure = fit.forms[form] if fit else alone.forms[form]
        found[form] = candidates(hits, beside, closeness, measure, alone.forms[form], depth)
    return Ranked(found, fit or alone)


def _chosen(
    reader: Reader, found: Ranked, limit: int
) -> tuple[dict[str, list[Candidate]], dict[int, Contribution], list[Candidate]]:
    """What is shown of each form, the rows, and relevant candidates that are not shown."""
    fits = {
        form: once(relevant(pieces, found.fit.forms[form].threshold))[: 2 * limit]
        for form, pieces in found.forms.items()
    }
    # An index may lag by a moment; the tables have the last word on who may read what.
    rows = by_ids(reader, (one.id for pieces in fits.values() for one in pieces))
    chosen, rest = {}, []
    for form, pieces in fits.items():
        readable = [one for one in pieces if one.id in rows and rows[one.id].form == form]
        chosen[form] = mixed(readable, limit)
        rest += [one for one in readable if one not in chosen[form]]
    rest.sort(key=lambda one: -one.chance)
    return chosen, rows, rest


def _lane(
    reader: Reader,
    form: str,
    chosen: Sequence[Candidate],
    rows: Mapping[int, Contribution],
    asked: by_words.Asked,
    reach: Sequence[str],
) -> Lane:
    pieces = [piece(rows[one.id], one, asked) for one in chosen]
    return Lane(Form(form), pieces, None if pieces else _silence(reader, form, reach))


def _silence(reader: Reader, form: str, reach: Sequence[str]) -> Silent:
    searched = words.searched(form, reach)
    reason = Silence.NONE_RELEVANT if searched else Silence.NONE_EXISTS
    hidden = 0
    if reader.role == Role.ADMINISTRATOR:
        hidden = hidden_by_form(reader).get(form, 0)
    return Silent(searched, reason, hidden if hidden >= _HIDDEN_LEAST else 0)


def _counter(
    reader: Reader,
    chosen: Mapping[str, Sequence[Candidate]],
    rows: Mapping[int, Contribution],
    rest: Sequence[Candidate],
    asked: by_words.Asked,
) -> Counter | None:
    """One piece that complicates the others: linked against them, or with another outcome."""
    best = sorted((one for pieces in chosen.values() for one in pieces), key=lambda c: -c.chance)
    shown = [rows[one.id] for one in best]
    found = linked_against(reader, shown)
    found = found or of_opposite_outcome(shown, [rows[one.id] for one in rest])
    if found is None:
        return None
    row, against, other = found
    known = {one.id: one for one in rest}
    candidate = known.get(row.id) or Candidate(row.id, 0.0, 0.0, None, 0, 0)
    return Counter(piece(row, candidate, asked), against, other)
