"""Forms of live sessions. Only their shape is checked here; services have the last word."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from handlerum.dilemmas.access import readable as readable_dilemma
from handlerum.knowledge.access import readable as readable_contribution
from handlerum.knowledge.terms import Audience
from handlerum.organisations.access import Reader
from handlerum.organisations.queries import teams_of
from handlerum.reflection.problems import in_words
from handlerum.reflection.rules.methods import shipped
from handlerum.reflection.rules.session_problem import Problem
from handlerum.reflection.words import SubjectKind


def subject_of(reader: Reader, given: QueryDict) -> tuple[str, int | None, str]:
    """What a session is to be about: its kind, its id, and the question that it gives.

    Raises:
        Denied: it is not the reader's to see.
    """
    for kind, name in ((SubjectKind.DILEMMA, "dilemma"), (SubjectKind.CONTRIBUTION, "bidrag")):
        written = given.get(name, "")
        if written.isdecimal():
            wanted = int(written)
            if kind is SubjectKind.DILEMMA:
                return kind.value, wanted, readable_dilemma(reader, wanted).question
            return kind.value, wanted, readable_contribution(reader, wanted).title
    return SubjectKind.QUESTION.value, None, ""


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

    def __init__(self, reader: Reader, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = "en" if (get_language() or "da").startswith("en") else "da"
        self.fields["method"].choices = [  # type: ignore[attr-defined]
            (one.key, f"{getattr(one.name, language)} ({one.minutes} min.)")
            for one in shipped().values()
        ]
        teams = [(str(team.id), team.name) for team in teams_of(reader)]
        self.fields["team"].choices = teams  # type: ignore[attr-defined]
        if not teams:
            del self.fields["team"]
