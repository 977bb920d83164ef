"""How a test starts Handlerum for itself: another process, another home."""

import os
import subprocess
import sys
from pathlib import Path

KEY = "only-for-tests-" * 4


def handlerum(home: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command line as a person would, with only these HANDLERUM_ settings."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("HANDLERUM_")}
    return subprocess.run(
        [sys.executable, "-m", "handlerum.cli.main", *words],
        env={**kept, "HANDLERUM_HOME": str(home), **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
