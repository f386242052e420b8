import { Extension } from "@tiptap/core";
import { Plugin, TextSelection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";

interface KeyboardOptions { askLink: () => void }

/** The shortcuts that are ours, links that open, and a way out: Escape then Tab leaves lists and tables too. */
export const Keyboard = Extension.create<KeyboardOptions>({
  name: "chemiseKeyboard",
  priority: 3000,

  addOptions() {
    return { askLink: () => {} };
  },

  addKeyboardShortcuts() {
    return {
      "Mod-k": () => {
        this.options.askLink();
        return true;
      },
    };
  },

  addProseMirrorPlugins() {
    let leaving = false;
    return [new Plugin({
      props: {
        handleDOMEvents: {
          keydown: (_view, event) => {
            if (event.key === "Escape") leaving = true;
            else if (event.key !== "Tab" && event.key !== "Shift") leaving = false;
            // Handled without preventDefault: the browser moves the focus on, as it does anywhere else.
            return event.key === "Tab" && leaving;
          },
          focus: () => {
            leaving = false;
            return false;
          },
        },
        handleClick: (view, _pos, event) => {
          if (writeBelow(view, event)) return true;
          const link = (event.target as Element).closest?.("a[href]");
          if (!(link instanceof HTMLAnchorElement) || !view.dom.contains(link)) return false;
          // While writing, a plain click places the cursor; reading, the browser follows the link by itself.
          if (!view.editable || !(event.metaKey || event.ctrlKey)) return false;
          window.open(link.href, "_blank", "noopener,noreferrer");
          return true;
        },
      },
    })];
  },
});

/** A click under a closing table or picture opens a paragraph there: on a touch screen there is no other way. */
function writeBelow(view: EditorView, event: MouseEvent): boolean {
  const { doc, schema, tr } = view.state;
  const last = view.dom.lastElementChild;
  if (!view.editable || !last || !doc.lastChild || doc.lastChild.isTextblock) return false;
  if (event.clientY <= last.getBoundingClientRect().bottom) return false;
  const end = doc.content.size;
  tr.insert(end, schema.nodes.paragraph.create());
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, end + 1)));
  return true;
}
