"""Words and meaning together: one calibrated chance for each piece. Pure."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from handlerum.search.fitted import FormFit
from handlerum.search.marks import way_and_voice
from handlerum.search.ports import Found
from handlerum.search.rules.sketches import repeats


class Candidate(NamedTuple):  # some hundred for each answer: made faster than a dataclass
    """A piece that may answer. `chance` is that it is relevant; `meaning` None until it has one."""

    id: int
    chance: float
    words: float
    meaning: float | None
    kind: int
    sketch: int


def candidates(
    words: Found,
    meaning: Found | None,
    nearness: Found | None,
    fit: FormFit,
    words_fit: FormFit,
    most: int,
) -> list[Candidate]:
    """The pieces of one form that either index found, the most relevant first.

    Args:
        words: what was found by words; `score` is a share of a full match.
        meaning: what was found by meaning, None without an encoder; `score` is a cosine.
        nearness: cosines of pieces that words found and meaning did not.
        fit: how to weigh both.
        words_fit: how to weigh a piece whose vector is not made yet.
        most: so many at most.
    """
    near = [found for found in (meaning, nearness) if found is not None]
    ids = np.unique(np.concatenate([words.ids, *(found.ids for found in near)]))
    share, cosine = np.zeros(len(ids)), np.full(len(ids), np.nan)
    kind, sketch = np.zeros(len(ids), np.int64), np.zeros(len(ids), np.int64)
    for found, column in [(words, share), *((found, cosine) for found in near)]:
        at = np.searchsorted(ids, found.ids)
        column[at], kind[at], sketch[at] = found.score, found.kind, found.sketch
    known = ~np.isnan(cosine)
    score = np.where(known, fit.score(share, cosine), share)
    chance = np.where(known, fit.chance(score), words_fit.chance(share))
    # Equal chances in the order of scores, and then the newest first.
    order = np.lexsort((-ids, -score, -chance))[:most]
    nearest = [None if one != one else one for one in cosine[order].tolist()]  # NaN: has none
    columns = [one[order].tolist() for one in (ids, chance, share, kind, sketch)]
    columns.insert(Candidate._fields.index("meaning"), nearest)
    return list(map(Candidate._make, zip(*columns, strict=True)))


def relevant(found: Iterable[Candidate], threshold: float) -> list[Candidate]:
    """What may be shown, in its order."""
    return [candidate for candidate in found if candidate.chance >= threshold]


def once(found: Sequence[Candidate]) -> list[Candidate]:
    """Each telling once: of near-duplicates the first."""
    again = repeats([candidate.sketch for candidate in found])
    return [candidate for candidate, repeat in zip(found, again, strict=True) if not repeat]


def mixed(found: Sequence[Candidate], limit: int) -> list[Candidate]:
    """The first of a form, at most half of one way or one voice where others are at hand.

    What has to wait takes its turn again when nothing else is left.
    """
    size = min(limit, len(found))
    half = -(-size // 2)
    taken: list[Candidate] = []
    waiting: list[Candidate] = []
    ways: dict[int, int] = {}
    voices: dict[int, int] = {}
    for candidate in found:
        way, voice = way_and_voice(candidate.kind)
        if max(ways.get(way, 0), voices.get(voice, 0)) >= half:
            waiting.append(candidate)
        else:
            taken.append(candidate)
            ways[way], voices[voice] = ways.get(way, 0) + 1, voices.get(voice, 0) + 1
        if len(taken) == size:
            break
    return [*taken, *waiting][:size]
