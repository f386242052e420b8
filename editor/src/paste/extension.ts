import { Extension, type Editor } from "@tiptap/core";
import { Plugin, TextSelection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { completeHref, safeHref } from "../schema/linkPolicy";
import { cleanPasted, isOwn } from "./clean";

/** Above this a paste is refused: about 150 printed pages, and one update must fit in one frame. */
export const LONGEST_PASTE = 300_000;

interface PasteOptions {
  tooLong: (length: number) => void;
  picturesDropped: (count: number) => void;
  picture: (file: File, editor: Editor) => void;
}

function pictureOf(transfer: DataTransfer | null): File | null {
  return [...(transfer?.files ?? [])].find((file) => file.type.startsWith("image/")) ?? null;
}

function hasWords(transfer: DataTransfer): boolean {
  if (transfer.getData("text/plain").trim()) return true;
  const html = transfer.getData("text/html");
  return /\S/.test(html.replace(/<(style|script)[\s\S]*?<\/\1>/gi, "").replace(/<[^>]*>|&nbsp;/g, ""));
}

/** Keeps what comes from elsewhere clean, short enough, and without pictures that would point outside. */
export const Paste = Extension.create<PasteOptions>({
  name: "chemisePaste",
  priority: 2000,

  addOptions() {
    return { tooLong: () => {}, picturesDropped: () => {}, picture: () => {} };
  },

  addProseMirrorPlugins() {
    const { editor, options } = this;
    const guard = (event: Event, transfer: DataTransfer | null): boolean => {
      const length = transfer?.getData("text/plain").length ?? 0;
      if (length <= LONGEST_PASTE) return false;
      event.preventDefault();
      options.tooLong(length);
      return true;
    };
    return [new Plugin({
      props: {
        // Before anything is parsed: a very long paste must not freeze the page just to be refused.
        handleDOMEvents: {
          paste: (_view, event) => guard(event, event.clipboardData),
          drop: (_view, event) => guard(event, event.dataTransfer),
        },
        transformPastedHTML: (html) => {
          if (isOwn(html)) return html;
          const cleaned = cleanPasted(html);
          if (cleaned.droppedPictures) options.picturesDropped(cleaned.droppedPictures);
          return cleaned.html;
        },
        handlePaste: (view, event, slice) => {
          if (slice.content.textBetween(0, slice.content.size, "\n").length > LONGEST_PASTE) {
            options.tooLong(slice.content.size);
            return true;
          }
          const file = pictureOf(event.clipboardData);
          if (file && event.clipboardData && !hasWords(event.clipboardData)) {
            options.picture(file, editor);
            return true;
          }
          return linkSelection(view, event);
        },
        handleDrop: (view, event, _slice, moved) => {
          const file = moved ? null : pictureOf(event.dataTransfer);
          if (!file) return false;
          event.preventDefault();
          const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
          if (at) view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(at.pos))));
          options.picture(file, editor);
          return true;
        },
      },
    })];
  },
});

/** An address pasted over chosen words becomes their link; alone, it becomes a link to itself. */
function linkSelection(view: EditorView, event: ClipboardEvent): boolean {
  const text = event.clipboardData?.getData("text/plain").trim() ?? "";
  if (!/^(https?:\/\/|mailto:)\S+$/i.test(text)) return false;
  const href = safeHref(text) ?? completeHref(text);
  const { state } = view;
  const mark = state.schema.marks.link;
  const { from, to, empty, $from } = state.selection;
  if (!href || !$from.parent.type.allowsMarkType(mark) || !$from.sameParent(state.selection.$to)) return false;
  const tr = empty
    ? state.tr.insertText(text).addMark(from, from + text.length, mark.create({ href }))
    : state.tr.addMark(from, to, mark.create({ href }));
  view.dispatch(tr.removeStoredMark(mark).scrollIntoView());
  return true;
}
