import { Node, type NodeViewRendererProps } from "@tiptap/core";
import type { PrintNote } from "../ui/printed";
import { safePictureSrc } from "./linkPolicy";
import { insertBlock } from "./insert";
import { proposalOf } from "./proposals";

export interface FigureAttrs {
  src: string; picture: string; alt: string; credit: string; width: number | null; height: number | null;
}

declare module "@tiptap/core" {
  interface Commands<ReturnType> {
    figure: { insertFigure: (attrs: FigureAttrs) => ReturnType };
  }
}

interface FigureOptions {
  onEdit: (attrs: FigureAttrs, pos: number) => void;
  editLabel: string;
  creditLabel: (credit: string) => string;
  printNote: (width: unknown) => PrintNote | null;
}

const inner = (figure: HTMLElement, name: string) => figure.querySelector("img")?.getAttribute(name) ?? null;

/** An uploaded picture with its alternative text and credit. Only our own paths are accepted or drawn. */
export const Figure = Node.create<FigureOptions>({
  name: "figure",
  group: "block",
  atom: true,
  draggable: true,

  addOptions() {
    return { onEdit: () => {}, editLabel: "", creditLabel: (credit: string) => credit, printNote: () => null };
  },

  addAttributes() {
    const read = (parseHTML: (element: HTMLElement) => unknown, missing: unknown = null) =>
      ({ default: missing, parseHTML });
    return {
      src: read((figure) => safePictureSrc(inner(figure, "src"))),
      picture: read((figure) => figure.getAttribute("data-picture")),
      alt: read((figure) => inner(figure, "alt") ?? "", ""),
      credit: read((figure) => figure.getAttribute("data-credit") ?? "", ""),
      width: read((figure) => Number(inner(figure, "width")) || null),
      height: read((figure) => Number(inner(figure, "height")) || null),
    };
  },

  parseHTML() {
    return [{
      tag: "figure[data-picture]",
      getAttrs: (element) => (safePictureSrc(inner(element, "src")) ? null : false),
    }];
  },

  renderHTML({ node }) {
    const { src, picture, alt, credit, width, height } = node.attrs as FigureAttrs;
    const img: Record<string, unknown> = { src: safePictureSrc(src) ?? "", alt: alt ?? "" };
    if (Number(width) > 0 && Number(height) > 0) Object.assign(img, { width: Number(width), height: Number(height) });
    return ["figure", { "data-picture": picture ?? "", "data-credit": credit ?? "" }, ["img", img]];
  },

  addNodeView() {
    return (props) => figureView(props, this.options);
  },

  addCommands() {
    return {
      insertFigure: (attrs) => (props) => insertBlock(props, (schema) => schema.nodes.figure.create(attrs), 0),
    };
  },

  addKeyboardShortcuts() {
    return {
      Enter: ({ editor }) => {
        const { selection } = editor.state;
        const node = "node" in selection ? (selection as { node: { type: { name: string }; attrs: unknown } }).node : null;
        if (node?.type.name !== "figure") return false;
        this.options.onEdit(node.attrs as FigureAttrs, selection.from);
        return true;
      },
    };
  },
});

function figureView({ node, getPos, editor }: NodeViewRendererProps, options: FigureOptions) {
  const dom = document.createElement("figure");
  const img = document.createElement("img");
  const caption = document.createElement("figcaption");
  const print = document.createElement("p");
  print.className = "chemise-figure-print";
  const edit = document.createElement("button");
  edit.type = "button";
  edit.className = "chemise-figure-edit";
  edit.textContent = options.editLabel;
  let current = node;
  edit.addEventListener("click", () => {
    const pos = typeof getPos === "function" ? getPos() : undefined;
    if (pos !== undefined && editor.isEditable) options.onEdit(current.attrs as FigureAttrs, pos);
  });
  const draw = () => {
    const { src, alt, credit, width, height } = current.attrs as FigureAttrs;
    const safe = safePictureSrc(src);
    if (safe && img.getAttribute("src") !== safe) img.setAttribute("src", safe);
    img.alt = String(alt ?? "");
    img.loading = "lazy";
    if (Number(width) > 0) img.width = Number(width);
    if (Number(height) > 0) img.height = Number(height);
    caption.textContent = credit ? options.creditLabel(String(credit)) : "";
    caption.hidden = !credit;
    const note = options.printNote(width);
    print.textContent = note?.text ?? "";
    const proposal = proposalOf(current);
    if (proposal) Object.assign(dom.dataset, { becomes: proposal.to });
    else delete dom.dataset.becomes;
    dom.title = proposal?.name ?? "";
    print.hidden = !note;
    print.classList.toggle("is-coarse", note?.coarse ?? false);
  };
  draw();
  dom.append(img, caption, print, edit);
  return {
    dom,
    update: (updated: typeof node) => {
      if (updated.type !== current.type) return false;
      current = updated;
      draw();
      return true;
    },
    stopEvent: (event: Event) => edit.contains(event.target as globalThis.Node),
    ignoreMutation: () => true,
  };
}
