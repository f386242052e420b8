"""Duels: how many voters put one option before another, the Condorcet winner, and Schulze's ranking.

Schulze's method with winning votes (M. Schulze, *Social Choice and Welfare* 36, 2011; the variant of Debian and
Belenios): the strength of a path is its weakest link, a link being a duel that is won, as strong as the number of
voters who won it. One option stands before another when its strongest path to it is stronger than the way back.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import lt

from workspace.decisions.tally.order import Ranking

Duels = list[list[int]]


def duels(columns: Sequence[Sequence[int]]) -> Duels:
    """`duels[a][b]` voters rank option a before option b.

    `columns[a]` holds the rank that each ballot gives to option a, 1 for the first; options that a ballot leaves out
    hold one same larger number, which makes them last and tied.
    """
    # Column by column, because `map` over two columns compares in C what a loop over ballots compares in Python.
    return [[sum(map(lt, mine, other)) for other in columns] for mine in columns]


def condorcet_winner(won: Duels) -> int | None:
    """The option that wins each of its duels, or None."""
    everyone = range(len(won))
    return next((a for a in everyone if all(won[a][b] > won[b][a] for b in everyone if b != a)), None)


def strongest_paths(won: Duels) -> Duels:
    """`strongest_paths[a][b]`: how strong the best path from a to b is; 0 without any (Floyd and Warshall)."""
    everyone = range(len(won))
    paths = [[won[a][b] if won[a][b] > won[b][a] else 0 for b in everyone] for a in everyone]
    for through in everyone:
        for start in everyone:
            for end in everyone:
                if start not in (end, through) and end != through:
                    detour = min(paths[start][through], paths[through][end])
                    paths[start][end] = max(paths[start][end], detour)
    return paths


def rank_schulze(options: Sequence[str], columns: Sequence[Sequence[int]]) -> Ranking[str]:
    """Options from the best to the worst, ties together.

    The relation of paths is transitive but two options may be neither before nor after one another, so the ranking
    is made from the top: those that nobody left stands before, then the same among the others.
    """
    paths = strongest_paths(duels(columns))
    left = list(range(len(options)))
    groups: list[tuple[str, ...]] = []
    while left:
        top = [a for a in left if all(paths[a][b] >= paths[b][a] for b in left)]
        groups.append(tuple(options[a] for a in top))
        left = [a for a in left if a not in top]
    return tuple(groups)
