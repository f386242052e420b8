"""The rooms that decisions do not know, and that bring something to them: imported for what they register.

Whoever runs votes imports this: the frame, and the front door for its clock.
"""

from __future__ import annotations

import workspace.meetings.joining
import workspace.outline.joining
import workspace.specification.joining  # noqa: F401
