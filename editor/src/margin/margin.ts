import type { AnyExtension, Editor } from "@tiptap/core";
import type { EditorData } from "../data";
import type { LiveSession } from "../live/session";
import type { MessageKey, Translate } from "../messages";
import { CALLOUTS } from "../schema/proposals";
import { carryOut, type Change, type Outcome, type Suggestion, suggestionsIn } from "../suggest/list";
import { SuggestionMode } from "../suggest/track";
import { h, keys, uid } from "../ui/dom";
import { icon, type IconName } from "../ui/icons";
import type { Tabs } from "../ui/tabs";
import { act, type MarginData, readMargin, type Ruling, type Thread } from "./api";
import { type CardHost, moment, ThreadCard } from "./cards";
import { Composer } from "./composer";
import { highlightAt, Highlights, redraw } from "./highlights";
import { type Place, Reader } from "./reading";

const POLL = 60_000;
const WIDE = 780;
const SAVE_PATIENCE = 6000;
const LATE = 300;
const EMPTY: MarginData = { threads: [], people: [], may_comment: false, may_decide: false };

interface Host {
  root: HTMLElement; t: Translate; tabs: Tabs; session: LiveSession; data: () => EditorData; editors: () => Editor[];
  notice: (text: string) => void; changed: () => void;
}

/** Comments and suggestions beside the text: a column where there is room, a sheet from below on a phone. */
export class Margin {
  readonly element: HTMLElement;
  readonly buttons: HTMLButtonElement[];
  private margin = EMPTY;
  private readers: Reader[] = [];
  private readonly cards = new Map<string, ThreadCard>();
  private readonly list = h("div", { class: "chemise-threads" });
  private readonly proposals = h("div", { class: "chemise-proposals" });
  private readonly fresh = h("div", { class: "chemise-fresh" });
  private readonly body = h("div", { class: "chemise-margin-body" });
  private readonly title: HTMLElement;
  private readonly resolved: HTMLInputElement;
  private readonly count = h("span", { class: "chemise-count", "aria-hidden": "true" });
  private current: string | null = null;
  private suggesting = false;
  private isOpen = false;
  private drawn = "";
  private asking: Promise<void> | null = null;
  private again = false;
  private late: ReturnType<typeof setTimeout> | null = null;
  private readonly following = new Set<string>();
  private readonly width: ResizeObserver;
  private readonly timer: ReturnType<typeof setInterval>;
  private back: HTMLElement | null = null;

