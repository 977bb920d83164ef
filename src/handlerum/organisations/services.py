"""Writing organisations, teams and people."""

from datetime import timedelta

from django.db import transaction

from handlerum.core.clock import now
from handlerum.organisations.access import Denied, Reader
from handlerum.organisations.models import Invitation, Membership, Organisation, Team, User
from handlerum.organisations.queries import invitation_by_token
from handlerum.organisations.rules import may_invite
from handlerum.organisations.secrets import digest, new_token
from handlerum.organisations.terms import Role
from handlerum.trail.services import record
from handlerum.trail.terms import Thing, Verb

INVITATION_DAYS = 14


class LastManager(Exception):
    """An organisation must keep somebody who looks after its people."""


class Taken(Exception):
    """There is an organisation of that slug."""


class AlreadyMember(Exception):
    """The person already belongs to the organisation."""


@transaction.atomic
def found_organisation(*, slug: str, name: str, is_example: bool = False) -> Organisation:
    """Make an organisation. People are added with `add_member`."""
    organisation = Organisation.objects.create(slug=slug, name=name, is_example=is_example)
    record(
        Verb.CREATED,
        Thing.ORGANISATION,
        organisation.id,
        organisation_id=organisation.id,
        actor_id=None,
    )
    return organisation


@transaction.atomic
def register(*, email: str, name: str, password: str | None, language: str = "da") -> User:
    """Make a person who can sign in."""
    user = User.objects.create_user(email=email, name=name, password=password)
    user.language = language
    user.save(update_fields=["language"])
    return user


@transaction.atomic
def add_member(
    organisation: Organisation, user: User, role: Role, teams: list[Team] | None = None
) -> Membership:
    """Give a person a place in an organisation, or their place back.

    Raises:
        AlreadyMember: the person has an active place there.
    """
    membership, made = Membership.objects.get_or_create(
        user=user, organisation=organisation, defaults={"role": role}
    )
    if not made and membership.is_active:
        raise AlreadyMember
    if not made:
        membership.role, membership.is_active = role, True
        membership.save(update_fields=["role", "is_active"])
    membership.teams.set(teams or [])
    _tell(Verb.JOINED, Thing.MEMBERSHIP, membership.id, organisation.id, user.id)
    return membership


@transaction.atomic
def make_team(reader: Reader, name: str) -> Team:
    """Make a team in the reader's organisation.

    Raises:
        Denied: the reader does not look after teams.
    """
    _must_manage(reader)
    team = Team.objects.create(organisation_id=reader.organisation_id, name=name.strip())
    _tell(Verb.CREATED, Thing.TEAM, team.id, reader.organisation_id, reader.user_id)
    return team


@transaction.atomic
def invite(reader: Reader, role: Role, team: Team | None) -> str:
    """Make an invitation for one person.

    Returns:
        The secret that belongs in the link; it cannot be shown again.

    Raises:
        Denied: not this role's to give, or a team of another organisation.
    """
    allowed_team = (
        team is None
        or (reader.manages and team.organisation_id == reader.organisation_id)
        or team.id in reader.team_ids
    )
    if not (may_invite(reader.role, role) and allowed_team):
        raise Denied
    return _invitation(reader.organisation_id, role, team, reader.user_id)


@transaction.atomic
def open_organisation(slug: str, name: str) -> str:
    """Make an organisation and the invitation of its first administrator.

    Returns:
        The secret that belongs in the link; it cannot be shown again.

    Raises:
        Taken: there is one of that slug.
    """
    if Organisation.objects.filter(slug=slug).exists():
        raise Taken
    organisation = found_organisation(slug=slug, name=name)
    return _invitation(organisation.id, Role.ADMINISTRATOR, None, None)


@transaction.atomic
def revoke(reader: Reader, invitation_id: int) -> None:
    """Make an invitation useless.

    Raises:
        Denied: no such open invitation for this reader.
    """
    open_ = Invitation.objects.filter(
        id=invitation_id, organisation_id=reader.organisation_id, accepted_at=None, revoked_at=None
    )
    if not reader.manages:
        open_ = open_.filter(invited_by_id=reader.user_id)
    if not open_.update(revoked_at=now()):
        raise Denied
    _tell(Verb.WITHDREW, Thing.INVITATION, invitation_id, reader.organisation_id, reader.user_id)


@transaction.atomic
def accept(token: str, user: User) -> Membership:
    """Use an invitation: the person becomes a member, the link stops working.

    Raises:
        Denied: the invitation is unknown, used, withdrawn or expired.
        AlreadyMember: the person is a member; the invitation stays open for somebody else.
    """
    invitation = invitation_by_token(token)
    still_open = Invitation.objects.filter(id=invitation.id, accepted_at=None, revoked_at=None)
    if not still_open.update(accepted_by=user, accepted_at=now()):
        raise Denied  # somebody else used it, or took it back, in the same moment
    teams = [invitation.team] if invitation.team else []
    return add_member(invitation.organisation, user, Role(invitation.role), teams)


@transaction.atomic
def change_member(
    reader: Reader, membership_id: int, *, role: Role, teams: list[Team], is_active: bool
) -> None:
    """Change a colleague's role and teams, or end or renew their place.

    Raises:
        Denied: the reader does not look after people, or the colleague or team is elsewhere.
        LastManager: the change would leave nobody to look after people.
    """
    _must_manage(reader)
    # One change of people at a time: two administrators must not end each other's place at once.
    Organisation.objects.select_for_update().get(id=reader.organisation_id)
    members = Membership.objects.filter(organisation_id=reader.organisation_id)
    membership = members.filter(id=membership_id).first()
    if membership is None or any(t.organisation_id != reader.organisation_id for t in teams):
        raise Denied
    membership.role, membership.is_active = role, is_active
    membership.save(update_fields=["role", "is_active"])
    membership.teams.set(teams)
    if not members.filter(role=Role.ADMINISTRATOR, is_active=True).exists():
        raise LastManager
    verb = Verb.CHANGED if is_active else Verb.LEFT
    _tell(verb, Thing.MEMBERSHIP, membership.id, reader.organisation_id, reader.user_id)


def choose_language(user: User, language: str) -> None:
    """Remember the person's language on screen."""
    user.language = language
    user.save(update_fields=["language"])


def _invitation(
    organisation_id: int, role: Role, team: Team | None, invited_by_id: int | None
) -> str:
    token = new_token()
    invitation = Invitation.objects.create(
        organisation_id=organisation_id,
        team=team,
        role=role,
        digest=digest(token),
        invited_by_id=invited_by_id,
        expires_at=now() + timedelta(days=INVITATION_DAYS),
    )
    _tell(Verb.INVITED, Thing.INVITATION, invitation.id, organisation_id, invited_by_id)
    return token


def _must_manage(reader: Reader) -> None:
    if not reader.manages:
        raise Denied


def _tell(
    verb: Verb, thing: Thing, thing_id: int, organisation_id: int, actor_id: int | None
) -> None:
    record(verb, thing, thing_id, organisation_id=organisation_id, actor_id=actor_id)
