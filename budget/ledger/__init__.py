"""The ledger: entries that nobody changes, each chained to the one before by its hash; years that close."""
