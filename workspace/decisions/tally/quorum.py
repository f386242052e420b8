"""Thresholds, exactly: whole numbers only, so that two thirds of three is two."""

from __future__ import annotations

from fractions import Fraction

SMALL_BODY = 20


def voices_needed(percent: int, roll: int) -> int:
    """How many structures must be present or represented: the percentage of the roll, rounded up."""
    return -(-percent * roll // 100)


def reaches(votes: int, base: int, share: Fraction, *, strictly: bool) -> bool:
    """Whether `votes` out of `base` reach `share`; `strictly` asks for more than it. Nothing reaches it of nobody."""
    if base == 0:
        return False
    reached = votes * share.denominator
    wanted = base * share.numerator
    return reached > wanted if strictly else reached >= wanted


def procuration_cap(roll: int) -> int:
    """How many voices one structure may carry besides its own.

    The rule of the SCOP (law 78-763 of 19 July 1978, section Assemblées): one below twenty associates, then at most
    one twentieth of them. Associations choose; without a word in their statutes there would be no limit at all.
    """
    return max(1, roll // SMALL_BODY)
