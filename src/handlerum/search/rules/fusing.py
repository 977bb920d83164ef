"""Words and meaning together: one calibrated chance for each piece. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from handlerum.search.fitted import FormFit
from handlerum.search.marks import way_and_voice
from handlerum.search.ports import Found
from handlerum.search.rules.sketches import repeats


@dataclass(frozen=True, slots=True)
class Candidate:
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
    nearness: Mapping[int, float],
    fit: FormFit,
    words_fit: FormFit,
) -> list[Candidate]:
    """The pieces of one form that either index found, the most relevant first.

    Args:
        words: what was found by words; `score` is a share of a full match.
        meaning: what was found by meaning, None without an encoder; `score` is a cosine.
        nearness: cosines of pieces that were found by words.
        fit: how to weigh both.
        words_fit: how to weigh a piece whose vector is not made yet.
    """
    near = {**nearness, **_scores(meaning)}
    shares = _scores(words)
    looks = {id_: look for found in (words, meaning) if found for id_, look in _looks(found)}
    found = []
    for id_, (kind, sketch) in looks.items():
        share, cosine = shares.get(id_, 0.0), near.get(id_)
        if cosine is None:
            score, measure = share, words_fit
        else:
            score, measure = fit.score(share, cosine), fit
        found.append((-measure.chance(score), -score, id_, share, cosine, kind, sketch))
    # Equal chances in the order of scores, and then the newest first.
    found.sort(key=lambda one: (one[0], one[1], -one[2]))
    return [
        Candidate(id_, -chance, share, cosine, kind, sketch)
        for chance, _, id_, share, cosine, kind, sketch in found
    ]


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


def _scores(found: Found | None) -> dict[int, float]:
    if found is None:
        return {}
    return dict(zip(found.ids.tolist(), found.score.tolist(), strict=True))


def _looks(found: Found) -> Iterable[tuple[int, tuple[int, int]]]:
    kinds = zip(found.kind.tolist(), found.sketch.tolist(), strict=True)
    return zip(found.ids.tolist(), kinds, strict=True)
