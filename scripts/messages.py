#!/usr/bin/env python3
"""Gather the texts on screen into the English translation, and compile it (make messages).

Danish is the source text, so there is one catalogue: English. It is read and written by Babel and
Django's own template reader, because gettext's programs are not on a fresh machine. The compiled
file is committed, because the product does not need Babel to run.
"""

import io
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "handlerum"
PO = SOURCE / "web" / "locale" / "en" / "LC_MESSAGES" / "django.po"
MO = PO.with_suffix(".mo")

PLURAL, CONTEXT, BOTH = (1, 2), ((1, "c"), 2), ((1, "c"), 2, 3)
#: Which arguments of a call are texts, in Babel's way of writing it.
KEYWORDS: dict[str, Any] = {
    "_": None,
    **{f"{name}{lazy}": None for name in ("gettext", "gettext_noop") for lazy in ("", "_lazy")},
    **{f"ngettext{lazy}": PLURAL for lazy in ("", "_lazy")},
    **{f"pgettext{lazy}": CONTEXT for lazy in ("", "_lazy")},
    **{f"npgettext{lazy}": BOTH for lazy in ("", "_lazy")},
}
TEMPLATES = {".html", ".txt"}
HEADER = """\
# English texts of Handlerum. The Danish source texts are gathered by `make messages`.
# Write the English between the quotation marks of msgstr; leave everything else as it is."""

#: What both files begin with: no host, date or tool version, so that diffs are only texts.
HEADERS = [
    ("Language", "en"),
    ("MIME-Version", "1.0"),
    ("Content-Type", "text/plain; charset=utf-8"),
    ("Content-Transfer-Encoding", "8bit"),
    ("Plural-Forms", "nplurals=2; plural=(n != 1);"),
]


class Plain(Catalog):
    """A catalogue that says nothing of who made it, when and with what."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:  # type: ignore[override]
        """The fixed headers."""
        return HEADERS


Message = tuple[str | tuple[str, str], str | None]  # text or (one, many), and its context


def files() -> list[Path]:
    """The files that may hold texts, in one fixed order."""
    inside = (path for path in SOURCE.rglob("*") if path.is_file())
    return sorted(path for path in inside if _holds_texts(path))


def _holds_texts(path: Path) -> bool:
    if path.suffix == ".py":
        return "migrations" not in path.parts
    return path.suffix in TEMPLATES and "templates" in path.parts


def messages(path: Path) -> Iterator[Message]:
    """The texts of one file."""
    code = path.read_text(encoding="utf-8")
    if path.suffix in TEMPLATES:
        # The template as Python calls, without the indentation that Python would trip over.
        lines = templatize(code, origin=str(path)).splitlines()
        code = "\n".join(line.strip() for line in lines)
    stream = io.BytesIO(code.encode())
    for _line, name, texts, _comments in extract_python(
        stream, KEYWORDS, [], {"encoding": "utf-8"}
    ):
        found = _message(KEYWORDS[name], texts)
        if found is not None:
            yield found


def _message(spec: Any, texts: Any) -> Message | None:
    given = list(texts) if isinstance(texts, tuple) else [texts]
    context = given.pop(0) if spec in (CONTEXT, BOTH) else None
    wanted = given[:2] if spec in (PLURAL, BOTH) else given[:1]
    if not wanted or not all(isinstance(text, str) and text for text in wanted):
        return None  # a text put together at run time cannot be gathered
    return (wanted[0] if len(wanted) == 1 else (wanted[0], wanted[1])), context


def gather() -> Catalog:
    """All texts, each with the files it stands in, in the order of the files."""
    catalog = _empty()
    for path in files():
        place = path.relative_to(ROOT).as_posix()
        for text, context in messages(path):
            catalog.add(text, locations=[(place, 0)], context=context)
    return catalog


def _empty() -> Catalog:
    return Catalog(locale="en")


def stored() -> Catalog:
    """The translation as it is committed."""
    if not PO.exists():
        return _empty()
    with PO.open("rb") as file:
        return read_po(file, locale="en")


def merged(found: Catalog, old: Catalog) -> Catalog:
    """What was found, with the translations there are; what is no longer said is left out."""
    for message in found:
        known = old.get(message.id, context=message.context) if message.id else None
        if known is not None and isinstance(message.id, str) == isinstance(known.string, str):
            message.string, message.user_comments = known.string, known.user_comments
    return found


def written(catalog: Catalog) -> bytes:
    """The catalogue as a file."""
    out = io.BytesIO()
    # No line numbers: a line added above a text must not change this file.
    write_po(out, catalog, width=100, omit_header=True, ignore_obsolete=True, include_lineno=False)
    head = "".join(f'"{name}: {value}\\n"\n' for name, value in HEADERS)
    return f'{HEADER}\nmsgid ""\nmsgstr ""\n{head}\n'.encode() + out.getvalue().lstrip(b"\n")


def compiled(po: bytes) -> bytes:
    """The machine's form of a .po file."""
    plain = Plain(locale="en")
    for message in read_po(io.BytesIO(po), locale="en"):
        if message.id:
            plain[message.id] = message
    out = io.BytesIO()
    write_mo(out, plain, use_fuzzy=False)
    return out.getvalue()


def untranslated(catalog: Catalog) -> list[str]:
    """The texts that have no English yet."""
    return [str(message.id) for message in catalog if message.id and not _complete(message.string)]


def _complete(string: str | tuple[str, ...] | list[str] | None) -> bool:
    texts = [string] if isinstance(string, str) else list(string or ())
    return bool(texts) and all(texts)


def main() -> None:
    """Gather, merge, compile, and tell what is missing."""
    catalog = merged(gather(), stored())
    po = written(catalog)
    PO.parent.mkdir(parents=True, exist_ok=True)
    PO.write_bytes(po)
    MO.write_bytes(compiled(po))
    missing = untranslated(catalog)
    print(f"{len(catalog)} texts, {len(missing)} without English, in {PO.relative_to(ROOT)}")
    for text in missing[:20]:
        print(f"  {text[:90]!r}")


if __name__ == "__main__":
    sys.exit(main())
