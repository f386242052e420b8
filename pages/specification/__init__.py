"""The room of the cahier des charges."""
