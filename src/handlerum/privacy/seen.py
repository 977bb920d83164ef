"""What was found in texts that were just read, so that the same text is not read twice. Pure.

It is kept in memory, for as long as a piece of work takes, and goes with it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from handlerum.privacy import kinds
from handlerum.privacy.find import find_many
from handlerum.privacy.spans import Span

#: Characters that the finders take at once: more would be no quicker, and fill the memory.
_AT_ONCE = 250_000


@dataclass(slots=True)
class Seen:
    """By the exact text, what the finders said of it; a text that was not read is read now."""

    found: dict[str, list[Span]] = field(default_factory=dict)
    shaped: dict[str, list[Span]] = field(default_factory=dict)
    linked: dict[str, list[Span]] = field(default_factory=dict)

    def read(self, texts: Iterable[str]) -> None:
        """Read many texts at once."""
        for some in _portions(text for text in dict.fromkeys(texts) if text not in self.found):
            self.found.update(zip(some, find_many(some), strict=True))

    def find(self, text: str) -> list[Span]:
        """As `privacy.find.find`."""
        self.read([text])
        return self.found[text]

    def direct_shapes(self, text: str) -> list[Span]:
        """What points to one person by its shape."""
        if text not in self.shaped:
            self.shaped[text] = [span for span in kinds.find(text, kinds.DIRECT) if span.direct]
        return self.shaped[text]

    def in_link(self, text: str) -> list[Span]:
        """What may not stand in a link; its digits are no phone number."""
        if text not in self.linked:
            self.linked[text] = kinds.find(text, kinds.IN_LINK)
        return self.linked[text]


def _portions(texts: Iterable[str]) -> Iterator[list[str]]:
    portion: list[str] = []
    size = 0
    for text in texts:
        portion.append(text)
        size += len(text)
        if size >= _AT_ONCE:
            yield portion
            portion, size = [], 0
    if portion:
        yield portion
