"""How much of a person's was erased, in numbers and in words."""

from dataclasses import dataclass, fields

from django.utils.translation import ngettext


@dataclass(frozen=True, slots=True)
class Erased:
    """How many of each were erased."""

    contributions: int = 0
    dilemmas: int = 0
    sessions: int = 0
    questions: int = 0
    trials: int = 0
    practices: int = 0
    nominations: int = 0
    readings: int = 0

    def __bool__(self) -> bool:
        return self.total > 0

    @property
    def total(self) -> int:
        """How many things in all."""
        return sum(getattr(self, field.name) for field in fields(self))


def in_words(erased: Erased) -> str:
    """What was erased as a list: "2 bidrag, 1 dilemma". Contributions are always told."""
    told = [
        (erased.contributions, ngettext("%(n)s bidrag", "%(n)s bidrag", erased.contributions)),
        (erased.dilemmas, ngettext("%(n)s dilemma", "%(n)s dilemmaer", erased.dilemmas)),
        (erased.sessions, ngettext("%(n)s møde", "%(n)s møder", erased.sessions)),
        (
            erased.questions,
            ngettext(
                "%(n)s spørgsmål til sparring", "%(n)s spørgsmål til sparring", erased.questions
            ),
        ),
        (
            erased.trials,
            ngettext(
                "%(n)s prøvehandling eller ramme",
                "%(n)s prøvehandlinger eller rammer",
                erased.trials,
            ),
        ),
        (erased.practices, ngettext("%(n)s praksis", "%(n)s praksisser", erased.practices)),
        (
            erased.nominations,
            ngettext("%(n)s indstilling", "%(n)s indstillinger", erased.nominations),
        ),
        (
            erased.readings,
            ngettext("%(n)s læsning af loven", "%(n)s læsninger af loven", erased.readings),
        ),
    ]
    first, *rest = [(n, words % {"n": n}) for n, words in told]
    return ", ".join([first[1], *(words for n, words in rest if n)])
