"""Every table, one module a room; Alembic and the sessions import them from here."""

from db.models.accounts import Instance, OneTimeToken, Person, SignInAttempt, SignInSession
from db.models.fiches import Fiche, FicheEtape, FicheQuestion, FicheStructure, Picture, TrameQuestion
from db.models.journal import JournalEntry
from db.models.lightness import FicheTargets
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

__all__ = [
    "Etape",
    "Fiche",
    "FicheEtape",
    "FicheQuestion",
    "FicheStructure",
    "FicheTargets",
    "Fonction",
    "Group",
    "Instance",
    "Invitation",
    "JournalEntry",
    "Member",
    "OneTimeToken",
    "Person",
    "Picture",
    "SignInAttempt",
    "SignInSession",
    "Structure",
    "StructureEtape",
    "StructureFonction",
    "Text",
    "TextHistory",
    "TextPresence",
    "TextProjection",
    "TextSnapshot",
    "TextUpdate",
    "TextVersion",
    "TrameQuestion",
]
