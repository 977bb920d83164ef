"""The methods to choose among, and those that the organisation made its own."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from handlerum.organisations.access import Denied, Reader
from handlerum.reflection import queries, services
from handlerum.reflection.problems import Refused
from handlerum.reflection.rules.methods import shipped
from handlerum.web.reflection.forms import VariantForm, in_language
from handlerum.web.scope import for_reader


@for_reader
def methods(request: HttpRequest, reader: Reader) -> HttpResponse:
    """Every method, and the organisation's own variants first."""
    rows = [
        {"row": row, "of": _name_of(row.method), "mine": services.may_change(reader, row)}
        for row in queries.variants(reader)
    ]
    known = [
        {
            "key": one.key,
            "name": in_language(one.name.as_told()),
            "purpose": in_language(one.purpose.as_told()),
            "one": one,
            "steps": [in_language(step.name.as_told()) for step in one.steps],
        }
        for one in shipped().values()
    ]
    return render(request, "reflection/methods.html", {"variants": rows, "methods": known})


@for_reader
def variant(request: HttpRequest, reader: Reader, variant_id: int) -> HttpResponse:
    """Rename or delete a variant; those who may not see its steps alone."""
    row = queries.variant(reader, variant_id)
    mine = services.may_change(reader, row)
    form = VariantForm(request.POST or None, initial={"name": row.name})
    if request.method == "POST":
        if not mine:
            raise Denied
        if "delete" in request.POST:
            services.delete_variant(reader, variant_id)
            messages.success(request, _("Udgaven er slettet. Møder, der brugte den, beholder den."))
            return redirect("methods")
        if form.is_valid() and _renamed(form, reader, variant_id):
            messages.success(request, _("Navnet er ændret."))
            return redirect("methods")
    steps = [(in_language(one["name"]), in_language(one["instruction"]), one) for one in row.steps]
    context = {"row": row, "form": form, "mine": mine, "steps": steps, "of": _name_of(row.method)}
    return render(request, "reflection/variant.html", context, status=422 if form.errors else 200)


def _renamed(form: VariantForm, reader: Reader, variant_id: int) -> bool:
    try:
        services.rename_variant(reader, variant_id, form.cleaned_data["name"])
    except Refused as refused:
        form.refuse(refused.problems)
        return False
    return True


def _name_of(key: str) -> str:
    known = shipped().get(key)
    return in_language(known.name.as_told()) if known else key
