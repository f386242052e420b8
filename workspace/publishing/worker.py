"""The typesetter's own process: reads a task a line from its input, writes an answer a line. Run by `typesetter.py`.

It imports nothing of Chemise, holds no connection and no secret, and may be killed at any moment.

A sheet: {"data": the sheet as JSON, "pictures": files to copy beside the program, "draw": pixels per inch or 0},
answered by {"fits": [...], "pages": [PNG in base64…]}. A document: {"folder": where `main.typ` and all that it
reads lie, "instant": seconds since 1970 that it says it was made at}, answered by {"made": its PDF in that folder}.
What goes wrong: {"error": why}.
"""

from __future__ import annotations

import base64
import importlib.util
import json
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import typst

PROGRAM = Path(__file__).with_name("sheet.typ")
ADDRESS_SPACE = 4 << 30
PICTURES_KEPT = 200
MADE = "made.pdf"


def fonts() -> typst.Fonts:
    """Lato from its package, and what Typst carries; never those of the machine: the same sheet everywhere."""
    spec = importlib.util.find_spec("font_lato")
    if spec is None or spec.origin is None:
        message = "the package font-lato is missing"
        raise RuntimeError(message)
    return typst.Fonts(include_system_fonts=False, font_paths=[Path(spec.origin).parent / "files"])


class Press:
    """A compiler that sees one folder: the program, and copies of the pictures of the sheets it is given."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        program = folder / PROGRAM.name
        shutil.copyfile(PROGRAM, program)
        self._compiler = typst.Compiler(program, root=folder, font_paths=fonts(), sys_inputs={"data": "{}"})

    def lay_out(self, data: str, ppi: int, pictures: Sequence[str] = ()) -> dict[str, Any]:
        """One sheet: what fits, and its two pages as PNG when `ppi` is not 0. Raises typst.TypstError."""
        self._bring(pictures)
        pages: Any = self._compiler.compile(format="png", ppi=float(ppi or 1), sys_inputs={"data": data})
        fits = json.loads(self._compiler.query("<fit>", field="value"))
        return {"fits": fits, "pages": [base64.b64encode(one).decode() for one in pages] if ppi else []}

    def _bring(self, pictures: Sequence[str]) -> None:
        there = [path for path in self.folder.iterdir() if path.suffix != ".typ"]
        if len(there) + len(pictures) > PICTURES_KEPT:
            for path in there:
                path.unlink()
        for source in map(Path, pictures):
            if not (self.folder / source.name).exists():
                shutil.copyfile(source, self.folder / source.name)


def make_document(folder: Path, instant: int) -> dict[str, Any]:
    """A PDF of a folder's `main.typ`, tagged: PDF/UA-1, and only tagged where a sign has no font of ours (an emoji).

    PDF/UA forbids such a sign; the words matter more. Raises typst.TypstError for what cannot be laid out.
    """
    try:
        data = _compiled(folder, instant, ["ua-1"])
    except typst.TypstError:
        data = _compiled(folder, instant, [])
    (folder / MADE).write_bytes(data)
    return {"made": MADE}


def _compiled(folder: Path, instant: int, standards: Any) -> bytes:
    made = typst.compile(
        str(folder / "main.typ"),
        root=str(folder),
        font_paths=[],
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards=standards,
        timestamp=instant,
    )
    return bytes(made)


def limit_memory() -> None:
    """Where the system can hold a process to it. Address space, not memory: fonts and code are mapped in it."""
    try:
        import resource  # not on Windows
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE, ADDRESS_SPACE))


def main() -> None:
    """Answer until the input ends."""
    limit_memory()
    with tempfile.TemporaryDirectory(prefix="chemise-sheet-") as folder:
        press: Press | None = None  # fonts are read for whoever lays out a sheet only
        for line in sys.stdin.buffer:
            try:
                task = json.loads(line)
                if "folder" in task:
                    answer = make_document(Path(task["folder"]), int(task["instant"]))
                else:
                    press = press or Press(Path(folder))
                    answer = press.lay_out(task["data"], int(task["draw"]), task["pictures"])
            except Exception as error:  # noqa: BLE001 the next sheet must not suffer from this one
                answer = {"error": f"{type(error).__name__}: {error}"}
            sys.stdout.write(json.dumps(answer) + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
