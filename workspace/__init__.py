"""What the group does together: rooms, each with the same furniture (words, rules, queries, service, routes)."""
