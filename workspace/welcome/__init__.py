"""The first visit: explore the example group, or create one's own."""
