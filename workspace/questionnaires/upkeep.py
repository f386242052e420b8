"""What the house does each day by itself: erase the answers whose day has come."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress

from workspace.kernel.errors import StoreUnavailable
from workspace.questionnaires.results import erase_due_answers

log = logging.getLogger("chemise.questionnaires")
# Looked at each hour, because a group's day begins at its own midnight; erasing twice erases nothing more.
EVERY_SECONDS = 3600.0
_tasks: list[asyncio.Task[None]] = []


async def _daily() -> None:
    while True:
        try:
            count = await asyncio.to_thread(erase_due_answers)
            if count:
                log.info("answers erased at their day: %s", count)
        except StoreUnavailable:
            log.warning("answers could not be erased now: the store refuses writes")
        except Exception:
            log.exception("answers could not be erased")
        await asyncio.sleep(EVERY_SECONDS)


async def start() -> None:
    """Erase what is due, then look again each hour."""
    _tasks.append(asyncio.get_running_loop().create_task(_daily()))


async def drain() -> None:
    """Stop looking; an erasing under way is finished by its own thread."""
    while _tasks:
        task = _tasks.pop()
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
