"""Whether a request comes from our own pages: one rule for what changes something over HTTP and for sockets."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.datastructures import Headers

from workspace.kernel.settings import settings


def origin_allowed(headers: Headers, *, missing_allowed: bool) -> bool:
    """Whether the one Origin is this very site, scheme and all. `null` and look-alikes are not.

    Browsers send it with every socket and every request that changes something; programs send none.
    """
    origins = headers.getlist("origin")
    if not origins:
        return missing_allowed
    hosts = headers.getlist("host")
    if len(origins) != 1 or len(hosts) != 1:
        return False
    origin, base = origins[0].lower(), settings().base_url.lower()
    schemes = ("https",) if settings().secure else ("http", "https")
    own = {f"{scheme}://{hosts[0].lower()}" for scheme in schemes}
    if base:
        parts = urlsplit(base)
        own.add(f"{parts.scheme}://{parts.netloc}")
    return origin in own
