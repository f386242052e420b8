# Text written together
livetext-sign-in-again = Your session has ended: sign in again to open this text.
livetext-not-allowed = You do not have the right to open this text.
livetext-unknown-text = This text does not exist, or no longer does.
error-livetext-version-name = Give this version a name of at most { $longest } characters.
