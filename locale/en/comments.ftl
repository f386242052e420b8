# Comments and suggestions
error-comments-empty = Write your comment first.
error-comments-too-long = This comment is too long: { $length } characters, { $maximum } at most. Nothing is lost; shorten it.
error-comments-pace = Many requests in a short time. Wait a minute, then try again; what you typed is still there.
error-comments-passage = First choose the words to comment on.
error-comments-passage-long = This passage is too long for a comment: { $maximum } characters at most. Choose a part of it.
error-comments-moving = This passage has just changed, or is not saved yet. Wait for “Saved”, then try again.
error-comments-request = This request was not understood. Reload the page.
error-suggestion-locked = This text is locked: it can be commented on, no longer changed.
error-suggestion-gone = This suggestion is no longer in the text: somebody has removed or replaced it.
mail-mention-subject = { $by } mentions you in “{ $title }”
mail-mention-body =
    Hello { $name },

    { $by } mentions you in a comment on “{ $title }”:

    { $body }

    To answer:

    { $link }
