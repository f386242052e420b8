# Backup and restore (python -m db)
db-help = Chemise: back up, restore, upgrade and check the data.
db-help-backup = Saves the database and the pictures in one file, even while people write.
db-help-backup-file = the file to write, or a folder where it gets a dated name
db-help-force = replace the file if it exists
db-help-restore = Puts back all that a backup holds. The server must be stopped.
db-help-replace = replace what is here, after a backup of it
db-help-migrate = Creates the database or brings it to this version.
db-help-check = Checks the database and the pictures or, with a file, rehearses the restore without touching anything.
db-help-check-file = a backup to try
db-backup-done = Saved and read back: { $file } ({ $rows } rows, { $pictures } pictures, { $size } kB).
db-pictures-damaged = { $count } picture(s) lost or damaged on disk: { $names }
db-restore-done = Restored: the state of { $day } ({ $rows } rows, { $pictures } pictures).
db-restore-safety = What was here is kept in { $file }.
db-restore-sign-in = Everybody signs in again: open sessions are not restored.
db-migrate-copy = Copy of the database before the upgrade: { $file }
db-migrate-done = The database is at this version ({ $revision }).
db-check-done = The database and the pictures are sound (version { $revision }).
db-check-backup = This backup of { $day } can be restored ({ $rows } rows, { $pictures } pictures).

error-backup-exists = The file { $file } exists already. Add --force to replace it.
error-backup-missing = The file { $file } does not exist.
error-backup-foreign = This file is not a backup of Chemise, or it was cut short. Nothing was changed.
error-backup-damaged = This backup is damaged: it does not hold what it says. Nothing was changed.
error-backup-path = This backup holds an unexpected file name. Nothing was changed.
error-backup-bomb = This file unpacks abnormally. Nothing was changed.
error-backup-newer = This backup comes from a later version of Chemise. Update Chemise first.
error-backup-revision = The database is not at this version. First run: python -m db migrate
error-backup-source = The database itself is damaged. Keep your earlier backups and restore the last good one.
error-restore-not-empty = There is data here already. Add --replace to replace it; it will be backed up first.
error-restore-busy = The database is in use. Stop the server first. Nothing was changed.
error-restore-disk = Restoring needs { $megabytes } MB free on the disk. Nothing was changed.

# Installation
installation-title = Installation
installation-lead = What the administrator sees: all should be green, or else the last column says what to do.
installation-all-well = All is well.
installation-some-bad = { $count ->
    [one] One point needs your attention.
   *[other] { $count } points need your attention.
 }
installation-refresh = Check again
installation-column-what = Point
installation-column-status = State
installation-column-value = Finding
installation-column-action = What to do
installation-status-ok = Good
installation-status-warn = To watch
installation-status-bad = To mend
installation-mail-title = Test mail
installation-mail-text = A test message goes to your own address.
installation-mail-button = Send me a test message
installation-mail-sent = Test message sent.
installation-no-address = Your account has no address.

check-engine = Database
check-settings = Database settings
check-revision = Database version
check-integrity = Database health
check-size = Database size
check-disk = Room on the disk
check-clock = Clock
check-zones = Time zones
check-mail = Sending mail
check-backup = Last backup
check-address = Public address
check-cookie = Sign-in cookie
check-secret = Secret key
check-policy = Content policy
check-rooms = Open texts
check-pictures = Pictures

value-engine = { $name } { $version }
value-settings-ok = all as expected
value-settings-bad = unexpected: { $names }
value-revision = { $current } (expected: { $head })
value-integrity-ok = sound, checked in { $milliseconds } ms
value-integrity-bad = defect found
value-megabytes = { $megabytes } MB
value-disk = { $percent }% free ({ $megabytes } MB)
value-clock = { $milliseconds } ms apart from the database
value-clock-alone = steady since the start
value-zones-ok = present
value-zones-bad = missing
value-mail-ok = { $host }
value-mail-none = not set
value-backup-never = none
value-backup-age = { $hours ->
    [0] less than an hour ago
    [one] one hour ago
   *[other] { $hours } hours ago
 }
value-address = { $address }
value-address-none = the browser’s own
value-cookie = HttpOnly, SameSite=Lax{ $secure }
value-secret-file = file, mode { $mode }
value-secret-environment = variable CHEMISE_SECRET
value-policy = { $count ->
    [one] one script hash
   *[other] { $count } script hashes
 }
value-rooms = { $texts } texts, { $people } people
value-pictures = { $count } pictures, { $megabytes } MB

action-engine-sqlite = Install a SQLite library 3.51.3 or later (pysqlite3): earlier ones can damage the database.
action-engine-postgresql = Move to PostgreSQL 14 or later.
action-settings = Remove whatever changes these settings: they protect against a power cut.
action-revision = Stop the server and run: python -m db migrate
action-integrity = Restore the last good backup: python -m db restore FILE --replace
action-disk = Make room: under 10%, saving may stop.
action-clock = Set the server’s clock (NTP): dates and limits depend on it.
action-zones = Install the time zone data: package tzdata.
action-mail = Set CHEMISE_SMTP_URL and CHEMISE_MAIL_FROM. Meanwhile invitations are copied by hand.
action-backup = Run every day: python -m db backup FOLDER, and copy the file elsewhere.
action-address = Set CHEMISE_BASE_URL to the site’s https address as soon as it is open to other machines.
action-secret = Give the file to the server’s own account only: chmod 600
action-policy = Streamlit’s page has changed: install the intended version again.

mail-test-subject = Chemise: test message
mail-test-body = Hello,

    this message shows that Chemise can send mail from { $address }.
error-mail-unset = Sending mail is not set up.
error-mail-refused = The mail server did not take the message: the server’s log says why.
