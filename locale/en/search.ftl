# Search.
menu-recherche = Search
search-title = Search
search-label = Find a word
search-placeholder = Find a word
search-go = Search
search-kinds = Where to look?
search-kind-fiche = Fiches
search-kind-question = Outline
search-kind-structure = Structures
search-kind-proposal = Decisions
search-kind-specification = Specification
search-kind-comment = Comments
search-kind-meeting = Meetings
search-kind-one-fiche = Fiche
search-kind-one-question = Question of the outline
search-kind-one-structure = Structure
search-kind-one-proposal = Decision
search-kind-one-specification = Specification
search-kind-one-comment = Comment
search-kind-one-meeting = Meeting
search-comment-by = Comment by { $name }
search-resolved = resolved
search-found-comment = The comment that was found
search-comment-gone = This comment is no longer there: it was removed.
search-part-accroche = tagline
search-part-level1 = first reading
search-part-level2 = in depth
search-part-english = in English
search-part-presentation = presentation
search-part-form = legal form
search-part-sites = places
search-part-web = web site
search-part-context = context
search-part-agenda = agenda
search-part-minutes = minutes
search-part-place = place
search-part-actions = actions
search-empty = Type one word or several: accents and capitals do not matter, and the last word may be unfinished.
search-nothing = No text of the group holds all these words. Try one alone, or its beginning.
search-count = { $count ->
    [one] One result.
   *[other] { $count } results.
 }
search-cut = More than { $count } results: add a word to narrow them.
search-shown = The best { $count } are below.
