// The suggestions that stand in a text, and carrying out what was decided of them.
import type { Node as PMNode } from "@tiptap/pm/model";
import type { EditorState, Transaction } from "@tiptap/pm/state";
import { settled } from "./track";

interface Part { from: number; to: number; kind: "insertion" | "deletion" }
export interface Suggestion {
  id: string; person: string; name: string; at: string; added: string; removed: string; from: number; to: number; parts: Part[];
}
export type Outcome = "accepted" | "rejected";

const WRAPPERS = new Set(["listItem", "bulletList", "orderedList", "blockquote", "callout"]);

/** In the order of the text. */
export function suggestionsIn(doc: PMNode): Suggestion[] {
  const found = new Map<string, Suggestion>();
  doc.descendants((node, pos) => {
    if (!node.isText) return;
    for (const { type, attrs } of node.marks) {
      const kind = type.name;
      if (kind !== "insertion" && kind !== "deletion") continue;
      const end = pos + node.nodeSize;
      const one: Suggestion = found.get(attrs.id) ?? {
        id: attrs.id, person: attrs.person, name: attrs.name, at: attrs.at, added: "", removed: "", from: pos, to: end, parts: [],
      };
      one[kind === "insertion" ? "added" : "removed"] += node.text ?? "";
      one.to = end;
      one.parts.push({ from: pos, to: end, kind });
      found.set(attrs.id, one);
    }
  });
  return [...found.values()];
}

/** Accepted words stay, refused ones go; it cannot be undone by a key, since somebody else may have built on it. */
export function carryOut(state: EditorState, outcomes: Map<string, Outcome>): Transaction | null {
  const tr = settled(state.tr.setMeta("addToHistory", false));
  const parts = suggestionsIn(state.doc).flatMap((one) => {
    const outcome = outcomes.get(one.id);
    return outcome ? one.parts.map((part) => ({ ...part, stays: (part.kind === "insertion") === (outcome === "accepted") })) : [];
  }).sort((one, two) => two.from - one.from);
  if (!parts.length) return null;
  const emptied = new Set<number>();
  for (const { from, to, kind, stays } of parts) {
    const start = tr.mapping.map(from, 1);
    const end = tr.mapping.map(to, -1);
    if (end <= start) continue;
    if (stays) tr.removeMark(start, end, state.schema.marks[kind]);
    else {
      tr.delete(start, end);
      emptied.add(from);
    }
  }
  for (const from of [...emptied].sort((one, two) => two - one)) dropEmpty(tr, tr.mapping.map(from, -1));
  return tr;
}

/** A paragraph that held only the words taken away goes with them, and the list item or frame around it. */
function dropEmpty(tr: Transaction, pos: number): void {
  const $pos = tr.doc.resolve(pos);
  if (!/^(paragraph|heading)$/.test($pos.parent.type.name) || $pos.parent.content.size) return;
  let depth = $pos.depth;
  while (depth > 1 && $pos.node(depth - 1).childCount === 1 && WRAPPERS.has($pos.node(depth - 1).type.name)) depth -= 1;
  if ($pos.node(depth - 1).childCount > 1) tr.delete($pos.before(depth), $pos.after(depth));
}
