"""Example groups, kept as data, and the pure reader that checks them."""
