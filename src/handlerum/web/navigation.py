"""Where one can go: the main menu, and the page with all rooms, in the order of the loop."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from handlerum.insight.access import may_draft
from handlerum.organisations.access import Reader
from handlerum.web.scope import for_reader

Words = str | Promise


@dataclass(frozen=True, slots=True)
class Place:
    """A page to begin at: its name among addresses, its word, its sign, and what it is for."""

    name: str
    label: Words
    sign: str
    purpose: Words

    @property
    def address(self) -> str:
        """Where it is."""
        return reverse(self.name)


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of the loop, and the pages that belong to it."""

    label: Words
    places: tuple[Place, ...]


START = Place("start", _("Svar"), "answer", _("Skriv, hvad du står med, og få det, I ved."))
CONTRIBUTE = Place(
    "choose_way", _("Bidrag"), "new", _("Fortæl noget, du ved. Det tager to minutter.")
)
BROWSE = Place("browse", _("Læs"), "read", _("Læs det, kolleger, borgere og andre har fortalt."))
DILEMMAS = Place("dilemmas", _("Dilemma"), "dilemma", _("Vej hensyn, der trækker hver sin vej."))
ACTS = Place("acts", _("Lov"), "law", _("Se, hvad loven giver mulighed for."))
SESSIONS = Place("sessions", _("Møder"), "people", _("Reflektér sammen med en metode."))
PRACTICES = Place(
    "practices", _("Praksis"), "practice", _("Det, I har aftalt, og den viden det står på.")
)
#: For those who work with the whole; see `insight.access`.
OVERVIEW = Place("overview", _("Overblik"), "statistics", _("Se, hvad der bevæger sig."))
MORE = Place("more", pgettext_lazy("menu", "Mere"), "more", _("Alt i Handlerum."))

#: All pages to begin at. The loop's order is the page's order.
STAGES = (
    Stage(_("Find svar"), (START, BROWSE, ACTS)),
    Stage(
        _("Fortæl"),
        (CONTRIBUTE, Place("mine", _("Mit"), "mine", _("Det, du selv har fortalt."))),
    ),
    Stage(_("Vej"), (DILEMMAS,)),
    Stage(
        _("Reflektér"),
        (
            SESSIONS,
            Place("sparring", _("Sparring"), "answer", _("Spørg en kollega, eller tilbyd hjælp.")),
        ),
    ),
    Stage(
        _("Prøv og aftal"),
        (
            Place("trials", _("Prøvehandlinger"), "experience", _("Det, I prøver af.")),
            PRACTICES,
            Place("frames", _("Rammer"), "frame", _("Sig til, når noget i rammerne hindrer jer.")),
        ),
    ),
    Stage(
        _("Gør status"),
        (
            OVERVIEW,
            Place("years", _("Året der gik"), "narrative", _("Hvad I lærte, prøvede og ændrede.")),
        ),
    ),
)
#: The menu of every page. Phones have room for fewer: see `style.css`.
MENU = (START, CONTRIBUTE, BROWSE, DILEMMAS, ACTS, SESSIONS, PRACTICES, MORE)


@for_reader
def more(request: HttpRequest, reader: Reader) -> HttpResponse:
    """Every page to begin at."""
    hidden = set() if may_draft(reader) else {OVERVIEW}
    stages = [
        (stage.label, [place for place in stage.places if place not in hidden]) for stage in STAGES
    ]
    return render(request, "more.html", {"stages": stages})


def menu(path: str) -> list[tuple[Place, bool]]:
    """The main menu, and which of its places a page belongs to.

    A page that belongs to none of them is found under the last.
    """
    here = _in_menu(path)
    return [(place, place is here) for place in MENU]


def _in_menu(path: str) -> Place:
    """The nearest place, or the one of the same stage that it lies under; else the last."""
    near = _nearest(path, _all())
    if near in MENU:
        return near
    beside = next((stage.places for stage in STAGES if near in stage.places), ())
    under = _nearest(path, (place for place in beside if place in MENU))
    return under or MORE


def _nearest(path: str, places: Iterable[Place]) -> Place | None:
    """The place whose address begins a page's address, the longest of them."""
    found = [one for one in places if one.address == path or _is_under(path, one)]
    return max(found, key=lambda one: len(one.address), default=None)


def _is_under(path: str, place: Place) -> bool:
    return place is not START and path.startswith(place.address)


def _all() -> Iterator[Place]:
    yield MORE
    for stage in STAGES:
        yield from stage.places
