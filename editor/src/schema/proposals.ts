import { Mark } from "@tiptap/core";

/** Who proposes, when, and which words belong together. The names are the stored format, read by the server. */
export interface ProposalAttrs { id: string; person: string; name: string; at: string }

// No rule to read them from HTML: what is pasted is never somebody's suggestion.
function proposal(name: "insertion" | "deletion", tag: "ins" | "del") {
  return Mark.create({
    name,
    inclusive: false,
    addAttributes: () => ({ id: { default: "" }, person: { default: "" }, name: { default: "" }, at: { default: "" } }),
    renderHTML({ mark }) {
      return [tag, { "data-proposal": String(mark.attrs.id), title: String(mark.attrs.name) }, 0];
    },
  });
}

export const Insertion = proposal("insertion", "ins");
export const Deletion = proposal("deletion", "del");
export const PROPOSALS = ["insertion", "deletion"] as const;
