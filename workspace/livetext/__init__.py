"""Texts that many people edit live."""
