"""Screens of groups, structures and people."""
