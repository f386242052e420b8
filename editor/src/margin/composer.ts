import type { Translate } from "../messages";
import { h, uid } from "../ui/dom";

export interface Named { person_id: string; name: string }
interface Host { t: Translate; people: () => Named[]; send: (body: string, mentions: string[]) => Promise<string | null> }

const SHOWN = 6;

/** A field for a comment, where @ names people of the group. The words stay until they have arrived. */
export class Composer {
  readonly element: HTMLElement;
  readonly field: HTMLTextAreaElement;
  private readonly list: HTMLElement;
  private readonly error: HTMLElement;
  private readonly sendButton: HTMLButtonElement;
  private found: Named[] = [];
  private chosen = 0;

  constructor(private readonly host: Host, label: string, send: string, cancel: (() => void) | null = null, body = "") {
    const { t } = host;
    const listId = uid("names");
    this.field = h("textarea", {
      rows: 2, "aria-label": label, placeholder: label, maxlength: 4000, "aria-autocomplete": "list", "aria-controls": listId,
    });
    this.field.value = body;
    this.list = h("ul", { class: "chemise-names", role: "listbox", id: listId, "aria-label": t("mentionList"), hidden: true });
    this.error = h("p", { class: "chemise-error", role: "alert" });
    this.sendButton = h("button", { type: "submit", class: "chemise-button chemise-primary" }, send);
    const actions = h("div", { class: "chemise-actions" },
      cancel ? h("button", { type: "button", class: "chemise-button", onclick: cancel }, t("cancel")) : null, this.sendButton);
    this.element = h("form", { class: "chemise-composer", novalidate: true, onsubmit: (event: Event) => void this.submit(event) },
      this.field, this.list, h("small", {}, t("mentionHint")), this.error, actions);
    this.field.addEventListener("input", () => this.look());
    this.field.addEventListener("blur", () => setTimeout(() => this.hide(), 150));
    this.field.addEventListener("keydown", (event) => this.onKey(event));
  }

  private async submit(event: Event): Promise<void> {
    event.preventDefault();
    this.hide();
    const body = this.field.value.trim();
    if (!body) {
      this.error.textContent = this.host.t("commentEmpty");
      this.field.focus();
      return;
    }
    this.sendButton.disabled = true;
    const mentions = this.host.people().filter(({ name }) => body.includes(`@${name}`)).map(({ person_id: id }) => id);
    const refused = await this.host.send(body, mentions);
    this.sendButton.disabled = false;
    this.error.textContent = refused ?? "";
    if (refused === null) this.field.value = "";
  }

  /** The name begun before the caret, after an @. */
  private begun(): { start: number; letters: string } | null {
    const before = this.field.value.slice(0, this.field.selectionStart);
    const match = /(?:^|[\s(«])@([\p{L}\p{N}.’'-]{0,30}(?: [\p{L}\p{N}.’'-]{0,30})?)$/u.exec(before);
    return match ? { start: before.length - match[1].length - 1, letters: match[1] } : null;
  }

  private look(): void {
    const begun = this.begun();
    const wanted = fold(begun?.letters ?? "");
    this.found = begun
      ? this.host.people().filter(({ name }) => fold(name).startsWith(wanted) || fold(name).includes(` ${wanted}`)).slice(0, SHOWN)
      : [];
    this.chosen = 0;
    this.draw();
  }

  private draw(): void {
    const prefix = this.list.id;
    this.list.hidden = !this.found.length;
    this.list.replaceChildren(...this.found.map((one, index) => h("li", {
      role: "option", id: `${prefix}-${index}`, "aria-selected": String(index === this.chosen),
      onmousedown: (event: Event) => {
        event.preventDefault();
        this.pick(one);
      },
    }, one.name)));
    if (this.found.length) this.field.setAttribute("aria-activedescendant", `${prefix}-${this.chosen}`);
    else this.field.removeAttribute("aria-activedescendant");
  }

  private hide(): void {
    this.found = [];
    this.draw();
  }

  private pick(one: Named): void {
    const begun = this.begun();
    if (begun) this.field.setRangeText(`@${one.name} `, begun.start, this.field.selectionStart, "end");
    this.hide();
    this.field.focus();
  }

  private onKey(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) return void this.submit(event);
    if (!this.found.length) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) this.chosen = (this.chosen + step + this.found.length) % this.found.length;
    else if (event.key === "Enter" || event.key === "Tab") this.pick(this.found[this.chosen]);
    else if (event.key === "Escape") this.hide();
    else return;
    event.preventDefault();
    this.draw();
  }
}

function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();
}
