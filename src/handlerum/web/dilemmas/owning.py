"""Pages for giving a dilemma to a colleague, and for taking one over that was left behind."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from handlerum.dilemmas import queries, services
from handlerum.dilemmas.access import own
from handlerum.dilemmas.problems import Refused, in_words
from handlerum.organisations.access import Denied, Reader
from handlerum.web.dilemmas.sending import Sheet
from handlerum.web.scope import for_reader


class HeirForm(forms.Form):
    """The colleague who is to own a dilemma."""

    colleague = forms.ChoiceField(label=gettext_lazy("Hvem skal have det?"), required=False)

    def __init__(self, people: list[tuple[int, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["colleague"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("Vælg")), *people]


@for_reader
def hand_over(request: HttpRequest, reader: Reader, dilemma_id: int) -> HttpResponse:
    """Give one's own dilemma to a colleague who can read it."""
    row = own(reader, dilemma_id)
    people = [(one.user_id, one.user.name) for one in queries.heirs(row)]
    form = HeirForm(people, request.POST or None)
    where = reverse("dilemma", args=[row.id])
    if request.method == "POST" and form.is_valid():
        try:
            services.hand_over(reader, row.id, int(form.cleaned_data["colleague"] or 0))
        except Refused as refused:
            for problem in refused.problems:
                form.add_error("colleague", in_words(problem))
        else:
            messages.success(request, _("Dilemmaet er givet videre."))
            return redirect(where)
    context = {"row": row, "form": form, "people": people, "back": where}
    status = 422 if form.errors else 200
    return render(request, "dilemmas/hand_over.html", context, status=status)


@for_reader
def take_over(request: HttpRequest, reader: Reader, dilemma_id: int) -> HttpResponse:
    """Ask once, then become the owner of a dilemma whose owner has stopped."""
    board = queries.board(reader, dilemma_id)
    if not board.may_take_over:
        raise Denied
    sheet = Sheet(
        title=_("Tag dilemmaet over?"),
        button=_("Tag det over"),
        back=reverse("dilemma", args=[dilemma_id]),
        done=_("Dilemmaet er dit nu."),
        lead=_(
            "Den, der ejer dilemmaet, er her ikke mere. Tager du det over, kan du vælge, rette og "
            "slette det. Der står stadig, hvem der begyndte det."
        ),
        template="dilemmas/confirm.html",
    )
    if request.method == "POST":
        services.take_over(reader, dilemma_id)
        messages.success(request, sheet.done)
        return redirect("dilemma", dilemma_id)
    context = {"sheet": sheet, "named": board.dilemma.question, "calm": True}
    return render(request, sheet.template, context)
