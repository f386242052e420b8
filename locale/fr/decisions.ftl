# Décisions : propositions, votes, registre.
menu-decisions = Décisions
menu-decision = Décision
decisions-title = Décisions
decisions-open = En cours
decisions-open-none = Rien n’est soumis au vote. Ouvrez une proposition : le choix d’un visuel, l’organisation des fiches, la date du prochain atelier…
decisions-open-none-read = Rien n’est soumis au vote pour l’instant.
decisions-withdrawn = { $count ->
    [one] Une proposition retirée
   *[other] { $count } propositions retirées
 }
decisions-register = Registre des décisions
decisions-register-none = Le registre se remplit à la clôture de chaque vote : numéro, texte voté, décompte et règle.
register-number = N° { $number } · { $title }
verdict-adopted = Adopté
verdict-rejected = Non adopté
verdict-chosen = Retenu : { $winner }
verdict-leading = En tête : { $winner }
verdict-tie = Ex aequo : rien n’est décidé
verdict-none-good = Aucune option retenue
verdict-objected = Non adopté : une objection demeure
verdict-no-voice = Personne ne s’est exprimé
verdict-advisory = Consultatif, faute de quorum. { $said }

# Une proposition.
decision-new = Ouvrir une proposition
decision-new-title = Nouvelle proposition
decision-back = Toutes les décisions
decision-missing-title = Cette décision n’est pas ici
decision-missing-text = Elle n’existe pas, ou elle appartient à un autre groupe. L’adresse a peut-être été coupée en chemin.
decision-about-fiche = À propos de la fiche « { $name } »
decision-about-fiche-title = La fiche « { $name } »
decision-about-candidacy = À propos de la candidature de { $name }
decision-about-candidacy-title = Accueillir { $name } dans le groupe
decision-about-candidate = Voir les structures du groupe
decision-about-candidate-title = Accueillir une structure dans le groupe
decision-from-fiche = Proposer une décision
decision-opened-by = ouverte par { $name }
decision-opened = Proposition ouverte.
decision-until = Jusqu’au { $date }
decision-from = Ouvre le { $date }
decision-closed-on = Vote clos le { $date }
decision-so-far = Décompte provisoire : le vote est ouvert, rien n’est encore décidé.
decision-counting = Dépouillement en cours
decision-stage-withdrawn = Proposition retirée
decision-awaits-me = Votre voix est attendue
decision-changed = Texte corrigé, version { $version } ({ $date }, { $name }). { $note }
decision-kind = Que décide-t-on ?
decision-kind-visual = Un visuel
decision-kind-organisation = L’organisation du contenu
decision-kind-specification = Le cahier des charges
decision-kind-admission = L’entrée d’une structure
decision-kind-date = Une date
decision-kind-devis = Un devis
decision-kind-other = Autre chose
decision-advice-visual = Pour des maquettes, nous conseillons le jugement majoritaire : il dit aussi si la meilleure n’est que tolérée.
decision-advice-organisation = Entre deux organisations, nous conseillons la majorité simple ou le consentement sur l’une d’elles.
decision-advice-specification = Pour un texte avec lequel chacun devra vivre, nous conseillons le consentement.
decision-advice-admission = Pour une cooptation, nous conseillons le consentement ou la majorité qualifiée.
decision-advice-date = Pour une date, nous conseillons le sondage : oui, si nécessaire, non.
decision-advice-devis = Pour des devis, nous conseillons le jugement majoritaire, ou la majorité simple s’il n’y en a que deux.
decision-advice-other = Si c’est un texte, nous conseillons le consentement ; entre plusieurs options, le jugement majoritaire.
decision-title = Question posée au groupe
decision-title-example = Quel visuel pour la couverture ?
decision-context = Contexte, ou texte proposé
decision-context-help = Ce qu’il faut savoir pour répondre. Pour un consentement, le texte même que l’on adopterait.
decision-method = Façon de décider
decision-advised = { $method } (conseillé)
decision-method-majority_judgment = Jugement majoritaire
decision-method-approval = Approbation
decision-method-simple_majority = Majorité simple
decision-method-qualified_majority = Majorité qualifiée
decision-method-consent = Consentement
decision-method-ranking = Classement
decision-method-dots = Points à répartir
decision-method-date_poll = Sondage de dates
decision-method-majority_judgment-help = Chaque structure donne une mention à chaque option ; la meilleure mention majoritaire l’emporte.
decision-method-approval-help = Chaque structure coche toutes les options qui lui conviennent.
decision-method-simple_majority-help = Pour ou contre un texte, ou l’une de deux options.
decision-method-qualified_majority-help = Pour ou contre, avec deux tiers ou trois quarts à atteindre.
decision-method-consent-help = Le texte est adopté quand personne n’y voit d’objection argumentée.
decision-method-ranking-help = Chaque structure range les options ; on compare ensuite les options deux à deux (méthode de Schulze).
decision-method-dots-help = Chaque structure répartit quelques points entre les options.
decision-method-date_poll-help = Pour chaque date : oui, si nécessaire, ou non.
decision-options = Options
decision-option = Option
decision-option-name = Option { $place }
decision-option-text = Description
decision-option-pictures = Images de l’option { $place }
decision-option-pictures-help = PNG, JPEG ou WebP, { $megabytes } Mo au plus chacune.
decision-option-author = Auteur
decision-option-add = Ajouter une option
decision-option-remove = Retirer l’option { $place }
decision-option-keep = { $count ->
    [one] Garder cette image
   *[other] Garder ces { $count } images
 }
