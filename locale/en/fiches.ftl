# Fiches and trame.
fiches-title = Fiches
fiches-count = { $count ->
    [one] One fiche
   *[other] { $count } fiches
 }
fiches-shown = { $shown ->
    [one] One fiche of { $total }
   *[other] { $shown } fiches of { $total }
 }
fiches-new = New fiche
fiches-order = Reorder
fiches-view = View
fiches-view-matrix = Board
fiches-view-list = List
fiches-search = Search
fiches-search-placeholder = Title or tagline
fiches-filters = Search, filter
fiches-clear = { $count ->
    [one] Show all (one filter)
   *[other] Show all ({ $count } filters)
 }
fiches-all-etapes = All steps
fiches-all-structures = All organisations
fiches-all-statuses = All statuses
fiches-all-kinds = All types
fiches-archived-count = Archived fiches ({ $count })
fiches-nothing-found = No fiche matches these choices.
fiches-nothing-archived = No fiche is archived.
fiches-empty-title = The folder is still empty
fiches-empty-text = A fiche is one sheet: a very light first reading on the front, more depth on the back. Open the first one; several of you can write it at the same time.
fiches-empty-read = A fiche is one sheet: a very light first reading on the front, more depth on the back. The first ones will appear here as soon as a partner opens them.
fiches-no-etapes = The steps of the path have no names yet; they are the columns of the board. The facilitator names them in Settings.
fiches-matrix-caption = The fiches by organisation and by step of the path
fiches-list-caption = The fiches in their order
fiches-matrix-corner = Organisation
fiches-matrix-across = All steps
fiches-matrix-common = The whole group
fiches-more = { $count ->
    [one] one more
   *[other] { $count } more
 }
fiches-legend = Legend
fiches-by = { $when }, by { $name }
fiches-words = { $recto } + { $verso } words
fiches-now = Right now
fiches-now-writing = { $name } is writing in { $fiche }
fiches-now-reading = { $name } is in { $fiche }

fiches-kind = Type
fiches-kind-etape = Step
fiches-kind-structure = Organisation
fiches-kind-free = Free
fiches-kind-etape-help = A step fiche is about one moment of the path; organisations then appear on it.
fiches-kind-structure-help = An organisation fiche presents an organisation.
fiches-kind-free-help = A free fiche is about any subject you choose.
fiches-status = Status
fiches-status-draft = Draft
fiches-status-in-review = In review
fiches-status-approved = Approved
fiches-status-published = Published
fiches-lightness-blank = To be written
fiches-lightness-light = Light
fiches-lightness-fair = Near the limit
fiches-lightness-heavy = Too long

fiches-etapes = Steps
fiches-structures = Organisations
fiches-questions = Questions it answers
fiches-choose = Choose
fiches-title-field = Title
fiches-title-help = A short title is easier to remember.
fiches-accroche = Tagline
fiches-accroche-help = One or two short sentences that make somebody read on.
fiches-create = Create the fiche
fiches-created = Fiche created. You can write.
fiches-save = Save
fiches-saved = Fiche saved.
fiches-cancel = Cancel

fiches-order-title = Reorder the fiches
fiches-order-text = This is the order of the folder: it holds for the board, the print and the web site.
fiches-order-which = Fiche to move
fiches-order-place = New place
fiches-order-move = Move
fiches-order-moved = “{ $title }” is now at place { $place }.

fiche-back = All fiches
fiche-missing-title = This fiche is not here
fiche-missing-text = It does not exist, or it belongs to another group. The address may have been cut on the way.
fiche-properties = Properties
fiche-archive = Archive
fiche-restore = Restore
fiche-archived = Archived on { $date }. Its text is kept, read-only.
fiche-archive-title = Archive this fiche?
fiche-archive-text = “{ $title }” will leave the board and its text can no longer be changed. Nothing is erased: you can restore it.
fiche-archive-yes = Archive the fiche
fiche-archive-done = Fiche archived.
fiche-restore-done = Fiche restored, at the end of the board.
fiche-level1 = First reading
fiche-level1-hint = As light as can be: the essentials in { $target } words, title and tagline included.
fiche-level1-placeholder = The essentials, for somebody who is new to this…
fiche-level2 = In depth
fiche-level2-hint = For whoever wants to go further: { $target } words at most.
fiche-level2-placeholder = Details, conditions, examples…
fiche-version-name = Name of the version
fiche-version-name-placeholder = As shown at the January meeting
fiche-version-keep = Keep this version
fiche-version-kept = Version “{ $name }” kept.

trame-title = Outline
trame-lead = The questions that the presentation answers, in the order in which a project bearer asks them.
trame-edit = Edit the outline
trame-empty-title = The outline is still empty
trame-empty-edit = Write the first questions, those that project bearers ask themselves: they will guide the fiches.
trame-empty-read = The facilitator will write here the questions that guide the fiches.
trame-unanswered = No fiche answers it yet
trame-answered-count = { $count ->
    [0] No question has a fiche yet.
    [one] One question of { $total } has a fiche.
   *[other] { $count } questions of { $total } have a fiche.
 }
trame-question = Question { $number }
trame-place = Place
trame-etape = Step
trame-english = In English
trame-no-etape = No step
trame-remove = Set this question aside
trame-remove-linked = { $count ->
    [one] Set this question aside (one fiche answers it)
   *[other] Set this question aside ({ $count } fiches answer it)
 }
trame-add = Add questions
trame-add-help = One question a line; they go to the end.
trame-save = Save the outline
trame-saved = Outline saved.

field-title = Title
field-accroche = Tagline
field-question = Question
field-list = List

error-fiche-etape = A step fiche is linked to at least one step. Choose one; the facilitator names the steps in Settings.
error-fiche-structure = An organisation fiche is linked to at least one organisation. Choose one.
error-fiche-archived = This fiche is archived: restore it before changing it.
error-fiche-not-archived = This fiche is not archived.
error-fiche-settled = This fiche is approved: its title and tagline do not change any more. Reopen it first, and say why.
error-same-question = The question “{ $question }” is there twice.
error-picture-kind = This file is not a PNG, JPEG or WebP picture.
error-picture-broken = This picture is damaged or incomplete. Open it, save it again, then retry.
error-picture-pixels = This picture is too large: { $maximum } million pixels at most.
error-picture-large = This file is too heavy: { $megabytes } MB at most.
