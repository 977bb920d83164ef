"""Home-made Danish: random texts with a natural spread of words. Good for speed alone."""

import random
from itertools import accumulate, product

_STEMS = """
borger samtale møde plan job praktik mentor virksomhed leder kollega angst uro hverdag struktur
sygdom fremmøde brev bolig gæld økonomi netværk familie ung voksen skole uddannelse
vejleder arbejde plads fællesskab opgave tempo lager kantine butik værksted have rengøring sprog
tolk kultur tillid håb
tro ansvar ret pligt lov regel skøn hensyn dilemma mulighed støtte hjælp tilbud indsats forløb måned
uge dag time morgen aften telefon besked kalender bus cykel vej dør rum stol bord vindue kaffe pause
""".split()
_ENDS = ["", "en", "er", "erne", "s", "ens"]
_GLUE = "og i at det er en til på som for med ikke der den af vi jeg han hun de var har så".split()


class Words:
    """Draws words with Zipf's spread: a few common, most rare."""

    def __init__(self, seed: int = 7) -> None:
        self.random = random.Random(seed)
        parts = [a + b for a, b in product(_STEMS, ["", *_STEMS])]
        self.random.shuffle(parts)
        self.vocabulary = _GLUE + _STEMS + [part + end for part in parts for end in _ENDS]
        self._weights = list(accumulate(1 / (rank + 8) for rank in range(len(self.vocabulary))))

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
        """A situation of three to six words that say something: no glue."""
        wanted = self.random.randint(3, 6)
        words = [word for word in self.draw(60) if word not in _GLUE]
        return " ".join(words[:wanted])
