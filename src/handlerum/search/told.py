"""What an index is told of a text: its terms, the parts of its compounds, its sketch. Pure.

Texts come and answers go by pipe, so many can be analysed by several processes at once.
"""

from dataclasses import dataclass

from handlerum.search.analysis import part_stems, stems, words
from handlerum.search.rules.sketches import sketch


@dataclass(frozen=True, slots=True)
class Told:
    """Terms with a blank between; `sketch` as `rules.sketches` has it."""

    words: str
    parts: str
    sketch: int


def tell(texts: list[tuple[str, str]]) -> list[Told]:
    """Analyse titles and bodies, in the order given."""
    return [_told(title, body) for title, body in texts]


def _told(title: str, body: str) -> Told:
    first, rest = stems(title), stems(body)
    whole = words(f"{title}\n{body}")
    return Told(
        # The title counts twice: it is short, and chosen by the author to say what matters.
        words=" ".join([*first, *first, *rest]),
        parts=" ".join(part for word in whole for part in part_stems(word)),
        sketch=sketch([*first, *rest]),
    )
