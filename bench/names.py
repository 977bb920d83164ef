"""How many names are found, in which texts, at what price, and for whom."""

import csv
import random
import re
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from bench.measure import say
from handlerum.privacy.find import find
from handlerum.privacy.names import tag

Finder = Callable[[str], list[tuple[int, int]]]
#: Labels that are a person; loosely, words made of a person's name are too.
STRICT = frozenset({"PER"})
LOOSE = frozenset({"PER", "PERpart", "PERderiv"})


@dataclass(frozen=True)
class Sentence:
    """A sentence: its text, its tokens' offsets, and mentions as (first, last, label)."""

    text: str
    places: list[tuple[int, int]]
    mentions: list[tuple[int, int, str]]


def ours(text: str) -> list[tuple[int, int]]:
    """What our tagger finds."""
    return [(span.start, span.end) for span in tag(text)]


def whole_path(text: str) -> list[tuple[int, int]]:
    """What the product marks: shapes too, without what is too wide or too unlikely."""
    return [(span.start, span.end) for span in find(text)]


def splits(shared: Path) -> dict[str, list[Sentence]]:
    """The development splits."""
    danplus = shared / "data/danplus"
    return {
        "uner": uner(shared / "data/uner-danish-ddt/da_ddt-ud-dev.iob2"),
        **{name: tsv(danplus / f"da_{name}_dev.tsv") for name in ("news", "twitter", "arto")},
    }


def uner(path: Path) -> list[Sentence]:
    """UNER: the sentence as written, tokens found in it one after the other."""
    found = []
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = block.splitlines()
        text = next((line[9:] for line in lines if line.startswith("# text = ")), "")
        rows = [line.split("\t") for line in lines if line and not line.startswith("# ")]
        if text and rows:
            found.append(_sentence(text, [(row[1], row[2]) for row in rows]))
    return found


def tsv(path: Path) -> list[Sentence]:
    """DaN+: tokens, put together with spaces; the outer layer."""
    found: list[Sentence] = []
    rows: list[tuple[str, str]] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        token, *tags = line.split("\t")
        if token.strip() and tags:
            rows.append((token, tags[0]))
        elif rows:
            found.append(_sentence(" ".join(token for token, _ in rows), rows))
            rows = []
    return found


def _sentence(text: str, rows: list[tuple[str, str]]) -> Sentence:
    places, mentions, at = [], [], 0
    for number, (token, label) in enumerate(rows):
        begin = max(text.find(token, at), at)
        at = begin + len(token)
        places.append((begin, at))
        if label.startswith("B-"):
            mentions.append((number, number, label[2:]))
        elif label.startswith("I-") and mentions:
            mentions[-1] = (mentions[-1][0], number, mentions[-1][2])
    return Sentence(text, places, mentions)


def masked(sentence: Sentence, finder: Finder) -> list[bool]:
    """Which tokens are covered; user names with @ are covered by a rule of their own."""
    spans = finder(sentence.text)
    return [
        sentence.text[a] == "@" or any(s < b and a < e for s, e in spans)
        for a, b in sentence.places
    ]


def recall(sentences: list[Sentence], finder: Finder) -> dict[str, float]:
    """Person recall by mention and by entity, strict and loose, and the share of tokens masked."""
    hits: dict[str, list[bool]] = {"strict": [], "loose": []}
    entities: dict[str, list[bool]] = defaultdict(list)
    covered: list[bool] = []
    for sentence in sentences:
        hidden = masked(sentence, finder)
        covered += hidden
        for first, last, label in sentence.mentions:
            found = all(hidden[first : last + 1])
            if label in LOOSE:
                hits["loose"].append(found)
            if label in STRICT:
                hits["strict"].append(found)
                entities[_surface(sentence, first, last)].append(found)
    whole = [all(found) for found in entities.values()]
    return {
        "mentions": _share(hits["strict"]),
        "entities": _share(whole),
        "mentions_loose": _share(hits["loose"]),
        "tokens_masked": _share(covered),
        "persons": len(hits["strict"]),
    }


def _surface(sentence: Sentence, first: int, last: int) -> str:
    text = sentence.text[sentence.places[first][0] : sentence.places[last][1]]
    return re.sub(r"['’]?s?$", "", text.lower())


def _share(found: list[bool]) -> float:
    return round(sum(found) / max(1, len(found)), 4)


def people(shared: Path) -> list[dict[str, Any]]:
    """Person recall on every development split, for us and for those we compare with."""
    finders: dict[str, Finder] = {
        "handlerum": whole_path,
        "handlerum, model alone": ours,
        "name list": name_list(shared),
    }
    if find_spec("euredact"):
        finders["euredact"] = euredact()
    return [
        say("names", split=split, finder=name, **recall(sentences, finder))
        for split, sentences in splits(shared).items()
        for name, finder in finders.items()
    ]


def names(shared: Path, kind: str) -> list[str]:
    """First or last names, commonest first, as they are written."""
    paths = sorted((shared / "data/danish-names").glob(f"{kind}_names_2023*.csv"))
    rows = [row for path in paths for row in list(csv.reader(path.open(encoding="utf-8")))[1:]]
    return [row[0].title() for row in sorted(rows, key=lambda row: -int(row[1]))]


