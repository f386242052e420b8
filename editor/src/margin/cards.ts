import type { Lang } from "../data";
import type { Translate } from "../messages";
import { h } from "../ui/dom";
import { initials } from "../ui/people";
import type { CommentLine, Thread } from "./api";
import { Composer, type Named } from "./composer";

export interface CardHost {
  t: Translate;
  lang: Lang;
  people: () => Named[];
  mayComment: () => boolean;
  act: (asked: Record<string, unknown>) => Promise<string | null>;
  go: (threadId: string) => void;
}

export function moment(at: string, lang: Lang): string {
  const when = new Date(at);
  const today = when.toDateString() === new Date().toDateString();
  const day: Intl.DateTimeFormatOptions = today ? {} : { day: "numeric", month: "short" };
  return new Intl.DateTimeFormat(lang === "fr" ? "fr-FR" : "en-GB", { ...day, hour: "2-digit", minute: "2-digit" }).format(when);
}

/** One conversation. The field for an answer is made once, so that what is being typed survives every redraw. */
export class ThreadCard {
  readonly element: HTMLElement;
  private readonly said = h("div", { class: "chemise-said" });
  private readonly answer: Composer;
  private drawn = "";
  private editing: string | null = null;
  private thread: Thread;

  constructor(private readonly host: CardHost, thread: Thread) {
    this.thread = thread;
    const { t } = host;
    this.answer = new Composer({
      t, people: host.people, send: (body, mentions) => host.act({ act: "reply", thread: this.thread.thread_id, body, mentions }),
    }, t("commentReply"), t("commentReply"));
    this.element = h("article", { class: "chemise-card", "data-thread": thread.thread_id, tabindex: -1 }, this.said, this.answer.element);
  }

  update(thread: Thread, standing: string, current: boolean): void {
    this.thread = thread;
    this.element.classList.toggle("is-current", current);
    this.element.classList.toggle("is-resolved", thread.resolved_at !== null);
    this.answer.element.hidden = !this.host.mayComment() || !(current || this.answer.field.value !== "");
    const key = JSON.stringify([thread, standing, this.host.mayComment(), this.editing]);
    if (key === this.drawn) return;
    this.drawn = key;
    this.element.dataset.standing = standing;
    const hadFocus = this.said.contains(document.activeElement);
    this.said.replaceChildren(this.quote(standing), ...thread.comments.map((one) => this.comment(one)), this.actions());
    if (hadFocus) this.element.focus({ preventScroll: true });
  }

  private quote(standing: string): HTMLElement {
    const { t } = this.host;
    const { place, thread_id: id } = this.thread;
    if (!place) return h("p", { class: "chemise-quote-note" }, t("commentWhole"));
    const words = place.quote.replaceAll("\n", " ");
    if (standing === "gone") {
      return h("p", { class: "chemise-quote-gone" }, h("strong", {}, t("commentGone")), " ", h("q", {}, words));
    }
    const button = h("button", { type: "button", class: "chemise-quote", title: t("commentGo"), onclick: () => this.host.go(id) },
      h("q", {}, words));
    if (standing !== "changed") return button;
    return h("div", {}, button, h("p", { class: "chemise-quote-note" }, t("commentChanged")));
  }

  private comment(one: CommentLine): HTMLElement {
    const { t, lang } = this.host;
    const name = one.name || t("commentSomebody");
    const head = h("header", {}, h("span", { class: "chemise-who", "aria-hidden": "true" }, initials(name)),
      h("strong", {}, name), h("time", { datetime: one.at }, moment(one.at, lang) + (one.is_edited ? ` ${t("commentEdited")}` : "")));
    if (one.is_deleted) return h("div", { class: "chemise-comment" }, head, h("p", { class: "chemise-quote-note" }, t("commentDeleted")));
    if (this.editing === one.comment_id) return h("div", { class: "chemise-comment" }, head, this.editor(one));
    const own = h("span", { class: "chemise-own" },
      one.may_edit ? this.link("commentEdit", () => this.edit(one.comment_id)) : null,
      one.may_delete ? this.link("commentDelete", () => void this.host.act({ act: "delete", comment: one.comment_id })) : null);
    return h("div", { class: "chemise-comment" }, head, h("p", { class: "chemise-words" }, ...this.named(one.body)), own);
  }

  /** The words, with the names of people set apart. */
  private named(body: string): (string | HTMLElement)[] {
    const names = this.host.people().map(({ name }) => `@${name}`).filter((name) => body.includes(name));
    if (!names.length) return [body];
    const pattern = new RegExp(`(${names.sort((a, b) => b.length - a.length).map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|")})`);
    return body.split(pattern).map((part) => (names.includes(part) ? h("b", { class: "chemise-named" }, part) : part));
  }

  private editor(one: CommentLine): HTMLElement {
    const { t, people, act } = this.host;
    const stop = () => this.edit(null);
    const composer = new Composer({
      t, people,
      send: async (body, mentions) => {
        const refused = await act({ act: "edit", comment: one.comment_id, body, mentions });
        if (refused === null) stop();
        return refused;
      },
    }, t("commentEdit"), t("commentSave"), stop, one.body);
    queueMicrotask(() => composer.field.focus());
    return composer.element;
  }

  private edit(commentId: string | null): void {
    this.editing = commentId;
    this.update(this.thread, this.element.dataset.standing ?? "", this.element.classList.contains("is-current"));
  }

  private link(key: "commentEdit" | "commentDelete", run: () => void): HTMLElement {
    return h("button", { type: "button", class: "chemise-link", onclick: run }, this.host.t(key));
  }

  private actions(): HTMLElement {
    const { t } = this.host;
    const { thread_id: thread, resolved_at: at, resolved_by: by } = this.thread;
    const settle = (resolved: boolean) => void this.host.act({ act: "settle", thread, resolved });
    const may = this.host.mayComment();
    return h("footer", {},
      at ? h("span", {}, t("commentResolvedBy", { name: by || t("commentSomebody") })) : null,
      may ? h("button", { type: "button", class: "chemise-link", onclick: () => settle(!at) }, t(at ? "commentReopen" : "commentResolve")) : null,
      may && !at ? h("button", { type: "button", class: "chemise-link", onclick: () => this.open() }, t("commentReply")) : null);
  }

  private open(): void {
    this.answer.element.hidden = false;
    this.answer.field.focus();
  }
}
