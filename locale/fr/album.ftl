# Les images du groupe.
images-title = Images
images-lead = Les images posées dans les fiches : où elles sont, à qui elles sont, jusqu’à quelle largeur elles s’impriment.
images-empty = Aucune image pour l’instant. Ajoutez-en une en écrivant une fiche : elle apparaîtra ici, prête pour l’écran et pour l’impression.
images-count = { $count ->
    [one] Une image
   *[other] { $count } images
 }
images-small-count = { $count ->
    [one] Une image est trop petite pour la largeur où elle s’imprime. Demandez l’original à son auteur.
   *[other] { $count } images sont trop petites pour la largeur où elles s’impriment. Demandez les originaux à leurs auteurs.
 }
images-unsaid-count = { $count ->
    [one] Une image n’a pas encore de licence : dites à qui elle est.
   *[other] { $count } images n’ont pas encore de licence : dites à qui elles sont.
 }
images-more = En voir plus
images-size = { $width } × { $height } points, nette jusqu’à { $sharp } cm de large
images-print-copy = Copie pour l’impression, { $width } cm
images-in-clause = clause du cahier des charges
images-in-version = version { $number } du cahier des charges, qui la garde
images-in-decision = option d’une décision
images-unused = Nulle part pour l’instant
images-unused-alt = Image posée hors des fiches, ou nulle part
images-sharp = imprimée sur { $width } cm : nette
images-soft = imprimée sur { $width } cm : { $ppi } points par pouce, un peu petite
images-coarse = imprimée sur { $width } cm : { $ppi } points par pouce, trop petite
images-alt = Texte de remplacement :
images-no-alt = il manque
images-describe = Crédit et licence
images-described = Crédit et licence enregistrés.
images-credit = Crédit
images-credit-help = L’auteur, comme il veut être nommé.
images-source = D’où elle vient
images-source-help = Une adresse, une personne, un courrier d’accord.
images-licence = Licence
images-licence-unsaid = Licence à préciser
images-licence-own = Faite par le groupe
images-licence-agreed = Publiée avec l’accord de l’auteur
images-licence-cc0 = Domaine public (CC0)
images-licence-cc-by = Creative Commons, avec le nom (CC BY)
images-licence-cc-by-sa = Creative Commons, avec le nom et à l’identique (CC BY-SA)
images-licence-other = Autre, dite dans le crédit

field-credit = Crédit
field-source = D’où elle vient

error-picture-credit = Cette licence demande le nom de l’auteur : écrivez-le dans le crédit.
