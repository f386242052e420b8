"""Reading what others send in known forms: electronic invoices (EN 16931) and bank statements. No database."""
