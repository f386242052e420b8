"""Streamlit's index page as we serve it: it starts at once, in the reader's language, with our name and small fonts.

Measured reasons in docs/decisions/0039-first-paint.md.
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from pathlib import Path

from workspace.accounts import borrowed_words

ICON_PATH = "/chemise.svg"
FONTS = Path(__file__).parent / "fonts"
FONT_NAMES = ("icons.woff2", "headings.woff2", "headings-more.woff2")
ICONS = "Material Symbols Rounded"
# Takes Streamlit's rule for the icons away, once its style sheet is there and before anything is drawn: browsers load
# both files of a family while the first is on its way.
ONE_FILE_OF_ICONS = (
    "<script>for(const sheet of document.styleSheets)if(sheet.href)[...sheet.cssRules].forEach((rule,at)=>{"
    f"if(rule instanceof CSSFontFaceRule&&rule.style.fontFamily.includes('{ICONS}'))sheet.deleteRule(at)}})</script>"
)
# Which letters each file of the headings' font holds, as Fontsource cut it: the second is loaded when one is met.
LATIN = (
    "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,"
    "U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD"
)
LATIN_MORE = (
    "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,"
    "U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C4,U+2113,U+2C60-2C7F,U+A720-A7FF"
)
# Where the server is and how it is configured, told to Streamlit's page at once: without it a deep link first asks
# in vain under its own address, then waits before it asks at the root.
STARTER = (
    "<script>window.__streamlit={BACKEND_BASE_URL:location.origin+'/',MAIN_PAGE_BASE_URL:location.origin+'/',"
    "HOST_CONFIG:{allowedOrigins:[location.origin],useExternalAuthToken:false,enableCustomParentMessages:false,"
    "enforceDownloadInNewTab:false,metricsUrl:'',blockErrorDialogs:true}}</script>"
)


def content_policy(index_html: str) -> str:
    """The strictest policy that works; inline scripts of the installed index page are allowed by their hash."""
    scripts = re.findall(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", index_html, flags=re.DOTALL)
    hashes = " ".join(
        f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'" for script in scripts
    )
    return (
        "default-src 'none'; base-uri 'self'; form-action 'self'; object-src 'none'; frame-ancestors 'none'; "
        "manifest-src 'self'; media-src 'self'; img-src 'self' data: blob:; font-src 'self' data:; "
        f"style-src 'self' 'unsafe-inline'; worker-src 'self'; script-src 'self' {hashes}; connect-src 'self'"
    )


def started_index(index_path: Path) -> str:
    """Streamlit's installed index page with `STARTER`, our words for its own, and our fonts."""
    index_html = index_path.read_text(encoding="utf-8")
    page = index_html.replace("<head>", f"<head>{STARTER}<script>{borrowed_words.script()}</script>", 1)
    return page.replace("</head>", f"<style>{font_faces()}</style>{ONE_FILE_OF_ICONS}</head>", 1)


def font_faces() -> str:
    """Our small fonts: Streamlit's icons again, under its name for them, and the headings'."""
    headings = "".join(
        "@font-face{font-family:Chemise Headings;font-style:normal;font-weight:100 900;"
        f"src:url({font_address(name)})format('woff2');unicode-range:{letters}}}"
        for name, letters in (("headings.woff2", LATIN), ("headings-more.woff2", LATIN_MORE))
    )
    return (
        f"@font-face{{font-family:{ICONS};font-style:normal;font-weight:400;font-display:block;"
        f"src:url({font_address('icons.woff2')})format('woff2')}}{headings}"
    )


@cache
def font_address(name: str) -> str:
    """Where a font is had; the address changes with the file, which browsers may therefore keep for good."""
    return f"/fonts/{hashlib.sha256((FONTS / name).read_bytes()).hexdigest()[:12]}/{name}"


def patched_index(index_html: str, language: str) -> bytes:
    """Streamlit's index page with the reader's language and our name, so that the first paint is right too."""
    page = re.sub(r'<html lang="[a-z-]+"', f'<html lang="{language}"', index_html, count=1)
    page = re.sub(r'href="[^"]*favicon\.png"', f'href="{ICON_PATH}"', page, count=1)
    return re.sub(r"<title>.*?</title>", "<title>Chemise</title>", page, count=1).encode()
