# The outline at work, proposed outlines, how the presentation is organised.
outline-view = View
outline-view-read = Questions
outline-view-work = Rearrange
outline-view-variants = Other outlines
outline-view-compare = Compare
outline-in-use = Current outline
outline-answers = { $count ->
    [one] One answer from a project bearer
   *[other] { $count } answers from project bearers
 }
outline-merged = Also takes in: { $questions }
outline-split-from = Part of a question that was split: { $question }
outline-new = New
outline-fiches = { $count ->
    [0] no fiche
    [one] one fiche
   *[other] { $count } fiches
 }
outline-tally = { $started ->
    [0] No question at the start
    [one] One question at the start
   *[other] { $started } questions at the start
 }, { $kept ->
    [0] none kept
    [one] one kept
   *[other] { $kept } kept
 }
outline-tally-merged = { $count ->
    [one] one merged into another
   *[other] { $count } merged into others
 }
outline-tally-aside = { $count ->
    [one] one set aside
   *[other] { $count } set aside
 }
outline-tally-born = { $count ->
    [one] one added
   *[other] { $count } added
 }
outline-choose = Choose a question, then move it
outline-hint = Drag a question by its handle. With the keyboard: arrows choose, Alt and an arrow move.
outline-away = Questions set aside
outline-away-hint = Set aside: drag a question by its handle to put it back in its place. With the keyboard: Enter brings it back.
outline-back-at = “{ $question }” is back at place { $place } of { $total }.
outline-drop-aside = Drop here to set aside
outline-none-kept = No question is kept. Add some, or bring one back that is aside.
outline-gone = This outline is no longer here: it was withdrawn.
outline-up = Move up
outline-down = Move down
outline-moved = “{ $question }” is now at place { $place } of { $total }.
outline-aside = Set aside
outline-set-aside = “{ $question }” is set aside.
outline-back = Bring back
outline-aside-count = { $count ->
    [one] One question set aside
   *[other] { $count } questions set aside
 }
outline-reword = Reword
outline-reword-title = Reword the question
outline-reworded = Question reworded.
outline-question = Question
outline-merge = Merge
outline-merge-title = Merge questions
outline-merge-text = The fiches and the answers of each follow. You can part them again.
outline-merge-which = Questions to merge
outline-merge-as = The question that they become
outline-merge-done = Questions merged.
outline-unmerge = Part again
outline-unmerged = The questions are parted again.
outline-split = Split
outline-split-title = Split the question
outline-split-text = One question a line, two at least. Each keeps the fiches of the first one.
outline-split-parts = The questions that it becomes
outline-split-done = Question split.
outline-add = Add
outline-added = Questions added at the end.
outline-erase = Erase
outline-erase-title = Erase this question?
outline-erase-text = “{ $question }” will be erased for good{ $count ->
    [0] .
    [one] , with its link to one fiche. The fiche stays.
   *[other] , with its links to { $count } fiches. The fiches stay.
 }
outline-erase-yes = Erase the question
outline-erased = Question erased.

outline-variants-empty-title = Another outline is possible
outline-variants-text = Every partner can propose another outline: another order, fewer questions. The current one does not change until the facilitator adopts another.
outline-variants-read = Partners can propose other outlines here: another order, fewer questions.
outline-variants-back = All proposed outlines
outline-propose = Propose another outline
outline-propose-text = You start from a copy. Each question keeps its origin: if the outline is adopted, the fiches follow.
outline-propose-yes = Create my proposal
outline-proposed = Proposal created. You can work on it.
outline-name = Name of the outline
outline-name-example = Through the collective, in nine questions
outline-reason = Why
outline-reason-help = In one or two sentences: what it changes, for whom.
outline-copy-of = Start from
outline-by = Proposed by { $name }, { $when }
outline-nobody = somebody who is no longer here
outline-open-work = Work on it
outline-open-read = Read
outline-compare-in-use = Compare with the current outline
outline-rename = Rename
outline-renamed = Proposal renamed.
outline-withdraw = Withdraw
outline-withdraw-title = Withdraw this proposal?
outline-withdraw-text = “{ $name }” will leave the list. The current outline does not change.
outline-withdraw-yes = Withdraw the proposal
outline-withdrawn = Proposal withdrawn.
outline-adopt = Adopt
outline-adopt-title = Adopt this outline?
outline-adopt-text = “{ $name }” will become the group’s outline: { $before } questions today, { $after } in the proposal. Fiches and answers follow their questions. Questions that came since stay, at the end.
outline-keep-as = Today’s outline will be kept under the name
outline-keep-as-default = Outline before { $date }
outline-adopt-yes = Adopt the outline
outline-adopted = Outline adopted. The one before is kept among the other outlines.
outline-adopted-on = Adopted on { $date }

