"""The sentences: same keys in both languages, each used, each there; French set as French is set."""

from __future__ import annotations

import ast
import functools
import re
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message, Pattern, TextElement
from fluent.syntax.visitor import Visitor

from tests.architecture.code import ROOT, modules

LANGUAGES = ("fr", "en")
# Keys that the code builds from a value: the beginning is written in the code, the end comes from an enum or a code.
BUILT = re.compile(r"^[a-z]+(?:-[a-z0-9]+)*-$")
ERROR = re.compile(r"^error-[a-z0-9-]+$")
NARROW, WIDE = "\u202f", "\u00a0"


@functools.cache
def messages(language: str) -> dict[str, Message]:
    """Every sentence of a language by key; a key written twice fails."""
    found: dict[str, Message] = {}
    for path in sorted((ROOT / "locale" / language).glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            assert type(entry).__name__ != "Junk", f"{path.name}: {entry.content[:80]}"  # type: ignore[union-attr]
            if isinstance(entry, Message):
                assert entry.id.name not in found, f"{entry.id.name} is written twice in {language}"
                found[entry.id.name] = entry
    return found


@functools.cache
def literals() -> tuple[frozenset[str], frozenset[str]]:
    """(strings of the code that may be keys, beginnings of keys that the code builds)."""
    trees = dict(modules())
    for path in sorted((ROOT / "examples").rglob("*.py")):
        trees[str(path)] = ast.parse(path.read_text(encoding="utf-8"))
    whole: set[str] = set()
    begun: set[str] = set()
    for tree in trees.values():
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                whole.add(node.value)
            if isinstance(node, ast.JoinedStr) and node.values and isinstance(node.values[0], ast.Constant):
                head = str(node.values[0].value)
                if BUILT.match(head):
                    begun.add(head)
    return frozenset(whole), frozenset(begun)


def texts(language: str) -> dict[str, str]:
    """The plain words of each sentence, what stands in place of variables left out."""

    class Words(Visitor):
        def __init__(self) -> None:
            self.parts: list[str] = []

        def visit_Pattern(self, node: Pattern) -> None:  # noqa: N802 the library's own name
            for one in node.elements:
                if isinstance(one, TextElement):
                    self.parts.append(one.value)
                else:
                    self.parts.append("\ufffc")
                    self.generic_visit(one)

    found = {}
    for key, message in messages(language).items():
        words = Words()
        words.visit(message)
        found[key] = "".join(words.parts)
    return found


def test_both_languages_have_the_same_sentences() -> None:
    assert set(messages("fr")) ^ set(messages("en")) == set()


def test_both_languages_fill_in_the_same_values() -> None:
    for key, message in messages("fr").items():
        # A number that only chooses between singular and plural may be needed in one language alone.
        names = [set(re.findall(r"\$([\w-]+)", _source(one))) - {"count"} for one in (message, messages("en")[key])]
        assert names[0] == names[1], key


def _source(message: Message) -> str:
    from fluent.syntax import serialize
    from fluent.syntax.ast import Resource

    return serialize(Resource([message]))


def test_every_sentence_is_used() -> None:
    whole, begun = literals()
    unused = [key for key in messages("fr") if key not in whole and not any(key.startswith(head) for head in begun)]
    assert unused == []


def test_every_key_in_the_code_has_a_sentence() -> None:
    missing = []
    for name, tree in modules().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func).rsplit(".", 1)[-1] in {"t", "flash", "say"}:
                key = node.args[0] if node.args else None
                if isinstance(key, ast.Constant) and key.value not in messages("fr"):
                    missing.append(f"{name}:{node.lineno} {key.value}")
            said = node.value if isinstance(node, ast.Constant) else None
            if isinstance(said, str) and ERROR.match(said) and said not in messages("fr"):
                missing.append(f"{name}:{node.lineno} {said}")
    assert missing == []


@pytest.mark.parametrize(
    ("what", "pattern"),
    [
        ("a straight apostrophe", re.compile(r"\w'\w")),
        ("a plain or wide space before ; ! ?", re.compile(rf"[ {WIDE}][;!?]")),
        ("no space before ; ! ?", re.compile(r"[^\W\d_][;!?](?!\w)")),
        ("a plain or narrow space before a colon", re.compile(rf"[ {NARROW}]:(?!\w)")),
        ("a plain space inside « »", re.compile(r"« | »|«[^\u00a0\u202f]|[^\u00a0\u202f]»")),
        ("straight quotation marks", re.compile(r'"')),
    ],
)
def test_french_is_set_as_french_is_set(what: str, pattern: re.Pattern[str]) -> None:
    wrong = {key: text for key, text in texts("fr").items() if pattern.search(text)}
    assert wrong == {}, what


def test_english_has_curly_apostrophes_too() -> None:
    assert {key for key, text in texts("en").items() if re.search(r"[a-z]'[a-z]", text)} == set()


def test_page_text_comes_from_the_catalogues() -> None:
    """A French word with an accent in a page's code is a sentence that English readers would never see."""
    accented = re.compile(r"[éèêàçùôîï]", re.IGNORECASE)
    found = []
    for name, tree in modules().items():
        if not name.startswith("pages/"):
            continue
        docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        found += [
            f"{name}:{node.lineno} {node.value!r}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in docstrings
            and accented.search(node.value)
            and node.value != "Français"
        ]
    assert found == []


def test_catalogues_lie_side_by_side() -> None:
    names = [{path.name for path in Path(ROOT / "locale" / language).glob("*.ftl")} for language in LANGUAGES]
    assert names[0] == names[1]
