# Decisions: proposals, votes, register.
menu-decisions = Decisions
menu-decision = Decision
decisions-title = Decisions
decisions-open = Under way
decisions-open-none = Nothing is put to a vote. Open a proposal: a choice of visual, how the fiches are organised, the date of the next workshop…
decisions-open-none-read = Nothing is put to a vote for now.
decisions-withdrawn = { $count ->
    [one] One withdrawn proposal
   *[other] { $count } withdrawn proposals
 }
decisions-register = Register of decisions
decisions-register-none = The register fills at the close of each vote: number, text voted, count and rule.
register-number = No. { $number } · { $title }
verdict-adopted = Adopted
verdict-rejected = Not adopted
verdict-chosen = Chosen: { $winner }
verdict-leading = First: { $winner }
verdict-tie = Tie: nothing is decided
verdict-none-good = No option taken
verdict-objected = Not adopted: an objection remains
verdict-no-voice = Nobody gave a voice
verdict-advisory = Advisory, for want of a quorum. { $said }

# A proposal.
decision-new = Open a proposal
decision-new-title = New proposal
decision-back = All decisions
decision-missing-title = This decision is not here
decision-missing-text = It does not exist, or it belongs to another group. The address may have been cut on its way.
decision-about-fiche = About the fiche “{ $name }”
decision-about-fiche-title = The fiche “{ $name }”
decision-about-candidacy = About the candidacy of { $name }
decision-about-candidacy-title = Welcome { $name } into the group
decision-about-candidate = See the group’s structures
decision-about-candidate-title = Welcome a structure into the group
decision-from-fiche = Propose a decision
decision-opened-by = opened by { $name }
decision-opened = Proposal opened.
decision-until = Until { $date }
decision-from = Opens on { $date }
decision-closed-on = Closed on { $date }
decision-so-far = Provisional count: the vote is open, nothing is decided yet.
decision-counting = Being counted
decision-stage-withdrawn = Withdrawn
decision-awaits-me = Your voice is awaited
decision-changed = Words corrected, version { $version } ({ $date }, { $name }). { $note }
decision-kind = What is to be decided?
decision-kind-visual = A visual
decision-kind-organisation = How content is organised
decision-kind-specification = The specification
decision-kind-admission = A structure’s admission
decision-kind-date = A date
decision-kind-devis = A quote
decision-kind-other = Something else
decision-advice-visual = For mock-ups we advise majority judgment: it also says whether the best is merely tolerated.
decision-advice-organisation = Between two ways to organise, we advise a simple majority, or consent on one of them.
decision-advice-specification = For a text that everyone must live with, we advise consent.
decision-advice-admission = For a co-option, we advise consent or a qualified majority.
decision-advice-date = For a date, we advise the poll: yes, if need be, no.
decision-advice-devis = For quotes, we advise majority judgment, or a simple majority when there are only two.
decision-advice-other = For one text, we advise consent; among several options, majority judgment.
decision-title = Question put to the group
decision-title-example = Which visual for the cover?
decision-context = Context, or text proposed
decision-context-help = What one must know to answer. For consent, the very text that would be adopted.
decision-method = How it is decided
decision-advised = { $method } (advised)
decision-method-majority_judgment = Majority judgment
decision-method-approval = Approval
decision-method-simple_majority = Simple majority
decision-method-qualified_majority = Qualified majority
decision-method-consent = Consent
decision-method-ranking = Ranking
decision-method-dots = Points to share out
decision-method-date_poll = Date poll
decision-method-majority_judgment-help = Each structure gives each option a mention; the best majority mention wins.
decision-method-approval-help = Each structure ticks every option that suits it.
decision-method-simple_majority-help = For or against one text, or one of two options.
decision-method-qualified_majority-help = For or against, with two thirds or three quarters to reach.
decision-method-consent-help = The text is adopted when nobody has a reasoned objection.
decision-method-ranking-help = Each structure ranks the options, which are then compared two by two (Schulze’s method).
decision-method-dots-help = Each structure shares a few points out among the options.
decision-method-date_poll-help = For each date: yes, if need be, or no.
decision-options = Options
decision-option = Option
decision-option-name = Option { $place }
decision-option-text = Description
decision-option-pictures = Pictures of option { $place }
decision-option-pictures-help = PNG, JPEG or WebP, { $megabytes } MB at most each.
decision-option-author = Author
decision-option-add = Add an option
decision-option-remove = Remove option { $place }
decision-option-keep = { $count ->
    [one] Keep this picture
   *[other] Keep these { $count } pictures
 }
