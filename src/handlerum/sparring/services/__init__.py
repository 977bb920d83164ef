"""Writing of sparring, one noun per file."""

from handlerum.sparring.services.asking import ask, ask_again
from handlerum.sparring.services.ending import became, close, erase, withdraw
from handlerum.sparring.services.holding import accept, decline
from handlerum.sparring.services.offering import offer, take_back
from handlerum.sparring.services.talking import (
    agree,
    no_time_fits,
    propose_times,
    remove_reply,
    write,
)

__all__ = [
    "accept",
    "agree",
    "ask",
    "ask_again",
    "became",
    "close",
    "decline",
    "erase",
    "no_time_fits",
    "offer",
    "propose_times",
    "remove_reply",
    "take_back",
    "withdraw",
    "write",
]
