"""The documents name what the code has."""

from __future__ import annotations

import re

from tests.architecture.code import ROOT


def test_operators_read_of_every_variable() -> None:
    code = (ROOT / "workspace" / "kernel" / "settings.py").read_text(encoding="utf-8")
    guide = (ROOT / "docs" / "operate.md").read_text(encoding="utf-8")
    names = set(re.findall(r'"(CHEMISE_[A-Z_]+|DATABASE_URL)"', code))
    assert len(names) > 8
    assert {name for name in names if f"`{name}`" not in guide} == set()


def test_operators_read_of_no_variable_that_does_not_exist() -> None:
    code = (ROOT / "workspace" / "kernel" / "settings.py").read_text(encoding="utf-8")
    guide = (ROOT / "docs" / "operate.md").read_text(encoding="utf-8")
    assert {name for name in re.findall(r"CHEMISE_[A-Z_]+", guide) if name not in code} == set()


def test_glossary_names_every_table() -> None:
    from db import models

    glossary = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    assert {name for name in models.__all__ if not re.search(rf"\b{name}\b", glossary)} == set()
