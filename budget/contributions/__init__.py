"""Contributions: what the structures bring, in money by a key, a pledge, a call and receipts; and in kind beside."""
