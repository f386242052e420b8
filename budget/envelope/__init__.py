"""The envelope: how much the group may spend, on what, and what is left of it, really."""
