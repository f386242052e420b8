import { Extension } from "@tiptap/core";
import type { Node as PMNode } from "@tiptap/pm/model";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";

interface PlaceholderOptions { text: string; value: string; label: string }

const key = new PluginKey<DecorationSet>("chemisePlaceholder");

function decorate(doc: PMNode, { text, value, label }: PlaceholderOptions): DecorationSet {
  const found: Decoration[] = [];
  const show = (node: PMNode, pos: number, words: string) => {
    if (words) found.push(Decoration.node(pos, pos + node.nodeSize, { class: "is-empty", "data-placeholder": words }));
  };
  const only = doc.childCount === 1 ? doc.firstChild : null;
  if (only?.type.name === "paragraph" && !only.content.size) show(only, 0, text);
  doc.descendants((node, pos) => {
    if (node.type.name === "keyFigureValue" && !node.content.size) show(node, pos, value);
    if (node.type.name === "keyFigureLabel" && !node.content.size) show(node, pos, label);
    return !node.isTextblock;
  });
  return DecorationSet.create(doc, found);
}

/** What to write, shown only where nothing is: in an empty text and in the two halves of a key figure. */
export const Hints = Extension.create<PlaceholderOptions>({
  name: "chemiseHints",
  addOptions() {
    return { text: "", value: "", label: "" };
  },
  addProseMirrorPlugins() {
    const { options } = this;
    return [new Plugin<DecorationSet>({
      key,
      state: {
        init: (_config, { doc }) => decorate(doc, options),
        apply: (tr, old) => (tr.docChanged ? decorate(tr.doc, options) : old),
      },
      props: { decorations: (state) => key.getState(state) },
    })];
  },
});
