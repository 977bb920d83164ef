"""English is complete: every Danish text on screen has its English one, with the same places."""

import importlib.util
import re
import sys
from types import ModuleType

import pytest
from babel.messages.catalog import Message

from contracts.house import ROOT

MEND = "Run `make messages`, write the English in django.po, run it again, commit .po and .mo."
PLACE = re.compile(r"%\(\w+\)[sdif]|%[sdif]|\{\w*\}")


@pytest.fixture(scope="module")
def catalogue() -> ModuleType:
    """scripts/messages.py, which knows how texts are gathered."""
    spec = importlib.util.spec_from_file_location("messages", ROOT / "scripts" / "messages.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["handlerum_messages"] = module
    spec.loader.exec_module(module)
    return module


def texts(message: Message) -> list[tuple[str, str]]:
    """Each Danish text of an entry beside its English one."""
    danish = [message.id] if isinstance(message.id, str) else list(message.id)
    given = message.string or ""
    english = [given] if isinstance(given, str) else list(given)
    english += [""] * (len(danish) - len(english))
    return list(zip(danish, english, strict=False))


def test_the_translation_holds_exactly_the_texts_on_screen(catalogue: ModuleType) -> None:
    gathered = {(one.context, one.id) for one in catalogue.gather() if one.id}
    kept = {(one.context, one.id) for one in catalogue.stored() if one.id}
    assert gathered == kept, (
        f"Not in django.po: {sorted(map(str, gathered - kept))[:5]}. "
        f"No longer on screen: {sorted(map(str, kept - gathered))[:5]}. {MEND}"
    )


def test_no_text_lacks_its_english(catalogue: ModuleType) -> None:
    missing = catalogue.untranslated(catalogue.stored())
    assert not missing, (
        f"{len(missing)} texts have no English, so those who chose it meet Danish: "
        f"{missing[:5]}. {MEND}"
    )


def test_no_translation_is_marked_as_uncertain(catalogue: ModuleType) -> None:
    fuzzy = [one.id for one in catalogue.stored() if one.id and one.fuzzy]
    assert not fuzzy, f"Fuzzy entries are not shown to anybody. Decide on them: {fuzzy[:5]}"


def test_both_languages_have_the_same_places_to_fill_in(catalogue: ModuleType) -> None:
    differing = [
        f"{danish!r} -> {english!r}"
        for message in catalogue.stored()
        if message.id
        for danish, english in texts(message)
        if english and sorted(set(PLACE.findall(danish))) != sorted(set(PLACE.findall(english)))
    ]
    assert not differing, (
        "A name, a number or a link would be lost, or the page would fail:\n"
        + "\n".join(differing[:5])
    )


def test_the_file_is_as_the_tool_writes_it(catalogue: ModuleType) -> None:
    written = catalogue.written(catalogue.merged(catalogue.gather(), catalogue.stored()))
    assert written == catalogue.PO.read_bytes(), f"django.po is not in its own order. {MEND}"


def test_the_compiled_translation_is_up_to_date(catalogue: ModuleType) -> None:
    compiled = catalogue.compiled(catalogue.PO.read_bytes())
    assert compiled == catalogue.MO.read_bytes(), (
        f"django.mo, which the product reads, is older than django.po. {MEND}"
    )
