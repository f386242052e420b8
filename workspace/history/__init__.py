"""History: the moments of a text, what changed between two of them, going back to one."""
