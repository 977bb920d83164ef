"""No encoder: everything works by words alone."""

from collections.abc import Sequence

import numpy as np

from handlerum.search.ports import Vectors


class Null:
    """Knows no meanings: vectors without dimensions."""

    name = "none"
    dimensions = 0

    def query(self, text: str) -> Vectors:  # noqa: ARG002  there is nothing to read
        """A vector of no numbers."""
        return np.empty(0, np.float32)

    def passages(self, texts: Sequence[str]) -> Vectors:
        """As many vectors of no numbers."""
        return np.empty((len(texts), 0), np.float32)
