"""Accueil: what awaits me, what changed, where the group stands."""
