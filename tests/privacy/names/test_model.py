"""The model in the package: small, quick to load, silent about what it read, and good enough."""

import gc
from pathlib import Path

import pytest
from bench.names import ours, recall, splits

from handlerum.privacy.names import tag
from handlerum.privacy.names.model import MODEL

SHARED = Path(__file__).parents[4] / "shared"
DATA = SHARED / "data/uner-danish-ddt"


def test_the_model_is_small() -> None:
    assert sum(path.stat().st_size for path in MODEL.parent.glob("*.np*")) <= 15 * 2**20


def test_nothing_of_a_text_outlives_the_call() -> None:
    tag("Zzyxabella Qvortrupsen ringede i går.")
    gc.collect()
    kept = [o for o in gc.get_objects() if type(o) in (dict, list) and "zzyxabella" in o]
    assert kept == []


@pytest.mark.skipif(not DATA.is_dir(), reason="the shared corpora are not beside this checkout")
@pytest.mark.parametrize(("split", "floor"), [("uner", 0.96), ("twitter", 0.88), ("arto", 0.84)])
def test_persons_are_found_in_the_development_texts(split: str, floor: float) -> None:
    figures = recall(splits(SHARED)[split], ours)
    assert figures["mentions"] >= floor
    assert figures["tokens_masked"] <= 0.10
