"""What a room does from time to time, with nobody looking."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable

from anyio import to_thread

from workspace.kernel.errors import StoreUnavailable

log = logging.getLogger("chemise.pulse")
PERIOD_SECONDS = 60


async def beat(name: str, tick: Callable[[], None]) -> None:
    """Call `tick` in a thread each minute until cancelled; at once the first time, for what fell due meanwhile."""
    while True:
        try:
            await to_thread.run_sync(tick)
        except StoreUnavailable:
            log.warning("%s: waits for the store", name, exc_info=True)
        except Exception:
            log.exception("%s: did not do its work", name)
        await asyncio.sleep(PERIOD_SECONDS)
