# The frame: menus, doors, common messages.
app-name = Chemise
app-promise = Write, decide and publish a common presentation, together.

menu-accueil = Home
menu-fiches = Fiches
menu-fiche = Fiche
menu-trame = Outline
menu-structures = Organisations
menu-reglages = Settings
menu-compte = My account
menu-installation = Installation
menu-invitation = Invitation
menu-reset = Password
menu-write = Write together
menu-decide = Decide together
menu-money = Shared money
menu-group = Group and account

file-refused = This file was not taken: { $megabytes } MB at most, in one of the formats asked for.
more = More actions
day-placeholder = dd/mm/yyyy
shell-language = Language
shell-sign-in-again = Your session has ended. Reload the page to sign in again.
shell-sign-out = Sign out
shell-no-group = no group
shell-no-group-text = You are not a member of any group yet. Ask a group’s facilitator for an invitation.
shell-example-banner = You are exploring the example group: everything can be changed, nothing binds anybody.
shell-example-remove = Remove the example
shell-example-remove-title = Remove the example group?
shell-example-remove-text = The example group, its fiches and its people will be erased, with everything that you wrote there. Your own groups do not change.
shell-example-remove-yes = Yes, remove the example

gate-sign-in = Sign in
gate-sign-in-button = Enter
gate-opening = Opening your workspace…
gate-open-failed = This did not work. Try again; if it goes on, check that your browser accepts cookies from this site.
gate-forgotten = Forgotten your password?
gate-forgotten-text = Type your address: if it is known and mail is set up, a link that works for an hour leaves at once. Otherwise your group’s facilitator can hand you a link in person.
gate-forgotten-send = Ask for a link
gate-forgotten-said = If this address is known, a link is on its way.
gate-invited-only = One joins a group by invitation. If you received one, open its link.
gate-first-lead = Nobody has come in yet. Two doors are open to you.
gate-explore-title = Explore the example group
gate-explore-text = The Bouches-du-Rhône group: its organisations, its steps, its outline and its first fiches. Come in under the role you like, write, try things; one click removes it all.
gate-explore-elsewhere = The example opens without a password, so it is offered only on the computer where Chemise is installed.
gate-install-example = Install the example
gate-installing = Installing the example…
gate-enter-as = Enter the example as:
gate-enter-partner = Partner — { $name }
gate-enter-facilitator = Facilitator — { $name }
gate-enter-treasurer = Treasurer — { $name }
gate-create-title = Create our group
gate-create-text = A name, a territory, the organisation that hosts the group, and you. The others will come in by your invitations.

founding-group = Name of the group
founding-group-example = Bouches-du-Rhône co-production group
founding-territory-example = Bouches-du-Rhône
founding-host = Organisation that hosts the group
founding-host-help = The association or co-operative that carries the group: it becomes its first organisation.
founding-languages = Languages of the presentation
founding-you = Your first and last name
founding-password-help = At least { $minimum } characters; a short sentence does very well.
founding-code = Set-up code
founding-code-help = The server printed it when it started, in its window or its log.
founding-create = Create the group

invitation-title = Join { $group }
invitation-lead = You are invited to join the group for { $structure }. Role: { $role }.
invitation-until = This link works once, until { $date }.
invitation-name = Your first and last name
invitation-password-new = Choose a password
invitation-password-help = At least { $minimum } characters. If you already have an account here, give its address and its usual password.
invitation-accept = Join the group
invitation-dead-title = This link opens nothing any more
invitation-dead-text = It was used or withdrawn, or its time is over. Ask the person who invited you for a new one.
invitation-missing = Open the complete link that you received.

reset-title = Choose a new password
reset-lead = Hello { $name }. This link works once; your other sessions will be closed.
reset-new = New password
reset-save = Save and enter
reset-dead-text = It was used, or its hour is over. Ask for a new one.

mail-reset-subject = Chemise: choose a new password
mail-reset-body =
    Hello,

    A new password was asked for your account. This link works once, for an hour:

    { $link }

    If it was not you, do nothing: your present password stays valid.
mail-invitation-subject = Invitation to join { $group }
mail-invitation-body =
    Hello { $name },

    { $inviter } invites you to join “{ $group }” on Chemise, where the group writes its common presentation.
    This link works once, for seven days:

    { $link }

field-name = Name
field-group-name = Name of the group
field-host = Organisation that hosts the group
field-your-name = Your first and last name
field-email = Mail address
field-password = Password
field-territory = Territory
field-purpose = Purpose
field-text = Text

error-unexpected = Something unexpected happened. Nothing that you saved is lost; try again, and report the number { $number } if it comes back.
error-not-found = This does not exist, or no longer does.
error-not-allowed = Your role does not allow this. Ask the group’s facilitator.
error-rule = This will not do.
error-day-empty = Type a date, for example “26/11/2026”.
error-day-unreadable = “{ $typed }” is not a date. Type the day, the month and the year, for example “26/11/2026”.
error-stale-edit = Somebody saved in the meantime. What you typed is still here: copy it, reload the page, then put it back.
error-store-unavailable = Saving is impossible for now (storage full or read-only). Keep this page open and tell the person who runs the installation.
error-too-many-attempts = Too many tries. Try again in { $minutes } minutes.
error-empty = “{ $field }” must be filled in.
error-too-long = “{ $field }” is too long: { $length } characters, { $maximum } at most.
error-too-many = “{ $field }”: { $maximum } at most.
error-link-dead = This link opens nothing any more: it was used or withdrawn, or its time is over.
error-ticket = This entry has expired. Sign in again.
error-sign-in = Wrong address or password.
error-setup-code = This is not the code that the server printed.
error-loopback-only = The example opens only on the computer where Chemise is installed.
error-already-set-up = A group was just created here. Reload the page.
error-last-facilitator = A group keeps at least one facilitator. Give that role to somebody else first.
error-email = This mail address is not complete. Example: firstname@organisation.org
error-email-taken = This address already has an account.
error-password-short = This password is too short: at least { $minimum } characters. A short sentence does very well.
error-password-long = This password is too long: { $maximum } characters at most.
error-password-common = This password is too easy to guess. Try three or four unrelated words.
error-password-current = The current password is not right.
error-language = Choose at least one of the languages offered.
error-already-member = This person is already a member of the group.
error-same-name = “{ $name }” already exists.
error-role = You cannot give this role.
