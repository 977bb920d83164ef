"""Forms for asking for other frames, for asking along, and for answering."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from handlerum.core.clock import today
from handlerum.dilemmas.rules.problem import Problem
from handlerum.knowledge.terms import Audience
from handlerum.organisations.access import Reader
from handlerum.organisations.models import Membership
from handlerum.practice.models import FrameRequest
from handlerum.practice.problems import in_words
from handlerum.practice.rules import frames as rules
from handlerum.practice.telling import FrameTelling
from handlerum.practice.terms import FrameAnswer, FrameKind
from handlerum.web.dilemmas.forms import WritingForm, area, kept_in, line
from handlerum.web.practice.trial_forms import ReadByForm, day, radios, set_choices
from handlerum.web.privacy.review import Review

_LEADER = _("Hvem skal svare?")


class AskForm(ReadByForm):
    """A condition that hinders, what it hinders, and what is asked of whom."""

    free = ("condition", "hinders", "asks")
    audiences = rules.READERS
    field_order = ("kind", "condition", "hinders", "asks", "leader", "answer_by")

    kind = radios(_("Hvad handler det om?"), FrameKind.choices)
    condition = line(
        _("Hvad er det, der hindrer?"),
        help_text=_("For eksempel: Vi har ingen fast tid til sparring."),
    )
    hinders = area(
        _("Hvad hindrer det jer i?"),
        3,
        help_text=_("Skriv om vilkår, ikke om kolleger eller om én bestemt borger."),
    )
    asks = area(_("Hvad beder du om?"), 3)
    leader = forms.ChoiceField(label=_LEADER, required=False)
    answer_by = day(_("Hvornår skal der være svar?"))
    shows_name = forms.BooleanField(
        label=_("Vis mit navn"),
        required=False,
        help_text=_("Ellers ser ingen, at det er dig. Heller ikke lederen."),
    )

    def __init__(
        self, leaders: Sequence[Membership], reader: Reader, *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(reader, *args, **kwargs)
        self.initial["audience"] = Audience.ORGANISATION.value
        set_choices(self.fields["leader"], _named(leaders))
        if len(leaders) == 1:
            self.initial.setdefault("leader", str(leaders[0].user_id))
        self.initial.setdefault("answer_by", today() + rules.USUAL)

    def telling(self, review: Review) -> FrameTelling:
        """What is asked, as its author has seen it. Call after `is_valid`."""
        given = self.cleaned_data
        return FrameTelling(
            kind=given.get("kind") or "",
            **{name: review.texts[name] for name in self.free},
            leader_id=int(given.get("leader") or 0) or None,
            answer_by=given.get("answer_by"),
            shows_name=bool(given.get("shows_name")),
            audience=self.audience,
            team_id=self.team_id,
            kept=kept_in(review),
        )

    def problems(self, review: Review) -> list[Problem]:
        """What stands in the way of asking."""
        return rules.problems(self.telling(review), self.reader.team_ids, today())


class AnswerForm(WritingForm):
    """A leader's answer, with its reason."""

    free = ("reason",)
    say = staticmethod(in_words)

    answer = radios(_("Hvad svarer du?"), FrameAnswer.choices)
    reason = area(
        _("Hvorfor?"),
        4,
        help_text=_("Alle, der må læse anmodningen, ser svaret, grunden og dit navn."),
    )

    def __init__(self, row: FrameRequest, *args: Any) -> None:
        super().__init__(*args)
        self.initial["answer"], self.initial["reason"] = row.answer, row.reason

    def problems(self, review: Review) -> list[Problem]:
        """What stands in the way of the answer."""
        answer = self.cleaned_data.get("answer") or ""
        return rules.answer_problems(answer, review.texts["reason"], kept_in(review))


class AnotherLeaderForm(WritingForm):
    """Who is asked instead."""

    say = staticmethod(in_words)
    leader = forms.ChoiceField(label=_LEADER, required=False)

    def __init__(self, leaders: Sequence[Membership], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        set_choices(self.fields["leader"], _named(leaders))


def _named(leaders: Sequence[Membership]) -> list[tuple[str, Any]]:
    named = [(str(one.user_id), f"{one.user.name} · {one.get_role_display()}") for one in leaders]
    return [("", _("Vælg en leder")), *named]
