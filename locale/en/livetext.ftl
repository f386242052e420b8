# Text written together
livetext-sign-in-again = Your session has ended: sign in again to open this text.
livetext-not-allowed = You do not have the right to open this text.
livetext-unknown-text = This text does not exist, or no longer does.
error-livetext-version-name = Give this version a name of at most { $longest } characters.
error-livetext-locked = This text is locked: it cannot be changed now.
error-livetext-approved = This text is approved: it reopens through its review, with a reason, not by unlocking it.
error-livetext-unreadable = This content cannot enter this text: a part of it has no place there.
