"""The decisions room: the list with its register, one decision."""
