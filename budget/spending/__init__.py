"""Spending: commitments, invoices, payments and bank rows; four different facts with the devis, never merged."""
