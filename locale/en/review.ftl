# Review: who approves, on which words, what changed since.
review-ask = Ask for review
review-ask-send = Send the request for review
review-ask-title = Ask for a review of this fiche
review-ask-text = Each structure that is awaited approves once, through one of its people. Writing may go on: if the text changes, those who had approved are asked again.
review-scope = Who must approve
review-scope-concerned = The structures of the fiche
review-scope-concerned-names = { $names }
review-scope-all = All structures of the group
review-silent = Nobody can approve yet for { $names }: { $count ->
    [one] it will not be awaited.
   *[other] they will not be awaited.
 }
review-note = A word for the reviewers
review-note-placeholder = The back above all, please
review-asked = Review asked for.
review-asked-by = Review asked for by { $name }, { $when }.
review-asked-plain = Review asked for, { $when }.
review-awaited-count = { $count ->
    [0] Everybody has approved these words.
    [one] One approval is still missing.
   *[other] { $count } approvals are still missing.
 }
review-state = Where the review stands
review-standing-awaited = awaited
review-standing-approved = approved
review-standing-stale = to confirm: the text has changed since
review-standing-changes = asks for a change
review-voice-by = by { $name }, { $when }
review-approve = Read and approve
review-approve-title = Approve this fiche
review-approve-text = For your structure, you approve exactly the words below.
review-approve-yes = Approve these words
review-approve-since = What changed since your answer of { $when }
review-approve-now = What changed while you were reading
review-approved = Approval noted.
review-approved-all = Approval noted: the fiche is approved and its text is locked.
review-read = The whole text
review-changes = Ask for a change
review-changes-title = Ask for a change
review-changes-text = Say what must change. The fiche stays open; you will be asked again afterwards.
review-changes-reason = What must change, and why
review-changes-send = Send the request
review-changes-sent = Request for a change noted.
review-difference = See what changed
review-difference-title = What changed since each answer
review-difference-structure = Since the answer of
review-stop = Stop the review
review-stop-title = Stop the review?
review-stop-text = The fiche becomes a draft again and approvals count no more. The journal keeps them.
review-stop-yes = Back to draft
review-stopped = The fiche is a draft again.
review-settled = Approved, { $when }. Its text is locked.
review-published = Published. Its text is locked.
review-reopen = Reopen
review-reopen-title = Reopen this fiche
review-reopen-text = The text is unlocked and the fiche goes back into review. Approvals stand for as long as the words do not change.
review-reopen-reason = Why reopen it
review-reopen-yes = Reopen the fiche
review-reopened = Fiche reopened.
review-reopened-by = Reopened by { $name }, { $when }: { $reason }
review-publish = Publish
review-publish-title = Publish this fiche?
review-publish-text = It will be marked as published. Its text stays locked.
review-publish-yes = Publish the fiche
review-publish-done = Fiche marked as published.
review-example-note = Example: these approvals are invented.

field-note = Word for the reviewers
field-reason = Reason

error-review-asked = A review of this fiche has already been asked for.
error-review-nobody = No structure can approve this fiche: link it to a structure that has somebody here, or ask all of them.
error-review-changed = The text changed while you were reading. Nothing was noted: read what changed, then answer again.
error-review-closed = This fiche is not in review.
error-review-not-settled = This fiche is not approved: its text is open already.
error-review-not-approved = This fiche is not yet approved by every structure that is awaited.
