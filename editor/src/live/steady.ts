import { Extension } from "@tiptap/core";
import { ySyncPluginKey, yUndoPluginKey } from "@tiptap/y-tiptap";
import { Plugin, Selection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import type { UndoManager, XmlFragment } from "yjs";

type Observer = (...given: unknown[]) => void;
interface Binding {
  type: XmlFragment; prosemirrorView: EditorView | null; beforeTransactionSelection: unknown; _observeFunction: Observer; _forceRerender: () => void;
}

/**
 * y-tiptap 3.0.9 keeps an old selection for the update that follows an undo, and throws when it lies beyond a text that
 * became shorter meanwhile (ueberdosis/y-tiptap#48). That update is then not drawn, and the next key would take its
 * words out of the document. So the old selection is forgotten: the caret stays where it is. Whatever else throws so
 * draws the text anew. Comes after the plugins of the synchronisation, whose observer it takes over.
 */
export const Steady = Extension.create({
  name: "chemiseSteady",
  priority: 10,

  addProseMirrorPlugins() {
    const steadied = new WeakSet<Binding>();
    return [new Plugin({
      view: ({ state }) => {
        const binding = (ySyncPluginKey.getState(state) as { binding: Binding | null } | undefined)?.binding;
        const undone = (yUndoPluginKey.getState(state) as { undoManager: UndoManager } | undefined)?.undoManager;
        if (!binding) return {};
        if (!steadied.has(binding)) {
          steadied.add(binding);
          steady(binding);
        }
        const forget = () => { binding.beforeTransactionSelection = null; };
        undone?.on("stack-item-popped", forget);
        return { destroy: () => undone?.off("stack-item-popped", forget) };
      },
    })];
  },
});

function steady(binding: Binding): void {
  const observe = binding._observeFunction;
  binding.type.unobserveDeep(observe);
  binding._observeFunction = (...given) => {
    try {
      observe(...given);
    } catch (error) {
      if (!(error instanceof RangeError) || !binding.prosemirrorView) throw error;
      binding.beforeTransactionSelection = null;
      binding._forceRerender();
      const { state } = binding.prosemirrorView;
      const near = Selection.near(state.selection.$head, -1);
      if (!near.eq(state.selection)) binding.prosemirrorView.dispatch(state.tr.setSelection(near).setMeta("addToHistory", false));
    }
  };
  binding.type.observeDeep(binding._observeFunction);
}
