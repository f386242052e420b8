"""Accueil."""
from pages.shell.session import require_actor

require_actor()
