"""What some encoders want before a text, to tell what asks from what may answer."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Prefixes:
    """The words before a situation, and before a passage."""

    query: str = ""
    passage: str = ""


NONE = Prefixes()
#: As E5 was trained (Wang and others, 2024, arXiv 2402.05672).
E5 = Prefixes("query: ", "passage: ")
