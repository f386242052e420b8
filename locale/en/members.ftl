# Structures, settings, roles.
role-facilitator = Facilitator
role-facilitator-help = Prepares meetings, keeps the settings and the outline, invites and supports.
role-treasurer = Treasurer
role-treasurer-help = Writes the fiches with the others; the envelope and the contributions are theirs.
role-partner = Partner
role-partner-help = Writes the fiches with the others, keeps their organisation’s page, invites colleagues.
role-observer = Observer
role-observer-help = Reads everything the group does, and changes nothing.

structures-title = Organisations
structures-lead = { $structures ->
    [one] One organisation
   *[other] { $structures } organisations
} and { $people ->
    [0] nobody yet.
    [one] one person.
   *[other] { $people } people.
}
structures-view = View
structures-view-directory = Directory
structures-view-coverage = Who covers which step
structures-view-candidates = Candidacies
candidates-lead = A candidate structure has no vote, no member and no access: only a decision lets it into the group.
candidates-none = No candidacy. Present a structure that the group could welcome, then propose the vote.
candidates-state-candidate = Candidate
candidates-state-admitted = Admitted
candidates-state-refused = Refused
candidates-state-withdrawn = Withdrawn
candidates-presented = presented by { $name }, on { $date }
candidates-vote = See the vote under way
candidates-decision = Read the decision
candidates-propose = Propose to welcome it
candidates-page = Its page
candidates-withdraw = Withdraw the candidacy
candidates-withdrawn = The candidacy of { $name } is withdrawn.
candidates-add = Present a structure
candidates-form = The whole group reads these texts: put no address and no telephone number in them.
candidates-kind = Form of the structure
candidates-presentation = What it does, and for whom
candidates-motive = Why welcome it
candidates-send = Present to the group
candidates-sent = { $name } is a candidate. Now propose the vote.
structures-view-invitations = Open invitations
structures-unknown = This organisation is not, or no longer, in the group.
structures-add = Add an organisation
structures-back = All organisations
structures-change = Edit
structures-save = Save
structures-cancel = Cancel
structures-close = Close
structures-saved = { $name }: saved.
structures-first-step = The group has one organisation, yours. Add the others, then invite one person from each: they can complete their page and invite their colleagues.
structures-alone = The group has one organisation for now. The facilitator will add the others.
structures-search = Search
structures-search-example = A name, a place, a person…
structures-etape = Step
structures-fonction = Kind of support
structures-all = All
structures-clear = Show all
structures-no-match = No organisation answers this search.
structures-since = since { $year }
structures-host = hosts the group
structures-people = { $count ->
    [0] nobody yet
    [one] one person
   *[other] { $count } people
}
structures-people-title = People
structures-nobody = Nobody yet. Invite someone from this organisation.
structures-nobody-read = Nobody yet. The facilitator can invite someone from this organisation.
structures-no-presentation = This organisation has not introduced itself yet.
structures-etapes = Steps covered
structures-fonctions = Kinds of support
structures-sites = Places
structures-name = Name of the organisation
structures-year = Since (year)
structures-legal-form-example = Association, co-operative, local authority…
structures-presentation-help = What the organisation does and for whom, in a few sentences.
structures-sites-help = One place per line
structures-nothing = (empty)

structures-stale = Someone saved while you were writing. What you typed is intact, and nothing was overwritten.
structures-stale-field = Field
structures-stale-now = What is saved now
structures-stale-keep = Seen: keep what I typed and let me save

structures-coverage-lead = Each dot is a step that an organisation says it covers.
structures-structure = Organisation
structures-covers = yes
structures-covers-not = no
structures-count = Organisations per step
structures-uncovered = { $count ->
    [one] Nobody covers this step yet: { $names }.
   *[other] Nobody covers these steps yet: { $names }.
}
structures-no-etapes = The group has not named its steps yet. They are named in the settings.

structures-invite = Invite
structures-invite-title = Invite someone
structures-invite-lead = You get a link that works once, for seven days. It goes out by mail when an address is given and mail is set up; otherwise you copy it.
structures-invite-name = First and last name
structures-invite-email = Email address (optional)
structures-invite-email-example = name@organisation.org
structures-invite-make = Create the invitation
structures-invited = The invitation for { $name } is ready. Copy this link and hand it over.
structures-invited-mailed = Invitation sent to { $name } ({ $email }). You can also copy the link.
structures-invitations-lead = These links have not been used yet. For safety a link is never shown again: if it is lost, withdraw the invitation and make another.
structures-invitation-until = until { $date }
structures-invitation-mailed = sent by mail
structures-invitation-copied = link to hand over
structures-no-invitations = No open invitation. The “Invite” button makes one.
structures-revoke = Withdraw
structures-revoke-help = The link stops working.
structures-revoked = The invitation of { $name } is withdrawn.
structures-link-copy = Copy the link
structures-link-copied = Copied
structures-link-until = Valid until { $date }.
structures-link-hour = Valid for one hour.
structures-link-once = It works once and will not be shown again after you close this.

