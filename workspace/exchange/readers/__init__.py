"""One reader a format: bytes in, blocks of the live text out, with a note of all that was not taken."""