decision-option-date = Date { $place }
decision-option-place = Place, remark
decision-the-text = The text proposed
decision-shape = The vote is
decision-shape-text = on one text
decision-shape-two = between two options
decision-hour = Hour
decision-opens = Opening
decision-opens-later = Open later
decision-closes = Close
decision-rules = Rules of the vote
decision-voters = Who votes
decision-voters-all = Every structure
decision-quorum = Quorum
decision-quorum-help = Share of the structures present or represented. Below it, the result is advisory.
decision-threshold = Majority to reach
decision-threshold-simple = More for than against
decision-threshold-absolute = More than half
decision-threshold-two_thirds = Two thirds
decision-threshold-three_quarters = Three quarters
decision-base = Counted of
decision-base-expressed = Voices expressed (no blanks, no abstentions)
decision-base-cast = Voices cast, blanks included
decision-base-present = Structures present or represented
decision-base-roll = Every structure on the roll
decision-mentions = Mentions, from best to worst
decision-mentions-help = One a line. The last two (the last one, up to five mentions) mean that an option should not be taken.
decision-dots = Points for each structure
decision-tie = In case of a tie
decision-tie-second_round = Second round between the tied
decision-tie-casting_voice = Casting voice of one structure
decision-tie-draw = Draw, kept in the register
decision-casting = Structure with the casting voice
decision-hidden = Results hidden until the close
decision-hidden-help = One then votes without following the first.
decision-secret = Ballots without names after the close
decision-secret-help = At the close, the link between each structure and its ballot is erased, and ballots are shuffled. Until then it exists, so that a vote can be changed: for an election, ask for more.
decision-authors-shown = Show authors during the vote
decision-authors-help = Hidden during the vote, it appears at the close.
decision-review = To be reviewed on
decision-review-help = The day when the group will talk of this decision again.
decision-open = Open the vote
effect-title = What the decision will do by itself
effect-none = Nothing more: it goes into the register
effect-nothing = Do nothing
effect-of-option = If “{ $option }” is chosen: { $ask }
effect-if-adopted = If adopted: { $will }.
effect-if-chosen = If “{ $option }” is chosen: { $will }.
effect-choose-visual-any = the picture of the option chosen becomes the folder’s visual
effect-if-any = If an option is chosen: { $will }.
effect-otherwise = Otherwise, or without a quorum: nothing changes, the result goes into the register.
effect-admit-structure = Let a structure into the group
effect-admit-structure-ask = Candidate structure
effect-admit-structure-will = “{ $name }” joins the group
effect-admit-structure-by-hand = Open the structures and add this one by hand
effect-admit-structure-done = “{ $name }” has joined the group
effect-choose-visual = Choose the folder’s visual
effect-choose-visual-will = the picture of “{ $name }” becomes the folder’s visual
effect-choose-visual-done = The picture of “{ $name }” is the folder’s visual
effect-done = { $done }. Done at the close, on { $date }.
effect-not-done = The decision is made, but what it was to do could not be done: { $will }. { $why }
visual-chosen = Visual chosen for the folder: “{ $name }” (decision { $number })
visual-picture = The folder’s visual: “{ $name }”

# Voting.
decision-vote = Vote
decision-vote-again = Change my vote
decision-vote-own = Your vote, for { $structure }
decision-vote-given = By procuration, for { $structure }
decision-instruction = Instruction given: { $text }
decision-voted = Voted by { $name }: { $said }
decision-voted-before = The words were corrected after this vote. Read them again; you can change your vote.
decision-cast = Vote recorded. You can change it until the close.
decision-your-answer = Your answer
decision-other-answers = Vote blank, abstain, take no part
decision-remark = Remark (optional)
decision-objection-reason = Your objection, and what would lift it
decision-approve = All that suits you
decision-approves-none = none
decision-rank = Pick the options in your order of preference
decision-rank-first = The favourite first
decision-rank-help = Those you leave out come last, tied.
decision-dots-left = { $count ->
    [0] All your points are placed.
    [one] One point is left.
   *[other] { $count } points are left.
 }
decision-dots-over = { $count ->
    [one] One point too many.
   *[other] { $count } points too many.
 }
decision-mark = { $option }: { $mark }
decision-choice-for = For
decision-choice-against = Against
decision-choice-no_objection = No objection
decision-choice-reservation = Reservation
decision-choice-objection = Objection
decision-stand-expressed = I give my voice
decision-stand-blank = Blank vote
decision-stand-abstain = Abstention
decision-stand-no_part = Takes no part
decision-answer = Answer
decision-answer-yes = Yes
decision-answer-needed = If need be
decision-answer-no = No
decision-advise = Your advice
decision-advise-text = Your voice is advisory: it is shown apart and does not count.
decision-advise-send = Give my advice
decision-advice-apart = Advisory voices, not counted
decision-hidden-now = Results will appear at the close.

