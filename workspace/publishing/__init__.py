"""From the block tree to a printed sheet and to a page for phones."""
