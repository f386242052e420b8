"""Framing, tokens, links, rights, windows and buckets."""

from __future__ import annotations

import contextlib
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from websockets.frames import Frame as WebFrame
from websockets.frames import Opcode

from workspace.kernel.actor import ANONYMOUS, Actor, Role
from workspace.livetext import rules, wire
from workspace.livetext.carets import Carets
from workspace.livetext.outlet import is_whole, unmasked
from workspace.livetext.ticket import LIFETIME, make_token, read_token
from workspace.livetext.words import Refusal


@given(st.integers(0, 1 << 53))
def test_varuint_round_trip(value: int) -> None:
    encoded = wire.write_varuint(value)
    assert wire.read_varuint(encoded + b"\x05", 0) == (value, len(encoded))


@pytest.mark.parametrize("data", [b"", b"\x80", b"\xff" * 12, b"\xff\xff\xff\xff\xff\xff\xff\xff\x7f"])
def test_bad_varuints_are_refused(data: bytes) -> None:
    with pytest.raises(wire.Malformed):
        wire.read_varuint(data, 0)


@pytest.mark.parametrize(
    ("size", "head"),
    [(5, b"\x82\x05"), (126, b"\x82\x7e\x00\x7e"), (70_000, b"\x82\x7f" + (70_000).to_bytes(8, "big"))],
)
def test_frames_are_rfc_6455(size: int, head: bytes) -> None:
    frame = wire.Frame(b"x" * size)
    assert frame.wire == head + frame.payload


def test_our_messages_read_as_the_contract_says() -> None:
    assert wire.ack(300).payload == b"\x64\xac\x02"
    assert wire.refusal("locked", 3).payload == b'\x65\x1e{"code": "locked", "count": 3}'
    assert wire.state(can_write=True, reason=None).payload[:1] == b"\x66"


@given(st.binary(max_size=60))
def test_awareness_never_raises_anything_else(data: bytes) -> None:
    with contextlib.suppress(wire.Malformed):
        Carets().take(data, object(), uuid4(), "Nom")


def test_one_connection_holds_few_carets() -> None:
    carets, holder, person = Carets(), object(), uuid4()
    for client in range(10):
        said = wire.awareness_frame([(client, 1, b"{}")]).payload
        body, _ = wire.read_bytes(said, 1)
        carets.take(body, holder, person, "Nom")
    everything, _ = wire.read_bytes(carets.everything().payload, 1)
    assert len(wire.read_awareness(everything)) == rules.CARETS_EACH


def test_tokens_open_one_text_for_ten_minutes() -> None:
    text, session = uuid4(), uuid4()
    token = make_token(text, session, now=1000)
    assert read_token(token, now=1000 + LIFETIME) == (text, session)
    assert read_token(token, now=1001 + LIFETIME) is None
    assert token.replace("-", "").replace("_", "").isalnum()
    for at in range(len(token) - 1):
        other = "A" if token[at] != "A" else "B"
        assert read_token(token[:at] + other + token[at + 1 :], now=1000) is None


@pytest.mark.parametrize(
    ("href", "safe"),
    [
        ("https://a.fr/x?y=1#z", True),
        ("http://a.fr", True),
        ("HTTPS://A.FR", True),
        ("mailto:a@b.fr", True),
        ("fiche:97a23907-2cdb-4600-a2c3-fcb716bc70a3", True),
        ("structure:f83ba097-3c0b-4413-a1cb-17b6ad7c6795", True),
        ("fiche:1", False),
        ("javascript:alert(1)", False),
        ("java\nscript:alert(1)", False),
        (" https://a.fr", False),
        ("//a.fr", False),
        ("https://", False),
        ("https://a.fr@evil.example", False),
        ("https://[::1", False),
        ("mailto:a@b.fr?bcc=x", False),
        ("data:text/html,x", False),
        ("https://a.fr/" + "x" * 2000, False),
        ("", False),
        (None, False),
    ],
)
def test_links(href: object, safe: bool) -> None:
    assert rules.safe_href(href) is safe


def test_who_may_write() -> None:
    group, other = uuid4(), uuid4()
    for role in Role:
        actor = Actor(person_id=uuid4(), group_id=group, member_id=uuid4(), structure_id=uuid4(), role=role)
        writes = role is not Role.OBSERVER
        assert rules.write_refusal(actor, group, locked=False) == (None if writes else Refusal.READ_ONLY)
        assert rules.write_refusal(actor, group, locked=True) == (Refusal.LOCKED if writes else Refusal.READ_ONLY)
        assert rules.write_refusal(actor, other, locked=False) is Refusal.READ_ONLY
    assert rules.write_refusal(ANONYMOUS, group, locked=False) is Refusal.READ_ONLY


@given(st.binary(max_size=200), st.booleans(), st.integers(0, 300))
def test_one_short_frame_in_one_piece_is_known(said: bytes, final: bool, cut: int) -> None:
    piece = WebFrame(Opcode.BINARY, said, fin=final).serialize(mask=True)
    assert is_whole(piece) == (final and 0 < len(said) < 126)
    if is_whole(piece):
        assert unmasked(piece) == said
        assert not is_whole(piece + piece)
        assert not is_whole(piece[: cut % len(piece)])
    assert not is_whole(WebFrame(Opcode.TEXT, said).serialize(mask=True))


@pytest.mark.parametrize("first", range(1, 126))
def test_several_keys_in_one_piece_are_never_one_frame(first: int) -> None:
    piece = WebFrame(Opcode.BINARY, b"x" * first).serialize(mask=True)
    # 128 more than the first frame says is the length whose bits are the same.
    for more in range(1, 600):
        assert not is_whole(piece + b"\x82" * more)


def test_the_window_follows_the_load() -> None:
    assert rules.coalescing_window(50 * 10) == 0.0
    windows = [rules.coalescing_window(load) for load in range(0, 20_000, 500)]
    assert windows == sorted(windows)
    assert windows[-1] == rules.LONGEST_WINDOW


def test_the_bucket_slows_then_cuts() -> None:
    bucket = rules.Bucket(per_second=10, patience=5)
    assert [bucket.take(0.0) for _ in range(40)] == [0.0] * 40
    assert bucket.take(0.0) == pytest.approx(0.1)
    now, delays = 0.1, []
    while (delay := bucket.take(now)) is not None:
        delays.append(delay)
        now += delay
    assert 5 <= now < 6
    calm = rules.Bucket(per_second=10, patience=5)
    assert all(calm.take(at / 8) == 0.0 for at in range(1000))


@given(st.lists(st.floats(0.001, 0.2), min_size=1, max_size=200))
def test_the_meter_never_goes_wild(gaps: list[float]) -> None:
    meter, now = rules.LoadMeter(), 0.0
    for gap in gaps:
        now += gap
        assert 0 <= meter.note(now) <= 1 / rules.LoadMeter.TAU + 2 / min(gaps)
    assert meter.rate(now + 2) == 0.0
