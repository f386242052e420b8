"""The bank account: statements read, their rows, and what each of them was found to be."""
