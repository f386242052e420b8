"""Sending to one browser: never waits, never raises, never keeps more than 4 MB.

`DirectOutlet` writes ready-made frames to uvicorn's transport: the same bytes for everybody in a room, and uvloop
joins what one turn of the loop writes. It needs `SocketTap` outside every other middleware, and no deflate.
Anything else (another server, compression, a test client) goes through ASGI: one writer task a connection.
"""

from __future__ import annotations

import asyncio
import os
from collections import deque
from collections.abc import Callable, MutableMapping
from typing import Any, Protocol

from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.frames import apply_mask  # type: ignore[attr-defined]

from workspace.livetext.rules import SLOW_BYTES
from workspace.livetext.wire import Frame

# Takes (what treats the bytes of a socket, the bytes) and says whether it will do so, with others', in a moment.
Gather = Callable[[Callable[[bytes], None], bytes], bool]
# A short frame: final binary, length with the mask bit, mask, payload below 126 bytes.
_BINARY, _SHORT, _MASKED, _LONGER = 0x82, 6, 0x80, 126
SEND_KEY = "chemise.livetext.send"
PATH = "/livetext/ws/"


class Outlet(Protocol):
    """Where frames for one browser go."""

    def send(self, frames: tuple[Frame, ...], wire: bytes) -> bool:
        """Hand over frames (`wire` is all of them joined); False when the browser is too slow to be kept."""

    def abandon(self) -> None:
        """Let go of what is not sent, and of the socket itself where that can be done."""

    def hear(self, take: Callable[[bytes], float], gather: Gather) -> None:
        """Hand whole binary messages to `take`, which gives the seconds to wait; the others come through ASGI."""

    def release(self) -> None:
        """The socket has ended."""


class SocketTap:
    """ASGI middleware: keeps the server's own `send` of a live-text socket where the room finds it.

    Put it first: every middleware that wraps `send` hides the server's transport.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See the class."""
        if scope["type"] == "websocket" and scope["path"].startswith(PATH):
            scope[SEND_KEY] = send
        await self._app(scope, receive, send)


def make_outlet(scope: MutableMapping[str, Any], send: Send, lost: Callable[[], None]) -> Outlet:
    """The fastest way to this browser; call it once the socket is accepted."""
    protocol = getattr(scope.get(SEND_KEY), "__self__", None)
    if isinstance(protocol, WebSocketsSansIOProtocol) and not protocol.conn.extensions:
        return DirectOutlet(protocol)
    return AsgiOutlet(send, lost)