# Who voted, and pictures.
decision-roll = Roll of voters
decision-roll-count = { $cast } of { $roll } have voted
decision-structure = Structure
decision-cast-by = Voice cast by
decision-said = Vote
decision-via = Procuration to
decision-by-procuration = by procuration to { $structure }
decision-absent = no ballot
decision-by = By { $name }
decision-picture = Picture { $place }
decision-zoom = See the whole picture
decision-over = Lay two pictures over one another
decision-over-left = Below
decision-over-right = Above
decision-over-cut = Uncover

# Results.
decision-count = Count
decision-voices = Voices
decision-approvals = Approvals
decision-points = Points
decision-mention = Mention
decision-before = before { $option }
decision-duel-before = Put before…
decision-duel-after = …this one
decision-duel-help = Each cell says how many structures put the option of the row before that of the column. Dark: the duel is won.
decision-profile-help = The majority mention is the one in which the line of the half falls.
explain-no-voice = Nobody gave a voice.
explain-tie = Tie: { $options }.
explain-chosen = Chosen: { $option }.
explain-chosen-advisory = First, as an advice: { $option }.
explain-adopted = The text is adopted.
explain-adopted-advisory = As an advice, the answer is in favour.
explain-rejected = The text is not adopted.
explain-rejected-advisory = As an advice, the answer is not in favour.
explain-objected = { $count ->
    [one] The text is not adopted: one objection remains.
   *[other] The text is not adopted: { $count } objections remain.
 }
explain-none-good = Nothing is taken: even the best placed, { $option }, only gets “{ $mention }”.
explain-why-consent = { $agree } without objection, { $reserve } with a reservation, { $object } with an objection.
explain-why-majority =
    { $for } for, { $against } against. It took { $threshold ->
        [absolute] more than half
        [two_thirds] two thirds
        [three_quarters] three quarters
        *[simple] more for than against
    }, of { $base } { $of ->
        [cast] voices, blanks included
        [present] structures present or represented
        [roll] structures on the roll
        *[expressed] voices expressed
    }.
explain-why-majority-two =
    { $option }: { $for }; { $other }: { $against }. It took { $threshold ->
        [absolute] more than half
        [two_thirds] two thirds
        [three_quarters] three quarters
        *[simple] the most voices
    }, of { $base } { $of ->
        [cast] voices, blanks included
        [present] structures present or represented
        [roll] structures on the roll
        *[expressed] voices expressed
    }.
explain-why-judgment = Majority mention of { $option }: “{ $mention }”. Above: { $above }; below: { $below }.
explain-why-judgment-parted = { $other } has the same majority mention, “{ $mention }”. The tie-break takes the middle mentions out one by one, until the first difference.
explain-why-duels = { $option } wins each of its duels.
explain-why-paths = No option wins all its duels. { $option } wins by the strongest paths of victories (Schulze’s method).
explain-why-date = { $option }: yes { $yes }, if need be { $needed }, no { $no }.
explain-why-approval = { $option } suits { $total } structures of { $voices }.
explain-why-dots = { $option } gets { $total } points from { $voices } structures.
explain-tie-second-round = The rule fixed before the vote: a second round between them.
explain-tie-unparted = The casting voice does not part them: a second round is needed.
explain-tie-casting = Tie between { $options }. The casting voice, foreseen before the vote, goes to: { $option }.
explain-tie-draw = Tie between { $options }. The draw, foreseen before the vote and kept in the register, gives: { $option }.
explain-turnout = { $present ->
    [one] One structure present or represented of { $roll }.
   *[other] { $present } structures present or represented of { $roll }.
 }
explain-silent = Blank: { $blank }; abstentions: { $abstain }; taking no part: { $apart }; without a ballot: { $absent }.
explain-quorum-reached = { $present ->
    [one] Quorum reached: one structure present or represented of { $roll }; { $needed } needed.
   *[other] Quorum reached: { $present } structures present or represented of { $roll }; { $needed } needed.
 }
explain-quorum-missing = { $present ->
    [one] Quorum not reached: one structure present or represented of { $roll }; { $needed } needed. The result is advisory.
   *[other] Quorum not reached: { $present } structures present or represented of { $roll }; { $needed } needed. The result is advisory.
 }

