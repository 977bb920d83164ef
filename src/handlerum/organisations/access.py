"""The scope that every read starts from."""

from dataclasses import dataclass

from handlerum.organisations.models import Membership
from handlerum.organisations.rules import INVITERS, may_manage


class Denied(Exception):
    """What was asked for is not for this person. The doors answer as if it did not exist."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads, from where: one person in one organisation. Without a reader, no rows."""

    user_id: int
    organisation_id: int
    role: str
    team_ids: frozenset[int]

    @property
    def manages(self) -> bool:
        """Whether this person looks after people and teams."""
        return may_manage(self.role)

    @property
    def invites(self) -> bool:
        """Whether this person may invite anybody at all."""
        return self.role in INVITERS


def author_of(membership: Membership) -> Reader:
    """The scope of somebody who may have stopped: for what they told themselves, and no more."""
    return Reader(membership.user_id, membership.organisation_id, membership.role, frozenset())


def reader_of(membership: Membership) -> Reader:
    """The scope of an active membership.

    Raises:
        Denied: the membership or the person is no longer active.
    """
    if not (membership.is_active and membership.user.is_active):
        raise Denied
    teams = frozenset(membership.teams.values_list("id", flat=True))
    return Reader(membership.user_id, membership.organisation_id, membership.role, teams)
