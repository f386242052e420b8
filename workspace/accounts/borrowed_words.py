"""Streamlit's own words, which it says in English only, in the reader's language: file boxes, lists, names for ears.

Streamlit offers no catalogue. A script of the index page says them anew as they are drawn; it changes what text nodes
and attributes hold and never the nodes themselves, which belong to React. Words that people wrote are not touched:
attributes are compared whole, texts are looked at only in the places named in `PLACES`.
"""

from __future__ import annotations

import json

from workspace.kernel.messages import LANGUAGES, translate

THEIRS = "en"
ATTRIBUTES = {
    "Close": "borrowed-close",
    "Open": "borrowed-open",
    "Choose an option": "borrowed-choose",
    "Choose options": "borrowed-choose",
    "Sidebar": "borrowed-sidebar",
    "App pages": "borrowed-pages",
    "Collapse sidebar": "borrowed-sidebar-close",
    "Expand sidebar": "borrowed-sidebar-open",
    "Show data": "borrowed-data",
    "Show chart": "borrowed-chart",
    "Download as PNG": "borrowed-png",
    "Copy Vega-Lite spec": "borrowed-recipe",
    "Fullscreen": "borrowed-full",
    "Close fullscreen": "borrowed-full-close",
    "Copy to clipboard": "borrowed-copy",
    "file upload": "borrowed-file",
    "Clear value": "borrowed-clear",
    "Clear all": "borrowed-clear-all",
    "Clear selection": "borrowed-clear",
    "Show password text": "borrowed-password-show",
    "Hide password text": "borrowed-password-hide",
    "Loading...": "borrowed-loading",
    "Multiselect options": "borrowed-choices",
    "Selectbox options": "borrowed-choices",
    "Selected values": "borrowed-chosen",
}
TEXTS = {
    "Upload": "borrowed-file",
    "Skip to main content": "borrowed-skip",
    "No results": "borrowed-nothing",
    "No options": "borrowed-nothing",
    "No options to select": "borrowed-nothing",
    "Loading...": "borrowed-loading",
    "Select all": "borrowed-all",
    "view more": "borrowed-more",
    "view less": "borrowed-less",
    "Press Enter to apply": "borrowed-enter",
    "Press Enter to submit form": "borrowed-enter",
    "Press Ctrl+Enter to apply": "borrowed-ctrl-enter",
    "Press Ctrl+Enter to submit form": "borrowed-ctrl-enter",
    "Press ⌘+Enter to apply": "borrowed-cmd-enter",
    "Press ⌘+Enter to submit form": "borrowed-cmd-enter",
}
# What stands around a label: `$1` is kept as it is.
PATTERNS = {
    "^Help for (.+)$": "borrowed-help",
    "^Remove (.+)$": "borrowed-remove",
    "^Select (\\d+) matches$": "borrowed-matches",
    "^Add: (.+)$": "borrowed-add",
}
PLACES = (
    '[data-testid="stSkipToContent"],[data-testid="InputInstructions"],[role="listbox"],'
    '[data-testid="stFileUploaderDropzone"] button,[data-testid="stToastViewButton"]'
)
# Nothing of Streamlit's is in a text being written, where each key is a change, nor in a piece of our own HTML, where
# a big board is a thousand elements.
OURS = '.ProseMirror,[data-testid="stHtml"]'
SCRIPT = """
(() => {
  const said = %s, places = %s, apart = %s, names = ['aria-label', 'placeholder', 'title'];
  const named = `:is(${names.map((one) => `[${one}]`)}):not(:is(${apart}) *)`;
  const language = () => said[document.documentElement.lang];
  const anew = (words, patterns, old) => {
    if (Object.hasOwn(words, old)) return words[old];
    for (const [pattern, ours] of patterns) if (pattern.test(old)) return old.replace(pattern, ours);
    return old;
  };
  for (const one of Object.values(said)) one.patterns = one.patterns.map(([from, to]) => [new RegExp(from), to]);
  const name = (one, ours) => {
    for (const which of names) {
      const old = one.getAttribute(which);
      const other = old && anew(ours.attributes, ours.patterns, old);
      if (old && other !== old) one.setAttribute(which, other);
    }
  };
  const text = (node, ours) => {
    const old = node.data.trim(), other = anew(ours.texts, ours.patterns, old);
    if (old && other !== old) node.data = other;
  };
  const texts = (box, ours) => {
    const nodes = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
    while (nodes.nextNode()) text(nodes.currentNode, ours);
  };
  const whole = (root, ours) => {
    if (root.matches(named)) name(root, ours);
    for (const one of root.querySelectorAll(named)) name(one, ours);
    if (root.closest(places)) texts(root, ours);
    else for (const box of root.querySelectorAll(places)) texts(box, ours);
  };
  new MutationObserver((changes) => {
    const ours = language();
    if (!ours) return;
    for (const change of changes) {
      const at = change.target;
      if (change.attributeName === 'lang') { if (at === document.documentElement) whole(at, ours); continue; }
      if (change.type === 'attributes') { name(at, ours); continue; }
      if (change.type === 'characterData') {
        if (at.parentElement?.closest(places)) text(at, ours);
        continue;
      }
      if (at.nodeType === Node.ELEMENT_NODE && at.closest(apart)) continue;
      for (const one of change.addedNodes) {
        if (one.nodeType === Node.ELEMENT_NODE) whole(one, ours);
        else if (one.nodeType === Node.TEXT_NODE && one.parentElement?.closest(places)) text(one, ours);
      }
    }
  }).observe(document.documentElement, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: [...names, 'lang'],
  });
})();
"""


def script() -> str:
    """The script's source; the same for every language, as the content policy knows one hash of it."""
    said = {
        language: {
            "attributes": {theirs: translate(language, key) for theirs, key in ATTRIBUTES.items()},
            "texts": {theirs: translate(language, key) for theirs, key in TEXTS.items()},
            "patterns": [(theirs, translate(language, key, what="$1")) for theirs, key in PATTERNS.items()],
        }
        for language in LANGUAGES
        if language != THEIRS
    }
    return SCRIPT % (json.dumps(said, ensure_ascii=False), json.dumps(PLACES), json.dumps(OURS))
