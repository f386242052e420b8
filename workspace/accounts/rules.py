"""Pure rules of accounts: names, mail addresses, passwords, limits against guessing."""

from __future__ import annotations

import re
import unicodedata
from datetime import datetime, timedelta

from workspace.accounts.common_passwords import COMMON_PASSWORDS
from workspace.accounts.words import AccountsOperation
from workspace.kernel.errors import RuleBroken
from workspace.kernel.rights import Policy, Reach

POLICIES: dict[AccountsOperation, Policy] = {
    AccountsOperation.SIGN_IN: Policy(public=True),
    AccountsOperation.OPEN_SESSION: Policy(public=True),
    AccountsOperation.ASK_RESET: Policy(public=True),
    AccountsOperation.RESET_PASSWORD: Policy(public=True),
    AccountsOperation.CLOSE_SESSION: Policy(signed_in=True),
    AccountsOperation.END_SESSION: Policy(signed_in=True),
    AccountsOperation.LIST_SESSIONS: Policy(signed_in=True),
    AccountsOperation.CHANGE_PASSWORD: Policy(signed_in=True),
    AccountsOperation.CHANGE_PROFILE: Policy(signed_in=True),
    AccountsOperation.SWITCH_GROUP: Policy(signed_in=True),
    AccountsOperation.EXPORT_MY_DATA: Policy(signed_in=True),
    AccountsOperation.MAKE_RESET_LINK: Policy(facilitator=Reach.GROUP, admin=True),
    AccountsOperation.CHECK_INSTALLATION: Policy(admin=True),
}

NAME_LENGTH = 120
EMAIL_LENGTH = 254  # RFC 5321 4.5.3.1.3
PASSWORD_MINIMUM = 12
PASSWORD_MAXIMUM = 128
TICKET_LIFE = timedelta(seconds=60)
RESET_LIFE = timedelta(hours=1)
SESSION_LIFE = timedelta(days=30)
SESSION_IDLE = timedelta(days=7)
SEEN_EVERY = timedelta(minutes=5)

GUESS_WINDOW = timedelta(minutes=15)
GUESSES_PER_PERSON_AND_ADDRESS = 10
ADDRESS_WINDOW = timedelta(hours=1)
GUESSES_PER_ADDRESS = 60

# Signs that draw nothing and let a name pass for another, or for no name at all.
HIDDEN_SIGNS = frozenset("\u200b\u2060\ufeff")
HIDDEN_DIRECTIONS = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})


def clean_line(value: str, *, maximum: int = NAME_LENGTH, required: bool = True, field: str = "name") -> str:
    """One line of human text: composed, without control or hidden characters, spaces folded.

    Raises RuleBroken `error-empty` or `error-too-long` (with `field`, `maximum`, `length`). Markup is kept as
    it was typed: every page shows text as text.
    """
    plain = "".join(" " if unicodedata.category(sign) in {"Cc", "Zl", "Zp"} else sign for sign in value)
    plain = unicodedata.normalize("NFC", "".join(sign for sign in plain if not _is_hidden(sign)))
    folded = re.sub(" {2,}", " ", plain).strip()
    if all(unicodedata.category(sign)[0] in "CZ" for sign in folded):
        folded = ""
    check_length(folded, maximum=maximum, required=required, field=field)
    return folded


def check_length(cleaned: str, *, maximum: int, required: bool, field: str) -> None:
    """Whether a text is there when it must be, and short enough. Raises RuleBroken as `clean_line`."""
    if required and not cleaned:
        raise RuleBroken("error-empty", field=field)
    if len(cleaned) > maximum:
        raise RuleBroken("error-too-long", field=field, maximum=maximum, length=len(cleaned))


def _is_hidden(sign: str) -> bool:
    return (
        sign in HIDDEN_SIGNS
        or unicodedata.category(sign) in {"Cs", "Co", "Cn"}
        or unicodedata.bidirectional(sign) in HIDDEN_DIRECTIONS
    )


def normal_email(value: str) -> str:
    """A mail address in its compared form: composed, trimmed, lower case. Never refuses."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", value).strip().lower())


def clean_email(value: str) -> str:
    """A mail address in its compared form. Raises RuleBroken `error-email`."""
    address = normal_email(value)
    local, at, domain = address.rpartition("@")
    plausible = at and local and "." in domain and all(domain.split("."))
    if (
        not plausible
        or len(address) > EMAIL_LENGTH
        or any(sign.isspace() or not sign.isprintable() for sign in address)
    ):
        raise RuleBroken("error-email")
    if any(sign in address for sign in "<>,;\"'()[]\\"):
        raise RuleBroken("error-email")
    return address


def normal_password(password: str) -> str:
    """The form of a password that is hashed: NFKC (NIST SP 800-63B 5.1.1.2), without outer spaces."""
    return unicodedata.normalize("NFKC", password).strip()


def check_new_password(password: str, *, name: str, email: str) -> str:
    """A new password in normal form. Length and a list of common ones, no rule of composition (ASVS 5, 6.2).

    Raises RuleBroken `error-password-short`, `error-password-long` or `error-password-common`.
    """
    normal = normal_password(password)
    if len(normal) < PASSWORD_MINIMUM:
        raise RuleBroken("error-password-short", minimum=PASSWORD_MINIMUM)
    if len(normal) > PASSWORD_MAXIMUM:
        raise RuleBroken("error-password-long", maximum=PASSWORD_MAXIMUM)
    folded = normal.casefold()
    own = {email.casefold(), name.casefold(), email.partition("@")[0].casefold() * 2}
    if folded in own or _is_common(folded):
        raise RuleBroken("error-password-common")
    return normal


def _is_common(folded: str) -> bool:
    few_signs = len(set(folded)) <= 3  # noqa: PLR2004 "aaaaaaaaaaaa", "ababababababab"
    bare = folded.strip("0123456789!?.*-_ ")
    return few_signs or folded in COMMON_PASSWORDS or bare in COMMON_PASSWORDS


def guess_refused(*, same_person_and_address: int, same_address: int) -> bool:
    """Whether one more guess is refused, from the counts of failures inside the two windows.

    The first limit is keyed on person and address together, so that a stranger cannot lock a colleague out.
    """
    return same_person_and_address >= GUESSES_PER_PERSON_AND_ADDRESS or same_address >= GUESSES_PER_ADDRESS


def session_is_idle(last_seen_at: datetime, now: datetime) -> bool:
    """Whether a session was left unused too long."""
    return now - last_seen_at > SESSION_IDLE
