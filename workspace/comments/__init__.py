"""What people say beside a text: comments that stay at their words, and what was decided of suggestions."""
