"""Passwords and tokens: hashing and making them. Slow on purpose: never call it inside a unit of work."""

from __future__ import annotations

import hashlib
import hmac
import secrets

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError

from workspace.kernel.settings import secret_key

# OWASP's second profile of argon2id: 19 MiB, 2 passes, 1 lane. No 72-byte limit, unlike bcrypt.
_HASHER = PasswordHasher(time_cost=2, memory_cost=19456, parallelism=1)
_DUMMY = _HASHER.hash(secrets.token_urlsafe(16))


def hash_password(normal: str) -> str:
    """The argon2id hash of a password in normal form."""
    return _HASHER.hash(normal)


def password_matches(password_hash: str | None, normal: str) -> bool:
    """Whether the password fits. Without a hash it takes the same time, so that a name is not betrayed."""
    try:
        return _HASHER.verify(password_hash or _DUMMY, normal) and password_hash is not None
    except (Argon2Error, InvalidHashError):
        return False


def new_token() -> str:
    """256 bits for a link or a cookie."""
    return secrets.token_urlsafe(32)


def token_hash(token: str) -> str:
    """What is kept of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def attempt_key(*parts: str) -> str:
    """A keyed hash of who is guessed at and from where: counts without keeping names or addresses."""
    return hmac.new(secret_key(), ("attempt|" + "|".join(parts)).encode(), hashlib.sha256).hexdigest()
