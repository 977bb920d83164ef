"""The start page: what are you facing?"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from handlerum.organisations.access import Reader
from handlerum.practice.queries.trials import due
from handlerum.search.answer_services import respond
from handlerum.search.answers import Answer
from handlerum.search.queries import MOST, Empty
from handlerum.web.organisations.example_people import example_people_here
from handlerum.web.scope import for_reader
from handlerum.web.search.forms import SituationForm
from handlerum.web.sparring.near import near

FIRST = 3
#: Not translated: what people tell here is told in Danish.
EXAMPLES = (
    "En borger sidder over for mig med uro og angst og har ikke styr på hverdagen",
    "En virksomhed mangler folk til lageret",
    "Hun udebliver fra møderne, og brevene bliver længere og længere",
)


def start(request: HttpRequest) -> HttpResponse:
    """The start page for members, the front page for everybody else."""
    if not request.user.is_authenticated and request.method != "POST":
        return render(request, "welcome.html", {"example_people": example_people_here()})
    return answer(request)


@for_reader
def answer(request: HttpRequest, reader: Reader) -> HttpResponse:
    """Take a situation and answer it. It is posted, so that it stands in no address or log."""
    form = SituationForm(request.POST if request.method == "POST" else None)
    context: dict[str, Any] = {"form": form, "examples": EXAMPLES, "reader": reader}
    status = 200
    if request.method == "POST":
        context["answer"], context["limit"] = _answer(form, reader), MOST
        status = 200 if context["answer"] else 422
        if context["answer"]:
            context["sparring_topics"] = near(reader, form.cleaned_data["told"])
    else:
        context["due_trials"] = due(reader)
    fragment = request.headers.get("HX-Request") == "true"
    return render(
        request, "search/_answer.html" if fragment else "search/start.html", context, status=status
    )


def _answer(form: SituationForm, reader: Reader) -> Answer | None:
    if not form.is_valid():
        return None
    try:
        limit = form.cleaned_data["limit"] or FIRST
        return respond(reader, form.cleaned_data["told"], limit, again=form.cleaned_data["again"])
    except Empty:
        form.add_error(None, _("Skriv lidt mere, så er der ord at gå efter."))
        return None
