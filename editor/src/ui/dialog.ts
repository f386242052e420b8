import type { Translate } from "../messages";
import { h, uid } from "./dom";

export interface DialogParts { dialog: HTMLDialogElement; form: HTMLFormElement; error: HTMLElement; close: () => void }

/** A modal window on the browser's own <dialog>: focus stays inside, Escape closes, focus comes back after. */
export function openDialog(
  root: HTMLElement, t: Translate, title: string, body: HTMLElement[], actions: HTMLElement[],
  submit: () => void | Promise<void>, closed: () => void = () => {},
): DialogParts {
  const heading = uid("title");
  const error = h("p", { class: "chemise-error", role: "alert" });
  const form = h("form", { method: "dialog", novalidate: true },
    h("h2", { id: heading }, title), ...body, error,
    h("div", { class: "chemise-actions" },
      h("button", { type: "button", class: "chemise-button", onclick: () => dialog.close() }, t("cancel")), ...actions));
  const dialog = h("dialog", { class: "chemise-dialog", "aria-labelledby": heading }, form);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void submit();
  });
  // Streamlit listens for single-letter shortcuts on the page.
  dialog.addEventListener("keydown", (event) => event.stopPropagation());
  dialog.addEventListener("close", () => {
    dialog.remove();
    closed();
  });
  root.append(dialog);
  dialog.showModal();
  return { dialog, form, error, close: () => dialog.close() };
}

export function field(label: string, input: HTMLElement, help?: string): HTMLElement {
  const id = uid("field");
  input.id = id;
  const note = help ? h("small", { id: `${id}-help` }, help) : null;
  if (note) input.setAttribute("aria-describedby", note.id);
  return h("div", { class: "chemise-field" }, h("label", { for: id }, label), input, note);
}
