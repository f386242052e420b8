"""Reading Yjs updates (format v1) before the document does: what they hold, and what they hang on.

yrs takes far more than an editor can draw, and integrates past a hole while browsers wait (y-crdt#632), so each
update is read here first: a few microseconds for a keystroke. Format: yjs 13.6 src/utils/encoding.js,
src/structs/*.js; lib0 0.2 encoding.js (writeAny).
"""

from __future__ import annotations

import json
import struct
from dataclasses import dataclass, field
from typing import Any

from workspace.livetext.rules import NODES, mark_allowed
from workspace.livetext.wire import Malformed, read_bytes, read_varuint

GC, DELETED, JSON_VALUES, BINARY, STRING, EMBED, FORMAT, TYPE, ANY, SKIP = 0, 1, 2, 3, 4, 5, 6, 7, 8, 10
ELEMENT_TYPE, TEXT_TYPE = 3, 6
_NO_ID = (-1, 0)
_LONGEST_SHIFT = 56
LARGEST_CLOCK = 1 << 31  # yrs counts clocks on 32 bits
_DEEPEST_ANY = 4
# lib0's tags of a value (encoding.js, writeAny)
_UNDEFINED, _NULL, _INTEGER, _FLOAT32, _FLOAT64, _BIGINT, _FALSE, _TRUE, _STRING = range(127, 118, -1)
_ARRAY = 117
_NUMBERS = {_FLOAT32: (">f", 4), _FLOAT64: (">d", 8), _BIGINT: (">q", 8)}


@dataclass(slots=True)
class Item:
    """One struct of an update. `content` is one of the constants above; `value` what the rules look at."""

    client: int
    clock: int
    length: int
    content: int
    left: tuple[int, int] = _NO_ID
    right: tuple[int, int] = _NO_ID
    root: str = ""
    parent: tuple[int, int] = _NO_ID
    key: str | None = None
    value: Any = None


@dataclass(slots=True)
class Update:
    """A decoded update: structs by client in clock order, and deleted ranges (client, clock, length)."""

    items: dict[int, list[Item]] = field(default_factory=dict)
    deletes: list[tuple[int, int, int]] = field(default_factory=list)


def decode(data: bytes) -> Update:
    """Read an update. Raises Malformed for whatever an editor of ours never writes."""
    made = Update()
    clients, at = read_varuint(data, 0)
    for _ in range(clients):
        count, at = read_varuint(data, at)
        client, at = read_varuint(data, at)
        clock, at = read_varuint(data, at)
        if client in made.items:
            raise Malformed("client given twice")
        if count > len(data):
            raise Malformed("more structs than bytes")
        items = made.items[client] = []
        for _ in range(count):
            item, at = _read_item(data, at, client, clock)
            if not 1 <= item.length < LARGEST_CLOCK - clock:
                raise Malformed("length out of bounds")
            clock += item.length
            items.append(item)
    at = _read_deletes(data, at, made.deletes)
    if at != len(data):
        raise Malformed("bytes left over")
    return made


def _read_deletes(data: bytes, at: int, into: list[tuple[int, int, int]]) -> int:
    clients, at = read_varuint(data, at)
    for _ in range(clients):
        client, at = read_varuint(data, at)
        count, at = read_varuint(data, at)
        for _ in range(count):
            clock, at = read_varuint(data, at)
            length, at = read_varuint(data, at)
            into.append((client, clock, length))
    return at


def read_id(data: bytes, at: int) -> tuple[tuple[int, int], int]:
    """(the client and clock of one struct, position after it)."""
    client, at = read_varuint(data, at)
    clock, at = read_varuint(data, at)
    return (client, clock), at


def _read_item(data: bytes, at: int, client: int, clock: int) -> tuple[Item, int]:
    if at >= len(data):
        raise Malformed("cut short")
    info = data[at]
    at += 1
    content = info & 31
    if content in {GC, SKIP}:
        length, at = read_varuint(data, at)
        return Item(client, clock, length, content), at
    item = Item(client, clock, 1, content)
    if info & 0x80:
        item.left, at = read_id(data, at)
    if info & 0x40:
        item.right, at = read_id(data, at)
    if not info & 0xC0:
        by_name, at = read_varuint(data, at)
        if by_name == 1:
            item.root, at = _read_text(data, at)
        else:
            item.parent, at = read_id(data, at)
        if info & 0x20:
            item.key, at = _read_text(data, at)
    return item, _read_content(data, at, item)


def _read_content(data: bytes, at: int, item: Item) -> int:
    content = item.content
    if content == STRING:
        text, at = _read_text(data, at)
        item.length = len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2
        item.value = (text,)
        return at
    if content == DELETED:
        item.length, at = read_varuint(data, at)
        return at
    if content == FORMAT:
        key, at = _read_text(data, at)
        item.value, at = _read_json(data, at)
        if not mark_allowed(key, item.value):
            raise Malformed("unknown mark")
        return at
    if content == TYPE:
        return _read_type(data, at, item)
    if content == ANY:
        return _read_values(data, at, item)
    raise Malformed("unknown content")


def _read_type(data: bytes, at: int, item: Item) -> int:
    kind, at = read_varuint(data, at)
    if kind == ELEMENT_TYPE:
        item.value, at = _read_text(data, at)
        if item.value not in NODES:
            raise Malformed("unknown node")
    elif kind == TEXT_TYPE:
        item.value = ""
    else:
        raise Malformed("unknown type")
    return at


def _read_values(data: bytes, at: int, item: Item) -> int:
    item.length, at = read_varuint(data, at)
    if item.length > len(data):
        raise Malformed("more values than bytes")
    values = []
    for _ in range(item.length):
        value, at = _read_any(data, at, 0)
        values.append(value)
    item.value = tuple(values)
    return at


def _read_text(data: bytes, at: int) -> tuple[str, int]:
    raw, at = read_bytes(data, at)
    try:
        return raw.decode(), at
    except UnicodeDecodeError:
        raise Malformed("not UTF-8") from None


def _read_json(data: bytes, at: int) -> tuple[Any, int]:
    text, at = _read_text(data, at)
    try:
        return json.loads(text), at
    except (ValueError, RecursionError):
        raise Malformed("not JSON") from None


def _read_any(data: bytes, at: int, depth: int) -> tuple[Any, int]:
    if at >= len(data) or depth > _DEEPEST_ANY:
        raise Malformed("cut short or too deep")
    tag = data[at]
    at += 1
    if tag in {_UNDEFINED, _NULL}:
        return None, at
    if tag == _INTEGER:
        return _read_varint(data, at)
    if tag in _NUMBERS:
        code, size = _NUMBERS[tag]
        if at + size > len(data):
            raise Malformed("cut short")
        return struct.unpack_from(code, data, at)[0], at + size
    if tag in {_FALSE, _TRUE}:
        return tag == _TRUE, at
    if tag == _STRING:
        return _read_text(data, at)
    if tag == _ARRAY:
        count, at = read_varuint(data, at)
        values = []
        for _ in range(min(count, len(data))):
            value, at = _read_any(data, at, depth + 1)
            values.append(value)
        return values, at
    raise Malformed("unknown value")


def _read_varint(data: bytes, at: int) -> tuple[int, int]:
    if at >= len(data):
        raise Malformed("cut short")
    first = data[at]
    at += 1
    value, shift = first & 0x3F, 6
    more = first & 0x80
    while more:
        if at >= len(data) or shift > _LONGEST_SHIFT:
            raise Malformed("cut short or too long")
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << shift
        shift += 7
        more = byte & 0x80
    return (-value if first & 0x40 else value), at