structures-role = Role
structures-manage = Manage
structures-manage-help = Role, position, organisation and access of { $name }
structures-manage-title = Manage a person
structures-title-example = For example: support officer
structures-member-saved = { $name }: saved.
structures-reset = Lost password
structures-reset-text = You get a link to hand over in person, valid for one hour. The person chooses a new password with it; their open sessions end.
structures-reset-yes = Create the link
structures-reset-made = Link ready for { $name }.
structures-remove = Remove from the group
structures-remove-text = { $name } will lose access to the group and be signed out. What this person wrote stays, under their name. A new invitation brings them back.
structures-remove-yes = Yes, remove from the group
structures-removed = { $name } is no longer in the group.
structures-leave = The organisation leaves the group…
structures-leave-text = **{ $name }** will leave the group. { $count ->
    [0] Nobody is registered there.
    [one] The person registered there will lose access to the group.
   *[other] The { $count } people registered there will lose access to the group.
} Its open invitations will stop working. What was written stays, under each person’s name. To bring it back, add an organisation of the same name.
structures-leave-yes = Yes, the organisation leaves the group
structures-left = { $name } has left the group.

reglages-title = Settings
reglages-who = { $count ->
    [one] You can read everything here. The group’s facilitator makes changes: { $names }.
   *[other] You can read everything here. The group’s facilitators make changes: { $names }.
}
reglages-group = Group
reglages-etapes = Steps
reglages-fonctions = Kinds of support
reglages-targets = Lightness
reglages-people = People and roles
reglages-installation = Another group
reglages-what = Setting
reglages-value = Value
reglages-group-name = Name of the group
reglages-host = Organisation that hosts the group
reglages-purpose-help = Why this group exists, in a few sentences.
reglages-zone = Time zone
reglages-zone-help = Dates and times are shown in the time of this place.
reglages-saved = The group’s settings are saved.
reglages-example = Example group
reglages-example-text = When you no longer need it, remove it: your own groups are not affected.

reglages-etapes-lead = The steps of a project bearer’s path, in your words and in your order. The English name serves the English version; without it the French name is shown.
reglages-etapes-none = The group has no step yet. The first could be called “Idea”.
reglages-etapes-add = Add a step
reglages-etapes-saved = The steps are saved.
reglages-fonctions-lead = The support your organisations offer: welcome, training, finance… Each organisation ticks its own on its page.
reglages-fonctions-none = The group has no kind of support yet. The first could be called “Welcome”.
reglages-fonctions-add = Add a kind of support
reglages-fonctions-saved = The kinds of support are saved.
reglages-line-up = Move up
reglages-line-down = Move down
reglages-line-remove = Remove
reglages-line-keep = Keep
reglages-line-unused = “{ $name }” will be removed when you save. Nothing is linked to it.
reglages-line-unlinks = “{ $name }” will be removed when you save. These lose that link: { $uses }. Nothing else is erased.
reglages-use-structures = { $count ->
    [one] one organisation
   *[other] { $count } organisations
}
reglages-use-fiches = { $count ->
    [one] one fiche
   *[other] { $count } fiches
}
reglages-use-questions = { $count ->
    [one] one question of the outline
   *[other] { $count } questions of the outline
}
reglages-list-undo = Start again from the saved list
reglages-list-unsaved = Not saved yet
reglages-list-same = The list has not changed.
reglages-list-stale = Someone saved this list while you were changing it. What you typed is intact, and nothing was overwritten.
reglages-list-catch-up = Take in their changes and keep mine

reglages-person = Person
reglages-people-where = Change a role or invite

reglages-new-lead = A second group, apart from the first: its organisations, fiches and people do not mix. You will be its first facilitator.
reglages-new-create = Create this group
reglages-new-done = The group { $name } is created. Enter it from My account.
reglages-new-where = Switch group: My account

field-position = Position in the organisation
field-legal-form = Legal form
field-web = Web site
field-sites = Places
field-presentation = Presentation
field-entry = Name
field-entry-en = Name in English
field-summary = In one sentence
field-entries = List

error-web = This web address is not complete. Example: www.organisation.org
error-year = Give the year in four figures, between { $first } and { $last }, or leave it empty.
error-zone = Choose a time zone from the list.
error-host-stays = This organisation hosts the group: it cannot leave it.
error-not-yourself = You cannot remove yourself. Ask another facilitator.
structures-propose = Propose that a structure join
