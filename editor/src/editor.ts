import { Editor, type AnyExtension } from "@tiptap/core";
import { Collaboration } from "@tiptap/extension-collaboration";
import { CollaborationCaret } from "@tiptap/extension-collaboration-caret";
import { Dropcursor } from "@tiptap/extensions/drop-cursor";
import { Gapcursor } from "@tiptap/extensions/gap-cursor";
import type { EditorData, FragmentSpec } from "./data";
import type { LiveSession } from "./live/session";
import { Place } from "./live/place";
import { Steady } from "./live/steady";
import type { MessageKey, Translate } from "./messages";
import { Paste } from "./paste/extension";
import { schemaExtensions } from "./schema";
import { Callout, type Tone } from "./schema/callout";
import { Figure, type FigureAttrs } from "./schema/figure";
import { inkOn, safeColor } from "./ui/color";
import { h } from "./ui/dom";
import { Keyboard } from "./ui/keyboard";
import { ParagraphClick } from "./ui/paragraphClick";
import { Hints } from "./ui/placeholder";
import { printNote } from "./ui/printed";

export interface EditorHost {
  t: Translate;
  askLink: () => void;
  editFigure: (attrs: FigureAttrs, pos: number) => void;
  addPicture: (file: File) => void;
  notice: (text: string) => void;
  changed: () => void;
  /** What the margin adds to this editor: highlights and suggestion mode. */
  margin: AnyExtension[];
}

function caret(user: Record<string, unknown>): HTMLElement {
  const color = safeColor(user.color);
  const label = h("span", { class: "chemise-caret-name", style: `background:${color};color:${inkOn(color)}` }, String(user.name ?? ""));
  return h("span", { class: "chemise-caret", style: `border-color:${color}`, contenteditable: "false" }, label);
}

/** The editor of one level, on its own part of the shared document. */
export function makeEditor(
  element: HTMLElement, spec: FragmentSpec, data: EditorData, session: LiveSession, host: EditorHost,
): Editor {
  const { t } = host;
  const tones: Record<Tone, MessageKey> = { info: "calloutInfo", warning: "calloutWarning", idea: "calloutIdea" };
  const own = [
    Callout.configure({ label: (tone) => t(tones[tone]) }),
    Figure.configure({
      onEdit: host.editFigure, editLabel: t("figureEdit"), creditLabel: (credit) => t("figureCreditShown", { credit }),
      printNote: (width) => printNote(width, spec.printed, data.lang, t),
    }),
  ];
  return new Editor({
    element,
    injectCSS: false,
    autofocus: false,
    editable: false,
    enableContentCheck: false,
    editorProps: {
      attributes: {
        role: "textbox", "aria-multiline": "true", "aria-label": spec.label, class: "chemise-text", lang: data.lang,
        spellcheck: "true", "data-fragment": spec.name,
      },
    },
    extensions: [
      ...schemaExtensions(own),
      Collaboration.configure({ fragment: session.doc.getXmlFragment(spec.name) }),
      Steady,
      Place.configure({ session }),
      ParagraphClick,
      CollaborationCaret.configure({ provider: session.provider, user: { ...data.me }, render: caret }),
      Hints.configure({ text: spec.placeholder ?? "", value: t("keyFigureValueHint"), label: t("keyFigureLabelHint") }),
      Dropcursor.configure({ color: false, class: "chemise-dropcursor" }),
      Gapcursor,
      ...host.margin,
      Keyboard.configure({ askLink: host.askLink }),
      Paste.configure({
        tooLong: () => host.notice(t("pasteTooLong")),
        picturesDropped: () => host.notice(t("pastePictures")),
        picture: (file) => host.addPicture(file),
      }),
    ],
    onTransaction: () => host.changed(),
  });
}
