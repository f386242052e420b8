"""Is this installation in order? For administrators."""
