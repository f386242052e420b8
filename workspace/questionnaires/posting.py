"""Reading a posted form: only the plain kind, within bounds, by the standard library."""

from __future__ import annotations

from urllib.parse import parse_qs

from starlette.requests import Request

from workspace.questionnaires.rules import ANSWER_LENGTH, CHOICES_MAXIMUM, ITEMS_MAXIMUM

# Sixty answers of 2 000 signs, each of up to four bytes written as %XX.
BODY_BYTES = ITEMS_MAXIMUM * ANSWER_LENGTH * 12
FIELDS_MAXIMUM = ITEMS_MAXIMUM * CHOICES_MAXIMUM + 10
KIND = "application/x-www-form-urlencoded"
TOO_LARGE, BAD = 413, 400


class Unreadable(Exception):
    """The body is not a form of ours; `key` is the sentence, `status` the answer's."""

    def __init__(self, key: str, status: int) -> None:
        self.key = key
        self.status = status
        super().__init__(key)


async def read_fields(request: Request) -> dict[str, list[str]]:
    """The fields by name. Raises Unreadable: another kind, too large, too many fields, not UTF-8."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != KIND:
        raise Unreadable("form-broken-text", BAD)
    announced = request.headers.get("content-length", "")
    if announced.isdecimal() and int(announced) > BODY_BYTES:
        raise Unreadable("form-large-text", TOO_LARGE)
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > BODY_BYTES:
            raise Unreadable("form-large-text", TOO_LARGE)
    try:
        return parse_qs(
            body.decode("ascii"),
            keep_blank_values=True,
            encoding="utf-8",
            errors="strict",
            max_num_fields=FIELDS_MAXIMUM,
        )
    except ValueError:
        raise Unreadable("form-broken-text", BAD) from None
