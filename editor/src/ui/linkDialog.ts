import type { Editor } from "@tiptap/core";
import type { EditorData, Target } from "../data";
import type { Translate } from "../messages";
import { completeHref } from "../schema/linkPolicy";
import { field, openDialog } from "./dialog";
import { h, uid } from "./dom";

type Kind = "web" | "fiche" | "structure";
const LONGEST_LIST = 50;

/** One question, three kinds of answer: a web address, a fiche, a structure. In suggestion mode, of what is proposed. */
export function openLinkDialog(root: HTMLElement, editor: Editor, data: EditorData, t: Translate, suggesting = false): void {
  const proposed = suggesting ? String(editor.getAttributes("proposedLink").href ?? "") : "";
  const current = proposed || String(editor.getAttributes("link").href ?? "");
  let kind: Kind = /^(fiche|structure):/.test(current) ? (current.split(":")[0] as Kind) : "web";
  let target = kind === "web" ? "" : current.split(":")[1];
  const web = h("input", { type: "text", inputmode: "url", autocomplete: "off", placeholder: "https://" });
  web.value = kind === "web" ? current : "";
  const webField = field(t("linkAddress"), web, t("linkAddressHelp"));
  const picker = targetPicker(t, () => (kind === "fiche" ? data.links.fiches : data.links.structures),
    () => target, (id) => { target = id; });
  const show = () => {
    webField.hidden = kind !== "web";
    picker.element.hidden = kind === "web";
    if (kind !== "web") picker.draw();
  };
  const choices = kindChoices(t, kind, (next) => {
    kind = next;
    target = "";
    show();
  });
  const actions = [h("button", { type: "submit", class: "chemise-button chemise-primary" }, t("linkApply"))];
  if (current) {
    actions.unshift(h("button", {
      type: "button", class: "chemise-button",
      onclick: () => { parts.close(); removeLink(editor, proposed); },
    }, t("linkRemove")));
  }
  const parts = openDialog(root, t, t("link"), [choices, webField, picker.element], actions, () => {
    const href = kind === "web" ? completeHref(web.value) : target ? `${kind}:${target}` : null;
    if (!href) {
      parts.error.textContent = kind === "web" ? t("linkRefused") : t("linkChoose");
      return;
    }
    parts.close();
    applyLink(editor, href, kind === "web" ? web.value.trim() : picker.title(target), proposed);
  });
  show();
  (kind === "web" ? web : picker.search).focus();
}

/** Taking a proposed link away takes the proposal back; what the words link to already stays. */
export function removeLink(editor: Editor, proposed: string): void {
  const chain = editor.chain().focus();
  if (proposed) chain.extendMarkRange("proposedLink").unsetMark("proposedLink").run();
  else chain.unsetLink().run();
}

export function applyLink(editor: Editor, href: string, title: string, proposed: string): void {
  const chain = editor.chain().focus();
  if (proposed) chain.extendMarkRange("proposedLink").setMark("link", { href }).run();
  else if (editor.state.selection.empty && !editor.isActive("link")) {
    chain.insertContent({ type: "text", text: title, marks: [{ type: "link", attrs: { href } }] }).run();
  } else chain.setLink(href).run();
}

function kindChoices(t: Translate, chosen: Kind, pick: (kind: Kind) => void): HTMLElement {
  const name = uid("kind");
  const labels: [Kind, string][] = [["web", t("linkWeb")], ["fiche", t("linkFiche")], ["structure", t("linkStructure")]];
  return h("fieldset", { class: "chemise-choices" }, h("legend", { class: "chemise-hidden" }, t("linkKind")),
    ...labels.map(([kind, label]) => h("label", {},
      h("input", { type: "radio", name, value: kind, checked: kind === chosen, onchange: () => pick(kind) }),
      h("span", {}, label))));
}

/** A search field over a list of radio buttons: arrow keys and screen readers work as they do everywhere. */
function targetPicker(t: Translate, targets: () => Target[], chosen: () => string, pick: (id: string) => void) {
  const search = h("input", { type: "search", autocomplete: "off" });
  const list = h("div", { class: "chemise-targets", role: "radiogroup", "aria-label": t("linkResults") });
  const name = uid("target");
  const fold = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const draw = () => {
    const wanted = fold(search.value);
    const found = targets().filter((target) => fold(target.title).includes(wanted));
    list.replaceChildren(...found.slice(0, LONGEST_LIST).map((target) => h("label", {},
      h("input", {
        type: "radio", name, value: target.id, checked: target.id === chosen(), onchange: () => pick(target.id),
      }),
      h("span", {}, target.title))));
    if (!found.length) list.append(h("p", {}, t("linkNothing")));
  };
  search.addEventListener("input", draw);
  const element = h("div", {}, field(t("linkSearch"), search), list);
  const title = (id: string) => targets().find((target) => target.id === id)?.title ?? "";
  return { element, search, draw, title };
}
