"""Forms for beginning a trial, telling what became of it, and ending it otherwise."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from handlerum.core.clock import today
from handlerum.dilemmas.rules.problem import Problem
from handlerum.knowledge.rules import MAX_TITLE
from handlerum.knowledge.terms import Audience
from handlerum.organisations.access import Reader
from handlerum.organisations.models import Membership, Team
from handlerum.organisations.queries import teams_of
from handlerum.practice.models import Trial
from handlerum.practice.problems import in_words
from handlerum.practice.rules import trials as rules
from handlerum.practice.rules.problem import AUDIENCES, day_problems
from handlerum.practice.telling import TrialTelling
from handlerum.web.dilemmas.forms import WritingForm, area, kept_in, line
from handlerum.web.privacy.review import Review


def day(label: Any, **kwargs: Any) -> forms.DateField:
    """A day, chosen with the browser's own calendar."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    wrong = {"invalid": _("Skriv dagen som år, måned og dag: 2027-01-31.")}
    return forms.DateField(
        label=label, required=False, widget=widget, error_messages=wrong, **kwargs
    )


def radios(label: Any, choices: Sequence[tuple[str, Any]], **kwargs: Any) -> forms.ChoiceField:
    """A choice among few."""
    return forms.ChoiceField(
        label=label, required=False, choices=list(choices), widget=forms.RadioSelect, **kwargs
    )


def set_choices(field: forms.Field, choices: Iterable[tuple[str, Any]]) -> None:
    """Give a field the choices of this reader."""
    assert isinstance(field, forms.ChoiceField)
    field.choices = list(choices)


class ReadByForm(WritingForm):
    """A form that says who may read what is written."""

    say = staticmethod(in_words)
    audiences: tuple[Audience, ...] = AUDIENCES

    def __init__(self, reader: Reader, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.reader, self.teams = reader, teams_of(reader)
        offered = [one for one in self.audiences if self.teams or one != Audience.TEAM]
        self.fields["audience"] = radios(
            _("Hvem må læse det?"), [(a.value, a.label) for a in offered]
        )
        self.fields["team"] = forms.ChoiceField(label=_("Team"), required=False)
        set_choices(self.fields["team"], _named(self.teams))
        if len(self.teams) < 2:
            self.fields["team"].widget = forms.HiddenInput()
        first = Audience.TEAM if self.teams else offered[0]
        if self.initial.get("audience") not in offered:
            self.initial["audience"] = first.value
        if self.initial.get("team") not in dict(_named(self.teams)):
            self.initial["team"] = str(self.teams[0].id) if self.teams else ""

    @property
    def audience(self) -> str:
        """Who may read. Call after `is_valid`."""
        return self.cleaned_data.get("audience") or ""

    @property
    def team_id(self) -> int | None:
        """The team that may read, where a team may. Call after `is_valid`."""
        team = self.cleaned_data.get("team")
        return int(team) if team and self.audience == Audience.TEAM else None


class BeginForm(ReadByForm):
    """What is tried, until when, and the three questions before."""

    free = ("what", "expected", "surprise", "sign")

    what = area(
        _("Hvad prøver du?"),
        2,
        help_text=_("Noget, du eller I gør. Skriv ikke om én bestemt borger."),
    )
    by = radios(_("Hvem prøver det?"), [])
    until = day(
        _("Hvornår ser I på det igen?"),
        help_text=_("Den dag bliver du mindet om at fortælle, hvad der skete."),
    )
    expected = area(_("Hvad venter du, der sker?"), 2)
    surprise = area(_("Hvad ville overraske dig?"), 2)
    sign = area(_("Hvad kigger du efter, så du kan se, hvordan det går?"), 2)

    #: The questions before, as the page groups them.
    before = ("expected", "surprise", "sign")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("me", _("Jeg gør")), *_named(self.teams)]
        set_choices(self.fields["by"], choices)
        self.initial.setdefault("by", "me")
        self.initial.setdefault("until", today() + rules.USUAL)
        if not self.teams:
            self.fields["by"].widget = forms.HiddenInput()

    def questions(self) -> list[forms.BoundField]:
        """The three questions before."""
        return [self[name] for name in self.before]

    def telling(self, review: Review) -> TrialTelling:
        """What was told, as its author has seen it. Call after `is_valid`."""
        by = self.cleaned_data.get("by") or "me"
        return TrialTelling(
            **{name: review.texts[name] for name in self.free},
            until=self.cleaned_data.get("until"),
            by_team_id=None if by == "me" else int(by),
            audience=self.audience,
            team_id=self.team_id,
            kept=kept_in(review),
        )

    def problems(self, review: Review) -> list[Problem]:
        """What stands in the way of beginning."""
        return rules.problems(self.telling(review), self.reader.team_ids, today())


class TellForm(ReadByForm):
    """What became of a trial."""

    free = ("title", "happened", "learned")

    outcome = radios(
        _("Hvordan gik det?"),
        [(one.value, one.label) for one in rules.ENDS],
        help_text=_("Det, der mislykkedes, er lige så nyttigt for andre."),
    )
    happened = area(_("Hvad skete der?"), 4)
    learned = area(_("Hvad lærte du af det?"), 3)
    title = line(_("Overskrift, så andre kan genkende det"))

    def __init__(self, trial: Trial, *args: Any, **kwargs: Any) -> None:
        first = {
            "title": trial.what[:MAX_TITLE],
            "audience": trial.audience,
            "team": str(trial.team_id or ""),
        }
        super().__init__(*args, initial=first, **kwargs)

    def became(self, review: Review) -> rules.Told:
        """What became of it, as its author has seen it. Call after `is_valid`."""
        return rules.Told(
            outcome=self.cleaned_data.get("outcome") or "",
            **{name: review.texts[name] for name in self.free},
            audience=self.audience,
            team_id=self.team_id,
            kept=kept_in(review),
        )

    def problems(self, review: Review) -> list[Problem]:
        """What stands in the way of telling it."""
        return rules.told_problems(self.became(review), self.reader.team_ids)


class ProlongForm(WritingForm):
    """Another day."""

    say = staticmethod(in_words)
    until = day(_("Hvornår ser I på det igen?"))

    def problems(self, review: Review) -> list[Problem]:
        """What stands in the way of that day."""
        return day_problems("until", self.cleaned_data.get("until"), today(), needed=True)


class DropForm(WritingForm):
    """Why a trial is given up."""

    free = ("why",)
    say = staticmethod(in_words)
    why = area(_("Hvorfor? (hvis du vil)"), 2)


class HandOverForm(WritingForm):
    """Who has a trial from now on."""

    say = staticmethod(in_words)
    colleague = forms.ChoiceField(label=_("Hvem skal have den?"), required=False)

    def __init__(self, heirs: Sequence[Membership], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(str(one.user_id), one.user.name) for one in heirs]
        set_choices(self.fields["colleague"], [("", _("Vælg en kollega")), *named])


def _named(teams: Iterable[Team]) -> list[tuple[str, str]]:
    return [(str(team.id), team.name) for team in teams]
