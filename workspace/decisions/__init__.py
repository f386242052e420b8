"""Proposals, ballots, tallies, outcomes: what the group decides, one structure, one voice."""
