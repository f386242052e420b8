"""Shared kernel: errors, actor, rights, money, clock, settings, messages. It knows no room."""
