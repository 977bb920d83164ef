"""How a test starts Handlerum for itself: another process, another home."""

import os
import signal
import subprocess
import sys
from pathlib import Path

KEY = "only-for-tests-" * 4


def handlerum(home: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command line as a person would, with only these HANDLERUM_ settings."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("HANDLERUM_")}
    with subprocess.Popen(
        [sys.executable, "-m", "handlerum.cli.main", *words],
        env={**kept, "HANDLERUM_HOME": str(home), **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        try:
            out, err = process.communicate(timeout=60)
        except subprocess.TimeoutExpired:  # it serves, where it should have ended: leave no server
            os.killpg(process.pid, signal.SIGTERM)
            raise
    return subprocess.CompletedProcess(words, process.returncode, out, err)
