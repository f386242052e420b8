"""The trame and the fiches."""