def minority(shared: Path, kind: str) -> list[str]:
    """Names of minority origin."""
    paths = sorted((shared / "data/danish-names").glob(f"{kind}_names_minority*.csv"))
    return [
        line for path in paths for line in path.read_text(encoding="utf-8").split("\n")[1:] if line
    ]


def name_list(shared: Path) -> Finder:
    """The plain baseline: a word with a capital that is somebody's name."""
    known = {n.lower() for kind in ("first", "last") for n in names(shared, kind)}

    def find(text: str) -> list[tuple[int, int]]:
        words = re.finditer(r"\w+(?:[-'’]\w+)*", text)
        return [
            (m.start(), m.end())
            for m in words
            if m.group()[0].isupper()
            and (m.group().lower() in known or m.group().lower().removesuffix("s") in known)
        ]

    return find


def euredact() -> Finder:
    """A peer: rules for European personal data."""
    peer = import_module("euredact")

    def find(text: str) -> list[tuple[int, int]]:
        return [(d.start, d.end) for d in peer.redact(text, countries=["DK"]).detections]

    return find


def origins(shared: Path, seed: int = 7) -> dict[str, Any]:
    """The same sentences with Danish names and with names of minority origin."""
    dice = random.Random(seed)
    lists = {
        "danish": (names(shared, "first")[:1000], names(shared, "last")[:500]),
        "minority": (minority(shared, "first"), minority(shared, "last")),
    }
    figures = {}
    for origin, (firsts, lasts) in lists.items():
        found = [
            swapped
            for split, sentences in splits(shared).items()
            if split != "news"
            for sentence in sentences
            for _ in range(3)
            if (swapped := _swapped(sentence, firsts, lasts, dice))
        ]
        figures[origin] = recall(found, ours)["mentions"]
    gap = round(100 * (figures["danish"] - figures["minority"]), 2)
    return say("names by origin", **figures, gap_points=gap)


def _swapped(
    sentence: Sentence, firsts: list[str], lasts: list[str], dice: random.Random
) -> Sentence | None:
    """Every person's name another's, each word in the casing of the word it replaces."""
    tokens = [sentence.text[a:b] for a, b in sentence.places]
    persons = [m for m in sentence.mentions if m[2] == "PER"]
    persons = [
        m
        for m in persons
        if all(re.fullmatch(r"[^\W\d_]+|[A-ZÆØÅ]\.", tokens[n]) for n in range(m[0], m[1] + 1))
    ]
    if not persons:
        return None
    for first, last, _ in persons:
        for number in range(first, last + 1):
            pool = lasts if number == last and last > first else firsts
            tokens[number] = _cased(dice.choice(pool), tokens[number])
    return _sentence(" ".join(tokens), list(zip(tokens, _tags(len(tokens), persons), strict=True)))


def _tags(size: int, mentions: list[tuple[int, int, str]]) -> Iterator[str]:
    begins = {m[0] for m in mentions}
    inside = {n for m in mentions for n in range(m[0], m[1] + 1)}
    return ("B-PER" if n in begins else "I-PER" if n in inside else "O" for n in range(size))


def _cased(name: str, like: str) -> str:
    if like.islower():
        return name.lower()
    return name.upper() if like.isupper() and len(like) > 2 else name


def quiet(shared: Path) -> list[dict[str, Any]]:
    """The share of tokens masked where there is nothing to mask, as written and in small letters.

    Danish sentences of Tatoeba with no capital inside and no common first name in front.
    """
    path = shared / "data/tatoeba-dan-eng/tatoeba.dan-eng.dan"
    common = set(names(shared, "first")[:3000]) - {"Hans"}
    sentences = [
        _plain(line)
        for line in path.read_text(encoding="utf-8").splitlines()
        if not re.search(r"\b[A-ZÆØÅ]", line[1:])
        and not common & set(re.findall(r"\w+", re.sub(r"s\b", "", line) + " " + line))
    ]
    small = [_plain(sentence.text.lower()) for sentence in sentences]
    return [
        say("names, quiet", text=name, tokens_masked=recall(found, ours)["tokens_masked"])
        for name, found in (("as written", sentences), ("small letters", small))
    ]


def _plain(text: str) -> Sentence:
    return _sentence(text, [(word, "O") for word in re.findall(r"\w+|[^\w\s]", text)])


def speed(shared: Path | None = None) -> dict[str, Any]:
    """Tokens a second; say OMP_NUM_THREADS=1 for one core."""
    from handlerum.privacy.names.model import model
    from handlerum.privacy.names.tokens import tokens

    model.cache_clear()
    began = time.perf_counter()
    tag("Mette")
    loaded = time.perf_counter() - began
    shared = shared or Path(__file__).parents[2] / "shared"
    path = shared / "data/uner-danish-ddt/da_ddt-ud-dev.iob2"
    sentences = [sentence.text for sentence in uner(path)]
    text = "\n".join(sentences) * 10
    size = len(tokens(text).words)
    figures = {"load_s": round(loaded, 3)}
    for name, texts in (("long", [text]), ("sentences", sentences)):
        began = time.perf_counter()
        for one in texts:
            tag(one)
        took = time.perf_counter() - began
        counted = size if name == "long" else sum(len(tokens(one).words) for one in texts)
        figures[f"{name}_tokens_per_s"] = round(counted / took)
    return say("names, speed", **figures)
