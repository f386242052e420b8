error-document-empty = Ce fichier est vide. Choisissez-en un autre.
error-document-large = Ce fichier dépasse { $megabytes } Mo. Réduisez-le, ou gardez seulement les pages utiles.
error-document-not-pdf = Ce fichier n’est pas un PDF, quel que soit son nom. Il est conservé ; recopiez les montants à la main.
error-document-encrypted = Ce PDF est protégé par un mot de passe : rien n’a pu y être lu. Il est conservé ; recopiez les montants à la main, ou demandez au fournisseur un fichier sans mot de passe.
error-document-pages = Ce PDF a trop de pages pour un devis ou une facture : il n’a pas été lu. Il est conservé ; recopiez les montants à la main.
error-document-scan = Ce PDF est une image, sans texte à lire. Il est conservé ; recopiez les montants à la main.
error-document-damaged = Ce PDF est abîmé et ne se lit pas jusqu’au bout. Il est conservé ; recopiez les montants à la main, ou demandez au fournisseur de le renvoyer.
