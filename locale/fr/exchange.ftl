# Importer et exporter.
import-open = Importer
import-title = Importer dans cette fiche
import-lead = Le texte s’ajoute à la fin de ce qui est déjà écrit. Rien ne s’efface, et vous voyez tout avant de confirmer.
import-from = D’où vient le texte ?
import-from-file = Un fichier
import-from-paste = Un texte à coller
import-file = Fichier
import-file-help = Word (.docx), LibreOffice (.odt), Markdown (.md), page web (.html), texte (.txt) ou export de Chemise (.json) ; { $megabytes } Mo au plus.
import-paste = Texte à coller
import-paste-help = Une ligne vide sépare deux paragraphes ; un tiret en début de ligne fait une liste.
import-level = Où l’ajouter ?
import-boxes = Reprendre les zones de texte comme encadrés
import-boxes-help = Les zones de texte de Word flottent hors du texte. Elles seront placées après le paragraphe auquel elles sont accrochées.
import-preview = Ce qui sera ajouté
import-nothing-taken = Rien ne peut être repris de ce document ; voyez ci-dessous ce qu’il contient.
import-words = { $words ->
    [one] Un mot sera ajouté.
   *[other] { $words } mots seront ajoutés.
 }
import-words-heavy = { $words } mots seront ajoutés. Une fiche en vise { $target } de ce côté : il faudra alléger.
import-left-out = Ce qui ne sera pas repris
import-left-out-none = Tout le texte du document est repris.
import-look-at = À vérifier après l’import
import-confirm = Ajouter à la fiche
import-choose-first = Choisissez un fichier ou collez un texte : l’aperçu apparaîtra ici.
import-done = { $words ->
    [one] Un mot ajouté à la fiche.
   *[other] { $words } mots ajoutés à la fiche.
 }
import-done-pictures = Ajouté à la fiche : { $words ->
    [0] { $pictures ->
        [one] une image.
       *[other] { $pictures } images.
     }
    [one] un mot, { $pictures ->
        [one] une image.
       *[other] { $pictures } images.
     }
   *[other] { $words } mots, { $pictures ->
        [one] une image.
       *[other] { $pictures } images.
     }
 }
import-pictures = { $count ->
    [one] Une image
   *[other] { $count } images
 }
import-pictures-lead = Dites ce que chaque image montre, pour qui ne la voit pas. Une image recadrée dans le document est reprise en entier.
import-picture-take = Reprendre cette image
import-picture-alt = Texte de remplacement
import-more = { $count ->
    [one] et un autre passage
   *[other] et { $count } autres passages
 }
import-all-words = Lire ces passages en entier

import-note-text-box = { $count ->
    [one] Une zone de texte
   *[other] { $count } zones de texte
 }
import-note-comment = { $count ->
    [one] Un commentaire
   *[other] { $count } commentaires
 }
import-note-footnote = { $count ->
    [one] Une note de bas de page
   *[other] { $count } notes de bas de page
 }
import-note-header = { $count ->
    [one] Un en-tête ou pied de page
   *[other] { $count } en-têtes ou pieds de page
 }
import-note-deleted = { $count ->
    [one] Un passage supprimé en suivi des modifications
   *[other] { $count } passages supprimés en suivi des modifications
 }
import-note-image = { $count ->
    [one] Une image hors du texte : ajoutez-la avec le bouton Image de l’éditeur
   *[other] { $count } images hors du texte : ajoutez-les avec le bouton Image de l’éditeur
 }
import-note-image-remote = { $count ->
    [one] Une image restée ailleurs : seule son adresse est dans le document. Enregistrez-la, puis ajoutez-la avec le bouton Image
   *[other] { $count } images restées ailleurs : seule leur adresse est dans le document. Enregistrez-les, puis ajoutez-les avec le bouton Image
 }
import-note-image-kind = { $count ->
    [one] Une image d’un format qui n’est pas repris : enregistrez-la en PNG, JPEG ou WebP, puis ajoutez-la avec le bouton Image
   *[other] { $count } images d’un format qui n’est pas repris : enregistrez-les en PNG, JPEG ou WebP, puis ajoutez-les avec le bouton Image
 }
import-note-image-broken = { $count ->
    [one] Une image abîmée, qui ne se lit pas jusqu’au bout : reprenez l’original avec le bouton Image
   *[other] { $count } images abîmées, qui ne se lisent pas jusqu’au bout : reprenez les originaux avec le bouton Image
 }
import-note-image-large = { $count ->
    [one] Une image trop grande : réduisez-la, puis ajoutez-la avec le bouton Image
   *[other] { $count } images trop grandes : réduisez-les, puis ajoutez-les avec le bouton Image
 }
