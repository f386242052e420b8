# Accueil.
accueil-awaits = What awaits you
accueil-awaits-nothing = Nothing awaits you. You may read a fiche again, or open a new one.
accueil-awaits-answer-mention = { $count ->
    [one] Read the comment that mentions you in “{ $label }”
   *[other] Read the { $count } comments that mention you in “{ $label }”
 }
accueil-awaits-write-own-fiche = Write the first words of the fiche “{ $label }”
accueil-awaits-complete-structure = Complete the page of { $label }: presentation and steps
accueil-awaits-approve-fiche = Read and approve the fiche “{ $label }” for your organisation
accueil-awaits-approve-again = Confirm the fiche “{ $label }”, changed since you approved it
accueil-awaits-answer-change = Answer the change asked for in “{ $label }”
accueil-awaits-lighten-fiche = Make the fiche “{ $label }” lighter
accueil-awaits-invite-structure = Invite somebody of { $label }, which has nobody here yet
accueil-awaits-cover-etape = Open a fiche for the step “{ $label }”
accueil-awaits-answer-questions = { $count ->
    [one] Answer the question of the outline that has no fiche
   *[other] Answer the { $count } questions of the outline that have no fiche
 }
accueil-awaits-vote = Vote: “{ $label }”
accueil-awaits-first-fiche = Open the group’s first fiche
accueil-awaits-first-etapes = Name the steps of the path
accueil-awaits-first-invitation = Add the organisations and invite their people
accueil-changes = What changed
accueil-since = Since your visit of { $date }
accueil-since-first = In the last thirty days
accueil-changes-nothing = Nothing new from the others.
accueil-and = { $first } and { $last }
accueil-standing = Where the group stands
accueil-fiches = Fiches
accueil-etapes-covered = Steps covered
accueil-questions-answered = Questions with a fiche
accueil-structures = Organisations
accueil-status = State
accueil-status-draft = Draft
accueil-status-in-review = In review
accueil-status-approved = Approved
accueil-status-published = Published
accueil-as-table = See as a table

news-text-changed = { $people } wrote in “{ $label }”
news-create-fiche = { $people } opened the fiche “{ $label }”
news-change-fiche = { $people } changed the properties of “{ $label }”
news-archive-fiche = { $people } archived “{ $label }”
news-restore-fiche = { $people } restored “{ $label }”
news-ask-review = { $people } asked for a review of “{ $label }”
news-approve-fiche = { $people } approved “{ $label }”
news-ask-changes = { $people } asked for a change in “{ $label }”
news-reopen-fiche = { $people } reopened “{ $label }”
news-publish-fiche = { $people } published “{ $label }”
news-restore-version = { $people } restored a version of “{ $label }”
news-change-trame = { $people } reworked the outline
news-text-name-version = { $people } named a version: “{ $label }”
news-comment-add = { $people } commented on “{ $label }”
news-suggestion-decide = { $people } decided on suggestions in “{ $label }”
news-create-structure = { $people } added the organisation { $label }
news-change-structure = { $people } updated the page of { $label }
news-leave-structure = { $people } noted that { $label } left
news-accept-invitation = { $people } joined the group
news-change-lists = { $people } revised the steps or the kinds of support
news-change-group = { $people } changed the group’s settings
news-open-proposal = { $people } opened the proposal “{ $label }”
news-change-proposal = { $people } corrected the proposal “{ $label }”
news-new-round = { $people } opened a new round: “{ $label }”
news-withdraw-proposal = { $people } withdrew the proposal “{ $label }”
