// Suggestions that are more than words: a format, the kind of a paragraph, a block to add or to take away.
import { type Fragment, type Mark, type MarkType, type Node as PMNode, type Slice } from "@tiptap/pm/model";
import type { Transaction } from "@tiptap/pm/state";
import { AddMarkStep, RemoveMarkStep, ReplaceAroundStep, type Step } from "@tiptap/pm/transform";
import { type Becomes, BLOCKS, type ProposalAttrs, proposalOf } from "../schema/proposals";

/** Whose, whether it is taken back, and whether somebody else's suggestion stood in the way. */
export interface Gesture { person: string; fresh: () => ProposalAttrs; back: boolean; taken: boolean }

const FORMATS: Record<string, string> = { bold: "proposedBold", italic: "proposedItalic", link: "proposedLink" };
/** What a proposed format says: the address of a link, none to take it off; whether to give another one. */
const sayOf = (name: string) => (name === "proposedLink" ? "href" : "on");
const wantedBy = (step: FormatStep): string | boolean => {
  const on = step instanceof AddMarkStep;
  return step.mark.type.name === "link" ? (on ? String(step.mark.attrs.href) : "") : on;
};

export const isBlock = (node: PMNode | null | undefined): boolean => Boolean(node && BLOCKS.includes(node.type.name));
const isOwnAdded = (node: PMNode, person: string) => {
  const read = proposalOf(node);
  return read?.to === "added" && read.person === person;
};

export function setProposal(tr: Transaction, pos: number, attrs: ProposalAttrs, to: Becomes): void {
  const { id, person, name, at } = attrs;
  tr.setNodeAttribute(pos, "proposal", JSON.stringify({ id, person, name, at, to }));
}

/** Whether all between two positions lies in one block that this person proposes to add: it is theirs to change. */
export function inOwnBlock(doc: PMNode, from: number, to: number, person: string): boolean {
  const $from = doc.resolve(from);
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    if (isOwnAdded($from.node(depth), person) && to <= $from.end(depth)) return true;
  }
  const node = doc.nodeAt(from);
  return Boolean(node && isBlock(node) && to === from + node.nodeSize && isOwnAdded(node, person));
}

type FormatStep = AddMarkStep | RemoveMarkStep;
export const isFormat = (step: Step): step is FormatStep => step instanceof AddMarkStep || step instanceof RemoveMarkStep;

export function ownWords(node: PMNode, person: string): boolean {
  return node.marks.some(({ type, attrs }) => type.name === "insertion" && attrs.person === person);
}

interface Piece { from: number; to: number; person: string | null; said: string | boolean | null; own: boolean }

function pieces(doc: PMNode, from: number, to: number, type: MarkType, person: string): Piece[] {
  const found: Piece[] = [];
  doc.nodesBetween(from, to, (node, pos) => {
    if (!node.isText) return;
    const known = type.isInSet(node.marks);
    found.push({
      from: Math.max(pos, from), to: Math.min(pos + node.nodeSize, to), own: ownWords(node, person),
      person: known?.attrs.person ?? null, said: known?.attrs[sayOf(type.name)] ?? null,
    });
  });
  return found;
}

/** Whether everything a gesture asks for is what this person proposes already: then it is taken back. */
export function isTakenBack(doc: PMNode, steps: readonly Step[], person: string): boolean {
  return steps.every((step) => {
    const type = isFormat(step) ? doc.type.schema.marks[FORMATS[step.mark.type.name]] : undefined;
    if (!type || !isFormat(step)) return false;
    const wanted = wantedBy(step);
    // The same address given twice is meant twice.
    if (wanted && typeof wanted === "string") return false;
    return pieces(doc, step.from, step.to, type, person).every((one) => one.own || (one.person === person && one.said === wanted));
  });
}

