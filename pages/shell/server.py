"""How the process that serves the screens is tuned, beyond what `.streamlit/config.toml` can say."""

from __future__ import annotations

import asyncio.base_events
import gc
import socket
from typing import Any

from streamlit.watcher.polling_path_watcher import PollingPathWatcher

# How many new objects call for a look at the youngest, and so on to the older ones; Python begins with 700, 10, 10.
GC_THRESHOLDS = (10_000, 20, 50)


def send_at_once(transport_socket: Any) -> None:
    """Switch Nagle's delay off whatever `proto` says: it costs 40 ms a click on a socket bound beforehand."""
    if getattr(transport_socket, "family", None) in {socket.AF_INET, socket.AF_INET6}:
        transport_socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def tune() -> None:
    """Call it once, when the server has loaded what it needs and before anybody comes."""
    asyncio.base_events._set_nodelay = send_at_once  # type: ignore[attr-defined]  # noqa: SLF001 no public switch exists
    stop_watching()
    settle_memory()


def stop_watching() -> None:
    """Stop what asks five times a second whether Streamlit's configuration changed; no setting does.

    Ours is read once, and two such threads are half of what an idle server spends (docs/decisions/0040).
    """
    for one in gc.get_objects():
        if type(one) is PollingPathWatcher:  # isinstance asks weak references for what is gone already
            one.close()


def settle_memory() -> None:
    """Take what the start left in memory out of the collector's sight, and let it come by less often.

    What libraries made lives as long as the process. Walking it took an eighth of a busy server's CPU, and 150 ms at
    a time while people typed (docs/decisions/0040).
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(*GC_THRESHOLDS)