decision-option-date = Date { $place }
decision-option-place = Lieu, remarque
decision-the-text = Le texte proposé
decision-shape = On vote
decision-shape-text = sur un texte
decision-shape-two = entre deux options
decision-hour = Heure
decision-opens = Ouverture
decision-opens-later = Ouvrir plus tard
decision-closes = Clôture
decision-rules = Règles du vote
decision-voters = Qui vote
decision-voters-all = Toutes les structures
decision-quorum = Quorum
decision-quorum-help = Part des structures présentes ou représentées. En dessous, le résultat est consultatif.
decision-threshold = Majorité à atteindre
decision-threshold-simple = Plus de pour que de contre
decision-threshold-absolute = Plus de la moitié
decision-threshold-two_thirds = Deux tiers
decision-threshold-three_quarters = Trois quarts
decision-base = Comptée sur
decision-base-expressed = Les suffrages exprimés (sans blancs ni abstentions)
decision-base-cast = Les voix, blancs compris
decision-base-present = Les structures présentes ou représentées
decision-base-roll = Toutes les structures inscrites
decision-mentions = Mentions, de la meilleure à la pire
decision-mentions-help = Une par ligne. Les deux dernières (la dernière, jusqu’à cinq mentions) signifient qu’une option ne doit pas être retenue.
decision-dots = Points par structure
decision-tie = En cas d’ex aequo
decision-tie-second_round = Second tour entre les ex aequo
decision-tie-casting_voice = Voix prépondérante d’une structure
decision-tie-draw = Tirage au sort, gardé au registre
decision-casting = Structure à voix prépondérante
decision-hidden = Résultats cachés jusqu’à la clôture
decision-hidden-help = On vote alors sans suivre les premiers.
decision-secret = Bulletins sans nom après la clôture
decision-secret-help = À la clôture, le lien entre chaque structure et son bulletin est effacé, et les bulletins sont mélangés. Jusque-là il existe, pour pouvoir changer son vote : pour une élection, demandez plus.
decision-authors-shown = Montrer les auteurs pendant le vote
decision-authors-help = Caché pendant le vote, il apparaît à la clôture.
decision-review = Clause de revoyure
decision-review-help = Le jour où le groupe reparlera de cette décision.
decision-open = Ouvrir le vote
effect-title = Ce que la décision fera d’elle-même
effect-none = Rien de plus : elle est inscrite au registre
effect-nothing = Ne rien faire
effect-of-option = Si « { $option } » est retenu : { $ask }
effect-if-adopted = Si c’est adopté : { $will }.
effect-if-chosen = Si « { $option } » est retenu : { $will }.
effect-choose-visual-any = l’image de l’option retenue devient le visuel de la chemise
effect-if-any = Si une option est retenue : { $will }.
effect-otherwise = Sinon, ou sans quorum : rien ne change, le résultat est inscrit au registre.
effect-admit-structure = Faire entrer une structure dans le groupe
effect-admit-structure-ask = Structure candidate
effect-admit-structure-will = « { $name } » entre dans le groupe
effect-admit-structure-by-hand = Ouvrir les structures et y ajouter celle-ci à la main
effect-admit-structure-done = « { $name } » est entrée dans le groupe
effect-choose-visual = Choisir le visuel de la chemise
effect-choose-visual-will = l’image de « { $name } » devient le visuel de la chemise
effect-choose-visual-done = L’image de « { $name } » est le visuel de la chemise
effect-done = { $done }. Fait à la clôture, le { $date }.
effect-not-done = La décision est prise, mais sa suite n’a pas pu se faire : { $will }. { $why }
visual-chosen = Visuel retenu pour la chemise : « { $name } » (décision n° { $number })
visual-picture = Visuel de la chemise : « { $name } »

