"""A section put together again, to see that nothing went missing."""

import re
from collections.abc import Iterable

from handlerum.legislation.texts import SubsectionText


def joined(subsections: Iterable[SubsectionText]) -> str:
    """The text with its marks; the first subsection has none."""
    words: list[str] = []
    for one in subsections:
        several = re.match(rf"Stk\. ?{one.number}(-| og )", one.text)
        if one.number > 1 and not several:
            words.append(f"Stk. {one.number}.")
        words.append(one.text)
        for point in one.points:
            words += [f"{point.number.split()[-1]})", point.text]
    return " ".join(words)


def squeezed(text: str) -> str:
    """Without blanks: "Stk.2." and "Stk. 2." say the same."""
    return "".join(text.split())
