"""Reading organisations, teams and people."""

from django.db.models import QuerySet

from handlerum.core.clock import now
from handlerum.core.text import danish_key
from handlerum.organisations.access import Denied, Reader, author_of, reader_of
from handlerum.organisations.models import Invitation, Membership, Organisation, Team, User
from handlerum.organisations.rules import may_invite
from handlerum.organisations.secrets import digest
from handlerum.organisations.terms import Role


def memberships_of(user: User) -> list[Membership]:
    """The organisations a person belongs to, in Danish order."""
    found = user.memberships.filter(is_active=True).select_related("organisation", "user")
    return sorted(found, key=lambda membership: danish_key(membership.organisation.name))


def membership_in(user: User, slug: str | None) -> Membership | None:
    """The membership in the organisation of that slug, else the person's first; None if none."""
    found = memberships_of(user)
    chosen = [membership for membership in found if membership.organisation.slug == slug]
    return next(iter(chosen or found), None)


def reader_by_email(email: str, slug: str) -> Reader:
    """The scope of a person in an organisation, both named as on a command line.

    Raises:
        Denied: no such person, no such organisation, or not a member there.
    """
    return reader_of(_named(email, slug))


def author_by_email(email: str, slug: str) -> Reader:
    """The same, also for a person who has stopped: for handing out and erasing what they told.

    Raises:
        Denied: no such person, no such organisation, or never a member there.
    """
    return author_of(_named(email, slug))


def _named(email: str, slug: str) -> Membership:
    membership = (
        Membership.objects.filter(user__email=email.strip().lower(), organisation__slug=slug)
        .select_related("user")
        .first()
    )
    if membership is None:
        raise Denied
    return membership


def organisation_of(reader: Reader) -> Organisation:
    """The reader's organisation."""
    return Organisation.objects.get(id=reader.organisation_id)


def teams_of(reader: Reader) -> list[Team]:
    """The reader's own teams, in Danish order."""
    return _sorted(Team.objects.filter(id__in=reader.team_ids))


def all_teams(reader: Reader) -> list[Team]:
    """All teams of the reader's organisation, in Danish order."""
    return _sorted(Team.objects.filter(organisation_id=reader.organisation_id))


def those_teams(teams: list[Team]) -> QuerySet[Team]:
    """The same teams as a query, where a form wants one."""
    return Team.objects.filter(id__in=[team.id for team in teams])


def people(reader: Reader) -> list[Membership]:
    """Colleagues in the reader's organisation, in Danish order, active first."""
    found = (
        Membership.objects.filter(organisation_id=reader.organisation_id)
        .select_related("user")
        .prefetch_related("teams")
    )
    return sorted(found, key=lambda member: (not member.is_active, danish_key(member.user.name)))


def open_invitations(reader: Reader) -> QuerySet[Invitation]:
    """Invitations not yet used: managers see all, others their own."""
    found = Invitation.objects.filter(
        organisation_id=reader.organisation_id,
        accepted_at=None,
        revoked_at=None,
        expires_at__gt=now(),
    ).select_related("team", "invited_by")
    if not reader.manages:
        found = found.filter(invited_by_id=reader.user_id)
    return found.order_by("-created_at")


def invitation_by_token(token: str) -> Invitation:
    """The open invitation of that secret.

    Raises:
        Denied: unknown, used, withdrawn or expired; which of them is not told.
    """
    found = (
        Invitation.objects.filter(digest=digest(token), accepted_at=None, revoked_at=None)
        .filter(expires_at__gt=now())
        .select_related("organisation", "team", "invited_by")
        .first()
    )
    if found is None:
        raise Denied
    return found


def roles_to_invite(reader: Reader) -> list[Role]:
    """The roles that the reader may give away with an invitation."""
    return [role for role in Role if may_invite(reader.role, role)]


def example_people() -> list[Membership]:
    """Everybody in the example organisations."""
    found = Membership.objects.filter(organisation__is_example=True, is_active=True)
    return sorted(
        found.select_related("user", "organisation"),
        key=lambda member: (danish_key(member.organisation.name), danish_key(member.user.name)),
    )


def _sorted(teams: QuerySet[Team]) -> list[Team]:
    return sorted(teams, key=lambda team: danish_key(team.name))


def anybody() -> bool:
    """Whether the database holds any organisation at all."""
    return Organisation.objects.exists()


def person_exists(email: str) -> bool:
    """Whether somebody signs in with that address."""
    return User.objects.filter(email=email.strip().lower()).exists()


def colleague(reader: Reader, membership_id: int) -> Membership:
    """A place in the reader's organisation, active or not.

    Raises:
        Denied: there is none of that id there.
    """
    found = (
        Membership.objects.filter(id=membership_id, organisation_id=reader.organisation_id)
        .select_related("user")
        .first()
    )
    if found is None:
        raise Denied
    return found


def example_person(membership_id: int) -> Membership:
    """One person of an example organisation.

    Raises:
        Denied: nobody of that id is an example.
    """
    found = [member for member in example_people() if member.id == membership_id]
    if not found:
        raise Denied
    return found[0]
