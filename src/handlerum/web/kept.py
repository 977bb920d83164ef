"""When a form cannot be taken, what was typed comes back on the page, and nowhere else."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from handlerum.web.privacy.review import PREFIX

#: Secrets never come back on a page.
_SECRET = frozenset({"csrfmiddlewaretoken", "password", "password1", "password2", "oldpassword"})
#: Fields that were chosen or sent along, not typed.
_CHOSEN = frozenset(
    """
    form way voice outcome audience team teams role is_active stance origin topic version row limit
    share draft save language organisation next
    """.split()
)


def kept_page(request: HttpRequest, *, signed_out: bool) -> HttpResponse:
    """A page with everything that was typed, to copy or send again."""
    posted = ((name, str(value)) for name, value in request.POST.items())
    typed = [
        value
        for name, value in posted
        if name not in _SECRET | _CHOSEN and not name.startswith(PREFIX) and value.strip()
    ]
    context = {"typed": "\n\n".join(typed), "signed_out": signed_out}
    return render(request, "kept.html", context, status=403)
