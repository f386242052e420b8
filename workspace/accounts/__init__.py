"""Persons, passwords, sessions, the first visit."""
