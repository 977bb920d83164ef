"""Forms for what could be done, for the test of a false dilemma, and for choosing."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from handlerum.dilemmas.queries import Board
from handlerum.dilemmas.rules import choosing
from handlerum.dilemmas.rules.problem import Problem
from handlerum.dilemmas.telling import ChoiceTelling, FalseTestTelling
from handlerum.dilemmas.terms import Question, Reply, Verdict
from handlerum.web.dilemmas.forms import WritingForm, area, bearer_field, kept_in
from handlerum.web.privacy.review import Review


class OptionForm(WritingForm):
    """One more thing that could be done."""

    free = ("text",)
    text = area(_("Hvad kunne vi gøre?"), 3)


class ConsequenceForm(WritingForm):
    """What an option would mean for one party."""

    free = ("text",)
    bearer = bearer_field(_("For hvem?"))
    text = area(
        _("Hvad ville det betyde?"), 3, help_text=_("Et tomt felt fjerner det, der står nu.")
    )

    def problems(self, review: Review) -> list[Problem]:
        """What stands in the way of the consequence."""
        bearer = self.cleaned_data["bearer"]
        return choosing.consequence_problems(bearer, review.texts["text"], kept_in(review))


class FalseTestForm(WritingForm):
    """The questions of the test, and what its people conclude."""

    free = ("text",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for question in Question:
            self.fields[question.value] = _radios(question.label, Reply.choices)
        self.fields["text"] = area(_("Hvad er der at sige om det?"), 3)
        self.fields["verdict"] = _radios(_("Hvad når I frem til?"), Verdict.choices)

    def telling(self, review: Review) -> FalseTestTelling:
        """What was answered. Call after `is_valid`."""
        answers = {name: self.cleaned_data.get(name) or "" for name in Question.values}
        verdict = self.cleaned_data.get("verdict") or ""
        return FalseTestTelling(answers, review.texts["text"], verdict, kept_in(review))

    def problems(self, review: Review) -> list[Problem]:
        """What stands in the way of keeping the answers."""
        return choosing.test_problems(self.telling(review))


class ChoiceForm(WritingForm):
    """What is chosen, why, and what is still owed to what was not followed."""

    free = ("why_fewer", "reasons", "residue")

    def __init__(self, board: Board, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.options = len(board.options)
        options = [(str(one.id), one.text) for one in board.options]
        sides = [(str(one.consideration.id), one.consideration.name) for one in board.columns]
        self.fields["option"] = _radios(_("Hvad vælger I?"), options)
        if self.options < choosing.MIN_OPTIONS:
            self.fields["why_fewer"] = area(
                _("Hvorfor er færre end tre muligheder nok?"),
                2,
                help_text=_("Den tredje mulighed er ofte der, handlerummet er."),
            )
        self.fields["reasons"] = area(_("Hvorfor?"), 4)
        self.fields["owed_to"] = _radios(_("Hvilket hensyn blev ikke fulgt?"), sides)
        self.fields["residue"] = area(
            _("Hvad skylder I stadig det hensyn?"),
            3,
            help_text=_("Et valg løser ikke et dilemma. Noget bliver tilbage at gøre godt."),
        )

    def telling(self, review: Review) -> ChoiceTelling:
        """What was chosen. Call after `is_valid`."""
        return ChoiceTelling(
            option_id=int(self.cleaned_data.get("option") or 0),
            reasons=review.texts["reasons"],
            residue=review.texts["residue"],
            owed_to=int(self.cleaned_data.get("owed_to") or 0),
            why_fewer=review.texts["why_fewer"],
            kept=kept_in(review),
        )

    def problems(self, review: Review) -> list[Problem]:
        """What stands in the way of the choice."""
        return choosing.choice_problems(self.telling(review), self.options)

    def field_of(self, problem: Problem) -> str:
        """Too few options are mended by saying why they are enough."""
        return "why_fewer" if problem.field == "options" else problem.field


def _radios(label: Any, choices: Sequence[tuple[str, Any]]) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label, required=False, choices=list(choices), widget=forms.RadioSelect
    )
