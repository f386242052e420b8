"""The registry of this process, where services reach it; without one (tests, commands) all is quiet."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from uuid import UUID

from workspace.livetext import tidings
from workspace.livetext.blocks import read_fragment
from workspace.livetext.registry import Registry
from workspace.livetext.rules import Tempo
from workspace.livetext.words import Block

# Seconds a busy thread (a page's script, a commit) may keep the event loop waiting; Python's own 5 ms are seen by
# ten people typing as their slowest twentieth.
SWITCH_INTERVAL = 0.0005
_current: Registry | None = None


async def start(tempo: Tempo | None = None) -> Registry:
    """Open the rooms of this process; `Home.py` calls it when its lifespan begins."""
    global _current  # noqa: PLW0603 - one a process, like the server itself
    sys.setswitchinterval(SWITCH_INTERVAL)
    _current = Registry(tempo)
    await _current.start()
    return _current


async def drain() -> None:
    """Close the rooms in order; `Home.py` calls it when its lifespan ends."""
    global _current
    ending, _current = _current, None
    if ending is not None:
        await ending.drain()


def current() -> Registry | None:
    """The running registry, if any."""
    return _current


def revalidate(text_id: UUID | None = None) -> None:
    """Check again, now, who may be in a text (None: in all): after a lock, a sign-out, a change of role.

    From any thread. The other processes of a PostgreSQL installation hear it through the writer's own
    transaction: `store.notify(session, "<text id or *>:rights:")`; `store.set_lock` does it.
    """
    if _current is not None:
        _current.revalidate(text_id)


def tell_comments(text_id: UUID) -> None:
    """Tell everybody who is in a text that its comments or suggestions changed. From any thread.

    The other processes of a PostgreSQL installation hear `store.notify(session, "<text id>:comments:")`.
    """
    if _current is not None:
        with suppress(RuntimeError):  # the loop is closed: the process ends
            _current.loop.call_soon_threadsafe(tidings.tell_comments, _current, text_id)


@contextmanager
def held(text_id: UUID) -> Iterator[None]:
    """Take no edit of a text, with all accepted ones committed, while its lock changes."""
    if _current is None:
        yield
        return
    with _current.held(text_id):
        yield


def content(text_id: UUID, timeout: float = 2.0) -> dict[str, tuple[Block, ...]] | None:
    """What each fragment of a text that is open in this process says now; None when it is not open here.

    From any thread but the loop's own: the document belongs to the loop. It holds what is not yet committed, too.
    """
    registry = _current
    if registry is None or text_id not in registry.rooms:
        return None

    async def read() -> dict[str, tuple[Block, ...]] | None:
        room = registry.rooms.get(text_id)
        return None if room is None else {name: read_fragment(room.doc, name) for name in room.fragments}

    waiting = asyncio.run_coroutine_threadsafe(read(), registry.loop)
    try:
        return waiting.result(timeout)
    except TimeoutError:
        waiting.cancel()
        return None
