"""Which role may do what: pure."""

#: Roles that invite people, make teams and change roles. Reading rights come from audience alone:
#: nobody may read a team's or a person's own contributions because of a role.
MANAGERS = frozenset({"administrator"})
#: Roles that may invite a practitioner to a team they themselves belong to.
INVITERS = MANAGERS | {"key_person", "leader"}


def may_manage(role: str) -> bool:
    """Whether the role looks after people and teams."""
    return role in MANAGERS


def may_invite(role: str, invited_role: str) -> bool:
    """Managers invite anybody; key persons and leaders invite practitioners."""
    return role in MANAGERS or (role in INVITERS and invited_role == "practitioner")
