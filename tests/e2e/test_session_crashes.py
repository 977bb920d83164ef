"""A session outlives its server: `kill -9` at six moments, while phones go on sending."""

from pathlib import Path

from bench.live_crashes import PHONES, run

SEEDS = list(range(6))


def test_no_acknowledged_word_is_lost_or_doubled_and_everybody_is_back(tmp_path: Path) -> None:
    outcome = run(tmp_path, SEEDS)

    assert outcome.kills == len(SEEDS)
    assert (outcome.lost, outcome.doubled, outcome.astray) == ([], [], [])
    assert outcome.acknowledged > PHONES * len(SEEDS), "the crashes came in the middle of writing"
    assert outcome.sent_again > 0
    # Within ten seconds of a start that is not held up by others; `make bench-live` has the whole.
    back = [all_in - up for all_in, up in zip(outcome.back, outcome.started, strict=True)]
    assert max(back) < 10
