import { Node } from "@tiptap/core";

export const TONES = ["info", "warning", "idea"] as const;
export type Tone = (typeof TONES)[number];

export function asTone(value: unknown): Tone {
  return TONES.includes(value as Tone) ? (value as Tone) : "info";
}

declare module "@tiptap/core" {
  interface Commands<ReturnType> {
    callout: {
      toggleCallout: (tone: Tone) => ReturnType;
    };
  }
}

/** A boxed remark. The tone is drawn with an icon and a word as well as a colour (see the style sheet). */
export const Callout = Node.create<{ label: (tone: Tone) => string }>({
  name: "callout",
  group: "block",
  content: "block+",
  defining: true,

  addOptions() {
    return { label: (tone: Tone) => tone };
  },

  addAttributes() {
    return {
      tone: {
        default: "info",
        parseHTML: (element) => asTone(element.getAttribute("data-tone")),
      },
    };
  },

  parseHTML() {
    return [{ tag: "div[data-callout]" }];
  },

  renderHTML({ node }) {
    const tone = asTone(node.attrs.tone);
    return ["div", {
      "data-callout": "", "data-tone": tone, role: "note", "aria-label": this.options.label(tone),
    }, 0];
  },

  addCommands() {
    return {
      toggleCallout: (tone) => ({ editor, commands }) => {
        if (editor.isActive("callout", { tone })) return commands.lift("callout");
        if (editor.isActive("callout")) return commands.updateAttributes("callout", { tone });
        return commands.wrapIn("callout", { tone });
      },
    };
  },
});