# Voter.
decision-vote = Voter
decision-vote-again = Changer mon vote
decision-vote-own = Votre vote, au nom de { $structure }
decision-vote-given = Par procuration, au nom de { $structure }
decision-instruction = Consigne donnée : { $text }
decision-voted = Voté par { $name } : { $said }
decision-voted-before = Le texte a été corrigé depuis ce vote. Relisez-le ; vous pouvez changer votre vote.
decision-cast = Vote enregistré. Vous pouvez le changer jusqu’à la clôture.
decision-your-answer = Votre réponse
decision-other-answers = Voter blanc, s’abstenir, ne pas prendre part
decision-remark = Remarque (facultative)
decision-objection-reason = Votre objection, et ce qui la lèverait
decision-approve = Tout ce qui vous convient
decision-approves-none = aucune
decision-rank = Touchez les options dans l’ordre de votre préférence
decision-rank-first = La préférée d’abord
decision-rank-help = Celles que vous laissez de côté sont dernières, à égalité.
decision-dots-left = { $count ->
    [0] Tous vos points sont placés.
    [one] Il reste un point.
   *[other] Il reste { $count } points.
 }
decision-dots-over = { $count ->
    [one] Un point de trop.
   *[other] { $count } points de trop.
 }
decision-mark = { $option } : { $mark }
decision-choice-for = Pour
decision-choice-against = Contre
decision-choice-no_objection = Sans objection
decision-choice-reservation = Réserve
decision-choice-objection = Objection
decision-stand-expressed = Je m’exprime
decision-stand-blank = Vote blanc
decision-stand-abstain = Abstention
decision-stand-no_part = Ne prend pas part
decision-answer = Réponse
decision-answer-yes = Oui
decision-answer-needed = Si nécessaire
decision-answer-no = Non
decision-advise = Votre avis
decision-advise-text = Votre voix est consultative : elle est montrée à part et ne compte pas.
decision-advise-send = Donner mon avis
decision-advice-apart = Avis consultatifs, hors décompte
decision-hidden-now = Les résultats apparaîtront à la clôture.

# Qui a voté, et les images.
decision-roll = Corps électoral
decision-roll-count = { $cast } sur { $roll } ont voté
decision-structure = Structure
decision-cast-by = Voix portée par
decision-said = Vote
decision-via = Procuration à
decision-by-procuration = par procuration à { $structure }
decision-absent = pas de bulletin
decision-by = Par { $name }
decision-picture = Image { $place }
decision-zoom = Voir l’image entière
decision-over = Superposer deux images
decision-over-left = Dessous
decision-over-right = Dessus
decision-over-cut = Découvrir

