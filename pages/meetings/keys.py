"""Session-state keys and addresses of the meetings room."""

from __future__ import annotations

MEETING = "reunion"  # as in the address
NEW = "reunions.new"
EDIT = "reunion.edit"
ATTEND = "reunion.attend"
ACTION = "reunion.action"
LINK = "reunion.link"
NEXT = "reunion.next"
