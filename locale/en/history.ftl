# History: the moments of a text, what changed, going back.
history-title = History
history-of = History: { $title }
history-back = Back to the fiche
history-view = View
history-view-compare = Compare
history-view-replay = Replay
history-from = From
history-to = To
history-blank = The blank sheet
history-now = Now
history-automatic = automatic
history-compare-same = These two moments say the same.
history-words-added = { $count ->
    [0] no word added
    [one] one word added
   *[other] { $count } words added
 }
history-words-removed = { $count ->
    [0] no word removed
    [one] one word removed
   *[other] { $count } words removed
 }
history-moved-count = { $count ->
    [one] one passage moved
   *[other] { $count } passages moved
 }
history-restore = Restore this moment
history-restore-title = Restore this moment?
history-restore-text = The text will say again what it said: { $moment }. This is a new edit: what is written now stays in the history, and the people who are there see the change at once. Title and tagline do not change: they are restored separately.
history-restore-yes = Restore
history-restored = Text restored.
history-locked = The text is locked: you can compare and replay, not restore.
history-name = Name the version of now
history-timeline = The moments kept
history-timeline-text = A version keeps itself after each moment of writing. Name those that count.
history-timeline-none = No version yet: the first one will keep itself after a moment of writing.
history-day = { $day } · { $count ->
    [one] one version
   *[other] { $count } versions
 }
history-column-hour = Hour
history-column-name = Version
history-column-authors = Written by
history-column-words = Words
history-column-changes = Changes
history-see = see
history-see-said = See what changed at { $hour }
history-replay-none = Nothing is written yet.
history-replay-one = The text has only one moment of writing: nothing to replay yet.
history-replay-step = Moment
history-replay-play = Play
history-replay-pause = Pause
history-replay-before = Previous
history-replay-next = Next
history-replay-said = Moment { $number } of { $total } · { $when }
history-replay-said-by = Moment { $number } of { $total } · { $when } · { $name }

wording-title = Title and tagline
wording-read = Only those who can change the properties of the fiche restore its title and tagline, as long as it is neither approved nor archived.
wording-older = { $count ->
    [one] One older change
   *[other] { $count } older changes
 }
wording-by = { $name }, { $when }
wording-restore = Restore the words from before { $when }
wording-restored = Title and tagline restored.

diff-added = Added:
diff-removed = Removed:
diff-end = End.
diff-moved = moved
diff-restyled = formatting
diff-recto = Front
diff-verso = Back
diff-folded = { $count ->
    [one] one line unchanged
   *[other] { $count } lines unchanged
 }
diff-figure = Picture: { $text }
diff-legend = Additions underlined, removals struck through.

changes-title = What changed
changes-lead = What changed in the fiches since a date, word by word.
changes-words = See what changed in the fiches, word by word
changes-since = Since
changes-last-visit = My last visit
changes-week = One week
changes-month = One month
changes-date = A date
changes-day = The
changes-named = “{ $name }”
changes-none = No word has changed since { $when }.
changes-unchanged = { $count ->
    [0] All fiches have changed.
    [one] One fiche has not changed.
   *[other] { $count } fiches have not changed.
 }
changes-count = { $count ->
    [one] One fiche has changed since { $when }.
   *[other] { $count } fiches have changed since { $when }.
 }
changes-fiche = { $title } · +{ $added } −{ $removed } words
changes-by = Written by { $names }, last change { $when }.
changes-plain = Last change { $when }.
changes-new = This fiche had no version yet at that date: its whole text is shown as added.
changes-open = Open the fiche
changes-table = See as a table
changes-column-fiche = Fiche
changes-column-added = Words added
changes-column-removed = Words removed
changes-column-authors = Written by
changes-one = Since a meeting or a date
changes-of = What changed: { $title }
changes-lead-one = What changed in this fiche since a date, word by word.
changes-back = Back to the history of the fiche
changes-all = In all fiches
moment-name = Name a moment
moment-name-title = Name a moment
moment-name-text = A meeting, a dispatch, a date that counts. Everybody can then see what changed since, in all fiches.
moment-name-example = Meeting of 22 November
moment-name-yes = Keep this moment
moment-named = Moment kept for the whole group.
moment-forget = Remove this moment
moment-forget-title = Remove this moment?
moment-forget-text = “{ $name }” ({ $when }) will no longer be offered to anybody. The fiches and their history do not change.
moment-forget-yes = Remove
moment-forgotten = Moment removed.

error-history-same = The text says that already: there is nothing to restore.
error-moment-future = This moment is still to come: choose a day and an hour before now.
error-moment-same = “{ $name }” is there already. Give another name, with the year for example.
error-moment-many = A group keeps { $maximum } moments at most. Remove one that nobody uses any more.
changes-meeting = Meeting “{ $title }”, { $day }
