# Meetings.
menu-reunions = Meetings
menu-reunion = Meeting
meetings-lead = Prepare together, write the minutes with several hands, and forget nothing before the next one.
meetings-none = There is no meeting yet. Prepare the first, or enter the one that was just held to write its minutes.
meetings-none-read = There is no meeting yet. A facilitator prepares the first.
meetings-ahead = Ahead
meetings-ahead-none = No date is set yet.
meetings-announced = Date set at the last meeting. A facilitator prepares the agenda.
meetings-held = Already held
meetings-open-actions = { $count ->
    [one] One action to do
   *[other] { $count } actions to do
 }
meetings-to-do = { $count ->
    [one] one action to do
   *[other] { $count } actions to do
 }
meeting-stage-held = minutes to write
meeting-stage-closed = minutes closed
meeting-stage-cancelled = called off
meeting-when = { $day } at { $hour }
meeting-new = Prepare a meeting
meeting-create = Prepare the meeting
meeting-created = Meeting ready: write the agenda.
meeting-past-allowed = A past date is fine too: that is how to enter the minutes of a meeting already held.
meeting-change = Change the meeting
meeting-save = Save
meeting-saved = Meeting changed.
field-meeting-title = Subject of the meeting
meeting-title-example = Working session
meeting-day = Day
field-place = Place
meeting-video = Video call address
meeting-video-help = Optional. Only members of the group see it here.
meeting-join = Join the video call
meeting-back = All meetings
meeting-missing-title = This meeting does not exist here
meeting-missing-text = The link is incomplete, or the meeting is another group’s. Go back to the list.
meeting-get-pdf = PDF
meeting-get-docx = Word
meeting-agenda = Agenda
meeting-agenda-hint = What to talk about, in order.
meeting-agenda-placeholder = One item a line…
meeting-minutes = Minutes
meeting-minutes-hint = Written by several during the meeting: what was said, not everything that was said.
meeting-minutes-placeholder = Write the minutes…
meeting-read-only = You can read. Partners, the treasurer and facilitators write.
meeting-attendance = Attendance
meeting-attendance-none = Nobody is noted yet.
meeting-attendance-note = Note attendance
meeting-attendance-help = Each person in one list only. Whoever is in none was not expected.
meeting-attendance-save = Save attendance
meeting-attendance-saved = Attendance saved.
meeting-structures-present = { $count ->
    [0] no structure present
    [one] one structure present
   *[other] { $count } structures present
 }
meeting-present = { $count ->
    [one] One person present
   *[other] { $count } people present
 }
meeting-excused = { $count ->
    [one] One person excused
   *[other] { $count } people excused
 }
meeting-absent = { $count ->
    [one] One person absent
   *[other] { $count } people absent
 }
meeting-present-choose = Present
meeting-excused-choose = Excused
meeting-absent-choose = Absent
meeting-present-list = Present: { $names }
meeting-excused-list = Excused: { $names }
meeting-absent-list = Absent: { $names }
meeting-choose-people = Choose people
meeting-guests = Guests
field-guests = Guests present
meeting-guests-help = One person a line, with their title after a comma. Example: C. D., designer
meeting-decisions = Decisions
meeting-decisions-none = No decision is tied to this meeting yet.
meeting-decisions-link = Tie decisions
meeting-decisions-choose = Proposals and decisions
meeting-decisions-save = Save the links
meeting-decisions-saved = Decisions tied.
meeting-decision-pending = Vote under way
meeting-decision-number = Decision no. { $number } — { $said }
meeting-decision-line = { $title }: { $said }
meeting-actions = Actions
meeting-carried = Left from earlier meetings
meeting-own-actions = Agreed at this meeting
meeting-actions-none = No action is noted yet.
meeting-action-add = Note an action
meeting-action-keep = Note the action
meeting-action-kept = Action noted.
meeting-action-change = Change
meeting-action-save = Save the action
meeting-action-drop = Take this action out
meeting-action-dropped = Action taken out.
meeting-action-example = Ask for two quotes
meeting-action-done = done
meeting-action-open = to do
meeting-action-from = Meeting “{ $title }”
meeting-whole-group = The whole group
meeting-until = by { $day }
meeting-late = late
field-action = What is to be done
field-actions = Actions
field-decisions = Decisions
meeting-column-what = Action
meeting-column-who = Who
meeting-column-due = By
meeting-column-state = State
meeting-next = Next date
meeting-next-none = The next date is not set yet.
meeting-next-set = Set the next date
meeting-next-save = Set this date
meeting-next-saved = Next date set.
meeting-next-drop = Take the date out
meeting-next-dropped = Date taken out.
meeting-next-poll = Put several dates to the vote
meeting-poll = { $title }: { $state }
meeting-poll-keep = Set the chosen date: { $when }
meeting-prepare-next = Prepare this meeting
meeting-following = Next meeting: { $title }, { $when }
meeting-previous = Previous meeting: { $title }
meeting-changes-since = What changed in the fiches since this meeting
meeting-close = Close the minutes
meeting-close-title = Close the minutes?
meeting-close-text = Agenda and minutes will not change any more, nor attendance, nor the decisions tied. Actions can still be ticked. One can reopen, saying why.
meeting-close-nobody = Attendance is not noted.
meeting-close-yes = Close them
meeting-closed = Minutes closed.
meeting-closed-on = Minutes closed on { $when } by { $name }.
meeting-reopen = Reopen the minutes
meeting-reopen-title = Reopen the minutes?
meeting-reopen-text = Everybody can write again. The reason stays shown.
meeting-reopen-yes = Reopen
meeting-reopened = Minutes reopened.
meeting-reopened-on = Reopened on { $when } by { $name }: { $reason }
meeting-cancel = Call the meeting off
meeting-cancel-title = Call the meeting off?
meeting-cancel-text = It stays in the list, with what is written. You can hold it after all.
meeting-cancel-yes = Call this meeting off
meeting-cancelled = This meeting is called off.
meeting-called-off = Meeting called off.
meeting-hold = Hold the meeting after all
meeting-held-again = Meeting on again.
meeting-paper-draft = Draft minutes, not closed yet.
decision-about-meeting = About the meeting “{ $name }”
decision-about-meeting-title = When do we meet after “{ $name }”?

accueil-next-meeting = Next meeting: { $where }
accueil-awaits-do-action = Do the action “{ $label }”
accueil-since-visit = My last visit
accueil-since-last-meeting = The meeting of { $day }
accueil-since-meeting = Since the meeting “{ $title }”, { $when }
news-create-meeting = { $people } prepared the meeting “{ $label }”
news-change-meeting = { $people } changed the meeting “{ $label }”
news-cancel-meeting = { $people } called off or put back the meeting “{ $label }”
news-plan-next-meeting = { $people } set the date after “{ $label }”
news-close-minutes = { $people } closed the minutes of “{ $label }”
news-reopen-minutes = { $people } reopened the minutes of “{ $label }”

error-meeting-far = This date is too far away: check the year.
error-meeting-next = The next date comes after this meeting: choose a later one.
error-meeting-closed = The minutes of this meeting are closed: nothing changes in it any more. A facilitator can reopen them, saying why.
error-meeting-not-closed = The minutes are open already.
error-meeting-cancelled = This meeting is called off. Put it back first.
error-meeting-ahead = This meeting has not been held yet: its minutes are closed afterwards.
error-meeting-no-minutes = The minutes are empty. Write them first, even in three lines.
error-meeting-twice = { $name } is in two lists. Keep one of the two.
