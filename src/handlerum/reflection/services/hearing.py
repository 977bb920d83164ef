"""Who wants to hear that a session has moved, in this process. Called after the commit."""

from collections.abc import Callable

#: Given the session's id and its new version.
Listener = Callable[[int, int], None]
_listeners: list[Listener] = []


def listen(listener: Listener) -> Callable[[], None]:
    """Hear of every session that moves; a listener returns at once and raises nothing.

    Returns:
        What ends the listening.
    """
    _listeners.append(listener)
    return lambda: _listeners.remove(listener)


def tell(session_id: int, version: int) -> None:
    """Let all listeners know."""
    for listener in tuple(_listeners):
        listener(session_id, version)
