// The suggestions that stand in a text, and carrying out what was decided of them.
import type { Node as PMNode } from "@tiptap/pm/model";
import type { EditorState, Transaction } from "@tiptap/pm/state";
import { type Becomes, isFrame, proposalOf, type ProposalAttrs } from "../schema/proposals";
import { safeHref } from "../schema/linkPolicy";
import { settleFrames } from "./frame";
import { settled } from "./track";

type Format = "proposedBold" | "proposedItalic" | "proposedLink";
type Kind = "insertion" | "deletion" | Format | "node";
interface Part { from: number; to: number; kind: Kind }
/** What a suggestion would change besides words: a format or link of these words, the kind or frame of a paragraph, a whole block. */
export interface Change {
  becomes: Becomes | "bold" | "plainBold" | "italic" | "plainItalic" | "link" | "plainLink"; node: string; words: string; href?: string;
}
export interface Suggestion {
  id: string; person: string; name: string; at: string; added: string; removed: string; changes: Change[];
  from: number; to: number; parts: Part[];
}
export type Outcome = "accepted" | "rejected";

const WRAPPERS = new Set(["listItem", "bulletList", "orderedList", "blockquote", "callout"]);
const FORMATS = { proposedBold: ["bold", "plainBold"], proposedItalic: ["italic", "plainItalic"], proposedLink: ["link", "plainLink"] } as const;

const isFormat = (kind: string): kind is Format => kind in FORMATS;

/** In the order of the text. */
export function suggestionsIn(doc: PMNode): Suggestion[] {
  const found = new Map<string, Suggestion>();
  const note = (attrs: ProposalAttrs, part: Part): Suggestion => {
    const { id, person, name, at } = attrs;
    const one = found.get(id) ?? { id, person, name, at, added: "", removed: "", changes: [], from: part.from, to: part.to, parts: [] };
    one.to = part.to;
    one.parts.push(part);
    found.set(id, one);
    return one;
  };
  doc.descendants((node, pos) => {
    const end = pos + node.nodeSize;
    const proposal = proposalOf(node);
    if (proposal) {
      const words = String(node.attrs.alt ?? node.textBetween(0, node.content.size, " "));
      note(proposal, { from: pos, to: end, kind: "node" }).changes.push({ becomes: proposal.to, node: node.type.name, words });
    }
    if (!node.isText) return;
    for (const { type, attrs } of node.marks) {
      const kind = type.name;
      const part = { from: pos, to: end, kind: kind as Kind };
      if (kind === "insertion") note(attrs as ProposalAttrs, part).added += node.text;
      else if (kind === "deletion") note(attrs as ProposalAttrs, part).removed += node.text;
      else if (isFormat(kind)) {
        const href = kind === "proposedLink" ? safeHref(attrs.href) ?? "" : undefined;
        const becomes = FORMATS[kind][href ?? attrs.on ? 0 : 1];
        const { changes } = note(attrs as ProposalAttrs, part);
        const last = changes[changes.length - 1];
        if (last?.becomes === becomes && last.href === href) last.words += node.text;
        else changes.push({ becomes, node: "text", words: node.text ?? "", ...(href ? { href } : {}) });
      }
    }
  });
  return [...found.values()];
}

/**
 * Accepted words stay, refused ones go; it cannot be undone by a key, since somebody else may have built on it.
 * All that is done twice by two people ends the same but for a paragraph that becomes a title or comes into a list: it is written
 * anew, so only the one whose decision stands does it.
 */
export function carryOut(
  state: EditorState, outcomes: Map<string, Outcome>, isMine: (id: string) => boolean = () => true,
): Transaction | null {
  const tr = settled(state.tr.setMeta("addToHistory", false));
  const parts = suggestionsIn(state.doc).flatMap((one) => {
    const outcome = outcomes.get(one.id);
    return outcome ? one.parts.map((part) => ({ ...part, id: one.id, accepted: outcome === "accepted" })) : [];
  }).sort((one, two) => two.from - one.from);
  if (!parts.length) return null;
  const emptied = new Set<number>();
  const frames: Framed[] = [];
  for (const { from, to, kind, id, accepted } of parts) {
    const start = tr.mapping.map(from, 1);
    const end = tr.mapping.map(to, -1);
    if (end <= start) continue;
    if (kind === "node") {
      const to = settleNode(tr, start, id, accepted, isMine(id));
      if (to) frames.push({ id, from, to });
    } else if (isFormat(kind)) settleFormat(tr, start, end, kind, id, accepted);
    else if ((kind === "insertion") === accepted) tr.removeMark(start, end, state.schema.marks[kind]);
    else {
      tr.delete(start, end);
      emptied.add(from);
    }
  }
  for (const from of [...emptied].sort((one, two) => two - one)) dropEmpty(tr, tr.mapping.map(from, -1));
  settleAll(tr, frames);
  return tr.docChanged ? tr : null;
}

