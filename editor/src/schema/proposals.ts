import { Extension, Mark } from "@tiptap/core";
import type { Node as PMNode } from "@tiptap/pm/model";
import type { Tone } from "./callout";
import { safeHref } from "./linkPolicy";

/** Who proposes, when, and what belongs together. The names are the stored format, read by the server. */
export interface ProposalAttrs { id: string; person: string; name: string; at: string }

const attributes = () => ({ id: { default: "" }, person: { default: "" }, name: { default: "" }, at: { default: "" } });

// No rule to read them from HTML: what is pasted is never somebody's suggestion.
function proposal(name: "insertion" | "deletion", tag: "ins" | "del") {
  return Mark.create({
    name,
    inclusive: false,
    addAttributes: attributes,
    renderHTML({ mark }) {
      return [tag, { "data-proposal": String(mark.attrs.id), title: String(mark.attrs.name) }, 0];
    },
  });
}

/** A format that is proposed, to be given (`on`) or taken away. Each is a mark of its own, so that both can stand. */
function format(name: "proposedBold" | "proposedItalic") {
  return Mark.create({
    name,
    inclusive: false,
    addAttributes: () => ({ ...attributes(), on: { default: true } }),
    renderHTML({ mark }) {
      return ["span", { "data-format": `${name}${mark.attrs.on ? "" : " off"}`, title: String(mark.attrs.name) }, 0];
    },
  });
}

/** A link that is proposed, to be put on these words or taken off them (no address). */
export const ProposedLink = Mark.create({
  name: "proposedLink",
  inclusive: false,
  addAttributes: () => ({ ...attributes(), href: { default: "" } }),
  renderHTML({ mark }) {
    const href = safeHref(mark.attrs.href);
    return ["span", { "data-format": `proposedLink${href ? "" : " off"}`, title: [mark.attrs.name, href].filter(Boolean).join(" – ") }, 0];
  },
});

export const Insertion = proposal("insertion", "ins");
export const Deletion = proposal("deletion", "del");
export const ProposedBold = format("proposedBold");
export const ProposedItalic = format("proposedItalic");
export const PROPOSALS: readonly string[] = ["insertion", "deletion", "proposedBold", "proposedItalic", "proposedLink"];

/** A callout is proposed with its tone. */
export const CALLOUTS: Record<string, Tone> = { calloutInfo: "info", calloutWarning: "warning", calloutIdea: "idea" };
const FRAMES = ["bulletList", "orderedList", "blockquote", "calloutInfo", "calloutWarning", "calloutIdea", "outside"] as const;
export const BECOMES = ["added", "removed", "paragraph", "heading2", "heading3", ...FRAMES] as const;
export type Becomes = (typeof BECOMES)[number];
/** Whether it is about what stands around a paragraph. */
export const isFrame = (to: unknown): to is (typeof FRAMES)[number] => FRAMES.includes(to as never);
export interface NodeProposal extends ProposalAttrs { to: Becomes }

/** Blocks that are proposed whole. */
export const BLOCKS: readonly string[] = ["figure", "keyFigure", "table"];

/** What is proposed of a whole node: y-tiptap keeps no marks on nodes, so it stands in one attribute. */
export const NodeProposals = Extension.create({
  name: "chemiseNodeProposals",
  addGlobalAttributes() {
    return [{
      types: ["paragraph", "heading", ...BLOCKS],
      attributes: {
        proposal: {
          default: null,
          keepOnSplit: false,
          parseHTML: () => null,
          renderHTML: (attrs) => {
            const read = readProposal(attrs.proposal);
            return read ? { "data-becomes": read.to, title: read.name } : {};
          },
        },
      },
    }];
  },
});

/** The suggestion in an attribute; whatever is no suggestion of ours is none. */
export function readProposal(value: unknown): NodeProposal | null {
  if (typeof value !== "string") return null;
  try {
    const { id, person, name, at, to } = JSON.parse(value) as NodeProposal;
    const words = [id, person, name, at].every((part) => typeof part === "string");
    return words && BECOMES.includes(to) ? { id, person, name, at, to } : null;
  } catch {
    return null;
  }
}

export const proposalOf = (node: PMNode): NodeProposal | null => readProposal(node.attrs.proposal);
