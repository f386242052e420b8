"""Import and export: documents of other tools become blocks of a fiche, and fiches become documents."""
