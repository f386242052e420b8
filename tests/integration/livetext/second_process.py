"""Another process of the same installation: serves live text and prints its port."""

from __future__ import annotations

import asyncio
import sys

from tests.integration.livetext.harness import serving


async def main() -> None:
    async with serving() as address:
        print(address, flush=True)
        await asyncio.to_thread(sys.stdin.readline)


asyncio.run(main())
