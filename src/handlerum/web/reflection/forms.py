"""Forms of live sessions. Only their shape is checked here; services have the last word."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.text import format_lazy
from django.utils.translation import get_language, ngettext_lazy
from django.utils.translation import gettext_lazy as _

from handlerum.knowledge.terms import Audience
from handlerum.organisations.access import Reader
from handlerum.organisations.queries import teams_of
from handlerum.reflection import queries
from handlerum.reflection.problems import in_words
from handlerum.reflection.rules.inviting import LINK_DAYS, MAX_ADDRESSES, MAX_USES
from handlerum.reflection.rules.methods import shipped
from handlerum.reflection.rules.session_plan import INPUTS
from handlerum.reflection.rules.session_problem import Problem
from handlerum.reflection.rules.session_steps import MAX_MINUTES, MAX_NAME
from handlerum.reflection.terms import InputKind, Reveal, Rule
from handlerum.reflection.words import SubjectKind

#: How the address of a new session names what it is about.
SUBJECTS = {
    "dilemma": SubjectKind.DILEMMA,
    "bidrag": SubjectKind.CONTRIBUTION,
    "praksis": SubjectKind.PROCEDURE,
}
#: For how many days the words of a session can be kept.
DAYS = (1, 7, 14, 30, 90, 365)
_VARIANT = "udgave-"


def days_after(days: int) -> Any:
    """So many days after a session, in words."""
    return ngettext_lazy("%(days)s dag efter mødet", "%(days)s dage efter mødet", "days") % {
        "days": days
    }


def in_days(days: int) -> Any:
    """So many days, in words."""
    return ngettext_lazy("%(days)s dag", "%(days)s dage", "days") % {"days": days}


def subject_of(reader: Reader, given: QueryDict) -> tuple[str, int | None, str]:
    """What a session is to be about: its kind, its id, and the question that it gives.

    Raises:
        Denied: it is not the reader's to see.
    """
    for name, kind in SUBJECTS.items():
        written = given.get(name, "")
        if written.isdecimal():
            return kind.value, int(written), queries.subject_title(reader, kind, int(written))
    return SubjectKind.QUESTION.value, None, ""


def variant_id(method: str) -> int | None:
    """The number of the variant that was chosen as a method; None for one that is shipped."""
    number = method.removeprefix(_VARIANT)
    return int(number) if method.startswith(_VARIANT) and number.isdecimal() else None


def in_language(text: Mapping[str, str]) -> str:
    """The words of a step in the language of the screen."""
    language = "en" if (get_language() or "da").startswith("en") else "da"
    return text.get(language, "")


class SessionForm(forms.Form):
    """A form whose problems the services tell."""

    def refuse(self, problems: Iterable[Problem]) -> None:
        """Put each problem at the field it is about."""
        for problem in problems:
            name = problem.field if problem.field in self.fields else None
            self.add_error(name, in_words(problem))


class PrepareForm(SessionForm):
    """A method, what it is about, and who may join."""

    method = forms.ChoiceField(label=_("Metode"))
    question = forms.CharField(
        label=_("Hvad skal I tale om?"),
        help_text=_("Alle, der er med, ser det. Skriv ikke om én bestemt borger."),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=500,
    )
    kind = forms.CharField(required=False, widget=forms.HiddenInput)
    subject = forms.IntegerField(required=False, widget=forms.HiddenInput)
    audience = forms.ChoiceField(
        label=_("Hvem kan selv gå ind?"),
        choices=[
            (Audience.ME.value, _("Kun dem, der får et link")),
            (Audience.TEAM.value, _("Mit team")),
            (Audience.ORGANISATION.value, _("Alle i organisationen")),
        ],
    )
    team = forms.ChoiceField(label=_("Hvilket team?"), required=False)
    keep_days = forms.TypedChoiceField(
        label=_("Hvornår bliver ordene slettet?"),
        help_text=_("Det, I aftaler, og det, I deler som bidrag, bliver."),
        coerce=int,
        empty_value=None,
        required=False,
        initial=14,
        choices=[(days, days_after(days)) for days in DAYS],
    )

    def __init__(self, reader: Reader, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["method"].choices = _methods(reader)  # type: ignore[attr-defined]
        teams = [(str(team.id), team.name) for team in teams_of(reader)]
        self.fields["team"].choices = teams  # type: ignore[attr-defined]
        if not teams:
            del self.fields["team"]


class StepForm(SessionForm):
    """A step in the words of whoever leads."""

    name = forms.CharField(label=_("Trinets navn"), max_length=MAX_NAME)
    instruction = forms.CharField(
        label=_("Hvad skal I gøre?"),
        help_text=_("Skriv til dem, der er med. Skriv ikke om én bestemt borger."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    minutes = forms.IntegerField(label=_("Minutter"), min_value=0, max_value=MAX_MINUTES)
    rule = forms.ChoiceField(
        label=_("Regel i trinet"), required=False, choices=[("", _("Ingen regel")), *Rule.choices]
    )
    reveal = forms.ChoiceField(
        label=_("Hvem ser det, der bliver skrevet?"), choices=Reveal.choices, required=False
    )


class NewStepForm(StepForm):
    """A step that is put in."""

    after = forms.ChoiceField(label=_("Hvor skal trinet ligge?"), required=False)
    input = forms.ChoiceField(label=_("Hvad gør de, der er med?"))

    field_order = ("after", "name", "input", "instruction", "minutes", "reveal", "rule")

    def __init__(self, places: Sequence[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["after"].choices = list(places)  # type: ignore[attr-defined]
        self.fields["input"].choices = [  # type: ignore[attr-defined]
            (kind, InputKind(kind).label) for kind in INPUTS
        ]


class VariantForm(SessionForm):
    """The name of a variant."""

    name = forms.CharField(label=_("Navn"), max_length=MAX_NAME)


class LinkForm(SessionForm):
    """For how long and how many a link is to work."""

    days = forms.TypedChoiceField(
        label=_("Hvor længe skal det virke?"),
        coerce=int,
        empty_value=None,
        required=False,
        initial=LINK_DAYS,
        choices=[(days, in_days(days)) for days in (1, 7, 30, 90)],
    )
    uses = forms.IntegerField(
        label=_("Hvor mange kan komme ind med det?"),
        help_text=_("Lad feltet stå tomt, hvis det er lige meget."),
        required=False,
        min_value=1,
        max_value=MAX_USES,
    )


class MailForm(LinkForm):
    """Whom a link is sent to. The addresses are used and kept nowhere."""

    addresses = forms.CharField(
        label=_("E-mailadresser"),
        help_text=format_lazy(
            _("En på hver linje, højst {most}. De bliver ikke gemt."), most=MAX_ADDRESSES
        ),
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
        max_length=5_000,
    )

    field_order = ("addresses", "days", "uses")


def _methods(reader: Reader) -> list[Any]:
    """What can be chosen: the organisation's own variants, and the methods that are shipped."""
    known = [
        (one.key, _with_minutes(in_language(one.name.as_told()), one.minutes))
        for one in shipped().values()
    ]
    own = [
        (f"{_VARIANT}{row.id}", _with_minutes(row.name, row.minutes))
        for row in queries.variants(reader)
    ]
    return [(_("Vores egne udgaver"), own), (_("Metoder"), known)] if own else known


def _with_minutes(name: str, minutes: int) -> str:
    return f"{name} ({minutes} min.)"
