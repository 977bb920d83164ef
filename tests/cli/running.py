"""How a test of a command runs it: in this process, with what it said as plain lines."""

from dataclasses import dataclass

from typer.testing import CliRunner

from handlerum.cli.app import app


@dataclass(frozen=True)
class Ended:
    """How a command ended: exit code, results, and what it said about the work."""

    code: int
    out: str
    err: str


def handlerum(*words: str) -> Ended:
    """Run `handlerum` with these words. White space is made even: a terminal folds long lines."""
    result = CliRunner().invoke(app, words)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Ended(result.exit_code, result.stdout, " ".join(result.stderr.split()))
