"""The envelope, the quotes, the spending, the contributions."""
