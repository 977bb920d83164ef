"""The situation, written freely or put together from smaller questions."""

from django import forms
from django.utils.translation import gettext_lazy as _

from handlerum.search.queries import MAX_SITUATION

#: Questions that help to put a meeting with a citizen into words.
CITIZEN = {
    "citizen_now": _("Hvad sker der lige nu?"),
    "citizen_weighs": _("Hvad fylder mest?"),
    "citizen_tried": _("Hvad har I prøvet?"),
}
#: Questions about a company's need. They ask about the work community, never about a citizen.
EMPLOYER = {
    "employer_tasks": _("Hvilke opgaver mangler de hænder til?"),
    "employer_tempo": _("Hvordan er tempoet og tonen?"),
    "employer_welcome": _("Hvem tager imod nye?"),
}


class SituationForm(forms.Form):
    """What somebody stands in. Nothing of it is stored."""

    situation = forms.CharField(
        label=_("Hvad står du med?"),
        required=False,
        strip=True,
        widget=forms.Textarea(
            attrs={
                "rows": 4,
                "placeholder": _("Skriv det, som du ville sige det til en kollega."),
                "aria-describedby": "situation-help",
            }
        ),
    )
    limit = forms.IntegerField(
        required=False, min_value=1, max_value=12, widget=forms.HiddenInput()
    )
    again = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput())

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        for name, label in (CITIZEN | EMPLOYER).items():
            self.fields[name] = forms.CharField(label=label, required=False)

    def citizen_fields(self) -> list[forms.BoundField]:
        """The questions about a meeting with a citizen."""
        return [self[name] for name in CITIZEN]

    def employer_fields(self) -> list[forms.BoundField]:
        """The questions about a company's need."""
        return [self[name] for name in EMPLOYER]

    def guided(self) -> bool:
        """Whether any of the smaller questions was answered."""
        return any(self.data.get(name) for name in CITIZEN | EMPLOYER)

    def clean(self) -> dict[str, object]:
        """Put the situation together and bound it."""
        cleaned: dict[str, object] = super().clean() or {}
        parts = [str(cleaned.get(name) or "") for name in ("situation", *CITIZEN, *EMPLOYER)]
        told = "\n".join(part for part in parts if part)
        if "\0" in told:
            raise forms.ValidationError(_("Teksten har tegn, der ikke kan læses. Skriv den igen."))
        if len(told) > MAX_SITUATION:
            message = _("Det er lidt langt: højst %(limit)s tegn. Her er %(length)s.")
            raise forms.ValidationError(message % {"limit": MAX_SITUATION, "length": len(told)})
        cleaned["told"] = told
        return cleaned
