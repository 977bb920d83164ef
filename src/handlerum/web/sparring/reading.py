"""Pages for reading: all of sparring, and one question."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from handlerum.organisations.access import Reader
from handlerum.organisations.terms import Role
from handlerum.reflection.rules.methods import shipped
from handlerum.sparring import queries
from handlerum.web.scope import for_reader


@for_reader
def sparring(request: HttpRequest, reader: Reader) -> HttpResponse:
    """What waits for the reader, their questions, and what colleagues offer."""
    context = {
        "lists": queries.listed(reader),
        "topics": queries.topics(reader),
        "offers": queries.offers_of(reader),
        "leads": reader.role == Role.LEADER,
    }
    return render(request, "sparring/list.html", context)


@for_reader
def question(request: HttpRequest, reader: Reader, question_id: int) -> HttpResponse:
    """One question, and what the reader can do about it."""
    opened = queries.opened(reader, question_id)
    context = {
        "opened": opened,
        "listed": opened.listed,
        "question": opened.listed.question,
        "method": shipped()["short-sparring"],
        "reader": reader,
    }
    return render(request, "sparring/question.html", context)
