"""Quotes of suppliers: what a devis states, what it really costs the group."""
