"""What a browser sends of the sheets of practices."""

from typing import Any


def writing(**changed: Any) -> dict[str, Any]:
    """A complete procedure for the whole organisation."""
    filled = {
        "kind": "procedure",
        "title": "Det første møde",
        "applies_to": "Alle nye forløb",
        "text": "# Før mødet\n\nVi spørger, hvor borgeren helst vil mødes.",
        "law": "LAB § 36",
        "next_look": "",
        "audience": "organisation",
    }
    return {**filled, **changed}


def changing(version: int = 1, **changed: Any) -> dict[str, Any]:
    """The same as a new version."""
    filled = writing(version=str(version), why="Det blev for snævert.")
    del filled["next_look"]
    return {**filled, **changed}
