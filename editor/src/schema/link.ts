import { Mark, mergeAttributes } from "@tiptap/core";
import { hrefFromRendered, isInternal, renderedHref, safeHref } from "./linkPolicy";

declare module "@tiptap/core" {
  interface Commands<ReturnType> {
    chemiseLink: {
      setLink: (href: string) => ReturnType;
      unsetLink: () => ReturnType;
    };
  }
}

function hrefOf(element: HTMLElement): string | null {
  return hrefFromRendered(element.getAttribute("href") ?? "");
}

/** A link holds one attribute, `href`, always in its stored form (https, http, mailto, fiche:, structure:). */
export const Link = Mark.create({
  name: "link",
  priority: 1000,
  inclusive: false,

  addAttributes() {
    // The library reads the raw attribute by itself unless it is told how.
    return { href: { default: null, parseHTML: (element: HTMLElement) => hrefOf(element) } };
  },

  parseHTML() {
    return [{
      tag: "a[href]",
      getAttrs: (element) => (hrefOf(element as HTMLElement) ? null : false),
    }];
  },

  renderHTML({ HTMLAttributes }) {
    const href = safeHref(HTMLAttributes.href);
    // Somebody else's copy of the document may hold anything: a refused address is drawn as plain text.
    if (!href) return ["span", { class: "chemise-dead-link" }, 0];
    const shown = { href: renderedHref(href), "data-href": href };
    const away = isInternal(href) ? {} : { target: "_blank", rel: "noopener noreferrer nofollow" };
    return ["a", mergeAttributes(shown, away), 0];
  },

  addCommands() {
    return {
      setLink: (href) => ({ chain }) => {
        const safe = safeHref(href);
        return safe ? chain().extendMarkRange("link").setMark("link", { href: safe }).run() : false;
      },
      unsetLink: () => ({ chain }) => chain().extendMarkRange("link").unsetMark("link").run(),
    };
  },
});
