import type { CommandProps } from "@tiptap/core";
import { NodeSelection, TextSelection } from "@tiptap/pm/state";
import type { Node as PMNode, Schema } from "@tiptap/pm/model";

/**
 * Puts a block at the cursor, in place of an empty paragraph when there is one, and makes sure that a paragraph
 * follows it: without one, a touch screen has no way to write below.
 * `inside` is how many levels down the cursor goes in (0 selects the block itself).
 */
export function insertBlock(
  { tr, state, dispatch }: CommandProps, make: (schema: Schema) => PMNode | null, inside: number,
): boolean {
  const node = make(state.schema);
  if (!node) return false;
  const { $from } = tr.selection;
  const depth = blockDepth($from, node);
  if (depth === null) return false;
  if (!dispatch) return true;
  const block = $from.depth >= depth ? $from.node(depth) : null;
  const replaces = block?.type.name === "paragraph" && block.content.size === 0;
  const at = block ? (replaces ? $from.before(depth) : $from.after(depth)) : tr.selection.to;
  tr.replaceWith(at, replaces ? $from.after(depth) : at, node);
  const after = at + node.nodeSize;
  if (!tr.doc.resolve(after).nodeAfter) tr.insert(after, state.schema.nodes.paragraph.create());
  tr.setSelection(inside ? TextSelection.near(tr.doc.resolve(at + inside)) : NodeSelection.create(tr.doc, at));
  tr.scrollIntoView();
  return true;
}

/** The deepest ancestor whose parent accepts this block; null inside nothing that does (never for the document). */
function blockDepth($from: TextSelection["$from"], node: PMNode): number | null {
  for (let depth = $from.depth; depth >= 1; depth -= 1) {
    const parent = $from.node(depth - 1);
    const index = $from.indexAfter(depth - 1);
    if (parent.canReplaceWith(index, index, node.type)) return depth;
  }
  // At the top of the document (a selected block, a cursor between two blocks) the place itself will do.
  return $from.depth === 0 ? 1 : null;
}