# Les résultats.
decision-count = Décompte
decision-voices = Voix
decision-approvals = Approbations
decision-points = Points
decision-mention = Mention
decision-before = avant { $option }
decision-duel-before = Placée avant…
decision-duel-after = …celle-ci
decision-duel-help = Chaque case dit combien de structures placent l’option de la ligne avant celle de la colonne. Foncé : le duel est gagné.
decision-profile-help = La mention majoritaire est celle où tombe le trait de la moitié.
explain-no-voice = Personne ne s’est exprimé.
explain-tie = Ex aequo : { $options }.
explain-chosen = Retenu : { $option }.
explain-chosen-advisory = En tête, à titre consultatif : { $option }.
explain-adopted = Le texte est adopté.
explain-adopted-advisory = À titre consultatif, l’avis est favorable.
explain-rejected = Le texte n’est pas adopté.
explain-rejected-advisory = À titre consultatif, l’avis n’est pas favorable.
explain-objected = { $count ->
    [one] Le texte n’est pas adopté : une objection demeure.
   *[other] Le texte n’est pas adopté : { $count } objections demeurent.
 }
explain-none-good = Rien n’est retenu : même la mieux placée, { $option }, n’obtient que « { $mention } ».
explain-why-consent = { $agree } sans objection, { $reserve } avec réserve, { $object } avec objection.
explain-why-majority =
    { $for } pour, { $against } contre. Il fallait { $threshold ->
        [absolute] plus de la moitié
        [two_thirds] les deux tiers
        [three_quarters] les trois quarts
        *[simple] plus de pour que de contre
    }, sur { $base } { $of ->
        [cast] voix, blancs compris
        [present] structures présentes ou représentées
        [roll] structures inscrites
        *[expressed] suffrages exprimés
    }.
explain-why-majority-two =
    { $option } : { $for } ; { $other } : { $against }. Il fallait { $threshold ->
        [absolute] plus de la moitié
        [two_thirds] les deux tiers
        [three_quarters] les trois quarts
        *[simple] le plus de voix
    }, sur { $base } { $of ->
        [cast] voix, blancs compris
        [present] structures présentes ou représentées
        [roll] structures inscrites
        *[expressed] suffrages exprimés
    }.
explain-why-judgment = Mention majoritaire de { $option } : « { $mention } ». Au-dessus : { $above } ; au-dessous : { $below }.
explain-why-judgment-parted = { $other } a la même mention majoritaire, « { $mention } ». Le départage retire une à une les mentions du milieu, jusqu’à la première différence.
explain-why-duels = { $option } gagne chacun de ses duels.
explain-why-paths = Aucune option ne gagne tous ses duels. { $option } l’emporte par les chemins de victoires les plus forts (méthode de Schulze).
explain-why-date = { $option } : oui { $yes }, si nécessaire { $needed }, non { $no }.
explain-why-approval = { $option } convient à { $total } structures sur { $voices }.
explain-why-dots = { $option } reçoit { $total } points de { $voices } structures.
explain-tie-second-round = La règle fixée avant le vote : un second tour entre elles.
explain-tie-unparted = La voix prépondérante ne les départage pas : il faut un second tour.
explain-tie-casting = Ex aequo entre { $options }. La voix prépondérante, prévue avant le vote, va à : { $option }.
explain-tie-draw = Ex aequo entre { $options }. Le tirage au sort, prévu avant le vote et gardé au registre, donne : { $option }.
explain-turnout = { $present ->
    [one] Une structure présente ou représentée sur { $roll }.
   *[other] { $present } structures présentes ou représentées sur { $roll }.
 }
explain-silent = Blancs : { $blank } ; abstentions : { $abstain } ; ne prennent pas part : { $apart } ; sans bulletin : { $absent }.
explain-quorum-reached = { $present ->
    [one] Quorum atteint : une structure présente ou représentée sur { $roll } ; il en fallait { $needed }.
   *[other] Quorum atteint : { $present } structures présentes ou représentées sur { $roll } ; il en fallait { $needed }.
 }
