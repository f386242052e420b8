"""Framing of the live text: y-websocket's messages, and four of ours. No dependency, bytes in and out.

Sources: y-protocols 1.0.7 (sync.js, awareness.js), lib0 encoding; RFC 6455 section 5.2 for `Frame.wire`.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterable

SYNC, AWARENESS, QUERY_AWARENESS = 0, 1, 3
ACK, REFUSAL, STATE, COMMENTS = 100, 101, 102, 103
STEP1, STEP2, UPDATE = 0, 1, 2
EMPTY_UPDATE = b"\x00\x00"
_LARGEST_VARUINT = 1 << 53
_MORE, _LONGEST_SHIFT = 0x80, 56
_ONE_BYTE, _TWO_BYTES = 126, 1 << 16


class Malformed(ValueError):
    """Bytes that do not read as what they should be."""


def write_varuint(value: int) -> bytes:
    """lib0's variable length unsigned integer."""
    if value < _MORE:
        return bytes((value,))
    out = bytearray()
    while value >= _MORE:
        out.append(value & 0x7F | _MORE)
        value >>= 7
    out.append(value)
    return bytes(out)


def read_varuint(data: bytes, at: int) -> tuple[int, int]:
    """(value, position after it). Raises Malformed at the end of the bytes or above 2**53."""
    try:
        byte = data[at]
        at += 1
        if byte < _MORE:
            return byte, at
        value, shift = byte & 0x7F, 7
        while True:
            byte = data[at]
            at += 1
            value |= (byte & 0x7F) << shift
            if byte < _MORE:
                break
            shift += 7
            if shift > _LONGEST_SHIFT:
                raise Malformed("integer too long")
    except IndexError:
        raise Malformed("cut short") from None
    if value > _LARGEST_VARUINT:
        raise Malformed("integer too large")
    return value, at


def read_bytes(data: bytes, at: int) -> tuple[bytes, int]:
    """(a length-prefixed run of bytes, position after it)."""
    size, at = read_varuint(data, at)
    end = at + size
    if end > len(data):
        raise Malformed("cut short")
    return data[at:end], end


def write_bytes(value: bytes) -> bytes:
    """A length-prefixed run of bytes."""
    return write_varuint(len(value)) + value


class Frame:
    """One message to a browser: `payload` for ASGI, `wire` as an unmasked RFC 6455 binary frame."""

    __slots__ = ("payload", "wire")

    def __init__(self, payload: bytes) -> None:
        size = len(payload)
        if size < _ONE_BYTE:
            head = struct.pack("!BB", 0x82, size)
        elif size < _TWO_BYTES:
            head = struct.pack("!BBH", 0x82, 126, size)
        else:
            head = struct.pack("!BBQ", 0x82, 127, size)
        self.payload = payload
        self.wire = head + payload


def step1(state: bytes) -> Frame:
    """Our state vector: the other side answers with what we lack."""
    return Frame(b"\x00\x00" + write_bytes(state))


def step2(update: bytes) -> Frame:
    """What the other side lacks."""
    return Frame(b"\x00\x01" + write_bytes(update))


def update_frame(update: bytes) -> Frame:
    """An update as it happens."""
    return Frame(b"\x00\x02" + write_bytes(update))


def ack(count: int) -> Frame:
    """The first `count` update-carrying frames of this connection are committed."""
    return Frame(write_varuint(ACK) + write_varuint(count))


def refusal(code: str, count: int) -> Frame:
    """The `count`-th update-carrying frame of this connection was not taken."""
    return Frame(write_varuint(REFUSAL) + write_bytes(json.dumps({"code": code, "count": count}).encode()))


def state(*, can_write: bool, reason: str | None) -> Frame:
    """Whether this connection may write now, and why not."""
    said = json.dumps({"can_write": can_write, "reason": reason}).encode()
    return Frame(write_varuint(STATE) + write_bytes(said))


def comments() -> Frame:
    """The comments or suggestions of this text changed: ask for them again, over HTTP."""
    return Frame(write_varuint(COMMENTS))


def read_awareness(update: bytes) -> list[tuple[int, int, bytes]]:
    """The (client id, clock, state as JSON bytes) of an awareness update. Raises Malformed."""
    count, at = read_varuint(update, 0)
    if count > len(update):
        raise Malformed("more entries than bytes")
    entries = []
    for _ in range(count):
        client, at = read_varuint(update, at)
        clock, at = read_varuint(update, at)
        said, at = read_bytes(update, at)
        entries.append((client, clock, said))
    return entries


def awareness_frame(entries: Iterable[tuple[int, int, bytes]]) -> Frame:
    """An awareness message with these entries."""
    parts = [write_varuint(client) + write_varuint(clock) + write_bytes(said) for client, clock, said in entries]
    return Frame(b"\x01" + write_bytes(write_varuint(len(parts)) + b"".join(parts)))


def read_state_vector(data: bytes) -> dict[int, int]:
    """Next clock of each client. Raises Malformed."""
    count, at = read_varuint(data, 0)
    clocks = {}
    for _ in range(count):
        client, at = read_varuint(data, at)
        clocks[client], at = read_varuint(data, at)
    return clocks
