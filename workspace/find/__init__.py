"""Find any word of the group's work, accents and case ignored, with its place shown."""
