"""Importing into a fiche: choose, see what comes and what does not, then confirm."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

import streamlit as st

from pages.exchange._pictures import pictures
from pages.exchange._report import report
from pages.shell.i18n import t
from pages.shell.messages import attempt, flash
from pages.shell.session import require_actor
from pages.widgets.files import file_field
from workspace.exchange import service
from workspace.exchange.rules import LARGEST_FILE
from workspace.exchange.words import NoteKind, Preview, Upload
from workspace.fiches.words import FicheView
from workspace.kernel.actor import Actor
from workspace.lightness.service import view_targets
from workspace.lightness.words import Zone

FILE, PASTE = "file", "paste"
SOURCE, LEVEL, BOXES, READ = "import.source", "import.level", "import.boxes", "import.read"
# Streamlit's uploader speaks English only: its button takes our word, for the eye and for screen readers, its line of
# small print is our help text. It is not told which kinds of file we take: it would refuse the others in English,
# without saying what to do, before our own sentences could.
ZONES = {"level1": Zone.RECTO, "level2": Zone.VERSO}


def open_import(view: FicheView) -> None:
    """Over the fiche, for who may write in it now."""
    st.dialog(t("import-title"), width="large")(_dialog)(view)


def _dialog(view: FicheView) -> None:
    actor = require_actor()
    st.caption(t("import-lead"))
    source = st.segmented_control(
        t("import-from"),
        (FILE, PASTE),
        format_func=lambda one: t(f"import-from-{one}"),
        default=FILE,
        required=True,
        key=SOURCE,
    )
    name, data = _given(source)
    level = str(
        st.radio(
            t("import-level"),
            tuple(ZONES),
            format_func=lambda one: t(f"fiche-{one}"),
            horizontal=True,
            key=LEVEL,
        )
    )
    if not data:
        st.info(t("import-choose-first"), icon=":material/visibility:")
        return
    _preview(actor, view, Upload(name=name, data=data, level=level, boxes=bool(st.session_state.get(BOXES, True))))


def _given(source: str | None) -> tuple[str, bytes]:
    """(the name of a file, its bytes); a pasted text has no name."""
    if source == PASTE:
        typed = st.text_area(t("import-paste"), height=220, help=t("import-paste-help"), key="import.paste")
        return "", typed.strip().encode()
    size = LARGEST_FILE >> 20
    file = file_field(t("import-file"), help=t("import-file-help", megabytes=size), megabytes=size, key="import.file")
    return (file.name, file.getvalue()) if file is not None else ("", b"")


def _read(actor: Actor, view: FicheView, given: Upload, digest: str) -> Preview | None:
    """The preview, kept for the visit: while a person writes alternative texts, no picture is decoded again."""
    kept: tuple[str, Preview] | None = st.session_state.get(READ)
    if kept is None or kept[0] != digest:
        with attempt():
            kept = st.session_state[READ] = digest, service.preview_import(actor, view.fiche_id, given)
    return kept[1] if kept is not None and kept[0] == digest else None


def _preview(actor: Actor, view: FicheView, given: Upload) -> None:
    whole = f"{view.fiche_id} {given.name} {given.level} {given.boxes} {sha256(given.data).hexdigest()}"
    digest = sha256(whole.encode()).hexdigest()
    preview = _read(actor, view, given, digest)
    if preview is None:
        return
    reading = preview.reading
    if any(note.kind in {NoteKind.TEXT_BOX, NoteKind.BOX_PLACED} for note in reading.notes):
        st.checkbox(t("import-boxes"), value=True, help=t("import-boxes-help"), key=BOXES)
    already = view.words_recto if given.level == "level1" else view.words_verso
    aim = view_targets(actor).targets.bounds(ZONES[given.level])
    report(preview, target=aim.target, already=already)
    alts, without = pictures(preview.glimpses, level=given.level, key=digest[:12])
    if reading.blocks and st.button(t("import-confirm"), type="primary", key="import.confirm"):
        with attempt() as outcome:
            service.import_text(actor, view.fiche_id, replace(given, alts=alts, without=without))
        if outcome.ok:
            st.session_state.pop(READ, None)
            flash("import-done-pictures" if alts else "import-done", words=reading.words, pictures=len(alts))
            st.rerun()