outline-left = On the left
outline-right = On the right
outline-became = What it becomes
outline-compare-caption = The two outlines side by side
outline-compare-empty = There is only one outline so far. Propose another to compare.
outline-compare-same = Choose two different outlines.
outline-reworded-too = reworded
outline-verdict-kept = Kept
outline-verdict-moved = Moved
outline-verdict-merged = Merged
outline-verdict-split = Split
outline-verdict-new = New
outline-verdict-back = Brought back
outline-verdict-aside = Set aside
outline-verdict-absent = Absent
outline-count-kept = { $count ->
    [one] one kept
   *[other] { $count } kept
 }
outline-count-moved = { $count ->
    [one] one moved
   *[other] { $count } moved
 }
outline-count-merged = { $count ->
    [one] one merger
   *[other] { $count } mergers
 }
outline-count-split = { $count ->
    [one] one part of another
   *[other] { $count } parts of another
 }
outline-count-new = { $count ->
    [one] one new
   *[other] { $count } new
 }
outline-count-back = { $count ->
    [one] one brought back
   *[other] { $count } brought back
 }
outline-count-aside = { $count ->
    [one] one set aside
   *[other] { $count } set aside
 }
outline-count-absent = { $count ->
    [one] one absent
   *[other] { $count } absent
 }

presentation-title = Presentation
presentation-lead = The same folder arranged in both ways. Look at both before deciding.
presentation-empty = There is no fiche to arrange yet. Open the first one in Fiches.
presentation-chosen = Chosen by the group
presentation-choose = Choose this one
presentation-sheets = { $count ->
    [one] One sheet
   *[other] { $count } sheets
 }
presentation-words = { $words } words
presentation-no-sheet = No sheet
presentation-etape = By step
presentation-etape-text = Each step of the path has its sheets; the organisations then appear on them.
presentation-etape-common = To begin with
presentation-etape-rest = The organisations
presentation-etape-appear = Appear here
presentation-structure = By organisation
presentation-structure-text = Each organisation has its sheets; they say at which steps it is found.
presentation-structure-common = The path and what is common
presentation-structure-appear = Found at
presentation-set-etape = The presentation follows the steps.
presentation-set-structure = The presentation follows the organisations.

news-propose-trame = { $people } proposed another outline: “{ $label }”
news-adopt-variant = { $people } had the outline “{ $label }” adopted
news-set-organisation = { $people } chose how the presentation is organised

field-variant = Name of the outline

error-merge-two = Choose two questions at least: that is what makes a merger.
error-split-two = Write two questions at least, one a line.
error-not-merged = This question takes in no other: there is nothing to part.
error-not-aside = This question is not aside. Set it aside first.
error-still-in-use = This question is in the current outline: leave it aside in your proposal.
error-variant-adopted = This outline was adopted: it is kept as it is. Start from it to propose another.
error-variants-full = There are { $maximum } proposed outlines already. Withdraw one to add another.
effect-set-organisation = Choose what the presentation follows
effect-set-organisation-ask = the presentation follows
effect-set-organisation-etape = the steps
effect-set-organisation-structure = the structures
effect-set-organisation-will = the presentation follows { $name }
effect-set-organisation-done = The presentation follows { $name }
