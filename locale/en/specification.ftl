# Specification: its clauses, its frozen versions, who approves.
menu-cahier = Specification
specification-lead = What the group asks of the designer and the printer, written together, then adopted by each organisation.
specification-none = There is no specification yet. Begin one: it comes with all its clauses, to be completed together.
specification-none-observer = A partner, a treasurer or a facilitator can begin it.
specification-other = Begin another specification
specification-title = Title of the specification
specification-title-placeholder = Folder and web presentation of the group
specification-template = Template: a folder with fiches, and their presentation on the web. What is left to fill in stands between brackets.
specification-create = Begin the specification
specification-created = Specification begun.
specification-which = Which specification
specification-gone = This specification is gone. Come back by the menu.
specification-clauses = The clauses
specification-clause = Choose a clause
specification-clause-empty = to be written
specification-clause-open = { $count ->
    [one] one point to fill in
   *[other] { $count } points to fill in
 }
specification-clause-written = written
specification-optional = optional
specification-all-written = All required clauses are written.
specification-missing = { $count ->
    [one] One required clause is left to complete
   *[other] { $count } required clauses are left to complete
 }
specification-blanks = to fill in: { $names }
specification-placeholder = Write this clause…
specification-justified = What justifies this clause:
specification-unjustified = Nothing is linked to this clause yet.
specification-link = Link what justifies this clause
specification-link-fiche = Fiches
specification-link-placeholder = Choose
specification-link-save = Save the links
specification-linked = Links saved.
specification-no-version = No version is frozen yet. Once the clauses are written, the facilitator freezes a version that each organisation approves.
specification-state = Where the version stands
specification-frozen-on = Version { $number }, frozen on { $when }
specification-adopted-on = Version { $number }, adopted on { $when }
specification-ahead = The text changed since version { $number }: another one will have to be frozen.
specification-waiting = { $count ->
    [0] All organisations have answered.
    [one] One organisation is still awaited.
   *[other] { $count } organisations are still awaited.
 }
specification-rule = When the version can be adopted
specification-rule-all = When all organisations approve
specification-rule-consent = When nobody objects and at least half of the organisations approve
specification-adoptable = Adoption: { $rule }.
specification-stance-awaited = awaited
specification-stance-approved = approves
specification-stance-objection = objection
specification-by = by { $name }, on { $when }
specification-silent = Nobody can answer yet for { $names }: { $count ->
    [one] it will not be awaited.
   *[other] they will not be awaited.
 }
specification-freeze = Freeze a version
specification-freeze-title = Freeze a version
specification-freeze-text = The words of now are kept as they are, and each organisation is asked to answer. People can go on writing: that will be for the next version.
specification-freeze-replaces = Version { $number } still waits for answers: the new one replaces it, and everybody will be asked again.
specification-freeze-yes = Freeze and ask for answers
specification-frozen = Version frozen. Each organisation is asked to answer.
specification-approve = Read and approve
specification-approve-title = Approve this version
specification-approve-text = You approve, for your organisation, exactly the words of version { $number }.
specification-approve-yes = Approve this version
specification-spoken = Answer noted.
specification-object = Object
specification-object-title = Object
specification-object-text = An objection is no veto: it says what prevents your organisation from living with this text, and what would lift it.
specification-object-reason = What stands in the way, and what would lift it
specification-object-yes = Save the objection
specification-adopt = Adopt
specification-adopt-title = Adopt this version?
specification-adopt-text = Version { $number } will be settled for good: nobody will be able to change it. A change will make a new version.
specification-adopt-yes = Adopt for good
specification-adopted = Version adopted.
specification-versions = { $count ->
    [one] The frozen version
   *[other] The { $count } frozen versions
 }
specification-hash = SHA-256 fingerprint: { $hash }
specification-read = Read
specification-read-title = Version { $number }
specification-difference = See what changed
specification-difference-title = From version { $before } to version { $after }
specification-get-pdf = PDF
specification-get-docx = Word
specification-paper-frozen = Version { $number }, frozen on { $day }
specification-paper-adopted = Adopted by the group on { $day }.
specification-paper-open = Version being approved: it is not adopted yet.
specification-paper-reasons = Related to: { $names }
specification-paper-voices = Answers of the organisations
specification-paper-proof = SHA-256 fingerprint: { $hash }
specification-column-structure = Organisation
specification-column-stance = Answer
specification-column-person = By
specification-column-day = On
accueil-awaits-approve-specification = Answer about the specification “{ $label }”
news-freeze-specification = { $people } froze a version of the specification “{ $label }”
news-object-specification = { $people } objected to the specification “{ $label }”
news-adopt-specification = { $people } adopted the specification “{ $label }”
error-specification-title = The group already has a specification “{ $title }”. Choose another title.
error-specification-links = At most { $maximum } links a clause. Keep the most useful ones.
error-specification-missing = { $count ->
    [one] One required clause is not finished: { $names }. Complete it, brackets too, then freeze again.
   *[other] { $count } required clauses are not finished: { $names }. Complete them, brackets too, then freeze again.
 }
error-specification-same = Nothing changed since version { $number }: there is nothing new to freeze.
error-specification-adopted = This version is adopted: nobody can change it. For a change, freeze a new version.
error-specification-replaced = A later version exists. Load the page again and answer about that one.
error-specification-not-agreed = This version does not have yet the answers that it takes to be adopted.
error-specification-broken = The stored version { $number } is not the one that was frozen. It is not shown. Tell the person who administers the installation: a backup can bring it back.
decision-about-clause = About the clause “{ $name }” of the specification
decision-about-clause-title = Adopt the clause “{ $name }”
decision-about-version = About the specification “{ $name }”
decision-about-version-title = Adopt the specification “{ $name }”
effect-lock-specification = Adopt a version of the specification
effect-lock-specification-ask = Version to adopt
effect-lock-specification-will = “{ $name }” is adopted for good, if its rule of adoption is met; each “No objection” or “Reservation” counts there as an approval
effect-lock-specification-by-hand = Open the specification and adopt it by hand
effect-lock-specification-done = “{ $name }” is adopted, and nobody can change it any more
specification-propose-version = Put this version to the group
specification-propose-clause = Propose a decision on this clause
specification-link-decision = Decisions
specification-alone = without a justification
specification-justifies = Justifies the clause “{ $heading }” of the specification “{ $title }”
error-specification-weights = In “{ $clause }”, the weights make { $total } instead of 100. Correct them so that the total is 100.
mail-specification-subject = Your structure is awaited: { $title }
mail-specification-body = 
    Hello { $name },

    Your structure has not answered yet on “{ $title }”. Read this version, then approve it or say what stands in the way.

    { $link }

