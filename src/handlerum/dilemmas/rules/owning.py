"""Who may take over a dilemma that was left behind. Pure."""

from handlerum.organisations.terms import Role

#: Those who look after what others left. The role opens nothing to read.
_TAKERS = frozenset({Role.ADMINISTRATOR.value, Role.KEY_PERSON.value})


def may_take_over(role: str, *, owner_stopped: bool) -> bool:
    """Whether somebody of that role may become the owner of a dilemma they can read."""
    return owner_stopped and role in _TAKERS