# The register and the minutes.
decision-file-minutes = Minutes (PDF)
decision-file-json = All it takes to count again (JSON)
decision-file-csv = Ballots (CSV)
decision-hash = Fingerprint of the text voted:
decision-statutes = This is a decision of the group. It is one of a general assembly only where statutes say so.
decision-review-on = To be reviewed on { $date }
decision-earlier = Round { $round }
minutes-number = Decision no. { $number }, round { $round }
minutes-text = Text proposed
minutes-options = Options
minutes-count = Count
minutes-roll = Roll of voters
minutes-objections = Objections
minutes-rule = Rule fixed before the vote
minutes-effect = What the decision did
minutes-effect-on-time = The vote closed at its time, on { $date }. Proposal opened by { $person }.
minutes-effect-closed-by = Vote closed by { $name } on { $date }, every structure having voted. Proposal opened by { $person }.
minutes-hash = SHA-256 of the text voted:
minutes-objection = { $structure } ({ $status }): { $reason }
rule-method = How it is decided: { $method }.
rule-mentions = Mentions: { $mentions }.
rule-majority =
    Majority: { $threshold ->
        [absolute] more than half
        [two_thirds] two thirds
        [three_quarters] three quarters
        *[simple] more for than against
    }, counted of { $of ->
        [cast] voices cast, blanks included
        [present] structures present or represented
        [roll] structures on the roll
        *[expressed] voices expressed
    }.
rule-quorum = { $percent ->
    [0] No quorum.
   *[other] Quorum: { $percent }% of the structures on the roll, present or represented.
 }
rule-tie-second_round = Tie: second round between the tied.
rule-tie-casting_voice = Tie: casting voice.
rule-tie-draw = Tie: draw, kept in the register.
rule-secret = Ballots without names after the close.
rule-named = One structure, one voice; each voice is named.
rule-casting = Casting voice: { $name }.
rule-fixed = From the first ballot on, none of this changes.

# What can be done with a proposal.
decision-change = Correct the words
decision-change-text = Words can be corrected: each correction is a version, announced to all. Rule, options and dates no longer change after the first ballot.
decision-change-all = Change the proposal
decision-change-whole = Nobody has voted yet: everything can change. From the first ballot on, only words can be corrected.
decision-change-leave = Change nothing
decision-note = What you correct
decision-note-help = Shown to every structure, with your name.
decision-save = Save
decision-saved = Saved.
decision-remind = Remind
decision-reminded = { $sent ->
    [one] One mail sent, for { $people } people awaited.
   *[other] { $sent } mails sent, for { $people } people awaited.
 }
decision-close = Close: everyone has voted
decision-closed-now = Vote closed; the result is in the register.
decision-withdraw = Withdraw
decision-withdraw-text = “{ $title }” will no longer be put to a vote. The proposal stays in sight with your reason; nothing is decided.
decision-withdraw-reason = Why
decision-withdraw-yes = Withdraw the proposal
decision-withdrawn-now = Proposal withdrawn.
decision-new-round = New round
decision-new-round-text = The same question is voted again; the earlier round stays in sight. After a tie, only the tied options remain. You will be able to correct the words.
decision-new-round-open = Open this round
decision-round-opened = New round opened.
objections-title = Objections
objections-text = An objection is no veto: it is an invitation to go deeper. Only the structure that made it can say that it is lifted.
objection-round = round { $round }
objection-status-open = open
objection-status-lifted = lifted
objection-status-withdrawn = withdrawn
objection-status-kept = kept
objection-settled = By { $name }, on { $date }.
objection-lifted-by = Lifted by version { $version } of the text.
objection-remark = Answer, propose an improvement
objection-answer = Answer
objection-end-lifted = The text lifts it
objection-end-withdrawn = Withdraw it
objection-end-kept = Keep it
objection-saved = Saved.
voice-title = Your structure’s voice
voice-text = One structure, one voice: the last vote before the close counts, and everyone sees who cast it.
voice-given = { $giver } gave its voice to { $holder } ({ $name })
voice-until = until { $date }
voice-one-vote = for one vote
voice-give = Give procuration
voice-give-here = Give our voice for this vote
voice-give-text = The other structure votes in your name. You can still vote yourselves: your vote replaces theirs.
voice-holder = Structure that will carry your voice
voice-holder-missing = Choose the structure that will carry your voice.
voice-until-field = Until
voice-instruction = Voting instruction (optional)
voice-instruction-help = Shown to the structure that votes in your name.
voice-give-yes = Give our voice
voice-gave = Procuration given.
voice-revoke = Take back
voice-revoked = Procuration taken back.
voice-seat = Titular and substitute
voice-seat-text = While nobody is named, anybody of the structure may cast its voice, observers excepted.
voice-seat-titular = Titular
voice-seat-substitute = Substitute
voice-seat-anybody = Anybody of the structure
voice-seat-saved = Representation saved.
mail-vote-subject = Your voice is awaited: { $title }
mail-vote-body =
    Hello { $name },

    Your structure has not yet voted on “{ $title }”. The vote closes on { $date }.

    { $link }

