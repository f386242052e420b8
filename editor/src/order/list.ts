import { Drag } from "./drag";

export interface Line { id: string; text: string; note: string }
export interface Act { n: number; kind: "choose" | "move" | "aside" | "back"; id: string; place?: number }

export interface OrderData {
  lines: Line[];
  /** What was set aside, and the name of that list. */
  away: Line[];
  awayLabel: string;
  awayHint: string;
  chosen: string;
  /** The number of the last act that Python carried out. */
  heard: number;
  /** The name of the list, how it is used, and what the place says where a line is set aside. */
  label: string;
  hint: string;
  aside: string;
}

const PATIENCE = 2500; // ms before what was not heard is said again
const CALM = 180; // ms: arrow keys held down choose once, at the end

/** The lines as a group of radio buttons that can change places. */
export class OrderList {
  send: (acts: Act[]) => void = () => undefined;
  readonly zone = element("p", "aside");
  private readonly hint = element("p", "hint");
  private readonly group = element("div", "lines");
  private readonly awayHint = element("p", "hint");
  private readonly awayGroup = element("div", "lines away");
  private readonly drag: Drag;
  private lines: Line[] = [];
  private away: Line[] = [];
  private rows = new Map<string, HTMLElement>();
  private chosen = "";
  private sent = 0;
  private pending: Act[] = [];
  private waiting: OrderData | null = null;
  private calm = 0;
  private patience = 0;

  constructor(private readonly parent: HTMLElement) {
    const root = element("div", "order");
    this.group.setAttribute("role", "radiogroup");
    this.hint.id = "hint";
    this.zone.setAttribute("aria-hidden", "true");
    this.awayHint.id = "away-hint";
    this.awayGroup.setAttribute("role", "list");
    root.append(this.hint, this.group, this.zone, this.awayHint, this.awayGroup);
    this.parent.append(root);
    this.awayGroup.addEventListener("keydown", (event) => this.onAwayKey(event));
    this.drag = new Drag(this.group, this.zone, this.awayGroup, (id, end) => this.dropped(id, end));
    this.group.addEventListener("keydown", (event) => this.onKey(event));
    this.group.addEventListener("click", (event) => {
      const row = rowOf(event.target);
      if (row && !this.drag.justEnded()) this.choose(row.dataset.id ?? "", 0);
    });
    this.group.addEventListener("focusout", (event) => {
      if (!this.group.contains(event.relatedTarget as Node | null)) this.flush();
    });
  }

  /** What Python says now. Older than what was done here, or in the middle of a drag, it waits. */
  refresh(data: OrderData): void {
    if (this.drag.active) {
      this.waiting = data;
      return;
    }
    this.sent = Math.max(this.sent, data.heard);
    this.pending = this.pending.filter((act) => act.n > data.heard);
    this.group.setAttribute("aria-label", data.label);
    this.hint.textContent = data.hint;
    this.zone.textContent = data.aside;
    if (this.pending.length || this.calm) return;
    clearTimeout(this.patience);
    this.lines = data.lines;
    this.away = data.away ?? [];
    this.awayGroup.setAttribute("aria-label", data.awayLabel);
    this.awayHint.textContent = data.awayHint;
    this.chosen = data.chosen;
    this.draw();
  }

  destroy(): void {
    clearTimeout(this.calm);
    clearTimeout(this.patience);
    this.drag.cancel();
    this.parent.replaceChildren();
  }

  private draw(): void {
    const root = this.group.getRootNode() as Document | ShadowRoot;
    const focused = rowOf(root.activeElement)?.dataset.id;
    const known = new Set([...this.lines, ...this.away].map((line) => line.id));
    for (const [id, row] of this.rows) {
      if (known.has(id)) continue;
      row.remove();
      this.rows.delete(id);
    }
    this.lines.forEach((line, index) => {
      const row = this.row(this.group, line, index, `${index + 1}.`);
      row.setAttribute("role", "radio");
      row.setAttribute("aria-describedby", "hint");
      row.setAttribute("aria-keyshortcuts", "Alt+ArrowUp Alt+ArrowDown");
      row.setAttribute("aria-checked", String(line.id === this.chosen));
      row.tabIndex = line.id === this.chosen ? 0 : -1;
    });
    this.awayGroup.hidden = this.awayHint.hidden = !this.away.length;
    this.away.forEach((line, index) => {
      const row = this.row(this.awayGroup, line, index, "");
      row.setAttribute("role", "listitem");
      row.setAttribute("aria-describedby", "away-hint");
      row.setAttribute("aria-keyshortcuts", "Enter Alt+ArrowUp");
      row.removeAttribute("aria-checked");
      row.tabIndex = 0;
    });
    if (focused) (this.rows.get(focused) ?? this.rows.get(this.chosen))?.focus({ preventScroll: true });
  }

