// Suggestion mode: what somebody types becomes a proposal, words to add or to take away, under marks of the text.
import { Extension } from "@tiptap/core";
import { Fragment, type Mark, type Node as PMNode, type Schema, Slice } from "@tiptap/pm/model";
import { NodeSelection, Plugin, Selection, TextSelection, type EditorState, type Transaction } from "@tiptap/pm/state";
import { Mapping, ReplaceAroundStep, ReplaceStep, type Step } from "@tiptap/pm/transform";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import { BLOCKS, PROPOSALS, type ProposalAttrs } from "../schema/proposals";
import {
  addedBlocks, asAdded, type Gesture, inOwnBlock, isBlank, isBlock, isFormat, isTakenBack, proposeFormat, proposeKind, takeBlock,
} from "./shape";
import { proposeFrames } from "./frame";

export interface Author { person: string; name: string }
/** Words typed within this time beside one's own suggestion belong to it. */
const SAME_GESTURE = 10 * 60_000;
const SKIP = "chemiseSettled";
const TAKEN = "chemiseTaken";

/** Marks a transaction that carries out a decision, or that suggestion mode must leave as it is. */
export function settled(tr: Transaction): Transaction {
  return tr.setMeta(SKIP, true);
}

/** Why an act is not proposed: it is of another kind, or somebody else's suggestion stands there. */
export type Refusal = "not" | "taken";

interface Options { on: () => boolean; author: () => Author; refused: (why: Refusal) => void }

export const SuggestionMode = Extension.create<Options>({
  name: "chemiseSuggestionMode",

  addOptions() {
    return { on: () => false, author: () => ({ person: "", name: "" }), refused: () => {} };
  },

  dispatchTransaction({ transaction, next }) {
    const foreign = transaction.getMeta(ySyncPluginKey) !== undefined || transaction.getMeta(SKIP);
    if (!this.options.on() || !transaction.docChanged || foreign) return next(transaction);
    const made = proposed(transaction, this.editor.state, this.options.author());
    if (typeof made !== "string") next(made);
    if (typeof made === "string" || made.getMeta(TAKEN)) this.options.refused(typeof made === "string" ? made : "taken");
  },

  addProseMirrorPlugins() {
    return [new Plugin({
      // Copied words are words: nobody's suggestion travels with them.
      props: { transformPasted: (slice) => new Slice(bare(slice.content), slice.openStart, slice.openEnd) },
    })];
  },
});

function bare(content: Fragment): Fragment {
  const nodes: PMNode[] = [];
  content.forEach((node) => {
    if (node.isText) nodes.push(node.mark(node.marks.filter((mark) => !PROPOSALS.includes(mark.type.name))));
    else nodes.push("proposal" in node.attrs
      ? node.type.create({ ...node.attrs, proposal: null }, bare(node.content)) : node.copy(bare(node.content)));
  });
  return Fragment.fromArray(nodes);
}

/** The same act as a proposal, or why it is none: a paragraph cut in two, a line break. */
export function proposed(
  original: Transaction, state: EditorState, author: Author, now = new Date(),
): Transaction | Refusal {
  const tr = state.tr;
  const fresh = { id: crypto.randomUUID(), person: author.person, name: author.name, at: now.toISOString() };
  const gesture: Gesture = {
    person: author.person, fresh: () => fresh, back: isTakenBack(state.doc, original.steps, author.person), taken: false,
  };
  const framed = proposeFrames(tr, original, gesture);
  if (framed === false) return gesture.taken ? "taken" : "not";
  if (framed) return finished(tr, original, gesture, tr.doc.eq(original.doc));
  let shaped = true;
  for (let index = 0; index < original.steps.length; index += 1) {
    const step = original.steps[index];
    const back = new Mapping(original.mapping.maps.slice(0, index)).invert();
    const at = (pos: number, side: number) => tr.mapping.map(back.map(pos, side), side);
    // While nothing was done but the very steps, or marks and attributes, places are the same on both sides.
    const exact = shaped && tr.doc.content.size === original.docs[index].content.size;
    const { from, to } = bounds(step);
    const ends = exact ? [from, to] : [at(from, 1), at(to, -1)];
    const [start, end] = [Math.min(...ends), Math.max(...ends)];
    const again = () => {
      const here = exact ? step : step.map(back)?.map(tr.mapping);
      return Boolean(here && !tr.maybeStep(here).failed);
    };
    let done = shape(tr, step, start, end, gesture, again);
    if (done === null && step instanceof ReplaceStep) {
      shaped = false;
      done = propose(tr, start, end, step.slice, state, author, now);
    }
    if (!done && !(gesture.taken && tr.docChanged)) return gesture.taken ? "taken" : "not";
  }
  return finished(tr, original, gesture, shaped);
}

