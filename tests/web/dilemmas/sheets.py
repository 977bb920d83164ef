"""What a browser sends of the sheets of dilemmas."""

from typing import Any


def making(**changed: Any) -> dict[str, Any]:
    """A complete new dilemma with two considerations, for the whole organisation."""
    filled = {
        "rows": "2",
        "question": "Skal vi sige alt til arbejdsgiveren?",
        "text": "Tillid på den ene side, en tryg start på den anden.",
        "audience": "organisation",
        "name_0": "Retten til at bestemme selv",
        "bearer_0": "citizen",
        "at_stake_0": "Tilliden.",
        "name_1": "En tryg start",
        "bearer_1": "employer",
        "at_stake_1": "",
    }
    return {**filled, **changed}


def answers(**changed: Any) -> dict[str, Any]:
    """The test of a false dilemma, answered."""
    filled = {
        "side_wrong": "no",
        "in_turn": "unsure",
        "fact_missing": "yes",
        "third_way": "no",
        "verdict": "real",
    }
    return {**filled, **changed}


def picking(chosen: int, owed: int, **changed: Any) -> dict[str, Any]:
    """A complete choice."""
    filled = {
        "option": str(chosen),
        "reasons": "Hun skal selv kunne fortælle det.",
        "owed_to": str(owed),
        "residue": "Et opkald til arbejdsgiveren efter en uge.",
    }
    return {**filled, **changed}