  private row(group: HTMLElement, line: Line, index: number, said: string): HTMLElement {
    const row = this.rows.get(line.id) ?? this.make(line.id);
    const [, number, text] = [...row.children];
    number.textContent = said;
    text.replaceChildren(element("span", "words", line.text), element("small", "note", line.note));
    if (group.children[index] !== row) group.insertBefore(row, group.children[index] ?? null);
    return row;
  }

  private make(id: string): HTMLElement {
    const row = element("div", "line");
    row.dataset.id = id;
    const grip = element("span", "grip");
    grip.setAttribute("aria-hidden", "true");
    row.append(grip, element("span", "number"), element("span", "text"));
    this.rows.set(id, row);
    return row;
  }

  private onKey(event: KeyboardEvent): void {
    const id = rowOf(event.target)?.dataset.id;
    const at = this.lines.findIndex((line) => line.id === id);
    const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: this.lines.length - 1 }[event.key];
    if (event.key === " " && id) this.choose(id, 0);
    else if (to === undefined || at < 0 || event.ctrlKey || event.metaKey) return;
    else if (this.lines[to] && event.altKey) this.move(this.lines[at].id, to);
    else if (this.lines[to]) {
      this.choose(this.lines[to].id, CALM);
      this.rows.get(this.chosen)?.focus();
    }
    event.preventDefault();
  }

  /** Enter or Alt and the up arrow bring a line back, last; there the same keys move it on. */
  private onAwayKey(event: KeyboardEvent): void {
    const row = rowOf(event.target);
    const other = { ArrowUp: row?.previousElementSibling, ArrowDown: row?.nextElementSibling }[event.key];
    if (!row || event.ctrlKey || event.metaKey) return;
    if (event.key === "Enter" || (event.altKey && event.key === "ArrowUp")) this.back(row.dataset.id ?? "", this.lines.length);
    else if (!event.altKey && other instanceof HTMLElement) other.focus();
    else if (!event.key.startsWith("Arrow")) return;
    event.preventDefault();
  }

  private back(id: string, to: number): void {
    const line = this.away.find((one) => one.id === id);
    if (!line) return;
    this.away = this.away.filter((one) => one !== line);
    this.lines = [...this.lines.slice(0, to), line, ...this.lines.slice(to)];
    this.chosen = id;
    this.act({ kind: "back", id, place: to + 1 });
    this.rows.get(id)?.focus();
  }

  private dropped(id: string, end: number | "aside" | null): void {
    if (end === "aside") {
      const at = this.lines.findIndex((line) => line.id === id);
      this.away = [...this.away, ...this.lines.filter((line) => line.id === id)];
      this.lines = this.lines.filter((line) => line.id !== id);
      this.chosen = (this.lines[at] ?? this.lines[at - 1])?.id ?? "";
      this.act({ kind: "aside", id });
    } else if (end !== null && this.away.some((line) => line.id === id)) this.back(id, end);
    else if (end !== null) this.move(id, end);
    const waiting = this.waiting;
    this.waiting = null;
    if (waiting) this.refresh(waiting);
  }

  private move(id: string, to: number): void {
    const from = this.lines.findIndex((line) => line.id === id);
    if (from < 0) return;
    const lines = [...this.lines];
    lines.splice(to, 0, ...lines.splice(from, 1));
    this.lines = lines;
    this.chosen = id;
    this.act({ kind: "move", id, place: to + 1 });
  }

  private choose(id: string, after: number): void {
    if (id === this.chosen) return;
    this.chosen = id;
    this.draw();
    clearTimeout(this.calm);
    this.calm = window.setTimeout(() => this.flush(), after);
  }

  private flush(): void {
    if (!this.calm) return;
    clearTimeout(this.calm);
    this.calm = 0;
    this.act({ kind: "choose", id: this.chosen });
  }

  private act(done: Omit<Act, "n">): void {
    clearTimeout(this.calm);
    this.calm = 0;
    this.draw();
    this.pending = [...this.pending.filter((one) => one.kind !== "choose"), { n: ++this.sent, ...done }];
    this.tell();
  }

  private tell(): void {
    clearTimeout(this.patience);
    if (!this.pending.length || !this.group.isConnected) return;
    this.send(this.pending);
    this.patience = window.setTimeout(() => this.tell(), PATIENCE);
  }
}

function rowOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>("[data-id]") : null;
}

function element(tag: string, name: string, text = ""): HTMLElement {
  const made = document.createElement(tag);
  made.className = name;
  made.textContent = text;
  return made;
}
