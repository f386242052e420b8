"""A hash of plain values: equal means the same values, whatever the order of keys. Pure."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any


def fingerprint(values: Mapping[str, Any]) -> str:
    """SHA-256, in hexadecimal, of values that JSON can hold. Seals are kept for good: this must never change."""
    return hashlib.sha256(json.dumps(values, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
