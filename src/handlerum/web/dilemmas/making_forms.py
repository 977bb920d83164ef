"""Forms for making and changing a dilemma and its considerations."""

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from handlerum.dilemmas.queries import Used
from handlerum.dilemmas.rules import making
from handlerum.dilemmas.rules.problem import Problem
from handlerum.dilemmas.telling import ConsiderationTelling, DilemmaTelling
from handlerum.knowledge.terms import Audience
from handlerum.organisations.access import Reader
from handlerum.organisations.queries import teams_of
from handlerum.web.dilemmas.forms import WritingForm, area, bearer_field, kept_in, line
from handlerum.web.privacy.review import Review

_NAME = _("Hvad skal der tages hensyn til?")
_BEARER = _("Hvis hensyn er det?")
_AT_STAKE = _("Hvad står på spil?")


class DilemmaForm(WritingForm):
    """The owner's own words, and who may read."""

    free: tuple[str, ...] = ("question", "text")

    question = line(
        _("Spørgsmålet"), help_text=_("For eksempel: Skal vi sige alt til arbejdsgiveren?")
    )
    text = area(_("Med dine egne ord"), 6, help_text=_("Hvad trækker i hver sin retning?"))
    audience = forms.ChoiceField(label=_("Hvem må læse det?"), widget=forms.RadioSelect)
    team = forms.ChoiceField(label=_("Team"), required=False)

    def __init__(self, reader: Reader, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.reader = reader
        teams = teams_of(reader)
        offered = [a for a in making.AUDIENCES if teams or a != Audience.TEAM]
        self._choices("audience", [(a.value, a.label) for a in offered])
        self._choices("team", [(str(team.id), team.name) for team in teams])
        if len(teams) < 2:
            self.fields["team"].widget = forms.HiddenInput()
        self.initial.setdefault("audience", (Audience.TEAM if teams else Audience.ME).value)
        if not self.initial.get("team"):
            self.initial["team"] = str(teams[0].id) if teams else ""

    def telling(self, review: Review) -> DilemmaTelling:
        """What was told, as its author has seen it. Call after `is_valid`."""
        audience, team = self.cleaned_data["audience"], self.cleaned_data.get("team")
        return DilemmaTelling(
            review.texts["question"],
            review.texts["text"],
            audience,
            int(team) if team and audience == Audience.TEAM else None,
            kept_in(review, "question", "text"),
        )

    def problems(self, review: Review) -> list[Problem]:
        """What stands in the way of the owner's words."""
        return making.problems(self.telling(review), self.reader.team_ids)

    def _choices(self, name: str, choices: Sequence[tuple[str, Any]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = list(choices)


class MakeForm(DilemmaForm):
    """A new dilemma with so many rows for considerations; a row may stay empty."""

    def __init__(
        self, reader: Reader, rows: int, used: Sequence[Used], *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(reader, *args, **kwargs)
        self.rows = rows
        for n in range(rows):
            self.fields[f"reuse_{n}"] = reuse_field(used)
            self.fields[f"name_{n}"] = line(_NAME)
            self.fields[f"bearer_{n}"] = bearer_field(_BEARER)
            self.fields[f"at_stake_{n}"] = area(_AT_STAKE, 2)
            self.free = (*self.free, f"name_{n}", f"at_stake_{n}")

    def clean(self) -> dict[str, Any]:
        """A row names a consideration or tells one anew."""
        given = super().clean() or self.cleaned_data
        for n in range(self.rows):
            if given.get(f"reuse_{n}") and given.get(f"name_{n}"):
                self.add_error(
                    f"name_{n}", _("Vælg et hensyn, der findes, eller skriv et nyt. Ikke begge.")
                )
        return given

    def bound_rows(self) -> Iterator[dict[str, Any]]:
        """The fields of each row, as a template shows them."""
        for n in range(self.rows):
            names = ("reuse", "name", "bearer", "at_stake")
            yield {name: self[f"{name}_{n}"] for name in names}

    def named(self, review: Review) -> list[making.Named]:
        """The considerations of the rows that are filled in. Call after `is_valid`."""
        return [self._named(n, review) for n in self._filled(review)]

    def problems(self, review: Review) -> list[Problem]:
        """What stands in the way of the words, and of the considerations."""
        self._at = self._filled(review)
        return super().problems(review) + making.sides_problems(self.named(review))

    def field_of(self, problem: Problem) -> str:
        """`considerations.1.name` is the second row that is filled in."""
        first, _dot, rest = problem.field.partition(".")
        if first != "considerations" or not rest:
            return problem.field
        number, _dot, name = rest.partition(".")
        return f"{name}_{self._at[int(number)]}"

    def _filled(self, review: Review) -> list[int]:
        asked = ("reuse", "bearer")
        return [
            n
            for n in range(self.rows)
            if review.texts[f"name_{n}"]
            or review.texts[f"at_stake_{n}"]
            or any(self.cleaned_data.get(f"{name}_{n}") for name in asked)
        ]

    def _named(self, n: int, review: Review) -> making.Named:
        if reused := self.cleaned_data.get(f"reuse_{n}"):
            return int(reused)
        name, at_stake = f"name_{n}", f"at_stake_{n}"
        return ConsiderationTelling(
            review.texts[name],
            self.cleaned_data.get(f"bearer_{n}") or "",
            review.texts[at_stake],
            kept_in(review, name, at_stake),
        )


class ConsiderationForm(WritingForm):
    """One consideration, told anew or changed."""

    free = ("name", "at_stake")

    name = line(_NAME)
    bearer = bearer_field(_BEARER)
    at_stake = area(_AT_STAKE, 3)

    def telling(self, review: Review) -> ConsiderationTelling:
        """What was told, as its author has seen it. Call after `is_valid`."""
        texts, bearer = review.texts, self.cleaned_data["bearer"]
        return ConsiderationTelling(texts["name"], bearer, texts["at_stake"], kept_in(review))

    def problems(self, review: Review) -> list[Problem]:
        """What stands in the way of the consideration."""
        return making.consideration_problems(self.telling(review))


class SideForm(ConsiderationForm):
    """One more side of a dilemma: a consideration that exists, or a new one."""

    field_order = ("reuse",)

    def __init__(self, used: Sequence[Used], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reuse"] = reuse_field(used)
        self.order_fields(self.field_order)

    def clean(self) -> dict[str, Any]:
        """It names a consideration or tells one anew."""
        given = super().clean() or self.cleaned_data
        if given.get("reuse") and given.get("name"):
            self.add_error("name", _("Vælg et hensyn, der findes, eller skriv et nyt. Ikke begge."))
        return given

    def problems(self, review: Review) -> list[Problem]:
        """A consideration that exists has none."""
        return [] if self.cleaned_data.get("reuse") else super().problems(review)


def reuse_field(used: Sequence[Used]) -> forms.ChoiceField:
    """A consideration that exists already."""
    known = [
        (
            str(one.consideration.id),
            f"{one.consideration} · {one.consideration.get_bearer_display()}",
        )
        for one in used
    ]
    return forms.ChoiceField(
        label=_("Et hensyn, I har brugt før"),
        required=False,
        choices=[("", _("Nej, skriv et nyt")), *known],
    )
