"""The counts: pure functions from ballots to rankings. docs/decisions/0020-tallies.md says why they are ours."""
