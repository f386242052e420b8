import { Extension } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";

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
