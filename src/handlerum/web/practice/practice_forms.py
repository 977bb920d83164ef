"""Forms for writing a practice, noting something beside it, and looking critically at it."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from handlerum.core.clock import today
from handlerum.dilemmas.models import Dilemma
from handlerum.dilemmas.rules.problem import Problem
from handlerum.knowledge.terms import Audience
from handlerum.organisations.access import Reader
from handlerum.practice.models import Note, Practice
from handlerum.practice.problems import in_words
from handlerum.practice.rules import making as rules
from handlerum.practice.rules.problem import day_problems
from handlerum.practice.telling import PracticeTelling
from handlerum.practice.terms import NoteKind, PracticeKind
from handlerum.reflection.models import Session
from handlerum.web.dilemmas.forms import WritingForm, area, kept_in, line
from handlerum.web.practice.trial_forms import ReadByForm, day, radios, set_choices
from handlerum.web.privacy.review import Review

_KINDS = {
    NoteKind.ASSUMPTION: _("Antagelse"),
    NoteKind.EXCEPTION: _("Undtagelse"),
    NoteKind.DOUBT: _("Tvivl"),
}
_NEXT = _("Hvornår ser I kritisk på den næste gang?")


class PracticeForm(ReadByForm):
    """What was agreed, where it applies, and who may read it."""

    free: tuple[str, ...] = ("title", "applies_to", "law", "text")
    field_order = ("kind", "title", "applies_to", "text", "file", "law", "next_look")

    kind = radios(_("Hvad er det?"), PracticeKind.choices)
    title = line(_("Navn"))
    applies_to = line(
        _("Hvor gælder den?"), help_text=_("For eksempel: Alle nye forløb i ungeteamet.")
    )
    text = area(
        _("Teksten"),
        14,
        help_text=_(
            "Skriv en overskrift med # foran og et punkt med - foran. Skriv ikke om én borger."
        ),
    )
    law = line(
        _("Hvilken lov står den på?"),
        help_text=_("For eksempel: LAB § 36, stk. 2. Så siger vi til, når loven ændres."),
    )
    next_look = day(_NEXT)
    file = forms.FileField(
        label=_("Eller hent en, I har i forvejen"),
        required=False,
        allow_empty_file=True,
        help_text=_("PDF, DOCX, TXT, MD eller HTML, højst 25 MB. Filen gemmes ikke, kun teksten."),
        widget=forms.FileInput(attrs={"accept": ".pdf,.docx,.txt,.md,.html,.htm"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.initial.get("audience") == Audience.TEAM and not kwargs.get("initial"):
            self.initial["audience"] = Audience.ORGANISATION.value

    @property
    def day_told(self) -> Any:
        """The day of the next look. Call after `is_valid`."""
        return self.cleaned_data.get("next_look")

    def telling(self, review: Review) -> PracticeTelling:
        """What was told, as its author has seen it. Call after `is_valid`."""
        return PracticeTelling(
            kind=self.cleaned_data.get("kind") or "",
            title=" ".join(review.texts["title"].split()),
            text=review.texts["text"],
            applies_to=review.texts["applies_to"],
            law=review.texts["law"],
            next_look=self.day_told,
            audience=self.audience,
            team_id=self.team_id,
            kept=kept_in(review, *PracticeForm.free),
        )

    def problems(self, review: Review) -> list[Problem]:
        """What stands in the way of storing it."""
        days = rules.next_look_problems(self.day_told, None, today())
        return rules.problems(self.telling(review), self.reader.team_ids) + days


class EditForm(PracticeForm):
    """New words for a practice, and why. Its next day is set beside it."""

    free = (*PracticeForm.free, "why")
    next_look = file = None  # type: ignore[assignment]  # so Django takes a field away
    law_checked = forms.BooleanField(
        label=_("Jeg har holdt teksten op mod loven, som den er i dag"), required=False
    )
    why = area(_("Hvorfor ændrer I den?"), 2)

    def __init__(self, row: Practice, reader: Reader, *args: Any, **kwargs: Any) -> None:
        self.row = row
        first = {name: getattr(row, name) for name in ("kind", *rules.TEXTS)}
        first |= {"audience": row.audience, "team": str(row.team_id or "")}
        super().__init__(reader, *args, initial=first, **kwargs)
        if row.owner_id != reader.user_id:  # only the owner says who may read
            del self.fields["audience"], self.fields["team"]

    @property
    def audience(self) -> str:
        """As it is, where the writer is not the owner."""
        return super().audience if "audience" in self.fields else self.row.audience

    @property
    def team_id(self) -> int | None:
        """As it is, where the writer is not the owner."""
        return super().team_id if "audience" in self.fields else self.row.team_id

    @property
    def day_told(self) -> Any:
        """As it is now, whatever it was when the page was opened."""
        return self.row.next_look

    @property
    def law_was_checked(self) -> bool:
        """Whether its writer held it against the law. Call after `is_valid`."""
        return bool(self.cleaned_data.get("law_checked"))

    def problems(self, review: Review) -> list[Problem]:
        """What stands in the way of storing it."""
        teams = self.reader.team_ids | ({self.row.team_id} if self.row.team_id else set())
        return rules.problems(self.telling(review), frozenset(teams), why=review.texts["why"])


class NoteForm(WritingForm):
    """An assumption, an exception or a doubt."""

    free = ("text",)
    say = staticmethod(in_words)
    note_kind = radios(_("Hvad er det?"), [])
    text = area(
        _("Skriv det kort"),
        3,
        help_text=_("Fortæl om arbejdet, og skriv ikke om én bestemt borger."),
    )

    def __init__(self, kinds: Sequence[NoteKind], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        set_choices(self.fields["note_kind"], [(kind.value, kind.label) for kind in kinds])

    def problems(self, review: Review) -> list[Problem]:
        """What stands in the way of storing it."""
        kind = self.cleaned_data.get("note_kind") or ""
        return rules.note_problems(kind, review.texts["text"], kept_in(review))


class LookForm(WritingForm):
    """What came of a critical look, which notes it dealt with, and when the next one is."""

    free = ("conclusion",)
    say = staticmethod(in_words)
    conclusion = area(
        _("Hvad kom I frem til?"),
        5,
        help_text=_("Hvad holder? Hvad holder ikke? Hvad ved I ikke endnu?"),
    )
    settled = forms.MultipleChoiceField(
        label=_("Hvilke noter er der taget hånd om?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    session = forms.ChoiceField(label=_("Skete det i et møde?"), required=False)
    next_look = day(_NEXT)

    def __init__(
        self, notes: Sequence[Note], sessions: Sequence[Session], *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        named = [(str(n.id), f"{_KINDS[NoteKind(n.kind)]}: {n.text[:120]}") for n in notes]
        set_choices(self.fields["settled"], named)
        held = [(str(one.id), one.question) for one in sessions]
        set_choices(self.fields["session"], [("", _("Nej")), *held])
        if not notes:
            del self.fields["settled"]
        if not sessions:
            del self.fields["session"]

    @property
    def told_of(self) -> dict[str, Any]:
        """What was told beside the text. Call after `is_valid`."""
        given = self.cleaned_data
        session = given.get("session")
        return {
            "settle_notes": [int(one) for one in given.get("settled", [])],
            "session_id": int(session) if session else None,
            "next_look": given.get("next_look"),
        }

    def problems(self, review: Review) -> list[Problem]:
        """What stands in the way of storing it."""
        days = day_problems("next_look", self.cleaned_data.get("next_look"), today(), needed=False)
        return rules.look_problems(review.texts["conclusion"], kept_in(review)) + days


class PlanForm(forms.Form):
    """The day of the next look."""

    next_look = day(_("Næste kritiske blik"))


class WeighInForm(WritingForm):
    """A consideration of a dilemma that was weighed, and what is still owed to it."""

    free = ("residue",)
    say = staticmethod(in_words)
    consideration = radios(_("Hvilket hensyn blev vejet?"), [])
    residue = area(
        _("Hvad skylder I det stadig?"),
        3,
        help_text=_("Det, der ikke kunne følges helt, og som I vil huske."),
    )

    def __init__(self, dilemma: Dilemma, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        sides = dilemma.sides.select_related("consideration")
        named = [(str(one.consideration_id), one.consideration.name) for one in sides]
        set_choices(self.fields["consideration"], named)

    @property
    def chosen(self) -> int:
        """The consideration's number; 0 where none was chosen. Call after `is_valid`."""
        return int(self.cleaned_data.get("consideration") or 0)

    def problems(self, review: Review) -> list[Problem]:
        """What stands in the way of storing it."""
        return rules.residue_problems(review.texts["residue"], kept_in(review))
