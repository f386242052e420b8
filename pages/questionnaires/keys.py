"""Session-state keys of the questionnaires room."""

from __future__ import annotations

NEW = "forms.new"
VIEW = "forms.view"
MADE_LINKS = "forms.links.made"
TAG = "forms.results.tag"
BUILD, SHARE, ANSWERS = "construire", "partager", "reponses"
VIEWS = (BUILD, SHARE, ANSWERS)
