"""Pages for reading: one contribution, its history, everything shared, and one's own."""

from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from handlerum.core.clock import today
from handlerum.knowledge import queries
from handlerum.knowledge.access import readable
from handlerum.knowledge.histories import changes
from handlerum.knowledge.terms import Stance, State
from handlerum.legislation.citing import citations_of
from handlerum.organisations.access import Denied, Reader
from handlerum.practice.queries.practices import standing_on
from handlerum.practice.queries.trials import due, of_origin
from handlerum.search.related import related
from handlerum.trail.terms import Thing
from handlerum.web.knowledge.forms import FilterForm
from handlerum.web.scope import for_reader

PAGE = 24


@for_reader
def browse(request: HttpRequest, reader: Reader) -> HttpResponse:
    """Everything shared with the reader, newest first, and what of it is wanted."""
    form = FilterForm(queries.topics(reader), request.GET or None)
    wanted = form.cleaned_data if form.is_valid() else {}
    words = {name: wanted[name] for name in queries.FILTERS if wanted.get(name)}
    found = queries.browse(
        reader, queries.Wanted(words, wanted.get("topic", ""), wanted.get("title", ""))
    )
    page = Paginator(found, PAGE).get_page(request.GET.get("side"))
    kept = urlencode({name: value for name, value in wanted.items() if value})
    counts = queries.count_by_form(reader)
    context = {"filters": form, "page": page, "kept": kept, "counts": counts, "wanted": wanted}
    return render(request, "knowledge/browse.html", context)


@for_reader
def mine(request: HttpRequest, reader: Reader) -> HttpResponse:
    """The reader's drafts, shared and withdrawn contributions."""
    found = queries.mine(reader)
    context = {
        "drafts": found[State.DRAFT],
        "shared": found[State.SHARED],
        "withdrawn": found[State.WITHDRAWN],
        "due_trials": due(reader),
    }
    return render(request, "knowledge/mine.html", context)


@for_reader
def contribution(request: HttpRequest, reader: Reader, contribution_id: int) -> HttpResponse:
    """One contribution, with what builds on it and what contradicts it."""
    found = readable(reader, contribution_id)
    own = found.author_id == reader.user_id
    connections = queries.connections(reader, found)
    linked = {row.id for row in connections.all}
    context = {
        "row": found,
        "related": [row for row in related(reader, found) if row.id not in linked],
        "own": own,
        "topics": queries.topics_of(found),
        "connections": connections,
        "linkable": queries.linkable(reader, found),
        "stances": Stance,
        "citations": citations_of(Thing.CONTRIBUTION, [found.id], today()),
        "trials": of_origin(reader, Thing.CONTRIBUTION, [found.id]).get(found.id, []),
        "practices": standing_on(reader, Thing.CONTRIBUTION, found.id),
        "new": f"bidrag={found.id}" if found.state == State.SHARED else "",
        "today": today(),
    }
    return render(request, "knowledge/contribution.html", context)


@for_reader
def history(request: HttpRequest, reader: Reader, contribution_id: int) -> HttpResponse:
    """Every version, with what changed from one to the next."""
    found = readable(reader, contribution_id)
    versions = queries.versions(reader, found)
    if not versions:
        raise Denied
    context = {"row": found, "history": changes(versions)}
    return render(request, "knowledge/history.html", context)
