"""Reading dilemmas, one noun per file. Every function is given the reader; no reader, no rows."""

from handlerum.dilemmas.queries.board import Board, Column, Weighed, board
from handlerum.dilemmas.queries.following import Followed, Move, followed, follows, moved
from handlerum.dilemmas.queries.heirs import heirs
from handlerum.dilemmas.queries.lists import Used, by_ids, citing, considerations, listed, reusable
from handlerum.dilemmas.queries.network import Network, network
from handlerum.dilemmas.queries.suggested import Suggested, suggested

__all__ = [
    "Board",
    "Column",
    "Followed",
    "Move",
    "Network",
    "Suggested",
    "Used",
    "Weighed",
    "board",
    "by_ids",
    "citing",
    "considerations",
    "followed",
    "follows",
    "heirs",
    "listed",
    "moved",
    "network",
    "reusable",
    "suggested",
]
