"""What a session is about, looked up for somebody who may see it."""

from collections.abc import Callable

from handlerum.dilemmas.access import readable as readable_dilemma
from handlerum.knowledge.access import readable as readable_contribution
from handlerum.organisations.access import Denied, Reader
from handlerum.practice.access import readable as readable_practice
from handlerum.reflection.words import SubjectKind

_TITLES: dict[str, Callable[[Reader, int], str]] = {
    SubjectKind.DILEMMA: lambda reader, id_: readable_dilemma(reader, id_).question,
    SubjectKind.CONTRIBUTION: lambda reader, id_: readable_contribution(reader, id_).title,
    SubjectKind.PROCEDURE: lambda reader, id_: readable_practice(reader, id_).title,
}


def subject_title(reader: Reader, kind: str, subject_id: int) -> str:
    """The title of what a session is about, or is to be.

    Raises:
        Denied: there is nothing of that kind and id for this reader.
    """
    if kind not in _TITLES:
        raise Denied
    return _TITLES[kind](reader, subject_id)
