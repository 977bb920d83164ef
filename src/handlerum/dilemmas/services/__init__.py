"""Writing dilemmas, one noun per file. What counts as moved in a dilemma is in the trail."""

from handlerum.dilemmas.services.choosing import choose, set_state, test_false
from handlerum.dilemmas.services.following import dismiss, follow, seen, unfollow
from handlerum.dilemmas.services.making import delete, edit, make
from handlerum.dilemmas.services.options import add_option, remove_option, tell_consequence
from handlerum.dilemmas.services.owning import hand_over, take_over
from handlerum.dilemmas.services.sides import (
    add_consideration,
    edit_consideration,
    remove_side,
    reuse,
)
from handlerum.dilemmas.services.weighing import unweigh, weigh

__all__ = [
    "add_consideration",
    "add_option",
    "choose",
    "delete",
    "dismiss",
    "edit",
    "edit_consideration",
    "follow",
    "hand_over",
    "make",
    "remove_option",
    "remove_side",
    "reuse",
    "seen",
    "set_state",
    "take_over",
    "tell_consequence",
    "test_false",
    "unfollow",
    "unweigh",
    "weigh",
]