field-context = Context
field-option = Name of the option
field-option-text = Description
field-author = Author
field-correction = What you correct
field-mention = Mention
field-remark = Answer
field-instruction = Instruction
field-motive = Why welcome it
field-candidate = Candidate structure

error-decision-too-few-options = This way of deciding takes at least { $least } options ({ $most } at most). Add one, or choose another way.
error-decision-too-many-options = This way of deciding takes { $most } options at most ({ $least } at least). Beyond, majority judgment is fit.
error-decision-same-option = The option “{ $option }” stands twice. Change one of them.
error-decision-date-missing = Give “{ $option }” a date.
error-decision-quorum = A quorum goes from 0 to 100% of the structures on the roll.
error-decision-no-voter = Nobody could vote: choose one structure at least.
error-decision-casting-secret = A casting voice must be read: it does not go with ballots without names. Choose a second round or a draw.
error-decision-casting-none = Choose, among those that vote, the structure with the casting voice.
error-decision-consent-secret = An objection is discussed: consent does not go with ballots without names. Choose a qualified majority.
error-decision-mentions = Give { $least } to { $most } mentions, all different.
error-decision-dots = Give each structure { $least } to { $most } points.
error-decision-close = The close must come after the opening, and after now. Choose a later date.
error-decision-closed = This vote is no longer open. Reload the page to see where it stands.
error-decision-not-open = This vote is not open yet.
error-decision-frozen = A ballot is in: rule, options and dates no longer change. Correct the words, or withdraw the proposal and open another.
error-effect-gone = The application can no longer do it by itself.
error-effect-method = This does not go with this way of deciding. Choose another, or “Nothing more”.
error-effect-nothing = Say what the decision will do, for one option at least; or choose “Nothing more”.
error-effect-picture = To choose the visual, add a picture to one option at least.
error-effect-picture-gone = The option chosen has no picture, or it is no longer there.
error-decision-awaited = { $count ->
    [one] One structure has not voted yet: wait for it, or for the close.
   *[other] { $count } structures have not voted yet: wait for them, or for the close.
 }
error-round-open = The current round is not closed.
error-round-decided = The decision is made. To come back to it, open a new proposal.
error-remind-soon = A reminder has just left. Wait until tomorrow.
error-ballot-choice = Choose an answer.
error-ballot-missing = { $count ->
    [one] One answer is missing: give each option one.
   *[other] { $count } answers are missing: give each option one.
 }
error-ballot-unknown-option = This ballot names an option that is not put to the vote. Reload the page.
error-ballot-unknown-mark = This ballot holds an unknown mention. Reload the page.
error-ballot-dots = You have { $dots } points to share out; you placed { $given }.
error-ballot-roll = Your structure is not on the roll of this vote, which was fixed at the opening.
error-ballot-representative = Your structure named other people to cast its voice. See Decisions, “Titular and substitute”.
error-ballot-no-procuration = This structure did not give you its voice for this vote.
error-ballot-principal = This structure voted itself: its vote prevails over the procuration.
error-objection-reason = An objection comes with its reason: say what is wrong, and what would lift it.
error-objection-own = Only the structure that made this objection can end it. Answer it.
error-procuration-self = A structure does not give itself procuration.
error-procuration-already = Your voice is already given. Take it back first.
error-procuration-circle = This structure gave you its own: it cannot carry yours. Choose another.
error-procuration-chain = A voice passes one hand only: whoever carries one, or gave theirs, cannot enter another procuration. Choose another structure.
error-procuration-cap = { $cap ->
    [one] This structure already carries one voice, the most allowed. Choose another.
   *[other] This structure already carries { $cap } voices, the most allowed. Choose another.
 }
error-procuration-until = Say until which day, today or later.
error-procuration-own = Only the structure that gave its voice can take it back.
error-procuration-cast = Your voice was already cast in “{ $title }”. Vote yourselves: your vote will replace that one.
error-seat-same = Titular and substitute are two different people.
error-structure-votes = This structure is on the roll of an open vote, “{ $title }”. Wait for its close, or have the proposal withdrawn.
error-candidate-same = { $name } is already a candidate: its candidacy is in Structures, Candidacies.
error-candidate-contact = Take out the e-mail address or telephone number: the whole group reads these texts.
error-candidate-settled = The candidacy of { $name } is already settled.
error-candidate-voted = The group is voting on { $name }. Withdraw the proposal first, or wait for its close.