  constructor(private readonly host: Host) {
    const { t } = host;
    const heading = uid("margin");
    this.title = h("h2", { id: heading, tabindex: -1 }, t("margin"));
    const close = h("button", { type: "button", class: "chemise-close", "aria-label": t("marginClose"), onclick: () => this.toggle(false) }, icon("close"));
    this.resolved = h("input", { type: "checkbox", id: uid("resolved"), onchange: () => this.draw() });
    const shown = h("label", { class: "chemise-resolved", for: this.resolved.id }, this.resolved, t("marginResolved"));
    this.element = h("aside", { class: "chemise-margin", "aria-labelledby": heading, hidden: true },
      h("header", { class: "chemise-margin-head" }, this.title, close),
      this.body);
    this.body.append(this.fresh, this.proposals, this.list, shown);
    this.element.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !event.defaultPrevented) this.toggle(false);
      event.stopPropagation();
    });
    const exists = Boolean(host.data().comments_path);
    this.buttons = exists ? [
      this.button("comment", "comment", () => this.comment(), "Mod-Alt-M"),
      this.button("suggest", "suggestMode", () => this.suggest(!this.suggesting)),
      this.button("margin", "margin", () => this.toggle(!this.isOpen)),
    ] : [];
    this.buttons[2]?.append(this.count);
    this.width = new ResizeObserver(() => host.root.classList.toggle("is-wide", host.root.clientWidth >= WIDE));
    this.timer = setInterval(() => !document.hidden && void this.load(), POLL);
  }

  private button(name: IconName, label: MessageKey, run: () => void, combo = ""): HTMLButtonElement {
    const word = this.host.t(label);
    const title = combo ? `${word} (${keys(combo, this.host.t("shiftKey"))})` : word;
    return h("button", { type: "button", title, "aria-label": word, "data-tool": label, onclick: run }, icon(name));
  }

  /** The editors exist now. */
  start(): void {
    const { host } = this;
    const { panels } = host.tabs;
    panels[panels.length - 1].after(this.element);
    this.width.observe(host.root);
    if (!this.buttons.length) return;
    this.readers = host.data().fragments.map(({ name }, index) => {
      const { nodes } = host.editors()[index].schema;
      return new Reader(host.session.doc.getXmlFragment(name), (node) => nodes[node]?.isLeaf ?? false);
    });
    host.session.commentsChanged = () => void this.load();
    host.session.provider.on("sync", (synced: boolean) => synced && void this.load());
    void this.load();
  }

  extensions(index: number): AnyExtension[] {
    return [
      Highlights.configure({
        now: (size) => this.highlights(index, size), pick: (id) => this.show(id, true), comment: () => this.comment(),
      }),
      SuggestionMode.configure({
        on: () => this.suggesting,
        refused: (why) => this.host.notice(this.host.t(why === "taken" ? "suggestTaken" : "suggestNot")),
        author: () => ({ person: this.host.data().me.person_id, name: this.host.data().me.name }),
      }),
    ];
  }

  /** Positions of the open threads of one fragment; null while the editor and the document are not at one. */
  private highlights(index: number, size: number) {
    const reading = this.readers[index]?.read();
    if (!reading || reading.size !== size) {
      // The words are on their way from one to the other: looked up again in a moment.
      this.late ??= setTimeout(() => {
        this.late = null;
        this.redrawAll();
      }, LATE);
      return null;
    }
    const name = this.host.data().fragments[index].name;
    return this.margin.threads.flatMap((thread) => {
      if (thread.resolved_at || thread.place?.fragment !== name) return [];
      const found = reading.find(thread.place);
      return found ? [{ id: thread.thread_id, from: found.from, to: found.to, current: thread.thread_id === this.current }] : [];
    });
  }

  /** Whoever waits for this sees at least what the server held when they asked. */
  private load(): Promise<void> {
    this.again = this.asking !== null;
    this.asking ??= this.fetch().finally(() => { this.asking = null; });
    return this.asking;
  }

  private async fetch(): Promise<void> {
    const path = this.host.data().comments_path;
    if (!path) return;
    let found: MarginData | null;
    do {
      this.again = false;
      found = await readMargin(path);
    } while (this.again);
    if (!found) return;
    this.margin = found;
    if (found.threads.some((one) => one.awaits_me) && !this.isOpen && this.host.root.classList.contains("is-wide")) this.toggle(true, false);
    this.seen();
    this.redrawAll();
  }

  private seen(): void {
    if (this.isOpen && this.margin.threads.some((one) => one.awaits_me)) void this.send({ act: "see" });
  }

  private redrawAll(): void {
    for (const editor of this.host.editors()) editor.view.dispatch(redraw(editor.state.tr));
    this.drawn = "";
    this.refresh();
  }

  /** Once a frame at most, after anything changed. */
  refresh(): void {
    if (!this.buttons.length) return;
    const [comment, suggest, margin] = this.buttons;
    const editable = this.host.session.editable;
    if (this.suggesting && !editable) this.suggest(false);
    comment.setAttribute("aria-disabled", String(!this.margin.may_comment));
    suggest.setAttribute("aria-disabled", String(!editable));
    suggest.setAttribute("aria-pressed", String(this.suggesting));
    suggest.classList.toggle("is-active", this.suggesting);
    margin.setAttribute("aria-expanded", String(this.isOpen));
    margin.classList.toggle("is-active", this.isOpen);
    this.host.root.classList.toggle("is-suggesting", this.suggesting);
    this.draw();
  }

  private standing(thread: Thread): { standing: string; order: number } {
    if (!thread.place) return { standing: "whole", order: -1 };
    const index = this.host.data().fragments.findIndex(({ name }) => name === thread.place!.fragment);
    const reading = this.readers[index]?.read();
    const found = reading?.find(thread.place);
    if (found?.byWords && reading) this.follow(thread, reading.passage(thread.place.fragment, found.from, found.to));
    const order = index * 1e9 + (found ? found.from : 9e8);
    // Before the text has arrived, the server's word.
    if (!this.host.session.ready) return { standing: thread.standing, order };
    return { standing: found ? found.standing : "gone", order };
  }

  /** Found by its words: whoever sees it first holds it on to their new characters, once these are stored. */
  private follow(thread: Thread, place: Place | null): void {
    const key = thread.thread_id + JSON.stringify(place?.runs);
    if (!place || place.quote !== thread.place?.quote || !this.margin.may_comment || this.following.has(key)) return;
    if (this.host.session.state !== "saved") return;
    this.following.add(key);
    void this.send({ act: "follow", thread: thread.thread_id, place });
  }

  private draw(): void {
    const { t } = this.host;
    const suggestions = this.host.editors().flatMap((editor, index) => suggestionsIn(editor.state.doc).map((one) => ({ ...one, index })));
    const threads = this.margin.threads.map((thread) => ({ thread, ...this.standing(thread) })).sort((a, b) => a.order - b.order);
    const open = threads.filter(({ thread }) => !thread.resolved_at);
    const waiting = open.length + suggestions.length;
    this.count.textContent = waiting ? String(waiting) : "";
    this.buttons[2].setAttribute("aria-label", waiting ? t("marginCount", { count: waiting }) : t("margin"));
    this.buttons[2].classList.toggle("is-awaiting", threads.some(({ thread }) => thread.awaits_me));
    if (!this.isOpen) return;
    const shown = threads.filter(({ thread }) => this.resolved.checked || !thread.resolved_at);
    const able = this.margin.may_decide && this.host.session.editable;
    const key = JSON.stringify([shown, suggestions, this.current, able, this.margin.people, this.margin.may_comment]);
    if (key === this.drawn) return;
    this.drawn = key;
    this.drawSuggestions(suggestions, able);
    for (const { thread, standing } of threads) this.card(thread).update(thread, standing, thread.thread_id === this.current);
    const elements = shown.map(({ thread }) => this.card(thread).element);
    const same = elements.length === this.list.childElementCount && elements.every((one, at) => this.list.children[at] === one);
    // Moving the card being written in would take the focus away.
    if (!same && !this.list.querySelector("textarea:focus")) this.list.replaceChildren(...elements);
    for (const id of this.cards.keys()) if (!threads.some(({ thread }) => thread.thread_id === id)) this.cards.delete(id);
    if (!shown.length && !suggestions.length) {
      this.list.replaceChildren(h("p", { class: "chemise-quote-note" }, t(this.margin.may_comment ? "marginEmpty" : "marginEmptyReader")));
    }
  }

  private card(thread: Thread): ThreadCard {
    let card = this.cards.get(thread.thread_id);
    if (!card) {
      const host: CardHost = {
        t: this.host.t, lang: this.host.data().lang, people: () => this.margin.people, mayComment: () => this.margin.may_comment,
        act: (asked) => this.send(asked), go: (id) => this.show(id, false),
      };
      card = new ThreadCard(host, thread);
      card.element.addEventListener("focusin", () => this.choose(thread.thread_id));
      this.cards.set(thread.thread_id, card);
    }
    return card;
  }

  private choose(id: string | null): void {
    if (this.current === id) return;
    this.current = id;
    this.redrawAll();
  }

  /** Goes to a thread: its card when it was picked in the text, its words when it was picked in the list. */
  private show(id: string, fromText: boolean): void {
    this.choose(id);
    if (fromText) {
      // On a phone the sheet would cover the words that somebody is about to change.
      if (!this.isOpen && this.host.root.classList.contains("is-wide")) this.toggle(true, false);
      this.reveal(id);
      return;
    }
    const place = this.margin.threads.find((one) => one.thread_id === id)?.place;
    const index = this.host.data().fragments.findIndex(({ name }) => name === place?.fragment);
    const found = place && this.readers[index]?.read().find(place);
    if (found) this.goTo(index, found.from, found.to);
  }

  /** Scrolls the list and never the page: the text stays under the pointer. */
  private reveal(id: string): void {
    const card = this.cards.get(id)?.element;
    if (!this.isOpen || !card) return;
    const top = card.offsetTop - this.body.offsetTop;
    if (top < this.body.scrollTop || top + card.offsetHeight > this.body.scrollTop + this.body.clientHeight) this.body.scrollTop = top - 8;
  }

  private goTo(index: number, from: number, to: number): void {
    this.host.tabs.choose(index);
    const editor = this.host.editors()[index];
    if (!this.host.root.classList.contains("is-wide")) this.toggle(false);
    editor.chain().setTextSelection({ from, to }).focus(undefined, { scrollIntoView: false }).run();
    const { node } = editor.view.domAtPos(from);
    (node instanceof Element ? node : node.parentElement)?.scrollIntoView({ block: "center" });
  }

  private drawSuggestions(all: (Suggestion & { index: number })[], able: boolean): void {
    const { t } = this.host;
    const lang = this.host.data().lang;
    const decide = (ids: string[], outcome: Outcome) => void this.decide(ids, outcome);
    const cards = all.map((one) => h("article", { class: "chemise-card chemise-proposal", "data-suggestion": one.id },
      h("button", { type: "button", class: "chemise-quote", title: t("commentGo"), onclick: () => this.goTo(one.index, one.from, one.to) },
        one.removed ? h("del", {}, one.removed) : null, one.added ? h("ins", {}, one.added) : null,
        ...one.changes.map((change) => h("span", { class: "chemise-change" }, h("strong", {}, this.nameOf(change)), " ", change.words))),
      h("p", { class: "chemise-quote-note" }, t("suggestBy", { name: one.name, date: moment(one.at, lang) })),
      able ? h("footer", {},
        h("button", { type: "button", class: "chemise-button", onclick: () => decide([one.id], "accepted") }, t("suggestAccept")),
        h("button", { type: "button", class: "chemise-button", onclick: () => decide([one.id], "rejected") }, t("suggestReject"))) : null));
    const authors = [...new Map(all.map((one) => [one.person, one.name]))].map(([person, name]) => {
      const ids = all.filter((one) => one.person === person).map(({ id }) => id);
      return ids.length < 2 || !able ? null : h("p", { class: "chemise-all" }, t("suggestAll", { name, count: ids.length }),
        h("button", { type: "button", class: "chemise-link", onclick: () => decide(ids, "accepted") }, t("suggestAcceptAll")),
        h("button", { type: "button", class: "chemise-link", onclick: () => decide(ids, "rejected") }, t("suggestRejectAll")));
    });
    this.proposals.replaceChildren(...[all.length ? h("h3", {}, t("suggestions")) : null, ...authors, ...cards]
      .filter((one): one is NonNullable<typeof one> => one !== null));
  }

  private nameOf({ becomes, node, href }: Change): string {
    const { t } = this.host;
    const names: Record<Exclude<Change["becomes"], "added" | "removed">, MessageKey> = {
      bold: "changeBold", plainBold: "changePlainBold", italic: "changeItalic", plainItalic: "changePlainItalic",
      paragraph: "changeParagraph", heading2: "changeHeading2", heading3: "changeHeading3", link: "changeLink", plainLink: "changePlainLink",
      bulletList: "changeBulletList", orderedList: "changeOrderedList", blockquote: "changeQuote", outside: "changeOutside",
      calloutInfo: "changeCallout", calloutWarning: "changeCallout", calloutIdea: "changeCallout",
    };
    if (becomes === "link") return t("changeLink", { where: this.whereTo(href ?? "") });
    if (becomes in CALLOUTS) return t("changeCallout", { tone: t(becomes as MessageKey) });
    if (becomes !== "added" && becomes !== "removed") return t(names[becomes]);
    const what = t(node === "keyFigure" ? "keyFigure" : node === "table" ? "table" : "figureNew");
    return t(becomes === "added" ? "changeAdded" : "changeRemoved", { what });
  }

  /** A fiche or a structure by its name, anything else by its address. */
  private whereTo(href: string): string {
    const { fiches, structures } = this.host.data().links;
    return [...fiches, ...structures].find(({ id }) => href.endsWith(`:${id}`))?.title ?? href;
  }

  get isSuggesting(): boolean {
    return this.suggesting;
  }

  /** The server says what stands for each, so that two who decide at the same time do the same thing. */
  private async decide(ids: string[], outcome: Outcome): Promise<void> {
    const { t, data } = this.host;
    const answer = await act<{ rulings: Ruling[] }>(data().comments_path!, { act: "decide", suggestions: ids, outcome }, t("marginUnreachable"));
    if (!answer.ok) return this.host.notice(answer.message);
    const outcomes = new Map(answer.value.rulings.map((one) => [one.suggestion_id, one.outcome]));
    const mine = new Set(answer.value.rulings.filter((one) => one.is_mine).map((one) => one.suggestion_id));
    for (const editor of this.host.editors()) {
      const tr = carryOut(editor.state, outcomes, (id) => mine.has(id));
      if (tr) editor.view.dispatch(tr);
    }
    const other = answer.value.rulings.find((one) => !one.is_mine);
    if (other) this.host.notice(t(other.outcome === "accepted" ? "suggestAlreadyAccepted" : "suggestAlreadyRejected", { name: other.by }));
    this.title.focus({ preventScroll: true });
  }

  private suggest(on: boolean): void {
    if (on && !this.host.session.editable) return;
    this.suggesting = on;
    if (on) this.host.notice(this.host.t("suggestOn"));
    this.host.changed();
  }

  private toggle(open: boolean, focus = true): void {
    const { activeElement } = document;
    if (open && !this.isOpen) this.back = activeElement === document.body ? null : activeElement as HTMLElement | null;
    this.isOpen = open;
    this.element.hidden = !open;
    this.host.root.classList.toggle("has-margin", open);
    this.drawn = "";
    this.refresh();
    if (open) this.seen();
    if (open && this.current) this.reveal(this.current);
    if (open && focus) this.title.focus({ preventScroll: true });
    if (!open) {
      this.fresh.replaceChildren();
      this.choose(null);
      if (focus) (this.back?.isConnected ? this.back : this.buttons[2])?.focus({ preventScroll: true });
    }
  }

  /** A new conversation on what is selected; the one under the cursor when nothing is; else on the whole text. */
  private comment(): void {
    if (!this.margin.may_comment) return;
    const index = this.host.tabs.active();
    const { state } = this.host.editors()[index];
    const { from, to, empty } = state.selection;
    const under = empty ? highlightAt(state, from) : null;
    if (under) return this.show(under, true);
    const place = empty ? null : this.readers[index].read().passage(this.host.data().fragments[index].name, from, to);
    this.toggle(true, false);
    const { t } = this.host;
    const composer = new Composer({
      t, people: () => this.margin.people,
      send: async (body, mentions) => {
        const refused = await this.post(body, mentions, place);
        if (refused !== null) return refused;
        this.fresh.replaceChildren();
        // The list just received holds the new thread last.
        const made = this.margin.threads[this.margin.threads.length - 1];
        if (made) this.cards.get(made.thread_id)?.element.focus();
        return null;
      },
    }, t("commentWrite"), t("commentPost"), () => this.fresh.replaceChildren());
    this.fresh.replaceChildren(h("article", { class: "chemise-card is-current" },
      place ? h("p", { class: "chemise-quote" }, h("q", {}, place.quote.replaceAll("\n", " ")))
        : h("p", { class: "chemise-quote-note" }, t("commentWhole")),
      composer.element));
    composer.field.focus();
  }

  /** The server reads the passage in what is stored, so words just typed are waited for. */
  private async post(body: string, mentions: string[], place: Place | null): Promise<string | null> {
    const until = Date.now() + SAVE_PATIENCE;
    while (place && this.host.session.state === "sending" && Date.now() < until) await new Promise((done) => setTimeout(done, 100));
    return this.send({ act: "open", body, mentions, place });
  }

  private async send(asked: Record<string, unknown>): Promise<string | null> {
    const answer = await act(this.host.data().comments_path!, asked, this.host.t("marginUnreachable"));
    if (!answer.ok) {
      if (asked.act !== "open" && asked.act !== "reply" && asked.act !== "edit" && asked.act !== "follow") this.host.notice(answer.message);
      return answer.message;
    }
    await this.load();
    return null;
  }

  destroy(): void {
    clearInterval(this.timer);
    if (this.late) clearTimeout(this.late);
    this.width.disconnect();
    this.readers.forEach((reader) => reader.destroy());
  }
}