interface Framed { id: string; from: number; to: Becomes }

/** From the last to the first; neighbours of one suggestion come into one list, quote or callout. */
function settleAll(tr: Transaction, frames: Framed[]): void {
  const next = (one: Framed, other?: Framed) => {
    if (!other || one.id !== other.id || one.to !== other.to || one.to === "outside") return false;
    const [$one, $other] = [tr.doc.resolve(tr.mapping.map(one.from, 1)), tr.doc.resolve(tr.mapping.map(other.from, 1))];
    return $one.parent === $other.parent && $one.index() + 1 === $other.index();
  };
  const groups: Framed[][] = [];
  for (const one of frames) {
    const last = groups[groups.length - 1];
    if (last && next(one, last[0])) last.unshift(one);
    else groups.push([one]);
  }
  for (const group of groups) {
    const [from, to] = [group[0], group[group.length - 1]].map((one) => tr.mapping.mapResult(one.from, 1));
    const isThere = [from, to].every(({ pos, deletedAfter }) => !deletedAfter && tr.doc.nodeAt(pos)?.isTextblock);
    if (isThere) settleFrames(tr, from.pos, to.pos, group[0].to);
  }
}

function settleFormat(
  tr: Transaction, from: number, to: number, kind: Format, id: string, accepted: boolean,
): void {
  const { marks } = tr.doc.type.schema;
  const mark = marks[FORMATS[kind][0]];
  tr.doc.nodesBetween(from, to, (node, pos) => {
    const known = marks[kind].isInSet(node.marks);
    if (!node.isText || known?.attrs.id !== id) return;
    const [start, end] = [Math.max(pos, from), Math.min(pos + node.nodeSize, to)];
    tr.removeMark(start, end, marks[kind]);
    const href = safeHref(known.attrs.href);
    if (accepted && (kind === "proposedLink" ? href : known.attrs.on)) tr.addMark(start, end, mark.create(href ? { href } : null));
    else if (accepted) tr.removeMark(start, end, mark);
  });
}

/** Gives what is still to be done around the node, once everything else is. */
function settleNode(tr: Transaction, pos: number, id: string, accepted: boolean, isMine: boolean): Becomes | null {
  const node = tr.doc.nodeAt(pos);
  const proposal = node && proposalOf(node);
  if (!node || proposal?.id !== id) return null;
  const { to } = proposal;
  if (to === "added" || to === "removed") {
    if ((to === "added") === accepted) tr.setNodeAttribute(pos, "proposal", null);
    else tr.delete(pos, pos + node.nodeSize);
  } else if (!accepted) tr.setNodeAttribute(pos, "proposal", null);
  else if (isMine && isFrame(to)) {
    tr.setNodeAttribute(pos, "proposal", null);
    return to;
  } else if (isMine) {
    const { nodes } = tr.doc.type.schema;
    if (to === "paragraph") tr.setNodeMarkup(pos, nodes.paragraph, { proposal: null });
    else tr.setNodeMarkup(pos, nodes.heading, { level: to === "heading3" ? 3 : 2, proposal: null });
  }
  return null;
}

/** A paragraph that held only the words taken away goes with them, and the list item or frame around it. */
function dropEmpty(tr: Transaction, pos: number): void {
  const $pos = tr.doc.resolve(pos);
  if (!/^(paragraph|heading)$/.test($pos.parent.type.name) || $pos.parent.content.size) return;
  let depth = $pos.depth;
  while (depth > 1 && $pos.node(depth - 1).childCount === 1 && WRAPPERS.has($pos.node(depth - 1).type.name)) depth -= 1;
  if ($pos.node(depth - 1).childCount > 1) tr.delete($pos.before(depth), $pos.after(depth));
}
