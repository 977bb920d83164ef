"""Writing live sessions, one noun per file. Each write is durable before it is acknowledged."""

from handlerum.reflection.services.choosing import (
    allocate,
    lay_dots,
    place_on_line,
    show_answers,
    vote,
)
from handlerum.reflection.services.closing import close, forget_expired, keep
from handlerum.reflection.services.entries import withdraw, withdraw_by_code, write
from handlerum.reflection.services.erasing import delete, erase_all, replay_erasures
from handlerum.reflection.services.grouping import (
    make_group,
    move_card,
    remove_group,
    rename_group,
)
from handlerum.reflection.services.inviting import (
    invite,
    invite_by_mail,
    mail_works,
    revoke_link,
    revoke_links,
)
from handlerum.reflection.services.joining import (
    Joined,
    assign,
    join_as_guest,
    join_as_member,
    join_by_link,
    session_of,
)
from handlerum.reflection.services.laying_out import lay_out, put_aside
from handlerum.reflection.services.leading import (
    add_facilitator,
    hand_over,
    remove_facilitator,
    take_over,
)
from handlerum.reflection.services.moving import (
    edit_step,
    go,
    prolong,
    reorder,
    reveal,
    start,
)
from handlerum.reflection.services.opening import say_what_opened
from handlerum.reflection.services.outcomes import (
    carry_over,
    note_assumption,
    note_next_step,
    note_option,
)
from handlerum.reflection.services.perspectives import assign_all
from handlerum.reflection.services.planning import (
    add_step,
    copy_step,
    leave_out,
    remove_step,
    shift_step,
)
from handlerum.reflection.services.preparing import prepare, rehearse
from handlerum.reflection.services.sharing import agree, publish
from handlerum.reflection.services.undoing import undo
from handlerum.reflection.services.variants import (
    delete_variant,
    may_change,
    rename_variant,
    save_over_variant,
    save_variant,
)

__all__ = [
    "Joined",
    "add_facilitator",
    "add_step",
    "agree",
    "allocate",
    "assign",
    "assign_all",
    "carry_over",
    "close",
    "copy_step",
    "delete",
    "delete_variant",
    "edit_step",
    "erase_all",
    "forget_expired",
    "go",
    "hand_over",
    "invite",
    "invite_by_mail",
    "join_as_guest",
    "join_as_member",
    "join_by_link",
    "keep",
    "lay_dots",
    "lay_out",
    "leave_out",
    "mail_works",
    "make_group",
    "may_change",
    "move_card",
    "note_assumption",
    "note_next_step",
    "note_option",
    "place_on_line",
    "prepare",
    "prolong",
    "publish",
    "put_aside",
    "rehearse",
    "remove_facilitator",
    "remove_group",
    "remove_step",
    "rename_group",
    "rename_variant",
    "reorder",
    "replay_erasures",
    "reveal",
    "revoke_link",
    "revoke_links",
    "save_over_variant",
    "save_variant",
    "say_what_opened",
    "session_of",
    "shift_step",
    "show_answers",
    "start",
    "take_over",
    "undo",
    "vote",
    "withdraw",
    "withdraw_by_code",
    "write",
]
