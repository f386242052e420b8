"""How light a fiche is while it is written: words, sentences, readability, against the group's own targets."""
