"""When a form cannot be taken, what was typed comes back on the page, and nowhere else."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

#: Fields that never come back on a page.
_NEVER = ("csrfmiddlewaretoken", "password", "password1", "password2", "oldpassword")


def kept_page(request: HttpRequest, *, signed_out: bool) -> HttpResponse:
    """A page with everything that was typed, to copy or send again."""
    posted = ((name, str(value)) for name, value in request.POST.items())
    typed = [value for name, value in posted if name not in _NEVER and value.strip()]
    context = {"typed": max(typed, key=len, default=""), "signed_out": signed_out}
    context["others"] = [value for value in typed if value != context["typed"] and len(value) > 20]
    return render(request, "kept.html", context, status=403)
