"""Pure rules of the first visit."""

from __future__ import annotations

import hmac

from workspace.kernel.errors import NotAllowed, RuleBroken
from workspace.kernel.rights import Policy
from workspace.welcome.words import WelcomeOperation

# Public, because nobody has an account yet; each use case then checks where the visitor sits, or the code.
POLICIES: dict[WelcomeOperation, Policy] = {
    WelcomeOperation.SET_UP: Policy(public=True),
    WelcomeOperation.INSTALL_EXAMPLE: Policy(public=True),
    WelcomeOperation.ENTER_EXAMPLE: Policy(public=True),
    WelcomeOperation.REMOVE_EXAMPLE: Policy(public=True),
}


def check_door(*, is_loopback: bool, typed_code: str, code: str) -> None:
    """Let in who sits at this machine, or who typed the code that the server printed.

    Raises RuleBroken `error-setup-code`. Compared in constant time; spaces and case do not matter.
    """
    if is_loopback:
        return
    typed = "".join(typed_code.split()).upper().replace("-", "")
    if not hmac.compare_digest(typed.encode(), code.replace("-", "").encode()):
        raise RuleBroken("error-setup-code")


def check_loopback(*, is_loopback: bool) -> None:
    """The example opens without a password, so only on this very machine. Raises NotAllowed."""
    if not is_loopback:
        raise NotAllowed("error-loopback-only")
