import { Extension } from "@tiptap/core";
import { Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { ySyncPluginKey } from "@tiptap/y-tiptap";

export interface Highlight { id: string; from: number; to: number; current: boolean }
interface Options { now: (size: number) => Highlight[] | null; pick: (id: string) => void; comment: () => void }

const key = new PluginKey<DecorationSet>("chemiseHighlights");

/** Asks for the highlights to be drawn from the document as it is now. */
export function redraw(tr: Transaction): Transaction {
  return tr.setMeta(key, true).setMeta("addToHistory", false);
}

/** The highlight at a position, or null. */
export function highlightAt(state: Parameters<typeof key.getState>[0], pos: number): string | null {
  const found = key.getState(state)?.find(pos, pos) ?? [];
  return (found[found.length - 1]?.spec as { id?: string } | undefined)?.id ?? null;
}

/** Passages under comment. They follow one's own typing at once, and are looked up again after others' edits. */
export const Highlights = Extension.create<Options>({
  name: "chemiseHighlights",

  addOptions() {
    return { now: () => [], pick: () => {}, comment: () => {} };
  },

  addKeyboardShortcuts() {
    return {
      "Mod-Alt-m": () => {
        this.options.comment();
        return true;
      },
    };
  },

  addProseMirrorPlugins() {
    const { options } = this;
    return [new Plugin<DecorationSet>({
      key,
      state: {
        init: () => DecorationSet.empty,
        apply: (tr, old) => {
          const remote = tr.getMeta(ySyncPluginKey)?.isChangeOrigin === true;
          if (!remote && !tr.getMeta(key)) return tr.docChanged ? old.map(tr.mapping, tr.doc) : old;
          const found = options.now(tr.doc.content.size);
          if (!found) return old.map(tr.mapping, tr.doc);
          return DecorationSet.create(tr.doc, found.map(({ id, from, to, current }) => Decoration.inline(from, to, {
            class: current ? "chemise-passage is-current" : "chemise-passage", "data-thread": id,
          }, { id })));
        },
      },
      props: {
        decorations: (state) => key.getState(state),
        handleClick: (view, pos) => {
          const id = highlightAt(view.state, pos);
          if (id) options.pick(id);
          return false;
        },
      },
    })];
  },
});
