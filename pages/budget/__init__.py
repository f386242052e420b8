"""The treasurer's room: the envelope, what is committed, the ledger."""
