"""Reading sparring, one noun per file. Every function is given the reader; no reader, no rows."""

from handlerum.sparring.queries.lists import (
    Listed,
    Lists,
    Opened,
    listed,
    opened,
    own_reply,
    waiting_count,
)
from handlerum.sparring.queries.offers import Topic, colleagues, offers_of, topics
from handlerum.sparring.queries.waiting import WINDOW, Overview, overview

__all__ = [
    "WINDOW",
    "Listed",
    "Lists",
    "Opened",
    "Overview",
    "Topic",
    "colleagues",
    "listed",
    "offers_of",
    "opened",
    "overview",
    "own_reply",
    "topics",
    "waiting_count",
]