function finished(tr: Transaction, original: Transaction, gesture: Gesture, shaped: boolean): Transaction {
  // Nothing moved but marks and attributes, or the very step was taken: what was selected is still there.
  if (shaped && tr.doc.content.size === original.doc.content.size) {
    tr.setSelection(Selection.fromJSON(tr.doc, original.selection.toJSON()));
  }
  if (gesture.taken) tr.setMeta(TAKEN, true);
  if (original.storedMarksSet) tr.setStoredMarks(original.storedMarks);
  return original.scrolledIntoView ? tr.scrollIntoView() : tr;
}

function bounds(step: Step): { from: number; to: number } {
  const { from = 0, to = 0 } = step as unknown as { from?: number; to?: number };
  return { from, to };
}

/** What is more than words: done as proposed (true), not to be proposed (false), or words after all (null). */
function shape(
  tr: Transaction, step: Step, from: number, to: number, gesture: Gesture, again: () => boolean,
): boolean | null {
  const own = inOwnBlock(tr.doc, from, to, gesture.person);
  if (isFormat(step)) return own ? again() : proposeFormat(tr, step, from, to, gesture);
  if (!(step instanceof ReplaceStep || step instanceof ReplaceAroundStep)) return false;
  if (own) {
    const node = tr.doc.nodeAt(from);
    const whole = isBlock(node) && node!.nodeSize === to - from;
    if (!whole || step.slice.content.firstChild?.type === node!.type) return again();
  }
  if (step instanceof ReplaceAroundStep) return proposeKind(tr, step, from, gesture) ?? false;
  const found = survey(tr.doc, from, to);
  if (found.words || found.blocks || found.other) return null;
  if (from === to && isBlank(step.slice)) return again();
  // Each block is a suggestion of its own.
  const blocks = addedBlocks(step.slice, () => ({ ...gesture.fresh(), id: crypto.randomUUID() }));
  if (!blocks) return null;
  tr.step(new ReplaceStep(from, to, new Slice(blocks, 0, 0)));
  return true;
}

function propose(
  tr: Transaction, from: number, to: number, slice: Slice, state: EditorState, author: Author, now: Date,
): boolean {
  const text = textOf(slice.content);
  const found = survey(tr.doc, from, to);
  if (!text && !found.words && !found.blocks && !found.other) return structural(tr, from, to, slice);
  if (!text && slice.size) return false;
  const { $from, $to } = range(tr, from, to);
  if (!text && found.blocks && !found.words) {
    take(tr, from, to, attrsFor(tr, from, to, false, author, now), author);
    tr.setSelection(isBlock(tr.doc.nodeAt(from)) ? NodeSelection.create(tr.doc, from) : TextSelection.near(tr.doc.resolve(from)));
    return true;
  }
  const allowed = state.schema.marks.insertion;
  if (!$from.parent.type.allowsMarkType(allowed) || !$to.parent.type.allowsMarkType(allowed)) return false;
  const attrs = attrsFor(tr, from, to, Boolean(text), author, now);
  const end = take(tr, from, to, attrs, author);
  if (!text) {
    const forward = state.selection.empty && state.selection.head === from;
    tr.setSelection(TextSelection.near(tr.doc.resolve(forward ? end : from), forward ? 1 : -1));
    return true;
  }
  return put(tr, end, slice, attrs);
}

function range(tr: Transaction, from: number, to: number) {
  return { $from: tr.doc.resolve(from), $to: tr.doc.resolve(to) };
}

function textOf(content: Fragment): string {
  return content.textBetween(0, content.size, "\n").replace(/^\n+$/, "");
}

/** What stands between two positions: words, whole blocks, something else such as a line break. */
function survey(doc: PMNode, from: number, to: number): { words: boolean; blocks: boolean; other: boolean } {
  const found = { words: false, blocks: false, other: false };
  doc.nodesBetween(from, to, (node, pos) => {
    if (isBlock(node) && pos >= from && pos + node.nodeSize <= to) {
      found.blocks = true;
      return false;
    }
    found.words ||= node.isText;
    found.other ||= node.isLeaf && !node.isText;
    return true;
  });
  return found;
}

/** A new paragraph after a whole one, or an empty one removed: nothing is said by it, so it is simply done. */
function structural(tr: Transaction, from: number, to: number, slice: Slice): boolean {
  const { $from, $to } = range(tr, from, to);
  const opens = from === to && slice.openStart > 0 && $from.parentOffset === $from.parent.content.size;
  const closes = slice.size === 0 && from < to && ($from.parent.content.size === 0 || $to.parent.content.size === 0);
  let leaf = false;
  slice.content.descendants((node) => { leaf ||= node.isLeaf && !node.isTextblock; });
  if (leaf || !(opens || closes)) return false;
  tr.step(new ReplaceStep(from, to, slice));
  tr.setSelection(TextSelection.near(tr.doc.resolve(tr.mapping.maps[tr.mapping.maps.length - 1].map(to))));
  return true;
}

