"""Adhesions: membership of the host association is one fact, its fee another. Neither weighs in a vote."""
