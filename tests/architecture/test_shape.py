"""The house keeps its shape: sizes, pages that ask who acts, services that check, write once and journal."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.architecture.code import (
    ROOT,
    called,
    calls,
    first_parameter,
    functions,
    modules,
    reached,
    top_functions,
)

MODULE_LINES, FUNCTION_LINES, PAGE_LINES = 350, 60, 140
ASKS = {"require_actor", "require_person"}
SQL_WORDS = ("SELECT ", "INSERT ", "UPDATE ", "DELETE ", "PRAGMA ", "CREATE ", "DROP ", "ALTER ")

# Files of services: use cases live here. `service.py`, and the files beside it that a room split off by verb.
SERVICES = sorted(
    name
    for name in modules()
    if name.startswith(("workspace/", "budget/"))
    and name.endswith(
        (
            "/service.py",
            "/people.py",
            "/pictures.py",
            "/export.py",
            "/answers.py",
            "/results.py",
            "/ballots.py",
            "/suppliers.py",
            "/commitments.py",
            "/calls.py",
            "/in_kind.py",
            "/invoices.py",
            "/payments.py",
            "/matching.py",
        )
    )
)
# Use cases that are right to differ, each with its reason.
NO_REQUIRE = {
    "remove_example": "this machine or an administrator: asked of the visit, not of a role",
    "end_other_sessions": "calls require under its own operation when it is there",
}
NO_UNIT = {
    "check_own_password": "counts a wrong guess in a unit of its own",
}
TWO_UNITS = {
    "preview_statement": "reads the file, parses up to 10 MB outside of any transaction, then reads the columns",
    "count_alike": "as preview_statement",
    "import_statement": "as preview_statement, then writes",
    "change_password": "reads, hashes outside of any transaction because it is slow on purpose, then writes",
    "archive_fiche": "asks for the text first, because its edits are committed before the lock",
    "restore_fiche": "as archive_fiche",
    "close_minutes": "asks for the text first, because its edits are committed before the lock",
    "_set_lock": "asks for the right first, because edits are committed before the lock",
    "lock_text": "as _set_lock",
    "unlock_text": "as _set_lock",
    "approve_fiche": "asks first whether it may be the last approval, because edits are committed before the lock",
    "restore_version": "keeps what is written, edits through the live room, then journals what came of it",
    "import_text": "the room commits the edit itself; the journal's line follows in a unit of its own",
    "check_installation": "reads, then asks Alembic for the revision on its own connection",
}
OTHER_JOURNALING = {
    "change_password": "a wrong current password is journaled too, in its own unit",
}
FSTRING_SQL = {
    "db/session.py": "PRAGMA from a constant list",
    "workspace/checkup/queries.py": "PRAGMA from the same constant list",
}


def test_import_contracts_hold() -> None:
    done = subprocess.run(
        [str(Path(sys.executable).with_name("lint-imports"))], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_streamlit_configuration_is_read_whole() -> None:
    """One wrong line and Streamlit ignores the whole file: identity headers and tuning with it."""
    with (ROOT / ".streamlit" / "config.toml").open("rb") as file:
        said = tomllib.load(file)
    assert said["runner"]["postScriptGC"] is False
    assert "x-chemise-session" in said["server"]["trustedUserHeaders"]
    assert said["client"]["showErrorDetails"] == "none"
    assert said["browser"]["gatherUsageStats"] is False


@pytest.mark.parametrize("name", sorted(modules()))
def test_module_and_functions_are_short_enough(name: str) -> None:
    lines = len((ROOT / name).read_text(encoding="utf-8").splitlines())
    is_page = name.startswith("pages/") and name.count("/") == 2 and not Path(name).name.startswith("_")
    limit = PAGE_LINES if is_page and not name.startswith(("pages/shell/", "pages/widgets/")) else MODULE_LINES
    assert lines <= limit
    long = {
        node.name: (node.end_lineno or 0) - node.lineno + 1
        for node in functions(modules()[name])
        if (node.end_lineno or 0) - node.lineno + 1 > FUNCTION_LINES
    }
    assert long == {}


def test_pages_folder_is_flat_but_for_the_frame() -> None:
    """A page beside the frame would be served by Streamlit's old way, without the frame's gate."""
    assert {path.name for path in (ROOT / "pages").glob("*.py")} == {"__init__.py", "frame.py"}


def test_every_page_asks_who_acts_before_anything_else() -> None:
    from pages.shell.navigation import SCREENS

    for screen in SCREENS:
        tree = modules()[f"pages/{screen.path}"]
        last = tree.body[-1]
        assert isinstance(last, ast.Expr), screen.path
        assert isinstance(last.value, ast.Call), f"{screen.path} ends by calling its main function"
        main = next(node for node in top_functions(tree) if node.name == ast.unparse(last.value.func))
        body = [node for node in main.body if not _is_docstring(node)]
        if isinstance(body[0], ast.If) and "current_actor" in calls(body[0].test):
            body = body[1:]  # a person without a group is told so, from the same reading of who acts
        asked = isinstance(body[0], ast.Assign) and ast.unparse(body[0].value).removesuffix("()") in ASKS
        assert asked or screen.public, f"{screen.path}: {ast.unparse(body[0])}"


def _is_docstring(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def test_no_page_shows_unchecked_html() -> None:
    found = [
        f"{name}:{node.value.lineno}"
        for name, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.keyword) and node.arg == "unsafe_allow_html"
    ]
    assert found == []


def test_no_sql_is_made_by_formatting() -> None:
    found = set()
    for name, tree in modules().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.JoinedStr) and node.values:
                head = node.values[0]
                if isinstance(head, ast.Constant) and str(head.value).lstrip().upper().startswith(SQL_WORDS):
                    found.add(name)
    assert found == set(FSTRING_SQL)


@pytest.mark.parametrize("name", SERVICES)
def test_use_case_checks_the_right_and_opens_one_transaction(name: str) -> None:
    tree = modules()[name]
    for node in top_functions(tree):
        if first_parameter(node) != "actor" or node.name.startswith("_"):
            continue
        parts = reached(tree, node)
        checks = sum(
            called(part, "require") + called(part, "allowed") + called(part, "check_loopback") for part in parts
        )
        checks += sum(called(part, "find_fiche") for part in parts)
        assert checks or node.name in NO_REQUIRE, f"{name}: {node.name} checks no right"
        writes = sum(called(part, "unit_of_work") for part in parts)
        reads = sum(called(part, "reading") + called(part, "glancing") for part in parts)
        if node.name not in TWO_UNITS | NO_UNIT:
            assert writes + reads == 1, f"{name}: {node.name} opens {writes} units of work and {reads} readings"
        if writes:
            records = sum(called(part, "record") for part in parts)
            assert records == 1 or node.name in OTHER_JOURNALING, f"{name}: {node.name} journals {records} times"


@pytest.mark.parametrize("name", sorted(name for name in modules() if name.startswith(("workspace/", "budget/"))))
def test_function_that_is_given_a_session_neither_opens_nor_commits(name: str) -> None:
    for node in functions(modules()[name]):
        if isinstance(node, ast.FunctionDef) and first_parameter(node) == "session":
            openers = {"unit_of_work", "reading", "glancing", "commit"}
            wrong = {one for one in calls(node) if one.rsplit(".", 1)[-1] in openers}
            assert wrong == set(), f"{name}: {node.name} calls {wrong}"
