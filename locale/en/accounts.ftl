# My account.
compte-title = My account
compte-profile = Who I am
compte-name = First and last name
compte-save = Save
compte-profile-saved = Saved.
compte-password = Password
compte-password-none = This account opens without a password.
compte-password-current = Current password
compte-password-rule = The new one: at least { $minimum } characters. A short sentence does very well, with or without accents. Your other sessions will end.
compte-password-new = New password
compte-password-again = The same once more
compte-password-save = Change the password
compte-password-saved = The password is changed. Your other sessions have ended.
compte-sessions = My sessions
compte-sessions-lead = Where your account is open. If you do not recognise a session, end it, then change your password.
compte-device = { $browser } on { $system }
compte-device-unknown = Unknown browser
compte-session-here = You are here
compte-session-seen = Last seen: { $ago }
compte-session-end = End
compte-session-ended = The session has ended.
compte-sessions-end = End all the others
compte-sessions-ended = { $count ->
    [0] No other session was open.
    [one] The other session has ended.
   *[other] The { $count } other sessions have ended.
}
compte-groups = My groups
compte-group-here = You are in this group
compte-group-enter = Enter
compte-group-entered = You are now in { $name }.
compte-guide = The guide
compte-data = My data
compte-data-text = Everything this installation knows about you: account, groups, sessions, invitations, texts you wrote in, journal of your acts. Your password is not in it.
compte-data-get = Download my data (JSON)

error-password-differ = The two new passwords are not the same.
error-reset-admin = This person looks after the installation: only another administrator can give them a link.
error-reset-elsewhere = This person is in another group too: only an administrator of the installation can give them a link.
