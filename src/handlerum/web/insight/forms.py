"""Forms of the year: its period, its parts, its principles, what is nominated and chosen."""

from django import forms
from django.utils.translation import gettext_lazy as _

from handlerum.dilemmas.rules.problem import Problem
from handlerum.insight.problems import in_words
from handlerum.insight.rules.year import (
    chosen_problems,
    part_problems,
    principle_problems,
    reason_problems,
)
from handlerum.insight.year_telling import ChosenTelling, Period, PrincipleTelling
from handlerum.web.dilemmas.forms import WritingForm, area, kept_in, line
from handlerum.web.privacy.review import Review


def _day() -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class PeriodForm(forms.Form):
    """From which day to which."""

    starts = forms.DateField(
        label=_("Fra"),
        required=False,
        widget=_day(),
    )
    ends = forms.DateField(
        label=_("Til og med"),
        required=False,
        widget=_day(),
    )

    @property
    def period(self) -> Period:
        """What was chosen. Call after `is_valid`."""
        return Period(self.cleaned_data["starts"], self.cleaned_data["ends"])


class PartForm(WritingForm):
    """The text of one part."""

    free = ("text",)
    say = staticmethod(in_words)

    text = area(_("Teksten"), 14, help_text=_("En tom linje gør et nyt afsnit."))

    def problems(self, review: Review) -> list[Problem]:
        """What stands in the way of the text."""
        return part_problems(review.texts["text"], kept_in(review))


class PrincipleForm(WritingForm):
    """A principle and the three questions about it."""

    free = ("name", "meaningful", "followed", "results")
    say = staticmethod(in_words)

    name = line(_("Princippet"), help_text=_("For eksempel: Borgeren er med til at planlægge."))
    meaningful = area(_("Gav det mening? Kunne vi handle efter det?"), 3)
    followed = area(_("Fulgte vi det? Hvornår ikke?"), 3)
    results = area(_("Førte det til det, vi ville?"), 3)

    def telling(self, review: Review) -> PrincipleTelling:
        """What was told, as its author has seen it. Call after `is_valid`."""
        return PrincipleTelling(**review.texts, kept=kept_in(review))

    def problems(self, review: Review) -> list[Problem]:
        """What stands in the way of the principle."""
        return principle_problems(self.telling(review))


class NominateForm(WritingForm):
    """Why something is among the most significant changes."""

    free = ("reason",)
    say = staticmethod(in_words)

    reason = area(
        _("Hvorfor er det noget af det vigtigste i år?"),
        4,
        help_text=_("Hvad blev anderledes? For hvem? Skriv ikke om én bestemt borger."),
    )

    def problems(self, review: Review) -> list[Problem]:
        """What stands in the way of the reason."""
        return reason_problems(review.texts["reason"], kept_in(review))


class ChooseForm(WritingForm):
    """Which group chose, and why."""

    free = ("group", "why")
    say = staticmethod(in_words)

    group = line(
        _("Hvem valgte sammen?"),
        help_text=_("Skriv roller eller team, ikke navne: Ungeteamet og to fra ledelsen."),
    )
    why = area(_("Hvorfor valgte I netop det?"), 4)

    def telling(self, review: Review) -> ChosenTelling:
        """What was told, as its author has seen it. Call after `is_valid`."""
        return ChosenTelling(review.texts["group"], review.texts["why"], kept_in(review))

    def problems(self, review: Review) -> list[Problem]:
        """What stands in the way of the choice."""
        return chosen_problems(self.telling(review))
