# Questionnaires: the team’s screens, and the public pages (form-…).
menu-questionnaires = Questionnaires
menu-questionnaire = Questionnaire

forms-title = Questionnaires
forms-lead = What project bearers ask, in their own words.
forms-new = New questionnaire
forms-empty-title = No questionnaire yet
forms-empty-text = Write a few questions, try them, then share a link: people answer on a phone, without an account.
forms-empty-read = The group’s questionnaires will appear here.
forms-state-draft = Draft
forms-state-open = Open
forms-state-closed = Closed
forms-invented = Answers invented for the example
forms-create = Create the questionnaire
forms-created = Questionnaire created. Add the questions.
forms-title-field = Title
forms-language = Language of the questions
forms-back = All questionnaires
forms-missing-title = This questionnaire is not here
forms-missing-text = It does not exist, or it belongs to another group. The address may have been cut on its way.
forms-view = Part of the questionnaire
forms-view-construire = Build
forms-view-partager = Share
forms-view-reponses = Answers
forms-answers-count = { $count ->
    [0] No answer
    [one] One answer
   *[other] { $count } answers
 }
forms-questions-count = { $count ->
    [0] No question
    [one] One question
   *[other] { $count } questions
 }
forms-closes = Closes on { $date }
forms-erases = Answers kept until { $date }
forms-erased = The answers were erased on { $date }.

forms-try = Try it
forms-paper = Paper version
forms-frozen = This questionnaire has been opened: its questions and notice no longer change, so that all answers compare. Make a copy to use it differently.
forms-copy = Make a copy
forms-copy-title = { $title } (copy)
forms-copied = Copy created, as a draft.
forms-delete = Delete this draft
forms-delete-text = The questions of “{ $title }” will be deleted. Nobody has answered them yet.
forms-delete-yes = Delete
forms-deleted = Draft deleted.
forms-settings = Introduction and notice
forms-settings-help = The notice stands above the first question. The questionnaire cannot open without it.
forms-intro = Introduction
forms-intro-help = One or two sentences: whom you are talking to, and what the answers are for.
forms-controller = Who collects the answers
forms-controller-example = LaPlateforme, for the group
forms-aim = Why
forms-aim-example = To learn what project bearers ask, in order to write our common presentation.
forms-contact = Whom to contact
forms-contact-example = An address or a telephone number
forms-closes-on = Last day to answer
forms-closes-on-help = Without a date, the questionnaire stays open until you close it.
forms-erase-on = Day when the answers are erased
forms-erase-on-help = Twelve months by default. It happens by itself; export before if needed.
forms-anonymous = Anonymous answers
forms-anonymous-help = Nothing then connects a personal link with the answer it gave, and only the day is kept.
forms-save = Save
forms-saved = Saved.
forms-questions = Questions
forms-none = Add the first question. Five to ten questions take a few minutes to fill in.
forms-none-read = No question yet.
forms-add = Add a question
forms-add-section = Add a section
forms-edit = Change
forms-up = Move up
forms-down = Move down
forms-remove = Remove
forms-edit-title = Question
forms-kind = Kind of answer
forms-kind-section = Section
forms-kind-open = Free answer
forms-kind-single = One choice
forms-kind-multiple = Several choices
forms-kind-scale = Scale
forms-kind-ranking = Ranking
forms-kind-section-help = A heading, to group the questions that follow.
forms-kind-open-help = The person writes in their own words.
forms-kind-single-help = The person ticks one box.
forms-kind-multiple-help = The person ticks as many boxes as they like.
forms-kind-scale-help = The person picks a number between two ends.
forms-kind-ranking-help = The person gives each choice a place.
forms-question-text = Question
forms-section-text = Heading of the section
forms-help-text = Explanation (optional)
forms-required = An answer is required
forms-required-mark = required
forms-choices = Choices
forms-choices-help = One choice a line.
forms-steps = Number of steps
forms-low = First step
forms-low-example = Not at all
forms-high = Last step
forms-high-example = Completely
forms-item-saved = Question saved.

