import type { AnyExtension } from "@tiptap/core";
import Document from "@tiptap/extension-document";
import Paragraph from "@tiptap/extension-paragraph";
import Text from "@tiptap/extension-text";
import Bold from "@tiptap/extension-bold";
import Italic from "@tiptap/extension-italic";
import Heading from "@tiptap/extension-heading";
import Blockquote from "@tiptap/extension-blockquote";
import HardBreak from "@tiptap/extension-hard-break";
import { BulletList } from "@tiptap/extension-list/bullet-list";
import { ListItem } from "@tiptap/extension-list/item";
import { OrderedList } from "@tiptap/extension-list/ordered-list";
import { Callout } from "./callout";
import { Figure } from "./figure";
import { KeyFigure, KeyFigureLabel, KeyFigureValue } from "./keyFigure";
import { Link } from "./link";
import { Deletion, Insertion, NodeProposals, ProposedBold, ProposedItalic, ProposedLink } from "./proposals";
import { tableExtensions } from "./table";

const SimpleOrderedList = OrderedList.extend({
  addAttributes: () => ({
    start: { default: 1, parseHTML: (element: HTMLElement) => Number(element.getAttribute("start")) || 1 },
  }),
});

const TwoHeadings = Heading.extend({
  addAttributes: () => ({ level: { default: 2, rendered: false } }),
  // Level 1 is the fiche's own title, so its shortcut gives the highest level there is here.
  addKeyboardShortcuts() {
    const to = (level: 2 | 3) => () => this.editor.commands.toggleHeading({ level });
    return { "Mod-Alt-1": to(2), "Mod-Alt-2": to(2), "Mod-Alt-3": to(3) };
  },
}).configure({ levels: [2, 3] });

/** The node and mark names are read by the server: changing one changes the stored format. */
export function schemaExtensions(own: AnyExtension[] = [Callout, Figure]): AnyExtension[] {
  return [
    Document, Paragraph, Text, Bold, Italic, Link, Insertion, Deletion, ProposedBold, ProposedItalic, ProposedLink,
    NodeProposals, TwoHeadings,
    BulletList, SimpleOrderedList, ListItem.extend({ content: "paragraph (paragraph | bulletList | orderedList)*" }),
    Blockquote.extend({ content: "(paragraph | bulletList | orderedList)+" }),
    HardBreak, KeyFigure, KeyFigureValue, KeyFigureLabel, ...tableExtensions, ...own,
  ];
}
