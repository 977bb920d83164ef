"""Long texts in passages: one vector cannot hold a whole story. Pure."""

import re

#: Words of one passage. Beyond some 150 an encoder of this size begins to blur what it read.
WORDS = 110
#: The most passages of one contribution; a bound on cost.
MOST = 24

_SENTENCE = re.compile(r"(?<=[.!?…:])\s+|\n+")


def passages(title: str, body: str) -> list[str]:
    """A contribution as texts for an encoder: whole sentences together, the title before each.

    Returns:
        At least one text and at most MOST, each of about WORDS words; empty where all is blank.
    """
    found = [" ".join(chunk) for chunk in _chunks(body)][:MOST] or [""]
    texts = (f"{title.strip()}\n{chunk}".strip() for chunk in found)
    return [text for text in texts if text]


def _chunks(body: str) -> list[list[str]]:
    chunks: list[list[str]] = []
    for sentence in _SENTENCE.split(body):
        words = sentence.split()
        for at in range(0, len(words), WORDS):
            part = words[at : at + WORDS]
            if chunks and len(chunks[-1]) + len(part) <= WORDS:
                chunks[-1] += part
            else:
                chunks.append(part)
    # A last passage of a few words says little by itself.
    if len(chunks) > 1 and len(chunks[-1]) < WORDS // 5:
        last = chunks.pop()
        chunks[-1] += last
    return chunks