forms-draft-share = This questionnaire is still a draft. Try it, read its notice again, then open it: its link will appear here.
forms-open = Open the questionnaire
forms-opened = Questionnaire open.
forms-open-warning = Once open, its questions and notice no longer change.
forms-reopen = Open again
forms-close = Close now
forms-closed-said = Questionnaire closed.
forms-closed-share = This questionnaire is closed: its links say so to whoever opens them.
forms-public-link = Public link
forms-public-text = To send or to print. Anybody can use it; it identifies nobody.
forms-copy-link = Copy the link
forms-link-copied = Copied
forms-code = Code to scan
forms-code-get = Code (SVG)
forms-renew = Change the link
forms-renew-title = Change the public link?
forms-renew-text = The present link will open nothing any more, even where it is already printed.
forms-renewed = New public link.
forms-links = Personal links
forms-links-text = One link a person, for one answer only. Note whom it is for: a first name, initials, an organisation.
forms-labels = For whom
forms-labels-help = One person a line; these names are never shown on the questionnaire.
forms-make-links = Make the links
forms-links-once = Copy these links now: they will not be shown again.
forms-links-close = Done
forms-links-none = No personal link.
forms-link-for = For
forms-link-state = State
forms-link-used = Used
forms-link-waiting = Waiting
forms-link-used-count = { $used } of { $total } used
forms-revoke = Take back a link
forms-revoke-which = Link to take back
forms-revoke-yes = Take back this link
forms-revoked = Link taken back.
forms-share-read = Sharing is for partners and facilitators.

forms-results-empty = No answer yet.
forms-results-empty-text = Answers will appear here as soon as somebody has answered, on line or on paper.
forms-keyed = { $count } on paper
forms-enter = Key in a paper answer
forms-csv = Export (CSV)
forms-xlsx = Export (XLSX)
forms-as-table = See as a table
forms-answered = { $count ->
    [0] No answer to this question
    [one] One answer to this question
   *[other] { $count } answers to this question
 }
forms-mean = Mean: { $mean } of { $steps }
forms-choice = Choice
forms-times = Answers
forms-part = Part
forms-first = In first place
forms-mean-place = Mean place
forms-ranking-read = The shortest bar ranks best.
forms-respondent = Person no. { $number }
forms-from-paper = paper
forms-from-invented = invented answer
forms-sort = Sort the answers
forms-sort-title = Sort the answers
forms-sort-which = Answer
forms-tags = Tags
forms-tags-help = Your own words: “funding”, “loneliness”…
forms-tags-placeholder = Choose or write
forms-trame = Questions of the trame
forms-trame-help = The answer will appear under these questions, in the trame.
forms-trame-placeholder = Choose
forms-sorted = Answer sorted.
forms-filter = Tag
forms-filter-none = No answer with this tag.
forms-erase = Erase the answers
forms-erase-title = Erase answers?
forms-erase-which = Answers to erase
forms-erase-all = All
forms-erase-one = This person’s answers will be erased, with no way back.
forms-erase-text = { $count ->
    [0] The personal links will be erased and the questionnaire closed.
    [one] One answer, its tags and the personal links will be erased, with no way back. The questionnaire will be closed.
   *[other] { $count } answers, their tags and the personal links will be erased, with no way back. The questionnaire will be closed.
 }
forms-erase-yes = Erase for ever
forms-erase-done = Answers erased.

form-required = required
form-length = { $count ->
    [one] One question
   *[other] { $count } questions
 }, about { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
 }.
