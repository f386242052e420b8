"""Screens of whoever looks after the installation."""
