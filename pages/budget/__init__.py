"""The treasurer's room: the envelope, what is committed, suppliers, devis, invoices, the bank, the ledger."""
