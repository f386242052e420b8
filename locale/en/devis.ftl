# Suppliers, quotes, comparison, request for quotes.
field-address = Address
error-siren = This SIREN number is not right: nine figures are needed, and their key does not match. Check it on the supplier’s document.
error-siret = This SIRET number is not right: fourteen figures are needed, and their key does not match. Check it on the supplier’s document.
error-vat-number = This VAT number is not right. In France it is FR, two signs, then the SIREN: FR44 732829320.
error-vat-siret = The VAT number and the SIRET are not of the same company. Check both on the supplier’s document.
error-iban = This IBAN is not right: its key does not match. Copy it again from the bank details.
error-supplier-name = A supplier is already called “{ $name }”. Edit that one, or give another name.
