"""Session, gate, state keys, messages, formats: what every screen stands on."""
