"""Home-made Danish: random texts with a natural spread of words. Good for speed alone.

Words and how often they come are those of the judged collection, with rare compounds coined beside
them, so that stop words, endings and parts of compounds are spread as in real Danish.
"""

import json
import random
import re
from collections import Counter
from functools import lru_cache
from itertools import accumulate
from pathlib import Path

from handlerum.search.analysis import STOP_WORDS

_PIECES = Path(__file__).parent / "judged" / "pieces"
#: Compounds that are coined, and how much of a text they are in all.
_COINED, _SHARE = 60_000, 0.06


class Words:
    """Draws words as often as they come in Danish told to colleagues."""

    def __init__(self, seed: int = 7) -> None:
        self.random = random.Random(seed)
        self.vocabulary, self._weights = _spread()

    def draw(self, count: int) -> list[str]:
        """So many words."""
        return self.random.choices(self.vocabulary, cum_weights=self._weights, k=count)

    def text(self) -> str:
        """A text of 40 to 80 words in sentences."""
        words = self.draw(self.random.randint(40, 80))
        for at in range(0, len(words), 12):
            words[at] = words[at].capitalize()
            if at:
                words[at - 1] += "."
        return " ".join(words) + "."

    def title(self) -> str:
        """A title of three to six words."""
        return " ".join(self.draw(self.random.randint(3, 6))).capitalize()

    def situation(self) -> str:
        """A situation of three to six words that say something: no stop words."""
        wanted = self.random.randint(3, 6)
        words = [word for word in self.draw(60) if word not in STOP_WORDS]
        return " ".join(words[:wanted])

    def told(self) -> str:
        """A situation in two sentences of a dozen words, stop words and all."""
        words = self.draw(self.random.randint(16, 28))
        return " ".join(words).capitalize() + "."


@lru_cache(maxsize=1)
def _spread() -> tuple[list[str], list[float]]:
    """All words, and their weights added up."""
    counted: Counter[str] = Counter()
    for path in sorted(_PIECES.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            told = json.loads(line)
            if told.get("language") != "en":
                counted.update(re.findall(r"[^\W\d_]+", told["text"].lower()))
    words = sorted(counted)
    weights = [float(counted[word]) for word in words]
    ends = [word for word in words if len(word) > 4 and word not in STOP_WORDS]
    drawn = random.Random(1)
    coined = [drawn.choice(ends) + drawn.choice(ends) for _ in range(_COINED)]
    ranks = [1 / (rank + 50) for rank in range(_COINED)]
    scale = sum(weights) * _SHARE / sum(ranks)
    return words + coined, list(accumulate([*weights, *(rank * scale for rank in ranks)]))
