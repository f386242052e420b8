"""`python -m budget check`: read every group's ledger again and say what is broken, by hand or from cron.

It speaks the language of LANG, as `python -m db` does. Exit status: 0 every chain holds, 1 one is broken.
"""

from __future__ import annotations

import argparse
import sys

from sqlalchemy.exc import OperationalError

from budget.ledger.queries import check_all
from db.__main__ import DONE, REFUSED, say
from db.session import reading
from workspace.kernel.errors import StoreUnavailable


def run_check() -> int:
    """Check all chains; one line a group."""
    with reading() as session:
        checks = check_all(session)
    for one in checks:
        if one.broken is None:
            say("ledger-check-good", group=one.group_name, count=one.count)
        else:
            say("ledger-check-broken", group=one.group_name, count=one.count)
            say(f"ledger-fault-{one.broken.fault.value}", at=str(one.broken.at))
    if not checks:
        say("ledger-check-none")
    return REFUSED if any(one.broken is not None for one in checks) else DONE


def main(arguments: list[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m budget", description=__doc__)
    parser.add_argument("command", choices=["check"])
    parser.parse_args(arguments)
    try:
        return run_check()
    except OperationalError:
        say(StoreUnavailable.default_code)
        return REFUSED


if __name__ == "__main__":
    sys.exit(main())