explain-quorum-missing = { $present ->
    [one] Quorum non atteint : une structure présente ou représentée sur { $roll } ; il en fallait { $needed }. Le résultat est consultatif.
   *[other] Quorum non atteint : { $present } structures présentes ou représentées sur { $roll } ; il en fallait { $needed }. Le résultat est consultatif.
 }

# Le registre et le procès-verbal.
decision-file-minutes = Procès-verbal (PDF)
decision-file-json = Tout pour recompter (JSON)
decision-file-csv = Bulletins (CSV)
decision-hash = Empreinte du texte voté :
decision-statutes = C’est une décision du groupe. Elle n’est une décision d’assemblée générale que si les statuts le prévoient.
decision-review-on = À revoir le { $date }
decision-earlier = Tour { $round }
minutes-number = Décision n° { $number }, tour { $round }
minutes-text = Texte proposé
minutes-options = Options
minutes-count = Décompte
minutes-roll = Corps électoral
minutes-objections = Objections
minutes-rule = Règle fixée avant le vote
minutes-effect = Ce que la décision a fait
minutes-effect-on-time = Le vote s’est clos à son heure, le { $date }. Proposition ouverte par { $person }.
minutes-effect-closed-by = Vote clos par { $name } le { $date }, toutes les structures ayant voté. Proposition ouverte par { $person }.
minutes-hash = Empreinte SHA-256 du texte voté :
minutes-objection = { $structure } ({ $status }) : { $reason }
rule-method = Façon de décider : { $method }.
rule-mentions = Mentions : { $mentions }.
rule-majority =
    Majorité : { $threshold ->
        [absolute] plus de la moitié
        [two_thirds] deux tiers
        [three_quarters] trois quarts
        *[simple] plus de pour que de contre
    }, comptée sur { $of ->
        [cast] les voix, blancs compris
        [present] les structures présentes ou représentées
        [roll] les structures inscrites
        *[expressed] les suffrages exprimés
    }.
rule-quorum = { $percent ->
    [0] Sans quorum.
   *[other] Quorum : { $percent } % des structures inscrites, présentes ou représentées.
 }
rule-tie-second_round = Ex aequo : second tour entre les ex aequo.
rule-tie-casting_voice = Ex aequo : voix prépondérante.
rule-tie-draw = Ex aequo : tirage au sort, gardé au registre.
rule-secret = Bulletins sans nom après la clôture.
rule-named = Une structure, une voix ; chaque voix est nommée.
rule-casting = Voix prépondérante : { $name }.
rule-fixed = Dès le premier bulletin, plus rien de cela ne change.

# Ce que l’on peut faire d’une proposition.
decision-change = Corriger le texte
decision-change-text = Les mots peuvent être corrigés : chaque correction est une version, annoncée à toutes. La règle, les options et les dates ne changent plus après le premier bulletin.
decision-change-all = Modifier la proposition
decision-change-whole = Personne n’a encore voté : tout peut changer. Dès le premier bulletin, seuls les mots pourront être corrigés.
decision-change-leave = Ne rien changer
decision-note = Ce que vous corrigez
decision-note-help = Affiché à toutes les structures, avec votre nom.
decision-save = Enregistrer
decision-saved = Enregistré.
decision-remind = Relancer
decision-reminded = { $sent ->
    [one] Un courriel envoyé, pour { $people } personnes attendues.
   *[other] { $sent } courriels envoyés, pour { $people } personnes attendues.
 }
