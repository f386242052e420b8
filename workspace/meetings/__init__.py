"""Réunions: agenda and minutes written live, who was there, what was decided, who does what, the next date."""
