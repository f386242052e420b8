"""One thing that a room may need to know at once: somebody's rights changed, so open doors are checked again.

Rooms say it without knowing who listens; the front door connects the listeners.
"""

from __future__ import annotations

from collections.abc import Callable

_listeners: list[Callable[[], None]] = []


def on_rights_changed(listener: Callable[[], None]) -> Callable[[], None]:
    """Call `listener` after each change of rights, from the thread that made it. Returns how to stop listening."""
    _listeners.append(listener)
    return lambda: _listeners.remove(listener)


def rights_changed() -> None:
    """Say that a session ended or a role changed; call it once the change is committed."""
    for listener in tuple(_listeners):
        listener()
