# Fournisseurs, devis, comparaison, demande de devis.
field-address = Adresse
error-siren = Ce numéro SIREN n’est pas juste : il faut neuf chiffres, et leur clé ne correspond pas. Vérifiez-le sur le document du fournisseur.
error-siret = Ce numéro SIRET n’est pas juste : il faut quatorze chiffres, et leur clé ne correspond pas. Vérifiez-le sur le document du fournisseur.
error-vat-number = Ce numéro de TVA n’est pas juste. En France il s’écrit FR, deux signes puis le SIREN : FR44 732829320.
error-vat-siret = Le numéro de TVA et le SIRET ne sont pas de la même entreprise. Vérifiez les deux sur le document du fournisseur.
error-iban = Cet IBAN n’est pas juste : sa clé ne correspond pas. Recopiez-le depuis le RIB.
error-supplier-name = Un fournisseur s’appelle déjà « { $name } ». Modifiez-le, ou donnez un autre nom.
