"""Each point of the installation check, on both sides of its limits, has its sentence in both languages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from workspace.checkup import rules
from workspace.checkup.words import CheckLine, CheckStatus, HostFacts, StoreFacts
from workspace.kernel.messages import LANGUAGES, translate

OK, WARN, BAD = CheckStatus.OK, CheckStatus.WARN, CheckStatus.BAD
STORE = StoreFacts(
    engine="sqlite",
    version=(3, 53, 4),
    unexpected=(),
    is_sound=True,
    check_milliseconds=3,
    byte_count=2_000_000,
    skew_milliseconds=None,
    open_texts=2,
    people_in_texts=5,
    picture_count=3,
    picture_bytes=4_000_000,
)
HOST = HostFacts(
    free_bytes=50_000_000_000,
    total_bytes=100_000_000_000,
    clock_jump_milliseconds=0,
    has_zones=True,
    mail_host="smtp.exemple.fr",
    backup_age_hours=3,
    base_url="https://chemise.exemple.fr",
    secret_mode=0o600,
    script_hashes=1,
)


def lines(store: StoreFacts = STORE, host: HostFacts = HOST, current: str = "1") -> dict[str, CheckLine]:
    return {line.key: line for line in rules.judge(store, host, current=current, head="1")}


def test_installation_in_order_is_green_everywhere() -> None:
    assert {line.status for line in lines().values()} == {OK}
    assert not any(line.action for line in lines().values())


@pytest.mark.parametrize(
    ("change", "key", "status"),
    [
        ({"version": (3, 51, 2)}, "check-engine", BAD),
        ({"version": (3, 51, 3)}, "check-engine", OK),
        ({"engine": "postgresql", "version": (13, 9)}, "check-engine", BAD),
        ({"engine": "postgresql", "version": (15, 18)}, "check-engine", OK),
        ({"unexpected": ("synchronous",)}, "check-settings", BAD),
        ({"is_sound": False}, "check-integrity", BAD),
        ({"skew_milliseconds": 2001}, "check-clock", WARN),
        ({"skew_milliseconds": -2001}, "check-clock", WARN),
        ({"skew_milliseconds": 2000}, "check-clock", OK),
    ],
)
def test_store_facts_are_judged(change: dict[str, object], key: str, status: CheckStatus) -> None:
    assert lines(store=replace(STORE, **change))[key].status is status  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("change", "key", "status"),
    [
        ({"free_bytes": 10_000_000_000}, "check-disk", OK),
        ({"free_bytes": 9_999_999_999}, "check-disk", WARN),
        ({"free_bytes": 2_999_999_999}, "check-disk", BAD),
        ({"clock_jump_milliseconds": -300_000}, "check-clock", WARN),
        ({"has_zones": False}, "check-zones", BAD),
        ({"mail_host": ""}, "check-mail", WARN),
        ({"backup_age_hours": 26}, "check-backup", OK),
        ({"backup_age_hours": 27}, "check-backup", WARN),
        ({"backup_age_hours": 169}, "check-backup", BAD),
        ({"backup_age_hours": None}, "check-backup", BAD),
        ({"base_url": ""}, "check-address", WARN),
        ({"base_url": "http://chemise.exemple.fr"}, "check-address", BAD),
        ({"base_url": "http://localhost:8501"}, "check-address", OK),
        ({"base_url": "http://chemise.exemple.fr"}, "check-cookie", WARN),
        ({"secret_mode": 0o640}, "check-secret", BAD),
        ({"secret_mode": 0o400}, "check-secret", OK),
        ({"secret_mode": None}, "check-secret", OK),
        ({"script_hashes": 2}, "check-policy", WARN),
    ],
)
def test_host_facts_are_judged(change: dict[str, object], key: str, status: CheckStatus) -> None:
    assert lines(host=replace(HOST, **change))[key].status is status  # type: ignore[arg-type]


def test_revision_that_is_not_the_codes_is_bad() -> None:
    assert lines(current="0")["check-revision"].status is BAD


def test_every_line_reads_well_in_both_languages_whatever_its_state() -> None:
    worst_store = replace(
        STORE, version=(3, 40, 1), unexpected=("synchronous",), is_sound=False, skew_milliseconds=9999
    )
    worst_host = HostFacts(
        free_bytes=0,
        total_bytes=1,
        clock_jump_milliseconds=0,
        has_zones=False,
        mail_host="",
        backup_age_hours=None,
        base_url="",
        secret_mode=0o777,
        script_hashes=0,
    )
    worst = rules.judge(worst_store, worst_host, current=None, head="1")
    later = [
        rules.engine_line(replace(STORE, engine="postgresql", version=(9, 6))),
        rules.backup_line(replace(HOST, backup_age_hours=200)),
        rules.secret_line(replace(HOST, secret_mode=None)),
    ]
    for line in [*worst, *later, *lines().values()]:
        for language in LANGUAGES:
            said = [translate(language, line.key), translate(language, line.value, **dict(line.values))]
            if line.status is not OK:
                said.append(translate(language, line.action))
            assert all(said)
