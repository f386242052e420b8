"""Import and export, on the screens of fiches."""
