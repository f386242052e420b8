import { Extension } from "@tiptap/core";
import { Plugin, type Transaction } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import type { LiveSession } from "./session";

interface Observed { domObserver: { flush(): void } }

/**
 * A browser moves the caret at once and says so later. What others do in between used to put the caret back where it
 * was: one click in eight was lost while somebody else moved fifty times a second, and the words went to another place
 * (yjs/y-prosemirror#146). So where the caret is, is read before anything of the others is applied or drawn, and
 * before a key that acts on it.
 */
export const Place = Extension.create<{ session: Pick<LiveSession, "beforeOthers"> | null }>({
  name: "chemisePlace",

  addOptions: () => ({ session: null }),

  // Carets of others and marks of the margin: nothing in the text, but drawing them sets the selection again.
  dispatchTransaction({ transaction, next }) {
    if (!this.editor.isDestroyed && !transaction.docChanged && !transaction.selectionSet) follow(this.editor.view, transaction);
    next(transaction);
  },

  addProseMirrorPlugins() {
    const { session } = this.options;
    return [new Plugin({
      props: { handleDOMEvents: { keydown: (view) => { readPlace(view); return false; } } },
      view: (view) => {
        const read = () => readPlace(view);
        session?.beforeOthers.add(read);
        return { destroy: () => session?.beforeOthers.delete(read) };
      },
    })];
  },
});

function readPlace(view: EditorView): void {
  if (!view.composing && view.hasFocus()) (view as unknown as Observed).domObserver.flush();
}

/** `transaction` was made before the place was read: it takes it along, or it would bring the old one back. */
function follow(view: EditorView, transaction: Transaction): void {
  readPlace(view);
  const { doc, selection } = view.state;
  if (transaction.doc === doc && !transaction.selection.eq(selection)) transaction.setSelection(selection);
}
