"""A list while it is being worded: the lines as they stand here, and the list as it was when this began."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from uuid import UUID, uuid4

import streamlit as st

from workspace.kernel.actor import Actor
from workspace.members.rules import merge_entries
from workspace.members.words import ListEntry, ListKind

FIELDS = ("name", "name_en", "summary")


@dataclass(slots=True)
class Line:
    """One line; `key` keeps its fields together while it moves."""

    entry: ListEntry
    removed: bool = False
    key: str = field(default_factory=lambda: uuid4().hex)

    def field_key(self, name: str) -> str:
        """The session key of one of the line's fields."""
        return f"reglages.line.{self.key}.{name}"

    def read_fields(self) -> None:
        """Take over what was typed: the fields themselves are forgotten when the page is left."""
        typed = {name: st.session_state.get(self.field_key(name), getattr(self.entry, name)) for name in FIELDS}
        self.entry = replace(self.entry, **typed)


@dataclass(slots=True)
class Draft:
    """The unsaved list of one group."""

    group_id: UUID | None
    kind: ListKind
    shown: list[ListEntry]
    lines: list[Line]
    stale: bool = False

    def kept(self) -> list[ListEntry]:
        """What a save would write; new lines that hold nothing are left out."""
        return [
            line.entry
            for line in self.lines
            if not line.removed and (line.entry.entry_id or any(getattr(line.entry, name) for name in FIELDS))
        ]

    def is_changed(self) -> bool:
        """Whether there is something to save."""
        return self.kept() != self.shown

    def is_worked_on(self) -> bool:
        """Whether somebody would lose something if it started again: also a new line that is still empty."""
        return self.is_changed() or any(line.entry.entry_id is None for line in self.lines)

    def add(self) -> None:
        """A new line at the end."""
        self.lines.append(Line(ListEntry(entry_id=None, name="")))

    def move(self, place: int, by: int) -> None:
        """Exchange a line with its neighbour."""
        self.lines[place], self.lines[place + by] = self.lines[place + by], self.lines[place]

    def take_out(self, place: int) -> None:
        """Mark a line as removed; one that was never saved goes at once."""
        if self.lines[place].entry.entry_id is None:
            del self.lines[place]
        else:
            self.lines[place].removed = True

    def put_back(self, place: int) -> None:
        """The line stays after all."""
        self.lines[place].removed = False

    def catch_up(self, now: list[ListEntry]) -> None:
        """Bring in what others saved since this began, and keep one's own changes."""
        known = {line.entry.entry_id: line for line in self.lines if line.entry.entry_id is not None}
        new = iter([line for line in self.lines if line.entry.entry_id is None])
        lines = []
        for entry in merge_entries([line.entry for line in self.lines], self.shown, now):
            line = next(new) if entry.entry_id is None else known.get(entry.entry_id, Line(entry))
            line.entry = entry
            for name in FIELDS:
                st.session_state[line.field_key(name)] = getattr(entry, name)
            lines.append(line)
        self.lines, self.shown, self.stale = lines, now, False


def current(actor: Actor, kind: ListKind, now: list[ListEntry]) -> Draft:
    """The draft of this group's list; a draft without changes follows what others save."""
    draft: Draft | None = st.session_state.get(_key(kind))
    if draft is not None and draft.group_id == actor.group_id:
        for line in draft.lines:
            line.read_fields()
        if draft.shown == now or draft.is_worked_on():
            return draft
    draft = Draft(actor.group_id, kind, now, [Line(entry) for entry in now])
    st.session_state[_key(kind)] = draft
    return draft


def forget(kind: ListKind) -> None:
    """Start again from what is saved; for `on_click` too."""
    st.session_state.pop(_key(kind), None)


def _key(kind: ListKind) -> str:
    return f"reglages.list:{kind.value}"
