"""A server of its own for a run, and processes beside it that work in its folder."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from bench.canaries import Server


def prepared(folder: Path) -> Path:
    """The data folder of a server that has been started once."""
    server = Server(folder, HANDLERUM_ENCODER="none")
    server.start()
    server.kill()
    return folder / "home"


def told(server: Server, module: str, *arguments: str, given: str = "") -> dict[str, Any]:
    """What a process beside the server answers, with the server's folder as its own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("HANDLERUM_")}
    home = {"HANDLERUM_HOME": str(server.folder / "home"), **server.settings}
    root = str(Path(__file__).resolve().parents[1])
    answer = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        env={**kept, **home},
        cwd=root,
        input=given,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    found: dict[str, Any] = json.loads(answer.stdout.splitlines()[-1])
    return found