class DirectOutlet:
    """Frames written to the socket of uvicorn's own protocol object, between its own messages.

    When nothing waits in the transport the bytes go straight to the socket: at 40 people this halves the cost of a
    sending. What the socket does not take at once goes to the transport, which keeps the order.
    """

    def __init__(self, protocol: WebSocketsSansIOProtocol) -> None:
        self._gather: Gather | None = None
        self._protocol = protocol
        self._transport = protocol.transport
        encrypted = protocol.transport.get_extra_info("ssl_object") is not None
        self._descriptor = -1 if encrypted else protocol.transport.get_extra_info("socket").fileno()

    def send(self, frames: tuple[Frame, ...], wire: bytes) -> bool:
        """See Outlet."""
        del frames
        protocol, transport = self._protocol, self._transport
        if transport.is_closing() or protocol.close_sent:
            return True
        waiting = transport.get_write_buffer_size()
        if waiting or self._descriptor < 0:
            if waiting > SLOW_BYTES:
                return False
            transport.write(wire)
            return True
        try:
            taken = os.write(self._descriptor, wire)
        except OSError:  # full or gone: the transport knows what to do
            taken = 0
        if taken < len(wire):
            transport.write(wire[taken:])
        return True

    def hear(self, take: Callable[[bytes], float], gather: Gather) -> None:
        """See Outlet.

        uvicorn queues each message for the ASGI task, stops reading, wakes the task, reads again: more work than
        the message itself. A message that comes in one frame is taken right where it is parsed; everything else
        (fragments, text, pings, the end) goes uvicorn's way. A keystroke comes as one short frame in one piece: it
        is read here when the parser is known to stand between two frames, because the one before it, which the
        parser read, was such a piece too.
        """
        protocol, now = self._protocol, self._protocol.loop.time
        usual, parse = protocol.handle_bytes, protocol.data_received
        slow_until = 0.0
        whole = False  # whether the parser stands between two frames
        chunk = b""

        def handle_bytes(event: Any) -> None:
            nonlocal slow_until, whole
            if event.fin and protocol.queue.empty() and not protocol.close_sent and now() >= slow_until:
                whole = is_whole(chunk) and unmasked(chunk) == event.data
                pause = take(event.data)
                slow_until = now() + pause if pause else 0.0
            else:
                # In order, after what uvicorn holds already; and its reading stops while somebody is too fast.
                usual(event)

        def treat(data: bytes) -> None:
            nonlocal slow_until, whole, chunk
            plain = whole and not slow_until and is_whole(data)
            if plain and protocol.queue.empty() and not protocol.close_sent:
                pause = take(unmasked(data))
                if pause:
                    slow_until = now() + pause
            else:
                whole, chunk = False, data
                parse(data)

        def data_received(data: bytes) -> None:
            if self._gather is None or not self._gather(treat, data):
                treat(data)

        self._gather = gather
        protocol.handle_bytes = handle_bytes  # type: ignore[method-assign]
        protocol.data_received = data_received  # type: ignore[method-assign]
        protocol.transport.set_protocol(protocol)

    def abandon(self) -> None:
        """See Outlet."""
        if not self._transport.is_closing():
            self._transport.abort()

    def release(self) -> None:
        """See Outlet."""
        self._gather = None
        self._protocol.__dict__.pop("handle_bytes", None)
        self._protocol.__dict__.pop("data_received", None)


def is_whole(data: bytes) -> bool:
    """Whether these bytes are one short masked binary frame, nothing less and nothing more (RFC 6455, 5.2)."""
    # Several frames may be 128 bytes longer than the first one says: its length is compared, not its bits.
    size = len(data) - _SHORT
    return 0 < size < _LONGER and data[0] == _BINARY and data[1] == _MASKED + size


def unmasked(data: bytes) -> bytes:
    """What the browser put in such a frame."""
    return apply_mask(data[_SHORT:], data[2:_SHORT])


class AsgiOutlet:
    """Frames through ASGI `send`, in order, by one task that lives as long as the connection."""

    def __init__(self, send: Send, lost: Callable[[], None]) -> None:
        self._send = send
        self._lost = lost
        self._queue: deque[bytes] = deque()
        self._size = 0
        self._filled = asyncio.Event()
        self._task = asyncio.get_running_loop().create_task(self._write())

    def send(self, frames: tuple[Frame, ...], wire: bytes) -> bool:
        """See Outlet."""
        if self._size > SLOW_BYTES:
            return False
        self._queue.extend(frame.payload for frame in frames)
        self._size += len(wire)
        self._filled.set()
        return True

    def hear(self, take: Callable[[bytes], float], gather: Gather) -> None:
        """See Outlet."""

    def abandon(self) -> None:
        """See Outlet."""
        self._task.cancel()

    def release(self) -> None:
        """See Outlet."""
        self._task.cancel()

    async def _write(self) -> None:
        try:
            while True:
                await self._filled.wait()
                while self._queue:
                    payload = self._queue.popleft()
                    await self._send({"type": "websocket.send", "bytes": payload})
                    self._size -= len(payload)
                self._size = 0
                self._filled.clear()
        except asyncio.CancelledError:
            raise
        except Exception:  # noqa: BLE001 - whatever a server raises on a dead socket, the room goes on
            self._lost()
