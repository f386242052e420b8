"""Documents received from suppliers, kept byte for byte with their SHA-256."""
