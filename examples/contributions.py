"""What the structures of the example bring, read from its TOML file: only the standard library; it is invented."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

CONTRIBUTIONS = Path(__file__).parent / "bouches_du_rhone" / "contributions.toml"


@dataclass(frozen=True, slots=True)
class Pledge:
    """What a structure pledged, whether it was called, and how long ago it was paid (None: not)."""

    by: str
    structure: str
    amount: str
    note: str = ""
    called: bool = False
    received_days_ago: int | None = None


@dataclass(frozen=True, slots=True)
class Gift:
    """What a structure brought without money: hours in minutes, or a value as typed with its source."""

    by: str
    structure: str
    kind: str
    task: str
    who: str
    days_ago: int
    minutes: int = 0
    value: str = ""
    valued_by: str = ""
    validated: bool = False


@dataclass(frozen=True, slots=True)
class Membership:
    """A structure that adhered some days ago."""

    structure: str
    days_ago: int
    paid: bool = False


@dataclass(frozen=True, slots=True)
class ExampleContributions:
    """The whole file; amounts as people type them. `payee` is (holder, IBAN), `method` (text, hourly, days ago)."""

    payee: tuple[str, str]
    title: str
    kind: str
    amount: str
    note: str
    days_to_pay: int
    fixed: dict[str, str]
    pledges: tuple[Pledge, ...]
    method: tuple[str, str, int]
    gifts: tuple[Gift, ...]
    fee: tuple[str, str, str]
    memberships: tuple[Membership, ...]


def read_contributions() -> ExampleContributions:
    """The example's contributions; they are in French. Raises KeyError or TypeError when the file lacks something."""
    with CONTRIBUTIONS.open("rb") as file:
        source = tomllib.load(file)
    key, method, fee = source["key"], source["method"], source["fee"]
    return ExampleContributions(
        payee=(source["payee"]["holder"], source["payee"]["iban"]),
        title=key["title"],
        kind=key["kind"],
        amount=key["amount"],
        note=key["note"],
        days_to_pay=key["days_to_pay"],
        fixed=key["fixed"],
        pledges=tuple(Pledge(**one) for one in source["pledge"]),
        method=(method["text"].strip(), method["hourly"], method["days_ago"]),
        gifts=tuple(Gift(**one) for one in source["in_kind"]),
        fee=(fee["label"], fee["kind"], fee["amount"]),
        memberships=tuple(Membership(**one) for one in source["membership"]),
    )