form-notice = Before you answer
form-notice-who = Who collects your answers
form-notice-why = Why
form-notice-long = For how long
form-notice-rights = Your rights
form-notice-contact = Whom to contact
form-until = Your answers are kept until { $date }, then erased. Your internet address is not kept.
form-rights-anonymous = Your answers are anonymous: write no name and no address in them. At the end, a link lets you take them back at any time. You may also turn to the CNIL (cnil.fr). Under fifteen, a parent’s agreement is needed.
form-rights = You may ask to see, correct or erase your answers. At the end, a link lets you take them back at any time. You may also turn to the CNIL (cnil.fr). Under fifteen, a parent’s agreement is needed.
form-until-paper = Your answers are kept until { $date }, then erased. This sheet is destroyed once it is keyed in.
form-rights-paper = You may ask the contact below to see, correct or take back your answers. You may also turn to the CNIL (cnil.fr). Write no name and no address on this sheet. Under fifteen, a parent’s agreement is needed.
form-keyed-consent = On the sheet, the box of agreement is ticked.
form-consent = I have read the above and agree that my answers are used in this way.
form-trap = Leave this field empty
form-send = Send my answers
form-keep = Save this answer
form-back = Back to the questionnaire
form-errors = Your answers have not been sent yet. A few points need another look:
form-rank-how = Give place 1 to what matters most to you, then 2, and so on.
form-one-box = Tick one box only.
form-many-boxes = Tick all the boxes that apply.
form-error-at = Question { $number }: { $error }
form-error-consent = Tick this box to be able to send your answers.
form-error-empty = This question needs an answer.
form-error-too-long = This answer is too long: 2,000 characters at most.
form-error-choice = Choose from what is offered.
form-error-ranks = Give each choice a different place, in order, without skipping any.
form-stamp-forged = This page is no longer valid. Your answers are still here: send them again.
form-stamp-expired = This page has been open for more than a day. Your answers are still here: read them again, then send them again.
form-stamp-too-fast = This came too fast to have been read. Your answers are still here: wait a few seconds, then send them again.
form-trapped = A field that must stay empty was filled in, perhaps by your browser. Your answers are still here: send them again.
form-flood-text = Too many forms are coming from the same place. Wait ten minutes, then try again.
form-large-text = This is too much at once. Shorten your answers: 2,000 characters at most for each.
form-broken-title = Sending did not work
form-broken-text = Your answers were not saved. Go back to the previous page: what you wrote is still there. Try again in a few minutes.
form-missing-title = This link opens nothing
form-missing-text = It may have been cut on its way, or replaced. Open the link you received once more, or ask whoever gave it to you for another.
form-closed-title = This questionnaire is closed
form-closed-text = It takes no more answers. Thank you for your interest.
form-used-title = This link has been used
form-used-text = A personal link takes one answer, and it is saved. If that was not you, ask whoever gave you the link for another.
form-twice-title = Your answer is already saved
form-twice-text = The same page was sent twice. Nothing was counted twice.
form-thanks-title = Thank you!
form-thanks-text = Your answer is saved. You can close this page.
form-already-title = You have already answered
form-already-text = An answer was sent from this device. Thank you!
form-already-withdrawn = An answer was sent from this device, then taken back.
form-again = Answer for another person
form-withdraw-title = Take my answer back
form-withdraw-text = Keep this link if you may change your mind. It erases your answer, and nobody but you has it.
form-withdraw-now = Take my answer back
form-withdraw-ask = Your answer to “{ $title }” will be erased for ever.
form-withdrawn-title = Your answer is taken back
form-withdrawn-text = It is erased. Nothing of it is left here.
form-trial = Trial: nothing sent here is kept or counted.
form-trial-done = All is well: a real answer would be saved. This one is neither kept nor counted.
form-keyed = Keying in a paper answer
form-keyed-done = Paper answer no. { $number } saved. You can key in the next one.
form-refused-title = This page is not open to you
form-paper-screen = Print this page from your browser, on A4 paper.
form-paper-online = Answer on line
form-column-number = No.
form-column-day = Day
form-column-source = Source
form-column-online = on line
form-column-paper = paper
form-column-invented = invented
form-column-tags = Tags
form-column-trame = Questions of the trame
form-column-sheet = Answers

field-form-intro = Introduction
field-form-controller = Who collects the answers
field-form-aim = Why
field-form-contact = Whom to contact
field-form-section = Heading of the section
field-form-help = Explanation
field-form-choices = Choices
field-form-tags = Tags
field-form-labels = For whom

error-form-erase = Choose a coming day for erasing, within five years.
error-form-closes = The last day to answer is today or later, and before the day of erasing.
error-form-choices = Give at least two choices, one a line.
error-form-same-choice = The choice “{ $choice }” is there twice.
error-form-steps = Choose one of the numbers of steps that are offered.
error-form-not-draft = This questionnaire has been opened: it no longer changes. Make a copy.
error-form-no-question = Add at least one question before opening.
error-form-notice = Complete the notice before opening: who collects the answers, why, and whom to contact.
error-form-open = This questionnaire is already open.
error-form-not-open = This questionnaire is not open. Open it first.
error-form-closed = This questionnaire is closed: it takes no more answers.
error-form-erased = The answers of this questionnaire were erased. Make a copy to start again.
error-form-draft = Open the questionnaire before keying in answers.
error-form-blank = Nothing was filled in. Key in at least one answer.
error-form-twice = This answer has just been saved. Nothing was counted twice.
error-form-link-used = This link has been used: it takes one answer only.
error-form-no-label = Write at least one name, one a line.