/** One's own recent suggestion beside this place, so that words typed together stay one suggestion. */
function attrsFor(tr: Transaction, from: number, to: number, adds: boolean, author: Author, now: Date): ProposalAttrs {
  const { $from, $to } = range(tr, from, to);
  for (const node of [$from.nodeBefore, $to.nodeAfter]) {
    const mark = node?.marks.find(({ type, attrs }) => attrs.person === author.person
      && (adds && from === to ? type.name === "insertion" : !adds && type.name === "deletion"));
    if (mark && now.getTime() - Date.parse(mark.attrs.at) < SAME_GESTURE) return mark.attrs as ProposalAttrs;
  }
  return { id: crypto.randomUUID(), person: author.person, name: author.name, at: now.toISOString() };
}

/** Proposes to take the words away; one's own proposed words are really deleted. Gives where the range ends now. */
function take(tr: Transaction, from: number, to: number, attrs: ProposalAttrs, author: Author): number {
  const { insertion, deletion } = tr.doc.type.schema.marks;
  const own: [number, number][] = [];
  const before = tr.mapping.maps.length;
  tr.doc.nodesBetween(from, to, (node, pos) => {
    if (isBlock(node) && pos >= from && pos + node.nodeSize <= to) {
      const mine = takeBlock(tr, node, pos, attrs);
      if (mine) own.push(mine);
      return false;
    }
    if (!node.isText) return true;
    const [start, end] = [Math.max(pos, from), Math.min(pos + node.nodeSize, to)];
    const mine = node.marks.some((mark) => mark.type === insertion && mark.attrs.person === author.person);
    if (mine) own.push([start, end]);
    else if (!deletion.isInSet(node.marks)) tr.addMark(start, end, deletion.create(attrs));
    return true;
  });
  for (const [start, end] of own.reverse()) tr.delete(start, end);
  return tr.mapping.slice(before).map(to, -1);
}

function put(tr: Transaction, at: number, slice: Slice, attrs: ProposalAttrs): boolean {
  const schema = tr.doc.type.schema;
  const mark = schema.marks.insertion.create(attrs);
  const inline = inlineOf(slice.content);
  if (inline) {
    const size = inline.size;
    tr.insert(at, marked(inline, mark));
    tr.setSelection(TextSelection.create(tr.doc, at + size));
    return true;
  }
  // Several paragraphs: they stand whole after this one, so that refusing them leaves this one as it was.
  let words = true;
  slice.content.descendants((node) => { words &&= !node.isLeaf || node.isText || node.isTextblock || isBlock(node); });
  const $at = tr.doc.resolve(at);
  const index = $at.index(-1) + 1;
  if (!words || !$at.node(-1).canReplace(index, index, slice.content)) return false;
  const after = $at.after();
  const blocks = asAdded(closed(schema, slice.content), () => ({ ...attrs, id: crypto.randomUUID() }));
  tr.insert(after, marked(blocks, mark));
  tr.setSelection(TextSelection.near(tr.doc.resolve(after + slice.content.size), -1));
  return true;
}

/** The inline content of a slice that is words of one paragraph; null for anything else. */
function inlineOf(content: Fragment): Fragment | null {
  let inside = content;
  while (inside.childCount === 1 && inside.firstChild && !inside.firstChild.isText && !inside.firstChild.isLeaf) {
    if (inside.firstChild.isTextblock && inside.firstChild.type.name !== "paragraph") return null;
    inside = inside.firstChild.content;
  }
  let words = inside.childCount > 0;
  inside.forEach((node) => { words &&= node.isText; });
  return words ? inside : null;
}

function closed(schema: Schema, content: Fragment): Fragment {
  const nodes: PMNode[] = [];
  content.forEach((node) => nodes.push(node.isInline ? schema.nodes.paragraph.create(null, node) : node));
  return Fragment.fromArray(nodes);
}

function marked(content: Fragment, mark: Mark): Fragment {
  const nodes: PMNode[] = [];
  content.forEach((node) => {
    if (BLOCKS.includes(node.type.name)) nodes.push(node);
    else nodes.push(node.isText ? node.mark(mark.addToSet(bareMarks(node))) : node.copy(marked(node.content, mark)));
  });
  return Fragment.fromArray(nodes);
}

function bareMarks(node: PMNode): readonly Mark[] {
  return node.marks.filter(({ type }) => type.name !== "deletion");
}
