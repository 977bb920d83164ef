"""Writing live sessions, one noun per file. Each write is durable before it is acknowledged."""

from handlerum.reflection.services.choosing import lay_dots, place_on_line, vote
from handlerum.reflection.services.closing import close, forget_expired, keep
from handlerum.reflection.services.entries import withdraw, withdraw_by_code, write
from handlerum.reflection.services.erasing import delete, erase_all, replay_erasures
from handlerum.reflection.services.grouping import (
    make_group,
    move_card,
    remove_group,
    rename_group,
)
from handlerum.reflection.services.joining import (
    Joined,
    assign,
    join_as_guest,
    join_as_member,
    join_by_link,
    session_of,
)
from handlerum.reflection.services.leading import add_facilitator, hand_over, take_over
from handlerum.reflection.services.moving import (
    edit_step,
    go,
    prolong,
    reorder,
    reveal,
    start,
)
from handlerum.reflection.services.outcomes import (
    carry_over,
    note_assumption,
    note_next_step,
    note_option,
)
from handlerum.reflection.services.preparing import invite, prepare, rehearse, revoke_links
from handlerum.reflection.services.sharing import agree, publish
from handlerum.reflection.services.undoing import undo

__all__ = [
    "Joined",
    "add_facilitator",
    "agree",
    "assign",
    "carry_over",
    "close",
    "delete",
    "edit_step",
    "erase_all",
    "forget_expired",
    "go",
    "hand_over",
    "invite",
    "join_as_guest",
    "join_as_member",
    "join_by_link",
    "keep",
    "lay_dots",
    "make_group",
    "move_card",
    "note_assumption",
    "note_next_step",
    "note_option",
    "place_on_line",
    "prepare",
    "prolong",
    "publish",
    "rehearse",
    "remove_group",
    "rename_group",
    "reorder",
    "replay_erasures",
    "reveal",
    "revoke_links",
    "session_of",
    "start",
    "take_over",
    "undo",
    "vote",
    "withdraw",
    "withdraw_by_code",
    "write",
]
