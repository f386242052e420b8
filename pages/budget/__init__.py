"""The budget's screens: envelope, commitments, suppliers, devis, invoices, bank."""
