"""The sources as the architecture tests read them."""

from __future__ import annotations

import ast
import functools
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("workspace", "budget", "db", "pages")


@functools.cache
def modules() -> dict[str, ast.Module]:
    """Every module of the product, by its path from the root; migrations are Alembic's own style."""
    paths = [ROOT / "Home.py", *(path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py")))]
    return {
        str(path.relative_to(ROOT)): ast.parse(path.read_text(encoding="utf-8"))
        for path in paths
        if "migrations" not in path.parts
    }


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function, methods and inner ones too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def top_functions(tree: ast.Module) -> list[ast.FunctionDef]:
    """Functions of the module itself."""
    return [node for node in tree.body if isinstance(node, ast.FunctionDef)]


def calls(node: ast.AST) -> list[str]:
    """Names of what is called inside: `record`, `store.append`, `rules.check`."""
    return [ast.unparse(one.func) for one in ast.walk(node) if isinstance(one, ast.Call)]


def called(node: ast.AST, name: str) -> int:
    """How often a function of that name is called, under a module's name or not."""
    return sum(one.rsplit(".", 1)[-1] == name for one in calls(node))


def first_parameter(node: ast.FunctionDef) -> str:
    """The name of the first parameter, or nothing."""
    given = [*node.args.posonlyargs, *node.args.args]
    return given[0].arg if given else ""


def reached(tree: ast.Module, start: ast.FunctionDef) -> list[ast.FunctionDef]:
    """A function and the module's own functions that it calls, directly or not."""
    known = {node.name: node for node in top_functions(tree)}
    seen, waiting = {start.name: start}, [start]
    while waiting:
        for name in calls(waiting.pop()):
            if name in known and name not in seen:
                seen[name] = known[name]
                waiting.append(known[name])
    return list(seen.values())
