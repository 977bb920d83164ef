"""A talk becomes a contribution: what the ordinary form begins with, and the link that is kept."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from handlerum.organisations.access import Denied, Reader
from handlerum.sparring import queries, services
from handlerum.sparring.models import Question, Reply

#: The name that a question has in the address of the form.
PARAMETER = "sparring"


def asked_of(request: HttpRequest, reader: Reader) -> queries.Opened | None:
    """The question that the form's address names.

    Raises:
        Denied: the reader is not one of the two who talked.
    """
    number = request.GET.get(PARAMETER, "")
    if not number:
        return None
    if not number.isdecimal() or len(number) > 18:
        raise Denied
    opened = queries.opened(reader, int(number))
    one = opened.listed
    if one.question.holder_id is None or not (one.mine or one.holds):
        raise Denied
    return opened


def begun(opened: queries.Opened | None) -> dict[str, Any]:
    """What the form begins with; its author reads and changes it before it is stored."""
    if opened is None:
        return {}
    question = opened.listed.question
    return {
        "title": question.question[:150],
        "text": _told(question, opened.replies),
        "participants": _("To kolleger"),
        "outcome": "unknown",
        "form": "experience",
    }


def keep_link(reader: Reader, opened: queries.Opened | None, contribution_id: int) -> None:
    """Note what the talk became."""
    if opened is not None:
        services.became(reader, opened.listed.question.id, contribution_id)


def _told(question: Question, replies: Sequence[Reply]) -> str:
    asked = [text for text in (question.question, question.text) if text]
    return "\n\n".join([*asked, *(reply.text for reply in replies)])
