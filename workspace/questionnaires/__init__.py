"""Questionnaires: build, share, answer without an account, read the results, attach answers to the trame."""
