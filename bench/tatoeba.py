"""Danish sentences and their English twins (shared data tatoeba-dan-eng): across languages."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from bench.measure import say
from bench.vectors import kept
from handlerum.search.meaning.quantise import centred
from handlerum.search.ports import Encoder

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "tatoeba-dan-eng"
_SENTENCES = 500


def run(reading: Encoder) -> Iterator[dict[str, Any]]:
    """How often the nearest English sentence to a Danish one is its twin."""
    if not DATA.exists():
        yield say("across languages: left out, its data are not here")
        return
    danish, english = (
        (DATA / f"tatoeba.dan-eng.{end}").read_text("utf-8").splitlines()[:_SENTENCES]
        for end in ("dan", "eng")
    )
    stored = kept(reading, english)
    centre = stored.mean(axis=0)
    asked = np.stack([reading.query(sentence) for sentence in danish])
    near = centred(asked, asked.mean(axis=0)) @ centred(stored, centre).T
    right = float((near.argmax(axis=1) == np.arange(len(danish))).mean())
    yield say(f"across languages, {len(danish)} pairs: nearest is its twin", share=round(right, 3))
