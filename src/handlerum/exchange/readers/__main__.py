"""The reading process: `python -m handlerum.exchange.readers SECONDS MEGABYTES`.

Takes the file's name as one line and then its bytes on stdin; answers in JSON on stdout:
{"pieces": [...]} or {"reason": "..."}. The name comes by stdin because others on the machine can
see a command line, and a file may be named after a citizen.
"""

import os
import sys

from .limits import limit
from .pieces import Piece, Unreadable

OUT_OF_MEMORY = 3  # exit status; an answer would itself need memory


def main() -> None:
    """Read one file from stdin under limits."""
    limit(int(sys.argv[1]), int(sys.argv[2]))
    try:
        _write(_answer())
    except Exception:
        # `read` has a reason for whatever is wrong with a file; what fails beside it wants memory,
        # and then shows as almost anything. A traceback would want more.
        os._exit(OUT_OF_MEMORY)


def _answer() -> dict[str, object]:
    from . import read

    name = sys.stdin.buffer.readline().decode("utf-8", "replace")
    try:
        pieces = read(name.strip(), sys.stdin.buffer.read())
    except Unreadable as unreadable:
        return {"reason": unreadable.reason.value}
    return {"pieces": list(map(_row, pieces))}


def _row(piece: Piece) -> dict[str, object]:
    return {name: getattr(piece, name) for name in Piece.__slots__}


def _write(answer: dict[str, object]) -> None:
    import json

    sys.stdout.buffer.write(json.dumps(answer, ensure_ascii=False).encode("utf-8"))
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
