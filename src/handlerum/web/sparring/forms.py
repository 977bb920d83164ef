"""Forms of sparring. Only their shape is checked here; the services have the last word."""

import re
from collections.abc import Iterable, Sequence
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from handlerum.core.clock import now
from handlerum.organisations.access import Reader
from handlerum.sparring.problems import in_words
from handlerum.sparring.queries import colleagues, topics
from handlerum.sparring.rules import asking
from handlerum.sparring.rules.problem import IDENTIFYING, Problem
from handlerum.sparring.telling import QuestionTelling, TimesTelling, To
from handlerum.web.dilemmas.forms import area, kept_in, line, tidy
from handlerum.web.privacy.review import Review

_KEY = re.compile(r"[0-9a-f]{32}")


class WordsForm(forms.Form):
    """A form in somebody's own words."""

    #: The fields in own words; what points to a person is looked for in them.
    free: tuple[str, ...] = ()

    @property
    def told(self) -> dict[str, str]:
        """The texts by field, as they are looked at and stored. Call after `is_valid`."""
        return {name: tidy(self.cleaned_data.get(name)) for name in self.free}

    @property
    def own_words(self) -> list[str]:
        """The fields in own words, for the look while somebody writes."""
        return list(self.free)

    def problems(self, review: Review) -> list[Problem]:
        """What there is to mend; told while the author looks at what was found."""
        return []

    def also_refuse(self, review: Review) -> None:
        """Tell of everything else there is to mend."""
        self.refuse(one for one in self.problems(review) if one.code not in IDENTIFYING)

    def refuse(self, problems: Iterable[Problem]) -> None:
        """Put each problem at the field it is about."""
        for problem in problems:
            name = problem.field if problem.field in self.fields else None
            self.add_error(name, in_words(problem))


class KeyedForm(WordsForm):
    """A form that is taken once, however often it is sent."""

    key = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("key", uuid4().hex)

    def clean_key(self) -> str:
        """A key as this form makes them; empty for anything else."""
        key = str(self.cleaned_data["key"])
        return key if _KEY.fullmatch(key) else ""


class ToForm(WordsForm):
    """Whom to ask."""

    to = forms.ChoiceField(
        label=_("Hvem vil du spørge?"),
        required=False,
        error_messages={"invalid_choice": _("De kan ikke spørges lige nu. Vælg en anden.")},
    )

    def __init__(self, reader: Reader, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["to"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = _choices(reader)

    @property
    def asked(self) -> To:
        """Who was chosen. Call after `is_valid`."""
        chosen = self.cleaned_data.get("to") or ""
        if chosen.startswith("k"):
            return To(colleague_id=int(chosen[1:]))
        return To(topic=chosen[1:])


class AskForm(ToForm, KeyedForm):
    """A question to a colleague, or to all who offered a topic."""

    free = ("question", "text")
    field_order = ("to", "question", "text")

    question = line(
        _("Dit spørgsmål"),
        help_text=_("Skriv det i én sætning. Skriv om arbejdet, ikke om én bestemt borger."),
    )
    text = area(
        _("Hvad står du med?"),
        5,
        help_text=_("Hvad har du prøvet? Hvad er du i tvivl om? Du må gerne lade det stå tomt."),
    )

    def telling(
        self, review: Review, dilemma_id: int | None, contribution_id: int | None
    ) -> QuestionTelling:
        """What was asked, as its author has seen it. Call after `is_valid`."""
        return QuestionTelling(
            review.texts["question"],
            review.texts["text"],
            self.asked,
            dilemma_id,
            contribution_id,
            kept_in(review),
            self.cleaned_data["key"],
        )

    def problems(self, review: Review) -> list[Problem]:
        """What stands in the way of asking."""
        return asking.question_problems(self.telling(review, None, None))


class ReplyForm(KeyedForm):
    """What one of the two writes to the other."""

    free = ("text",)

    text = area("", 7)

    def problems(self, review: Review) -> list[Problem]:
        """What stands in the way of sending it."""
        return asking.reply_problems(review.texts["text"], kept_in(review))


class TimesForm(WordsForm):
    """Some times to talk, and how."""

    free = ("how",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number in range(asking.MAX_TIMES):
            self.fields[f"time_{number}"] = forms.DateTimeField(
                label=_("Tidspunkt %(n)s") % {"n": number + 1},
                required=False,
                widget=forms.DateTimeInput(
                    attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"
                ),
                error_messages={"invalid": _("Skriv en dato og et klokkeslæt.")},
            )
        self.fields["how"] = line(
            _("Hvordan eller hvor?"), help_text=_("For eksempel: Jeg ringer. Eller: I kantinen.")
        )

    def telling(self, review: Review) -> TimesTelling:
        """The times that were filled in. Call after `is_valid`."""
        filled = (self.cleaned_data.get(f"time_{n}") for n in range(asking.MAX_TIMES))
        times = [time for time in filled if time]
        return TimesTelling(times, review.texts["how"], kept_in(review))

    def problems(self, review: Review) -> list[Problem]:
        """What stands in the way of proposing them."""
        return asking.times_problems(self.telling(review), now())

    def refuse(self, problems: Iterable[Problem]) -> None:
        """What is wrong with the times stands at the first of them."""
        for problem in problems:
            name = "time_0" if problem.field == "times" else problem.field
            self.add_error(name if name in self.fields else None, in_words(problem))


class OfferForm(WordsForm):
    """One topic that somebody likes to spar on."""

    free = ("topic",)

    topic = line(
        _("Et emne til"),
        help_text=_("For eksempel: angst, mentor, samtaler om sygdom."),
        widget=forms.TextInput(attrs={"list": "topics", "autocomplete": "off"}),
    )


def _choices(reader: Reader) -> Sequence[tuple[Any, Any]]:
    """Everybody who can be asked, by name or by topic."""
    found: list[tuple[Any, Any]] = [("", _("Vælg"))]
    if known := [(f"t{topic.key}", topic.name) for topic in topics(reader)]:
        found.append((_("Alle, der vil sparre om"), known))
    if people := [(f"k{member.user_id}", member.user.name) for member in colleagues(reader)]:
        found.append((_("En kollega"), people))
    return found
