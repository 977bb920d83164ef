"""Forms about people."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from handlerum.organisations.access import Reader
from handlerum.organisations.models import Membership, Team, User
from handlerum.organisations.queries import (
    all_teams,
    person_exists,
    roles_to_invite,
    teams_of,
    those_teams,
)
from handlerum.organisations.terms import Role


class TeamForm(forms.Form):
    """A new team."""

    name = forms.CharField(label=_("Teamets navn"), max_length=100)

    def __init__(self, reader: Reader, *args: Any, **kwargs: Any) -> None:
        self.reader = reader
        super().__init__(*args, **kwargs)

    def clean_name(self) -> str:
        """A name not yet taken."""
        name: str = self.cleaned_data["name"].strip()
        if name in {team.name for team in all_teams(self.reader)}:
            raise forms.ValidationError(_("Der er allerede et team med det navn."))
        return name


class InviteForm(forms.Form):
    """Whom to let in."""

    role = forms.ChoiceField(label=_("Rolle"))
    team = forms.ModelChoiceField(
        queryset=Team.objects.none(), label=_("Team"), required=False, empty_label=_("Uden team")
    )

    def __init__(self, reader: Reader, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        roles = roles_to_invite(reader)
        teams = all_teams(reader) if reader.manages else teams_of(reader)
        self.fields["role"].choices = [(role.value, role.label) for role in roles]  # type: ignore[attr-defined]
        _offer(self.fields["team"], teams)


class MemberForm(forms.Form):
    """A colleague's role and teams."""

    role = forms.ChoiceField(label=_("Rolle"), choices=Role.choices)
    teams = forms.ModelMultipleChoiceField(
        queryset=Team.objects.none(),
        label=_("Team"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    is_active = forms.BooleanField(label=_("Er med i organisationen"), required=False)

    def __init__(self, reader: Reader, member: Membership, data: Any = None) -> None:
        initial = {
            "role": member.role,
            "teams": list(member.teams.all()),
            "is_active": member.is_active,
        }
        super().__init__(data, initial=initial)
        _offer(self.fields["teams"], all_teams(reader))


class JoinForm(forms.Form):
    """A new person who follows an invitation."""

    name = forms.CharField(
        label=_("Dit navn"),
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=_("E-mail"), widget=forms.EmailInput(attrs={"autocomplete": "email"})
    )
    password = forms.CharField(
        label=_("Adgangskode"),
        help_text=_("Mindst 10 tegn. Gerne flere ord efter hinanden."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean_email(self) -> str:
        """An address nobody here has yet."""
        email: str = self.cleaned_data["email"].strip().lower()
        if person_exists(email):
            raise forms.ValidationError(
                _("Adressen er i brug. Log ind først, og åbn så linket igen.")
            )
        return email

    def clean(self) -> dict[str, Any]:
        """A password that is hard to guess."""
        cleaned: dict[str, Any] = super().clean() or {}
        if password := cleaned.get("password"):
            person = User(name=cleaned.get("name", ""), email=cleaned.get("email", ""))
            try:
                validate_password(password, person)
            except forms.ValidationError as error:
                self.add_error("password", error)
        return cleaned


def _offer(field: forms.Field, teams: list[Team]) -> None:
    assert isinstance(field, forms.ModelChoiceField)
    field.queryset = those_teams(teams)
    field.choices = [
        *([("", field.empty_label)] if field.empty_label else []),
        *((team.id, team.name) for team in teams),
    ]
