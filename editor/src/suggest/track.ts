// Suggestion mode: what somebody types becomes a proposal, words to add or to take away, under marks of the text.
import { Extension } from "@tiptap/core";
import { Fragment, type Mark, type Node as PMNode, type Schema, Slice } from "@tiptap/pm/model";
import { Plugin, TextSelection, type EditorState, type Transaction } from "@tiptap/pm/state";
import { Mapping, ReplaceStep } from "@tiptap/pm/transform";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import { PROPOSALS, type ProposalAttrs } from "../schema/proposals";

export interface Author { person: string; name: string }
/** Words typed within this time beside one's own suggestion belong to it. */
const SAME_GESTURE = 10 * 60_000;
const SKIP = "chemiseSettled";

/** Marks a transaction that carries out a decision, or that suggestion mode must leave as it is. */
export function settled(tr: Transaction): Transaction {
  return tr.setMeta(SKIP, true);
}

interface Options { on: () => boolean; author: () => Author; refused: () => void }

export const SuggestionMode = Extension.create<Options>({
  name: "chemiseSuggestionMode",

  addOptions() {
    return { on: () => false, author: () => ({ person: "", name: "" }), refused: () => {} };
  },

  dispatchTransaction({ transaction, next }) {
    const foreign = transaction.getMeta(ySyncPluginKey) !== undefined || transaction.getMeta(SKIP);
    if (!this.options.on() || !transaction.docChanged || foreign) return next(transaction);
    const made = proposed(transaction, this.editor.state, this.options.author());
    if (made) return next(made);
    this.options.refused();
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
    const kept = node.isText
      ? node.mark(node.marks.filter((mark) => !(PROPOSALS as readonly string[]).includes(mark.type.name)))
      : node.copy(bare(node.content));
    nodes.push(kept);
  });
  return Fragment.fromArray(nodes);
}

/** The same act as a proposal, or null when it is more than words: a format, a picture, a paragraph cut in two. */
export function proposed(original: Transaction, state: EditorState, author: Author, now = new Date()): Transaction | null {
  const tr = state.tr;
  for (let index = 0; index < original.steps.length; index += 1) {
    const step = original.steps[index];
    if (!(step instanceof ReplaceStep)) return null;
    const back = new Mapping(original.mapping.maps.slice(0, index)).invert();
    const at = (pos: number, side: number) => tr.mapping.map(back.map(pos, side), side);
    const [from, to] = [at(step.from, 1), at(step.to, -1)];
    if (!propose(tr, Math.min(from, to), Math.max(from, to), step.slice, state, author, now)) return null;
  }
  if (original.storedMarksSet) tr.setStoredMarks(original.storedMarks);
  return original.scrolledIntoView ? tr.scrollIntoView() : tr;
}

function propose(
  tr: Transaction, from: number, to: number, slice: Slice, state: EditorState, author: Author, now: Date,
): boolean {
  const text = textOf(slice.content);
  if (!text && holdsText(tr.doc, from, to) === false) return structural(tr, from, to, slice);
  if (!text && slice.size) return false;
  const { $from, $to } = range(tr, from, to);
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

/** Whether there are words between two positions; null when something else stands there too (a picture, a break). */
function holdsText(doc: PMNode, from: number, to: number): boolean | null {
  let words = false;
  let other = false;
  doc.nodesBetween(from, to, (node) => {
    words ||= node.isText;
    other ||= node.isLeaf && !node.isText;
  });
  return words ? true : other ? null : false;
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
    if (!node.isText) return;
    const [start, end] = [Math.max(pos, from), Math.min(pos + node.nodeSize, to)];
    const mine = node.marks.some((mark) => mark.type === insertion && mark.attrs.person === author.person);
    if (mine) own.push([start, end]);
    else if (!deletion.isInSet(node.marks)) tr.addMark(start, end, deletion.create(attrs));
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
  slice.content.descendants((node) => { words &&= !node.isLeaf || node.isText || node.isTextblock; });
  const $at = tr.doc.resolve(at);
  const index = $at.index(-1) + 1;
  if (!words || !$at.node(-1).canReplace(index, index, slice.content)) return false;
  const after = $at.after();
  tr.insert(after, marked(closed(schema, slice.content), mark));
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
  content.forEach((node) => nodes.push(node.isText ? node.mark(mark.addToSet(bareMarks(node))) : node.copy(marked(node.content, mark))));
  return Fragment.fromArray(nodes);
}

function bareMarks(node: PMNode): readonly Mark[] {
  return node.marks.filter(({ type }) => type.name !== "deletion");
}
