"""Which offered topics lie near a situation. It is looked at in memory and forgotten."""

from handlerum.organisations.access import Reader
from handlerum.search.analysis import part_stems, stems, words
from handlerum.sparring.queries import Topic, topics

#: The most topics that are shown beside an answer.
MOST = 4


def near(reader: Reader, text: str) -> list[Topic]:
    """Topics that colleagues offer and the text speaks of, most words in common first."""
    said = _terms(text)
    shared = [(len(_terms(topic.name) & said), topic) for topic in topics(reader)]
    found = sorted((pair for pair in shared if pair[0]), key=lambda pair: -pair[0])
    return [topic for _, topic in found[:MOST]]


def _terms(text: str) -> set[str]:
    """The terms of a text, with the parts of its compounds."""
    found = set(stems(text))
    return found.union(*(part_stems(word) for word in words(text)))
