"""Plain counts of answers."""

from dataclasses import dataclass

import numpy as np

from handlerum.reflection.opinions.votes import AGREE, DISAGREE, Floats


@dataclass(frozen=True, slots=True)
class Counts:
    """How many agreed, disagreed and passed."""

    agreed: int
    disagreed: int
    passed: int

    @property
    def answered(self) -> int:
        """How many saw the statement and answered; a pass is an answer."""
        return self.agreed + self.disagreed + self.passed

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.agreed + other.agreed,
            self.disagreed + other.disagreed,
            self.passed + other.passed,
        )


def counted(cells: Floats) -> list[Counts]:
    """The counts for each column of a table of votes."""
    agreed = (cells == AGREE).sum(axis=0).tolist()
    disagreed = (cells == DISAGREE).sum(axis=0).tolist()
    answered = (~np.isnan(cells)).sum(axis=0).tolist()
    return [
        Counts(yes, no, all_ - yes - no)
        for yes, no, all_ in zip(agreed, disagreed, answered, strict=True)
    ]
