"""Syllables of a French word, by rules of our own: pure, and no dictionary to carry.

The convention is that of modern prose read with care, as dictionaries transcribe it, not that of verse:

- a mute e at the end is not counted ("bonne" 1), nor the ending -ent of verbs ("parlent" 1); a mute e inside a word
  is ("samedi" 3, "rapidement" 4), unless it leans on a vowel ("paiement" 2, "mangeons" 2);
- i, u, ou and y before a vowel glide into its syllable ("nation" 2, "nuage" 1, "jouer" 1), except after a consonant
  with l or r, where French keeps the hiatus ("client" 2, "ouvrier" 3, "cruel" 2); "ui" is always one ("bruit" 1);
- two full vowels side by side are two syllables ("théâtre" 2, "poème" 2, "naïf" 2);
- hyphens and apostrophes part words, and a part without a vowel ("l’", "qu’") counts nothing;
- three capitals or fewer, or capitals without a vowel, are spelt ("ESS" 3); each digit counts one.

Only grammar tells "ils content" from "content": the commonest reading is taken, from the two lists below.
"""

from __future__ import annotations

import functools
import re
import unicodedata

_PARTS = re.compile(r"[^\w]+|_")
_VOWEL = "aàâeéèêëiîïoôuùûüyœæ"
_HAS_VOWEL = re.compile(f"[{_VOWEL}]")
# A vowel of several letters, or one letter; the longest comes first.
_NUCLEUS = re.compile(f"eau|oeu|œu|ou|où|oû|o[iîy]|a[iîuy]|e[iîuûy]|uy|[{_VOWEL}]")
_GLIDES = frozenset({"i", "î", "u", "ou", "y"})
_CLUSTER = re.compile(r"[bcdfgkpqtv]h?[lr]$")
_SHORT_ACRONYM = 3

# Spellings that keep a sound of their own, older than the rules or borrowed.
_ODD = {
    "abbaye": 3, "alcool": 2, "août": 1, "asseoir": 2, "email": 2, "faon": 1, "jean": 1, "leader": 2, "meeting": 2,
    "moelle": 1, "paon": 1, "pays": 2, "paysage": 3, "paysan": 3, "paysanne": 3, "poêle": 1, "saoul": 1, "taon": 1,
    "week": 1, "zoo": 1,
}  # fmt: skip

# Words in -ent with a nasal vowel. The others in -ent are verbs, but for -ment, which is the other way round.
_NASAL = frozenset(
    """
    absent abstinent accent accident adhérent adjacent adolescent affluent agent ambivalent antécédent apparent ardent
    argent astringent auvent avent client cohérent compétent concurrent confident confluent conséquent content
    contingent continent convent convergent corpulent couvent décadent décent déférent différent dissident divergent
    effervescent éloquent éminent émergent entregent équivalent évent évident excédent excellent exigent fervent
    flagorent fluorescent fréquent grandiloquent imminent impénitent impertinent impotent imprudent incandescent
    incident incohérent incompétent inconséquent indécent indifférent indigent indolent indulgent influent inhérent
    innocent insolent intelligent intermittent latent mécontent négligent occident omnipotent omniprésent onguent
    opulent paravent parent patent pénitent permanent pertinent polyvalent précédent présent président prévalent
    proéminent prudent récent récurrent référent régent relent résident résurgent réticent ressent consent serpent
    sergent somnolent souvent strident subséquent succulent talent tangent torrent transparent trident turbulent
    urgent violent virulent
    """.split()  # noqa: SIM905 a list of ninety words reads better so
)
_MUTE_MENT = frozenset(
    """
    abîment acclament affirment aiment allument animent arment assument blâment calment charment clament confirment
    consomment consument déciment déclament déforment dénomment dépriment désarment dorment écument endorment
    enferment enflamment entament enveniment essaiment estiment expriment filment forment fument gomment impriment
    informent légitiment miment nomment oppriment parfument performent plument priment proclament programment
    raniment réaffirment réaniment réclament réforment referment renferment renomment répriment résument riment
    rythment sèment subliment suppriment surnomment trament transforment
    """.split()  # noqa: SIM905
)
_LONG_ENOUGH_FOR_ENT = 4


def syllables(word: str) -> int:
    """How many syllables a word has by the convention above; 0 without a vowel nor a digit."""
    return sum(_part(part) for part in _PARTS.split(unicodedata.normalize("NFC", word)) if part)


@functools.lru_cache(maxsize=16384)
def _part(part: str) -> int:
    letters = "".join(sign for sign in part if sign.isalpha())
    digits = sum(sign.isdecimal() for sign in part)
    low = letters.lower()
    if len(letters) > 1 and letters.isupper() and (len(low) <= _SHORT_ACRONYM or not _HAS_VOWEL.search(low)):
        return digits + len(letters)
    return digits + _read(low)


def _read(word: str) -> int:
    odd = _ODD.get(word) or _ODD.get(word.removesuffix("s"))
    if odd:
        return odd
    return _count(_spoken(word))


def _spoken(word: str) -> str:
    """The word without the vowel letters that are not heard as a vowel."""
    word = word.replace("qu", "q")
    word = re.sub(r"gu(?=[eéèêiîy])", "g", word)
    word = re.sub(r"ge(?=[aàâoôi]|ons?$)", "g", word)
    word = _without(word, _mute_end(word))
    word = re.sub(r"(?<=[aiouyéœ])e(?=ments?$|r[ao])", "", word)
    # "travail", "feuille", "accueil": this i is a consonant.
    return re.sub(r"(?:(?<=[aoe]u)|(?<=ue)|(?<=[œae]))il(?=l|s?$)", "jl", word)


def _mute_end(word: str) -> str:
    """The ending that is written and not heard."""
    if word.endswith("ent") and len(word) >= _LONG_ENOUGH_FOR_ENT:
        mute = word in _MUTE_MENT if word.endswith("ment") else word not in _NASAL
        return "ent" if mute else ""
    return "es" if word.endswith("es") else "e" if word.endswith("e") else ""


def _without(word: str, ending: str) -> str:
    """The word without its ending, unless nothing would be heard any more ("le", "dent")."""
    kept = word.removesuffix(ending)
    return kept if _HAS_VOWEL.search(kept) else word


def _count(word: str) -> int:
    count, place = 0, 0
    while found := _NUCLEUS.search(word, place):
        place = found.end()
        nucleus, next_sign = found.group(), word[place : place + 1]
        glides = nucleus in _GLIDES and next_sign != "" and next_sign in _VOWEL
        is_ui = nucleus == "u" and next_sign in {"i", "î"}
        if not glides or (not is_ui and _CLUSTER.search(word[: found.start()])):
            count += 1
    return count