decision-close = Clore : tout le monde a voté
decision-closed-now = Vote clos ; le résultat est au registre.
decision-withdraw = Retirer
decision-withdraw-text = « { $title } » ne sera plus soumis au vote. La proposition reste visible, avec votre raison ; rien n’est décidé.
decision-withdraw-reason = Pourquoi
decision-withdraw-yes = Retirer la proposition
decision-withdrawn-now = Proposition retirée.
decision-new-round = Nouveau tour
decision-new-round-text = On revote sur la même question ; le tour précédent reste visible. Après un ex aequo, seules les options à égalité restent. Vous pourrez corriger le texte.
decision-new-round-open = Ouvrir ce tour
decision-round-opened = Nouveau tour ouvert.
objections-title = Objections
objections-text = Une objection n’est pas un veto : c’est une invitation à approfondir. Seule la structure qui l’a posée peut dire qu’elle est levée.
objection-round = tour { $round }
objection-status-open = ouverte
objection-status-lifted = levée
objection-status-withdrawn = retirée
objection-status-kept = maintenue
objection-settled = Par { $name }, le { $date }.
objection-lifted-by = Levée par la version { $version } du texte.
objection-remark = Répondre, proposer une bonification
objection-answer = Répondre
objection-end-lifted = Le texte la lève
objection-end-withdrawn = La retirer
objection-end-kept = La maintenir
objection-saved = Enregistré.
voice-title = La voix de votre structure
voice-text = Une structure, une voix : le dernier vote avant la clôture compte, et chacun voit qui l’a porté.
voice-given = { $giver } a confié sa voix à { $holder } ({ $name })
voice-until = jusqu’au { $date }
voice-one-vote = pour un seul vote
voice-give = Donner procuration
voice-give-here = Confier notre voix pour ce vote
voice-give-text = L’autre structure vote en votre nom. Vous pouvez toujours voter vous-mêmes : votre vote remplace le sien.
voice-holder = Structure qui portera votre voix
voice-holder-missing = Choisissez la structure qui portera votre voix.
voice-until-field = Jusqu’au
voice-instruction = Consigne de vote (facultative)
voice-instruction-help = Affichée à la structure qui vote en votre nom.
voice-give-yes = Confier notre voix
voice-gave = Procuration donnée.
voice-revoke = Reprendre
voice-revoked = Procuration reprise.
voice-seat = Titulaire et suppléance
voice-seat-text = Tant que personne n’est désigné, toute personne de la structure peut porter sa voix, sauf en observation.
voice-seat-titular = Titulaire
voice-seat-substitute = Suppléance
voice-seat-anybody = N’importe qui de la structure
voice-seat-saved = Représentation enregistrée.
mail-vote-subject = Votre voix est attendue : { $title }
mail-vote-body =
    Bonjour { $name },

    Votre structure n’a pas encore voté sur « { $title } ». Le vote se clôt le { $date }.

    { $link }

field-context = Contexte
field-option = Nom de l’option
field-option-text = Description
field-author = Auteur
field-correction = Ce que vous corrigez
field-mention = Mention
field-remark = Réponse
field-instruction = Consigne
field-motive = Pourquoi l’accueillir
field-candidate = Structure candidate

error-decision-too-few-options = Il faut au moins { $least } options pour cette façon de décider ({ $most } au plus). Ajoutez-en une, ou choisissez une autre façon.
error-decision-too-many-options = Cette façon de décider prend { $most } options au plus ({ $least } au moins). Au-delà, le jugement majoritaire convient.
error-decision-same-option = L’option « { $option } » y est deux fois. Changez l’une des deux.
error-decision-date-missing = Donnez une date à « { $option } ».
error-decision-quorum = Un quorum va de 0 à 100 % des structures inscrites.
error-decision-no-voter = Personne ne pourrait voter : choisissez au moins une structure.
error-decision-casting-secret = Une voix prépondérante se lit : elle ne va pas avec des bulletins sans nom. Choisissez un second tour ou un tirage au sort.
error-decision-casting-none = Choisissez, parmi celles qui votent, la structure à voix prépondérante.
error-decision-consent-secret = Une objection se discute : le consentement ne va pas avec des bulletins sans nom. Choisissez la majorité qualifiée.
error-decision-mentions = Donnez de { $least } à { $most } mentions, toutes différentes.
error-decision-dots = Donnez de { $least } à { $most } points par structure.
error-decision-close = La clôture doit venir après l’ouverture, et après maintenant. Choisissez une date plus tardive.
error-decision-closed = Ce vote n’est plus ouvert. Rechargez la page pour voir où il en est.
error-decision-not-open = Ce vote n’est pas encore ouvert.
error-decision-frozen = Un bulletin est déjà là : la règle, les options et les dates ne changent plus. Corrigez les mots, ou retirez la proposition et ouvrez-en une autre.
error-effect-gone = L’application ne peut plus le faire d’elle-même.
error-effect-method = Cette suite ne va pas avec cette façon de décider. Choisissez-en une autre, ou « Rien de plus ».
error-effect-nothing = Dites ce que la décision fera, pour une option au moins ; ou choisissez « Rien de plus ».
error-effect-picture = Pour choisir le visuel, ajoutez une image à une option au moins.
error-effect-picture-gone = L’option retenue n’a pas d’image, ou elle n’est plus là.
error-decision-awaited = { $count ->
    [one] Une structure n’a pas encore voté : attendez-la, ou attendez la clôture.
   *[other] { $count } structures n’ont pas encore voté : attendez-les, ou attendez la clôture.
 }
