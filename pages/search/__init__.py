"""Finding any word of the group's work."""
