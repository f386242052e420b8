// Suggestions of what stands around a paragraph: a list, a quote, a callout to put it into, to change, or to leave.
import { lift, wrapIn } from "@tiptap/pm/commands";
import type { Node as PMNode, NodeType, ResolvedPos } from "@tiptap/pm/model";
import { liftListItem, wrapInList } from "@tiptap/pm/schema-list";
import { type Command, EditorState, TextSelection, type Transaction } from "@tiptap/pm/state";
import { ReplaceAroundStep } from "@tiptap/pm/transform";
import { type Becomes, CALLOUTS, isFrame, proposalOf } from "../schema/proposals";
import { type Gesture, kindOf, ownWords, setProposal } from "./shape";

/** A paragraph, a title or a picture and what it stands in, from the outside in; `alone` in its list item. */
interface Leaf { pos: number; node: PMNode; frames: string[]; alone: boolean }

const isList = (name?: string) => name === "bulletList" || name === "orderedList";
const sameFamily = (one?: string, other?: string) => one === other || (isList(one) && isList(other))
  || (Boolean(one && one in CALLOUTS) && Boolean(other && other in CALLOUTS));

function frameName(node: PMNode): string {
  const tone = node.type.name === "callout" ? node.attrs.tone : null;
  return Object.keys(CALLOUTS).find((name) => CALLOUTS[name] === tone) ?? node.type.name;
}

function leaves(doc: PMNode): Leaf[] {
  const found: Leaf[] = [];
  const walk = (parent: PMNode, start: number, frames: string[]) => parent.forEach((node, offset) => {
    const pos = start + offset;
    const alone = parent.type.name !== "listItem" || parent.childCount === 1;
    if (node.isTextblock || node.isLeaf) found.push({ pos, node, frames, alone });
    else walk(node, pos + 1, node.type.name === "listItem" ? frames : [...frames, frameName(node)]);
  });
  walk(doc, 0, []);
  return found;
}

/** What became of one paragraph: nothing (null), something that can be proposed, or something else (false). */
function became(before: Leaf, after: Leaf): Becomes | null | false {
  const [old, now] = [before.frames, after.frames];
  const [kind, next] = [kindOf(before.node), kindOf(after.node)];
  if (old.join() === now.join()) return kind === next ? null : kind && next ? next : false;
  if (!kind || !next) return false;
  const shared = old.findIndex((name, index) => name !== now[index]);
  const depth = shared < 0 ? old.length : shared;
  const [from, to] = [old[depth], now[depth]];
  if (old.length === now.length) {
    // The paragraphs of a list carry its change; what is nested deeper follows.
    if (kind !== next || !sameFamily(from, to) || old.slice(depth + 1).join() !== now.slice(depth + 1).join()) return false;
    return depth === old.length - 1 ? to as Becomes : null;
  }
  if (now.length === old.length + 1 && depth === old.length && isFrame(to)) {
    // A list in a list, a callout in a callout: accepting it would change the one that is there.
    if (sameFamily(old[old.length - 1], to)) return false;
    return kind === next || next === "paragraph" ? to : false;
  }
  const leaves = old.length === now.length + 1 && depth === now.length && isFrame(from) && kind === next;
  return leaves && (before.alone || !isList(from)) ? "outside" : false;
}

/** A list, a quote or a callout made, changed or left, as a proposal (true); not to be proposed (false); null for other acts. */
export function proposeFrames(tr: Transaction, original: Transaction, gesture: Gesture): boolean | null {
  if (!original.steps.some((step) => step instanceof ReplaceAroundStep)) return null;
  const [before, after] = [leaves(tr.doc), leaves(original.doc)];
  if (before.length !== after.length || before.some(({ node }, index) => !node.content.eq(after[index].node.content))) return null;
  if (before.every(({ frames }, index) => frames.join() === after[index].frames.join())) return null;
  const changed: (Leaf & { to: Becomes })[] = [];
  for (const [index, leaf] of before.entries()) {
    const to = became(leaf, after[index]);
    if (to === false) return false;
    if (to) changed.push({ ...leaf, to });
  }
  const { person } = gesture;
  // Nothing is said by an empty paragraph, and one's own proposed words stand as one likes.
  if (changed.every(({ node }) => node.content.content.every((child) => child.isText && ownWords(child, person)))) {
    original.steps.forEach((step) => tr.step(step));
    return true;
  }
  const known = changed.map(({ node }) => proposalOf(node));
  if (known.some((one) => one && one.person !== person)) {
    gesture.taken = true;
    return false;
  }
  const back = changed.every(({ to }, index) => known[index]?.to === to);
  for (const { pos, to } of changed) {
    if (back) tr.setNodeAttribute(pos, "proposal", null);
    else setProposal(tr, pos, gesture.fresh(), to);
  }
  return changed.length > 0;
}

const innermost = ($pos: ResolvedPos): [string, number] => {
  for (let depth = $pos.depth - 1; depth > 0; depth -= 1) {
    if ($pos.node(depth).type.name !== "listItem") return [frameName($pos.node(depth)), depth];
  }
  return ["", 0];
};

/**
 * Does what was accepted for the paragraphs from the one at `from` to the one at `to`, neighbours of one suggestion.
 * When the text has changed meanwhile so that it cannot be done, the words stay as they are.
 */
export function settleFrames(tr: Transaction, from: number, to: number, becomes: Becomes): void {
  const { nodes } = tr.doc.type.schema;
  const $start = tr.doc.resolve(from + 1);
  const [name, depth] = innermost($start);
  const run = (command: Command) => {
    const selection = TextSelection.create(tr.doc, from + 1, to + tr.doc.nodeAt(to)!.nodeSize - 1);
    command(EditorState.create({ doc: tr.doc, selection }), (made) => made.steps.forEach((step) => tr.step(step)));
  };
  const callout = CALLOUTS[becomes] ? { tone: CALLOUTS[becomes] } : null;
  const type = nodes[callout ? "callout" : becomes];
  if (becomes === "outside") {
    if (!isList(name)) run(lift);
    else if ($start.node(-1).childCount === 1) run(liftListItem(nodes.listItem));
  } else if (sameFamily(name, becomes)) {
    if (name !== becomes) tr.setNodeMarkup($start.before(depth), type, callout);
  } else {
    if (!callout) {
      tr.doc.nodesBetween(from, to + 1, (node, pos) => {
        if (node.type === nodes.heading) tr.setNodeMarkup(pos, nodes.paragraph, { proposal: null });
      });
    }
    run(isList(becomes) ? wrapInList(type) : wrapIn(type, callout));
    if (isList(becomes)) joinLists(tr, $start.pos, type);
  }
}

/** A list beside one of its kind is the same list, as when it is made at once. */
function joinLists(tr: Transaction, inside: number, type: NodeType): void {
  const $pos = tr.doc.resolve(inside + 2);
  const depth = $pos.depth - 2;
  if (depth < 1 || $pos.node(depth).type !== type) return;
  const around = tr.doc.resolve($pos.before(depth)).parent;
  const index = $pos.index(depth - 1);
  if (around.maybeChild(index + 1)?.type === type) tr.join($pos.after(depth));
  if (index > 0 && around.child(index - 1).type === type) tr.join($pos.before(depth));
}
