"""How a reader test says why a file was refused."""

from collections.abc import Callable

import pytest

from handlerum.exchange.readers import Piece, Reason, Unreadable, read


def reason_for(
    name: str, data: bytes, reader: Callable[[str, bytes], list[Piece]] = read
) -> Reason:
    with pytest.raises(Unreadable) as caught:
        reader(name, data)
    return caught.value.reason