import-note-image-many = { $count ->
    [one] Une image au-delà de ce qu’un import reprend : ajoutez-la avec le bouton Image
   *[other] { $count } images au-delà de ce qu’un import reprend : ajoutez-les avec le bouton Image
 }
import-note-image-moved = { $count ->
    [one] Une image qui se trouvait dans une liste, une citation ou un tableau, placée juste après
   *[other] { $count } images qui se trouvaient dans une liste, une citation ou un tableau, placées juste après
 }
import-note-equation = { $count ->
    [one] Une formule
   *[other] { $count } formules
 }
import-note-drawing = { $count ->
    [one] Un dessin, diagramme ou objet
   *[other] { $count } dessins, diagrammes ou objets
 }
import-note-metadata = { $count ->
    [one] Un en-tête de réglages
   *[other] { $count } en-têtes de réglages
 }
import-note-link = { $count ->
    [one] Un lien : ses mots restent, son adresse n’est pas admise
   *[other] { $count } liens : leurs mots restent, leur adresse n’est pas admise
 }
import-note-form = { $count ->
    [one] Un champ de formulaire
   *[other] { $count } champs de formulaire
 }
import-note-box-placed = { $count ->
    [one] Une zone de texte, reprise comme encadré
   *[other] { $count } zones de texte, reprises comme encadrés
 }
import-note-inserted = { $count ->
    [one] Un ajout en suivi des modifications, repris comme accepté
   *[other] { $count } ajouts en suivi des modifications, repris comme acceptés
 }
import-note-merged = { $count ->
    [one] Une case de tableau fusionnée, reprise comme une case simple
   *[other] { $count } cases de tableau fusionnées, reprises comme des cases simples
 }

export-open = Exporter
export-lead-one = Cette fiche, dans un fichier à garder ou à envoyer :
export-lead-all = Toutes les fiches du tableau, dans leur ordre, en un fichier :
export-docx = Word (.docx)
export-docx-help = pour continuer ailleurs
export-pdf = PDF
export-pdf-help = pour lire et imprimer
export-md = Markdown (.md)
export-md-help = texte simple
export-json = Données (.json)
export-json-help = complet, se réimporte
exchange-contents = Sommaire
exchange-picture = Image : { $alt }{ $credit }
exchange-tone-info = À savoir
exchange-tone-warning = Attention
exchange-tone-idea = Idée

error-import-empty = Ce fichier est vide.
error-import-large = Ce fichier dépasse { $megabytes } Mo. Réduisez-en les images, ou copiez le texte utile et collez-le ici.
error-import-kind = Ce genre de fichier ne se lit pas ici. Enregistrez-le en .docx, .odt, .md, .html ou .txt.
error-import-program = Ce fichier est un programme, pas un document. Rien n’en a été lu. Si quelqu’un vous l’a envoyé comme un document, prévenez-le.
error-import-encrypted = Ce document est protégé par un mot de passe. Ouvrez-le dans Word ou LibreOffice, enregistrez-le sans mot de passe, puis revenez.
error-import-old-word = Ce document vient d’une ancienne version de Word (.doc). Ouvrez-le et enregistrez-le en .docx.
error-import-pdf = Un PDF ne garde pas la structure du texte. Importez le document dont il est tiré, ou copiez le texte et collez-le ici.
error-import-mismatch = Le contenu de ce fichier n’est pas ce que son nom annonce. Ouvrez-le dans le logiciel qui l’a fait, et enregistrez-le de nouveau.
error-import-damaged = Ce document est abîmé et ne se lit pas jusqu’au bout. Ouvrez-le dans le logiciel qui l’a fait, et enregistrez-le de nouveau.
error-import-bomb = Ce document grossit démesurément à l’ouverture : il n’a pas été lu. Copiez le texte utile et collez-le ici.
error-import-entities = Ce document contient des instructions que nous refusons de suivre : il n’a pas été lu. Copiez le texte utile et collez-le ici.
error-import-json = Ce fichier .json n’est pas un export de fiches de Chemise, ou il a été modifié.
error-import-alt = { $count ->
    [one] Une image n’a pas encore de texte de remplacement : écrivez ce qu’elle montre, ou décochez-la.
   *[other] { $count } images n’ont pas encore de texte de remplacement : écrivez ce qu’elles montrent, ou décochez-les.
 }
field-alt = Texte de remplacement
error-import-pages = Ce texte fait environ { $pages } pages ; une fiche en reçoit { $maximum } au plus à la fois. Gardez les passages utiles, ou répartissez-les entre plusieurs fiches.
error-import-nothing = Aucun mot n’a été trouvé dans ce document.
error-document-not-made = Ce PDF n’a pas pu être fabriqué à l’instant. Rien n’est perdu : réessayez dans une minute, et prévenez l’animation si cela recommence.
error-export-empty = Il n’y a pas encore de fiche à exporter. Ouvrez-en une d’abord.
