"""When a form cannot be taken, what was typed comes back on the page, and nowhere else."""

import re

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
    bearer reuse state rows more cursor fingerprint verdict side option owed_to stop
    to key time
    side_wrong in_turn fact_missing third_way subsection gives own_words
    """.split()
)
#: The fields of the rows of a form are numbered: `bearer_2`.
_NUMBER = re.compile(r"_\d+$")


def kept_page(request: HttpRequest, *, signed_out: bool) -> HttpResponse:
    """A page with everything that was typed, to copy or send again."""
    posted = ((name, str(value)) for name, value in request.POST.items())
    typed = [
        value
        for name, value in posted
        if name not in _SECRET and not _chosen(name) and value.strip()
    ]
    context = {"typed": "\n\n".join(typed), "signed_out": signed_out}
    return render(request, "kept.html", context, status=403)


def _chosen(name: str) -> bool:
    return name.startswith(PREFIX) or _NUMBER.sub("", name) in _CHOSEN
