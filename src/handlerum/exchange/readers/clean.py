"""One way to clean text and to name a document, shared by every reader."""

import re
import unicodedata

TITLE_LIMIT = 120  # characters; a longer first line is prose, not a title

# Control, zero-width, bidi-control, surrogate, private-use, tag and other invisible characters:
# they can hide a name from a reader, or a word from search. Soft hyphens are among them.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffc\ufffe\uffff"
    "\ud800-\udfff\ue000-\uf8ff\U000e0000-\U0010ffff]"
)
_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_SPACES = re.compile(r"[^\S\n]{2,}|[^\S\n\t ]")
_WORD_BULLET = "\uf0b7"  # Word's bullet in the Symbol font, in nearly every Danish report


def clean(text: str) -> str:
    """Return `text` in NFC, without invisible characters, with spaces and blank lines collapsed."""
    text = _LINE_END.sub("\n", text).replace(_WORD_BULLET, "•")
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    text = _SPACES.sub(lambda run: "\t" if "\t" in run[0] else " ", text)
    # Line by line and not by a pattern: a pattern takes quadratic time on a megabyte of tabs.
    text = "\n".join(line.strip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def title_for(own: str, text: str, name: str) -> str:
    """Return the document's own title, else its first line if short, else the readable file name.

    `text` is already cleaned. The answer is one line, not empty, at most `TITLE_LIMIT` characters.
    """
    candidates = (one_line(own), one_line(text.partition("\n")[0]), _from_name(name))
    return next((title for title in candidates if 0 < len(title) <= TITLE_LIMIT), "Uden titel")


def one_line(text: str) -> str:
    """Return cleaned text with every run of white space as one space."""
    return " ".join(clean(text).split())


def _from_name(name: str) -> str:
    stem = re.split(r"[\\/]", name)[-1].strip().rpartition(".")[0]
    readable = one_line(stem.replace("_", " "))[:TITLE_LIMIT].rstrip()
    return readable[:1].upper() + readable[1:]
