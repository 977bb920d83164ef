"""What one offers to spar on."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from handlerum.knowledge.queries import topics as known_topics
from handlerum.organisations.access import Reader
from handlerum.sparring import queries, services
from handlerum.web.dilemmas.forms import kept_in
from handlerum.web.dilemmas.sending import Sheet
from handlerum.web.privacy.review import Review
from handlerum.web.scope import for_reader
from handlerum.web.sparring.forms import OfferForm
from handlerum.web.sparring.sending import send


@for_reader
def offers(request: HttpRequest, reader: Reader) -> HttpResponse:
    """The reader's topics, and one more."""
    form = OfferForm(request.POST or None)
    sheet = Sheet(
        title=_("Det vil du gerne sparre om"),
        button=_("Læg emnet til"),
        back=reverse("sparring"),
        done=_("Emnet er lagt til. Dine kolleger kan se det."),
        template="sparring/offers.html",
    )

    def save(review: Review) -> str:
        services.offer(reader, review.texts["topic"], kept_in(review))
        return reverse("offers")

    named = [topic.name for topic in queries.topics(reader)]
    offered = queries.offers_of(reader)
    context = {"offers": offered, "known": sorted({*named, *known_topics(reader)})}
    return send(request, form, sheet, save, **context)


@require_POST
@for_reader
def take_back(request: HttpRequest, reader: Reader, offer_id: int) -> HttpResponse:
    """Offer a topic no more."""
    services.take_back(reader, offer_id)
    messages.success(request, _("Emnet er taget væk."))
    return redirect("offers")
