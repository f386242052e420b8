"""Keys of the session state, in one place. What must survive a reload stands in the address instead."""

from __future__ import annotations

LANGUAGE = "shell.language"
FLASH = "shell.flash"
TICKET = "shell.ticket"
TICKET_NONCE = "shell.ticket_nonce"
VISIT_NOTED = "shell.visit_noted"
SIGN_OUT = "shell.sign_out"
LANDING = "shell.landing"
RUN_LANGUAGE = "shell.run_language"
PAGES = "shell.pages"
