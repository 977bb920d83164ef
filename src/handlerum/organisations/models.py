"""Tables of organisations, teams, people and invitations."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from handlerum.organisations.terms import Language, Role


class UserManager(BaseUserManager["User"]):
    """Makes people; the e-mail is the name they sign in with."""

    def create_user(self, email: str, name: str, password: str | None = None) -> "User":
        """Make a person. Without a password nobody can sign in as them with one."""
        user = self.model(email=email.strip().lower(), name=name.strip())
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """A person who signs in. What they may do is said by their memberships alone."""

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=100)
    language = models.CharField(max_length=2, choices=Language, default=Language.DANISH)
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]
    objects: ClassVar[UserManager] = UserManager()

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        """The name shown to colleagues."""
        return self.name

    def get_short_name(self) -> str:
        """The first of the names."""
        return self.name.split(" ", 1)[0]


class Organisation(models.Model):
    """A partner organisation: a municipality, a competence centre, a company that helps people."""

    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=150)
    is_example = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.name


class Team(models.Model):
    """A group of colleagues inside one organisation."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="teams")
    name = models.CharField(max_length=100)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "name"], name="team_name_once")
        ]

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """A person's place in one organisation: role and teams."""

    user = models.ForeignKey(User, models.CASCADE, related_name="memberships")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=20, choices=Role, default=Role.PRACTITIONER)
    teams = models.ManyToManyField(Team, related_name="memberships", blank=True)
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "organisation"], name="member_once")]

    def __str__(self) -> str:
        return f"{self.user} · {self.organisation}"


class Invitation(models.Model):
    """A link that lets one person in. Only a digest of its secret is kept."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="invitations")
    team = models.ForeignKey(Team, models.SET_NULL, null=True, blank=True)
    role = models.CharField(max_length=20, choices=Role, default=Role.PRACTITIONER)
    digest = models.CharField(max_length=64, unique=True)
    #: Nobody: from the command line, to the first administrator.
    invited_by = models.ForeignKey(
        User, models.CASCADE, null=True, blank=True, related_name="invitations_sent"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    accepted_by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True)
    accepted_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.organisation} · {self.role}"
