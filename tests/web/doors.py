"""Every address of the product: what a stranger meets there, and whose thing it names."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Door:
    """What a stranger meets at an address, and whose thing the address names."""

    get: int
    post: int
    names: str = ""
    args: tuple[str, ...] = ()


def behind(names: str = "", *args: str) -> Door:
    """A page for members: strangers sign in first, and what they had typed is kept."""
    return Door(302, 403, names, args)


def posted(names: str = "") -> Door:
    """A button for members: there is nothing to look at."""
    return Door(405, 403, names)


def anybody(post: int = 200, *args: str) -> Door:
    """A page for everybody."""
    return Door(200, post, args=args)


DOORS = {
    "start": anybody(post=403),
    "browse": behind(),
    "mine": behind(),
    "choose_way": behind(),
    "contribute": behind("", "own_experience"),
    "contribution": behind("contribution"),
    "history": behind("contribution"),
    "edit": behind("contribution"),
    "share": posted("contribution"),
    "withdraw": posted("contribution"),
    "discard": posted("contribution"),
    "link": posted("contribution"),
    "erase": behind("contribution"),
    "erase_mine": behind(),
    "export_mine": behind(),
    "dilemmas": behind(),
    "make_dilemma": behind(),
    "dilemma_map": behind(),
    "followed": behind(),
    "dismiss": posted(),
    "put": behind("contribution"),
    "dilemma": behind("dilemma"),
    "edit_dilemma": behind("dilemma"),
    "delete_dilemma": behind("dilemma"),
    "add_side": behind("dilemma"),
    "add_option": behind("dilemma"),
    "test_dilemma": behind("dilemma"),
    "choose_option": behind("dilemma"),
    "dilemma_state": posted("dilemma"),
    "follow": posted("dilemma"),
    "seen": posted("dilemma"),
    "board_pdf": behind("dilemma"),
    "edit_side": behind("consideration"),
    "find_piece": behind("side"),
    "remove_side": behind("side"),
    "unweigh": posted("weighing"),
    "remove_option": posted("option"),
    "consequence": behind("option"),
    "acts": behind(),
    "act": behind("", "lov-om-en-aktiv-beskaeftigelsesindsats"),
    "section": behind("", "lov-om-en-aktiv-beskaeftigelsesindsats", "36"),
    "section_difference": behind("", "lov-om-en-aktiv-beskaeftigelsesindsats", "36"),
    "read_otherwise": Door(405, 403, args=("lov-om-en-aktiv-beskaeftigelsesindsats", "36")),
    "sessions": behind(),
    "prepare_session": behind(),
    "session": Door(302, 302, "session"),
    "session_screen": Door(404, 404, "session"),
    "join_session": posted("session"),
    "session_write": Door(405, 404, "session"),
    "session_choose": Door(405, 404, "session"),
    "session_lead": posted("session"),
    "session_link": posted("session"),
    "session_pack": behind("session"),
    "session_publish": behind("", "1", "1"),
    "session_agree": Door(405, 404, "session"),
    "session_withdraw": Door(405, 404, "session"),
    "join_link": Door(404, 404, args=("ukendt",)),
    "session_stream": Door(404, 404, "session"),
    "session_state": Door(404, 404, "session"),
    "blur": posted(),
    "told": posted(),
    "fairness": behind(),
    "given_answer": behind("given_answer"),
    "account_login": anybody(),
    "account_signup": anybody(),
    "account_logout": Door(302, 302),
    "account_change_password": Door(302, 302),
    "account_reset_password": anybody(),
    "account_reset_password_done": anybody(post=405),
    "account_reset_password_from_key": anybody(200, "1", "forkert-noegle"),
    "account_reset_password_from_key_done": anybody(post=405),
    "account_inactive": Door(403, 403),
    "enter_example": Door(405, 404, "membership"),
    "language": Door(405, 404),
    "switch_organisation": posted(),
    "people": behind(),
    "make_team": posted(),
    "invite": posted(),
    "revoke_invitation": posted("invitation"),
    "member": behind("membership"),
    "invitation": Door(404, 404, args=("ukendt",)),
    "guide": anybody(),
    "guide_page": anybody(200, "privatliv"),
}
