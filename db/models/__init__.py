"""Every table, one module a room; Alembic and the sessions import them from here."""

from db.models.accounts import Instance, OneTimeToken, Person, SignInAttempt, SignInSession
from db.models.comments import Comment, CommentMention, CommentThread, SuggestionDecision
from db.models.fiches import Fiche, FicheEtape, FicheQuestion, FicheStructure, Picture, TrameQuestion
from db.models.journal import JournalEntry
from db.models.livetext import (
    Text,
    TextHistory,
    TextPresence,
    TextProjection,
    TextSnapshot,
    TextUpdate,
    TextVersion,
)
from db.models.members import (
    Etape,
    Fonction,
    Group,
    Invitation,
    Member,
    Structure,
    StructureEtape,
    StructureFonction,
)
from db.models.review import ReviewNeed, ReviewRound, ReviewVoice
from db.models.specification import (
    Specification,
    SpecificationLink,
    SpecificationNeed,
    SpecificationVersion,
    SpecificationVoice,
)

__all__ = [
    "Comment",
    "CommentMention",
    "CommentThread",
    "Etape",
    "Fiche",
    "FicheEtape",
    "FicheQuestion",
    "FicheStructure",
    "Fonction",
    "Group",
    "Instance",
    "Invitation",
    "JournalEntry",
    "Member",
    "OneTimeToken",
    "Person",
    "Picture",
    "ReviewNeed",
    "ReviewRound",
    "ReviewVoice",
    "SignInAttempt",
    "SignInSession",
    "Specification",
    "SpecificationLink",
    "SpecificationNeed",
    "SpecificationVersion",
    "SpecificationVoice",
    "Structure",
    "StructureEtape",
    "StructureFonction",
    "SuggestionDecision",
    "Text",
    "TextHistory",
    "TextPresence",
    "TextProjection",
    "TextSnapshot",
    "TextUpdate",
    "TextVersion",
    "TrameQuestion",
]