/** Bold, italic and links; what somebody else proposes for the same letters stays theirs. */
export function proposeFormat(tr: Transaction, step: FormatStep, from: number, to: number, gesture: Gesture): boolean {
  if (step instanceof RemoveMarkStep && step.mark.type.name === "proposedLink") return takeLinkBack(tr, step.mark, from, to, gesture);
  const type = tr.doc.type.schema.marks[FORMATS[step.mark.type.name]];
  if (!type || !tr.doc.resolve(from).parent.type.allowsMarkType(type)) return false;
  const wanted = wantedBy(step);
  let done = false;
  for (const one of pieces(tr.doc, from, to, type, gesture.person)) {
    if (one.own) {
      if (step instanceof AddMarkStep) tr.addMark(one.from, one.to, step.mark);
      else tr.removeMark(one.from, one.to, step.mark);
    } else if (one.person !== null && one.person !== gesture.person) {
      gesture.taken = true;
      continue;
    } else if (gesture.back) tr.removeMark(one.from, one.to, type);
    else if (one.said !== wanted) tr.addMark(one.from, one.to, type.create({ ...gesture.fresh(), [sayOf(type.name)]: wanted }));
    done = true;
  }
  return done;
}

function takeLinkBack(tr: Transaction, mark: Mark, from: number, to: number, gesture: Gesture): boolean {
  gesture.taken = mark.attrs.person !== gesture.person;
  if (!gesture.taken) tr.removeMark(from, to, mark);
  return !gesture.taken;
}

export function kindOf(node: PMNode): Becomes | null {
  if (node.type.name === "paragraph") return "paragraph";
  return node.type.name === "heading" ? (node.attrs.level === 3 ? "heading3" : "heading2") : null;
}

/** A paragraph that becomes a title, or back; null when the step is another one. */
export function proposeKind(tr: Transaction, step: ReplaceAroundStep, pos: number, gesture: Gesture): boolean | null {
  const node = tr.doc.nodeAt(pos);
  const next = step.slice.content.firstChild;
  const around = step.gapFrom === step.from + 1 && step.gapTo === step.to - 1 && step.slice.content.childCount === 1;
  if (!node || !next || !around || node.nodeSize !== step.to - step.from) return null;
  const to = kindOf(next);
  if (!to || !kindOf(node)) return null;
  let mine = true;
  node.forEach((child) => { mine &&= child.isText && ownWords(child, gesture.person); });
  if (mine) {
    tr.setNodeMarkup(pos, next.type, { ...next.attrs, proposal: null });
    return true;
  }
  const known = proposalOf(node);
  if (known && known.person !== gesture.person) {
    gesture.taken = true;
    return false;
  }
  if (known?.to === to || kindOf(node) === to) tr.setNodeAttribute(pos, "proposal", null);
  else setProposal(tr, pos, known ?? gesture.fresh(), to);
  return true;
}

/** Empty paragraphs say nothing. */
export const isBlank = (slice: Slice): boolean => !slice.openStart && !slice.openEnd && slice.size > 0
  && slice.content.content.every((node) => node.isTextblock && !node.content.size);

/** Whole blocks of a slice, with nothing said beside them, as proposals to add; null for any other slice. */
export function addedBlocks(slice: Slice, attrs: () => ProposalAttrs): Fragment | null {
  if (slice.openStart || slice.openEnd) return null;
  let blocks = 0;
  let other = 0;
  slice.content.forEach((node) => {
    if (isBlock(node)) blocks += 1;
    else if (!node.isTextblock || node.content.size) other += 1;
  });
  return blocks && !other ? asAdded(slice.content, attrs) : null;
}

export function asAdded(content: Fragment, attrs: () => ProposalAttrs): Fragment {
  let made = content;
  content.forEach((node, _offset, index) => {
    if (!isBlock(node)) return;
    const { id, person, name, at } = attrs();
    const proposal = JSON.stringify({ id, person, name, at, to: "added" });
    made = made.replaceChild(index, node.type.create({ ...node.attrs, proposal }, node.content));
  });
  return made;
}

/** Whole blocks between two positions are proposed to go; one's own proposed ones are given back, to be deleted. */
export function takeBlock(tr: Transaction, node: PMNode, pos: number, attrs: ProposalAttrs): [number, number] | null {
  if (isOwnAdded(node, attrs.person)) return [pos, pos + node.nodeSize];
  if (!proposalOf(node)) setProposal(tr, pos, attrs, "removed");
  return null;
}
