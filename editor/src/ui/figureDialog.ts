import type { Editor } from "@tiptap/core";
import type { Translate } from "../messages";
import type { FigureAttrs } from "../schema/figure";
import { safePictureSrc } from "../schema/linkPolicy";
import { field, openDialog } from "./dialog";
import { h } from "./dom";
import type { PrintNote } from "./printed";

interface Uploaded { id: string; src: string; width: number; height: number }

async function upload(path: string, file: File, t: Translate): Promise<Uploaded> {
  let response: Response;
  try {
    response = await fetch(path, {
      method: "POST", body: file, credentials: "same-origin",
      headers: { "Content-Type": file.type || "application/octet-stream", "X-Chemise": "1" },
    });
  } catch {
    throw new Error(t("figureUnreachable"));
  }
  const body = (await response.json().catch(() => ({}))) as Partial<Uploaded> & { message?: string };
  if (response.status !== 201) throw new Error(body.message || t("figureFailed"));
  const src = safePictureSrc(body.src);
  if (!src || !body.id) throw new Error(t("figureFailed"));
  return { id: body.id, src, width: Number(body.width) || 0, height: Number(body.height) || 0 };
}

function textFields(t: Translate, attrs: { alt: string; credit: string }) {
  const alt = h("textarea", { rows: 2, required: true, maxlength: 1000 });
  const credit = h("input", { type: "text", autocomplete: "off", maxlength: 300 });
  alt.value = attrs.alt;
  credit.value = attrs.credit;
  return {
    alt, credit,
    elements: [field(t("figureAlt"), alt, t("figureAltHelp")), field(t("figureCredit"), credit, t("figureCreditHelp"))],
  };
}

type Printing = (width: unknown) => PrintNote | null;

/** The preview is drawn from the file itself on a canvas-free path: a data address, which the page's policy allows. */
function preview(box: HTMLElement, file: File, said: HTMLElement, printing: Printing): void {
  const reader = new FileReader();
  reader.onload = () => {
    const img = h("img", { src: String(reader.result), alt: "" });
    img.addEventListener("load", () => tell(said, printing(img.naturalWidth)));
    box.replaceChildren(img);
  };
  tell(said, null);
  reader.readAsDataURL(file);
}

/** A hint and never a refusal: a small picture may be all there is. */
function tell(said: HTMLElement, note: PrintNote | null): void {
  said.textContent = note?.text ?? "";
  said.classList.toggle("is-coarse", note?.coarse ?? false);
}

const printLine = () => h("p", { class: "chemise-figure-print", role: "status" });

/** A new picture: nothing is inserted before it has its alternative text. */
export function openNewFigure(
  root: HTMLElement, editor: Editor, path: string, t: Translate, printing: Printing, dropped?: File,
): void {
  let file = dropped;
  const said = printLine();
  const box = h("div", { class: "chemise-preview" });
  const input = h("input", { type: "file", accept: "image/*" });
  const fields = textFields(t, { alt: "", credit: "" });
  const send = h("button", { type: "submit", class: "chemise-button chemise-primary" }, t("figureInsert"));
  input.addEventListener("change", () => {
    file = input.files?.[0];
    if (file) preview(box, file, said, printing);
  });
  const body = [...(dropped ? [] : [field(t("figureFile"), input)]), box, said, ...fields.elements];
  const parts = openDialog(root, t, t("figureNew"), body, [send], async () => {
    const alt = fields.alt.value.trim();
    if (!file) return void (parts.error.textContent = t("figureChoose"));
    if (!alt) {
      parts.error.textContent = t("figureAltMissing");
      return fields.alt.focus();
    }
    send.disabled = true;
    parts.error.textContent = "";
    try {
      const { id, src, width, height } = await upload(path, file, t);
      parts.close();
      const attrs = { src, picture: id, alt, credit: fields.credit.value.trim(), width, height };
      editor.chain().focus().insertFigure(attrs).run();
    } catch (failure) {
      parts.error.textContent = (failure as Error).message;
      send.disabled = false;
    }
  });
  if (dropped) preview(box, dropped, said, printing);
  (dropped ? fields.alt : input).focus();
}

export function openFigureTexts(
  root: HTMLElement, editor: Editor, attrs: FigureAttrs, pos: number, t: Translate, printing: Printing,
): void {
  const said = printLine();
  tell(said, printing(attrs.width));
  const fields = textFields(t, attrs);
  const src = safePictureSrc(attrs.src);
  const box = h("div", { class: "chemise-preview" }, src ? h("img", { src, alt: "" }) : null);
  const remove = h("button", {
    type: "button", class: "chemise-button",
    onclick: () => {
      parts.close();
      change(editor, attrs, pos, null);
    },
  }, t("figureRemove"));
  const save = h("button", { type: "submit", class: "chemise-button chemise-primary" }, t("figureSave"));
  const parts = openDialog(root, t, t("figureEdit"), [box, said, ...fields.elements], [remove, save], () => {
    const alt = fields.alt.value.trim();
    if (!alt) return void (parts.error.textContent = t("figureAltMissing"));
    if (change(editor, attrs, pos, { alt, credit: fields.credit.value.trim() })) parts.close();
    else parts.error.textContent = t("suggestNot");
  });
  fields.alt.focus();
}

/** Others may have written above meanwhile: the picture is found again by its identity, nearest to where it was. */
function change(editor: Editor, attrs: FigureAttrs, pos: number, texts: { alt: string; credit: string } | null): boolean {
  let at: number | null = null;
  editor.state.doc.descendants((node, here) => {
    const same = node.type.name === "figure" && node.attrs.picture === attrs.picture;
    if (same && (at === null || Math.abs(here - pos) < Math.abs(at - pos))) at = here;
  });
  if (at === null) return true;
  const where: number = at;
  editor.chain().focus().command(({ tr, state }) => {
    const node = state.doc.nodeAt(where)!;
    if (texts) tr.setNodeMarkup(where, undefined, { ...node.attrs, ...texts });
    else tr.delete(where, where + node.nodeSize);
    return true;
  }).run();
  // In suggestion mode a text cannot be proposed: what was typed stays in the form.
  const now = editor.state.doc.nodeAt(where)?.attrs;
  return !texts || (now?.alt === texts.alt && now?.credit === texts.credit);
}
