"""The trame at work: reorder, merge, split, set aside, propose another one, compare, adopt."""
