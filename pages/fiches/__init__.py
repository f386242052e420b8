"""The fiches room: board, fiche, trame."""
