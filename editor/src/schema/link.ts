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

/** A link holds one attribute, `href`, always in its stored form (https, http, mailto, fiche:, structure:). */
export const Link = Mark.create({
  name: "link",
  priority: 1000,
  inclusive: false,

  addAttributes() {
    return { href: { default: null } };
  },

  parseHTML() {
    return [{
      tag: "a[href]",
      getAttrs: (element) => {
        const href = hrefFromRendered((element as HTMLElement).getAttribute("href") ?? "");
        return href ? { href } : false;
      },
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
