"""Rates that laws set: the dated table that comes with the house, and what the treasurer corrects in it."""
