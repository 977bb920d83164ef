"""What every form of a dilemma has: own words that are looked at, and problems in words."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from handlerum.dilemmas.problems import in_words
from handlerum.dilemmas.rules.problem import IDENTIFYING, Problem
from handlerum.dilemmas.telling import Kept
from handlerum.dilemmas.terms import Bearer, DilemmaState
from handlerum.web.dilemmas.words import STANCES
from handlerum.web.privacy.review import Review


def line(label: Any, **kwargs: Any) -> forms.CharField:
    """One line of text; what is missing is said by the service."""
    return forms.CharField(label=label, required=False, **kwargs)


def area(label: Any, rows: int, **kwargs: Any) -> forms.CharField:
    """Several lines of text."""
    return line(label, widget=forms.Textarea(attrs={"rows": rows}), **kwargs)


def bearer_field(label: Any) -> forms.ChoiceField:
    """Whose a consideration is, or for whom something has consequences."""
    return forms.ChoiceField(
        label=label, required=False, choices=[("", _("Vælg")), *Bearer.choices]
    )


class WritingForm(forms.Form):
    """A form with texts in somebody's own words. Only its shape is checked here."""

    #: The fields in own words; what points to a person is looked for in them.
    free: tuple[str, ...] = ()
    #: How a problem is said; rooms above have problems of their own.
    say = staticmethod(in_words)

    @property
    def told(self) -> dict[str, str]:
        """The texts by field, as they are looked at and stored. Call after `is_valid`."""
        given = self.cleaned_data
        return {name: tidy(given.get(name)) for name in self.free}

    @property
    def own_words(self) -> list[str]:
        """The fields in own words that are on the page, for the look while somebody writes."""
        return [name for name in self.free if name in self.fields]

    def problems(self, review: Review) -> list[Problem]:
        """What else there is to mend; told while the author looks at what was found."""
        return []

    def also_refuse(self, review: Review) -> None:
        """Tell of everything else there is to mend."""
        self.refuse(one for one in self.problems(review) if one.code not in IDENTIFYING)

    def refuse(self, problems: Iterable[Problem]) -> None:
        """Put each problem at the field it is about."""
        for problem in problems:
            name = self.field_of(problem)
            self.add_error(name if name in self.fields else None, self.say(problem))

    def field_of(self, problem: Problem) -> str:
        """The name that a problem's field has in this form."""
        return problem.field


class StanceForm(forms.Form):
    """Under which consideration a contribution is laid, and what it says about it."""

    side = forms.IntegerField(error_messages={"required": _("Vælg et hensyn.")})
    stance = forms.ChoiceField(
        choices=[(stance.value, told.label) for stance, told in STANCES.items()],
        error_messages={"required": _("Vælg, hvad bidraget siger om hensynet.")},
    )


class StateForm(forms.Form):
    """Where a dilemma is."""

    state = forms.ChoiceField(label=_("Hvor er vi?"), choices=DilemmaState.choices)


def tidy(text: object) -> str:
    """A text as it is looked at and stored."""
    return str(text or "").replace("\r\n", "\n").strip()


def kept_in(review: Review, *fields: str) -> Kept:
    """What the author keeps in those fields; in all of them if none is named."""
    kept = review.kept
    there = (
        one.key
        for one in review.found
        if one.key in kept and (not fields or any(place.field in fields for place in one.places))
    )
    return tuple(sorted((key, kept[key]) for key in there))
