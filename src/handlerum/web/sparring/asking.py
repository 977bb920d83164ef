"""Pages for asking: a new question, and the same one to somebody else."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from handlerum.dilemmas.access import readable as readable_dilemma
from handlerum.knowledge.access import readable as readable_contribution
from handlerum.organisations.access import Reader
from handlerum.sparring import services
from handlerum.sparring.access import own
from handlerum.sparring.rules.asking import topic_key
from handlerum.web.dilemmas.sending import Sheet
from handlerum.web.privacy.review import Review
from handlerum.web.scope import for_reader
from handlerum.web.sparring.forms import AskForm, ToForm
from handlerum.web.sparring.sending import send


@for_reader
def ask(request: HttpRequest, reader: Reader) -> HttpResponse:
    """A new question; what it is about comes with the address."""
    dilemma_id, contribution_id = (_number(request, name) for name in ("dilemma", "bidrag"))
    about: dict[str, Any] = {}
    if dilemma_id is not None:
        about["dilemma"] = readable_dilemma(reader, dilemma_id)
    elif contribution_id is not None:
        about["about"] = readable_contribution(reader, contribution_id)
    form = AskForm(reader, request.POST or None, initial={"to": _wished(request)})
    sheet = Sheet(
        title=_("Spørg en kollega"),
        button=_("Send spørgsmålet"),
        back=reverse("sparring"),
        done=_("Spørgsmålet er sendt. Du får besked her, når der sker noget."),
        template="sparring/ask.html",
    )

    def save(review: Review) -> str:
        telling = form.telling(review, dilemma_id, contribution_id)
        return reverse("question", args=[services.ask(reader, telling).id])

    return send(request, form, sheet, save, **about)


@for_reader
def ask_again(request: HttpRequest, reader: Reader, question_id: int) -> HttpResponse:
    """Put one's own question to somebody else too."""
    row = own(reader, question_id)
    form = ToForm(reader, request.POST or None)
    sheet = Sheet(
        title=_("Spørg en anden"),
        button=_("Send spørgsmålet"),
        back=reverse("question", args=[row.id]),
        done=_("Spørgsmålet er sendt videre."),
        template="sparring/write.html",
    )

    def save(review: Review) -> str:
        services.ask_again(reader, row.id, form.asked)
        return sheet.back

    return send(request, form, sheet, save, named=row.question)


def _number(request: HttpRequest, name: str) -> int | None:
    """A number in the address; None for what is none, or is longer than any id."""
    text = request.GET.get(name, "")
    return int(text) if text.isdecimal() and len(text) < 19 else None


def _wished(request: HttpRequest) -> str:
    """The topic or the colleague that a link proposes."""
    topic, person = request.GET.get("emne", ""), request.GET.get("kollega", "")
    if topic:
        return f"t{topic_key(topic[:60])}"
    return f"k{person}" if person.isdecimal() else ""
