"""A procedure that exists already: its file becomes text on the page, which its author looks at."""

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _

from handlerum.exchange.bounded import read_bounded
from handlerum.exchange.readers import Reason, Unreadable
from handlerum.exchange.reasons import in_words
from handlerum.practice.rules.making import MAX_TITLE
from handlerum.web.practice.practice_forms import PracticeForm
from handlerum.web.uploads import too_large


def fetch(request: HttpRequest, form: PracticeForm) -> bool:
    """Put a file's text into the form, its headings as sections. Nothing is stored.

    Returns:
        Whether a file was sent, or asked for: then the form is shown again and not stored.
    """
    file = request.FILES.get("file")
    if file is None and not too_large(request):
        if "fetch" in request.POST:
            form.add_error("file", _("Vælg en fil først."))
        return "fetch" in request.POST
    try:
        if too_large(request) or file is None:
            raise Unreadable(Reason.too_large)
        pieces = read_bounded(file.name or "", file.read())
    except Unreadable as unreadable:
        form.add_error("file", in_words(unreadable.reason))
        return True
    typed = request.POST.copy()
    text = "\n\n".join(piece.marked for piece in pieces)
    typed["text"] = "\n\n".join(filter(None, [typed.get("text", "").strip(), text]))
    typed["title"] = typed.get("title") or pieces[0].title[:MAX_TITLE]
    form.data = typed
    messages.info(request, _("Teksten fra filen står her. Læs den igennem, før du gemmer."))
    return True
