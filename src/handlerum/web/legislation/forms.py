"""Forms of the pages about legislation."""

from django import forms
from django.utils.translation import gettext_lazy as _

from handlerum.legislation.correction_services import MAX_REASON
from handlerum.legislation.terms import Gives

#: The largest number that the databases give a row.
MAX_ID = 2**63 - 1


class DayForm(forms.Form):
    """The day whose law is shown."""

    dato = forms.DateField(
        label=_("Loven, som den gjaldt den"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Skriv en dato, fx 2024-05-01.")},
    )


class SearchForm(forms.Form):
    """Words to look for in the provisions in force."""

    words = forms.CharField(
        label=_("Søg i loven"),
        help_text=_("Skriv et ord, en paragraf eller det, du står med."),
        max_length=500,
    )


class CorrectionForm(forms.Form):
    """How the organisation reads a provision."""

    subsection = forms.IntegerField(widget=forms.HiddenInput, max_value=MAX_ID)
    gives = forms.ChoiceField(label=_("Vi læser den sådan"), choices=Gives.choices)
    reason = forms.CharField(
        label=_("Fordi"),
        max_length=MAX_REASON,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Skriv hvorfor, så andre kan tage stilling til det.")},
    )

    @property
    def told(self) -> dict[str, str]:
        """What is in the author's own words. Call after `is_valid`."""
        return {"reason": str(self.cleaned_data["reason"]).replace("\r\n", "\n").strip()}
