"""Business errors: a code and values; the sentence is made at the edge, in the reader's language.

`code` is the Fluent message id (``error-…`` in ``locale/<lang>/errors.ftl``); `values` fill its variables.
"""

from __future__ import annotations

from typing import ClassVar


class DomainError(Exception):
    """Base of everything a person may be told. Subclasses only choose a default code."""

    default_code: ClassVar[str] = "error-unexpected"

    def __init__(self, code: str | None = None, **values: str | int) -> None:
        self.code = code or self.default_code
        self.values = values
        super().__init__(self.code)


class NotFound(DomainError):
    """The object does not exist, or is another group's: the two are never told apart."""

    default_code = "error-not-found"


class NotAllowed(DomainError):
    """The actor has no right to this act."""

    default_code = "error-not-allowed"


class RuleBroken(DomainError):
    """The input or the state breaks a named rule; the code says which."""

    default_code = "error-rule"


class StaleEdit(DomainError):
    """Somebody saved since this form was shown; nothing was written."""

    default_code = "error-stale-edit"


class StoreUnavailable(DomainError):
    """The database is read-only, full or out of reach; nothing was written."""

    default_code = "error-store-unavailable"


class TooManyAttempts(DomainError):
    """A limit against guessing was reached; `minutes` says when to try again."""

    default_code = "error-too-many-attempts"
