# Adhésions : qui est membre de l’association, jusqu’à quand, et où en sont les cotisations.
menu-adhesions = Adhésions
adhesions-lead = Adhérer à { $host } est un choix : personne n’y est obligé, et une voix compte autant que la cotisation soit payée ou non.
adhesions-structure = Structure
adhesions-standing = Situation
adhesions-period = Période
adhesions-due = Cotisation
adhesions-paid = Payé
adhesions-who = Qui est à jour
adhesions-summary = À jour : { $count } sur { $total }
adhesions-none = Aucune adhésion n’est inscrite. Commencez par une règle de cotisation, puis inscrivez les structures qui souhaitent adhérer.
adhesions-none-read = Aucune adhésion n’est inscrite. Si votre structure souhaite adhérer, dites-le à la trésorerie ou à l’animation.
adhesions-standing-up-to-date = à jour
adhesions-standing-coming = à jour, la période n’a pas commencé
adhesions-standing-due = cotisation à régler
adhesions-standing-late = cotisation en retard
adhesions-standing-ended = adhésion terminée
adhesions-standing-none = n’adhère pas
adhesions-to-renew = à renouveler
adhesions-chart = Où en sont les structures
adhesions-chart-count = Structures
adhesions-as-table = Le même graphique en tableau
adhesions-structure-choice = Structure à suivre
adhesions-record = Inscrire une adhésion
adhesions-renew = Renouveler
adhesions-record-title = Adhésion de { $name }
adhesions-record-text = La période et la cotisation sont deux choses : la structure est membre dès l’inscription, payée ou non.
adhesions-rule = Règle
adhesions-starts = À partir du
adhesions-fee-due = Cotisation à régler avant le
adhesions-preview = { $period } : { $amount }
adhesions-save = Inscrire l’adhésion
adhesions-saved = L’adhésion est inscrite.
adhesions-cancel = Annuler cette adhésion
adhesions-cancel-title = Annuler l’adhésion de { $name }
adhesions-cancelled = annulée ({ $reason })
adhesions-history = Périodes de { $name }
adhesions-receive = Inscrire un versement
adhesions-remind = Rappeler la cotisation
adhesions-words = Texte du rappel
adhesions-rules = Règles de cotisation
adhesions-rules-none = Aucune règle. Écrivez-en une pour pouvoir inscrire des adhésions.
adhesions-rule-new = Écrire une règle
adhesions-rule-change = Modifier
adhesions-rule-archive = Archiver
adhesions-rule-restore = Remettre
adhesions-rule-archived = archivée
adhesions-rule-label = Nom de la règle
adhesions-rule-label-placeholder = Adhésion des structures
adhesions-rule-kind = Période
adhesions-rule-kind-calendar = L’année de l’association
adhesions-rule-kind-rolling = Une durée à partir du jour
adhesions-rule-kind-prorata = L’année, au prorata
adhesions-rule-kind-calendar-help = La période finit avec l’année de l’association ; la cotisation est entière.
adhesions-rule-kind-rolling-help = La période finit la veille du jour anniversaire.
adhesions-rule-kind-prorata-help = La période finit avec l’année de l’association ; seuls les mois qui restent sont dus, le mois commencé compris.
adhesions-rule-amount = Cotisation
adhesions-rule-first-month = L’année commence en
adhesions-rule-months = Durée en mois
adhesions-rule-save = Enregistrer la règle
adhesions-rule-saved = La règle est enregistrée.
adhesions-rule-line = { $label } : { $amount }, { $kind }
fee-period = du { $first } au { $last }
mail-fee-subject = Rappel : cotisation à { $host }
mail-fee-body =
    Bonjour { $name },

    Pour l’adhésion de { $structure } à { $host } ({ $period }), il reste { $amount } à régler avant le { $date }. Si c’est déjà fait, merci, et ne tenez pas compte de ce message.

    { $account }

    Rien ne vous oblige à adhérer, et votre voix dans les décisions n’en dépend pas.
mail-fee-account = Compte à créditer : { $holder }, IBAN { $iban }
mail-fee-no-account = Demandez à la trésorerie comment régler.
error-fee-months = Choisissez un mois de 1 à 12 et une durée de 1 à { $maximum } mois.
error-fee-rule-label = Une règle s’appelle déjà « { $name } ». Modifiez-la, ou donnez un autre nom.
error-fee-due = La date limite est un jour de la période d’adhésion.
error-membership-host = L’association qui porte le groupe n’adhère pas à elle-même.
error-membership-overlap = Cette période en recouvre une autre, du { $first } au { $last }. Choisissez une date après la fin de celle-ci.
error-membership-paid = De l’argent a été reçu pour cette adhésion. Annulez d’abord ses reçus.
field-fee-rule = Nom de la règle