error-round-open = Le tour en cours n’est pas clos.
error-round-decided = La décision est prise. Pour y revenir, ouvrez une nouvelle proposition.
error-remind-soon = Une relance vient de partir. Attendez demain.
error-ballot-choice = Choisissez une réponse.
error-ballot-missing = { $count ->
    [one] Il manque une réponse : donnez-en une à chaque option.
   *[other] Il manque { $count } réponses : donnez-en une à chaque option.
 }
error-ballot-unknown-option = Ce bulletin nomme une option qui n’est pas soumise au vote. Rechargez la page.
error-ballot-unknown-mark = Ce bulletin contient une mention inconnue. Rechargez la page.
error-ballot-dots = Vous avez { $dots } points à répartir ; vous en avez placé { $given }.
error-ballot-roll = Votre structure n’est pas inscrite à ce vote : le corps électoral a été arrêté à l’ouverture.
error-ballot-representative = Votre structure a désigné d’autres personnes pour porter sa voix. Voyez-le dans Décisions, « Titulaire et suppléance ».
error-ballot-no-procuration = Cette structure ne vous a pas confié sa voix pour ce vote.
error-ballot-principal = Cette structure a voté elle-même : son vote l’emporte sur la procuration.
error-objection-reason = Une objection se donne avec sa raison : dites ce qui ne va pas, et ce qui la lèverait.
error-objection-own = Seule la structure qui a posé cette objection peut y mettre fin. Répondez-lui.
error-procuration-self = Une structure ne se donne pas procuration.
error-procuration-already = Votre voix est déjà confiée. Reprenez-la d’abord.
error-procuration-circle = Cette structure vous a confié la sienne : elle ne peut pas porter la vôtre. Choisissez-en une autre.
error-procuration-chain = Une voix ne passe que par une main : qui en porte une, ou a confié la sienne, ne peut entrer dans une autre procuration. Choisissez une autre structure.
error-procuration-cap = { $cap ->
    [one] Cette structure porte déjà une voix, le plus permis. Choisissez-en une autre.
   *[other] Cette structure porte déjà { $cap } voix, le plus permis. Choisissez-en une autre.
 }
error-procuration-until = Dites jusqu’à quel jour, aujourd’hui ou plus tard.
error-procuration-own = Seule la structure qui a confié sa voix peut la reprendre.
error-procuration-cast = Votre voix a déjà été portée dans « { $title } ». Votez vous-mêmes : votre vote remplacera celui-là.
error-seat-same = Titulaire et suppléance sont deux personnes différentes.
error-structure-votes = Cette structure est inscrite au vote en cours « { $title } ». Attendez sa clôture, ou faites retirer la proposition.
error-candidate-same = { $name } est déjà candidate : sa candidature est dans Structures, Candidatures.
error-candidate-contact = Retirez l’adresse électronique ou le numéro de téléphone : ces textes sont lus par tout le groupe.
error-candidate-settled = La candidature de { $name } est déjà réglée.
error-candidate-voted = Le groupe vote sur { $name }. Retirez d’abord la proposition, ou attendez sa clôture.
