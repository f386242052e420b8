const FAR = 5; // px before a press is a drag
const EDGE = 90; // px from the top or bottom of the window where the page scrolls by itself
const PACE = 14; // px a frame

type Drop = (id: string, end: number | "aside" | null) => void;

/** Dragging the children of `group`, or those of `away` into it: by the grip with a finger, from anywhere with a mouse. */
export class Drag {
  active = false;
  private row: HTMLElement | null = null;
  private rows: HTMLElement[] = [];
  private tops: number[] = [];
  private from = 0;
  private to = 0;
  private start = 0;
  private pointer = 0;
  private last = 0;
  private frame = 0;
  private ended = 0;
  private isBack = false;

  constructor(
    private readonly group: HTMLElement, private readonly zone: HTMLElement, private readonly away: HTMLElement, private readonly drop: Drop,
  ) {
    for (const list of [group, away]) {
      list.addEventListener("pointerdown", (event) => this.press(event));
      list.addEventListener("pointermove", (event) => this.follow(event));
      list.addEventListener("pointerup", (event) => this.release(event));
      list.addEventListener("pointercancel", () => this.cancel());
      list.addEventListener("keydown", (event) => {
        if (event.key === "Escape" && this.active) this.cancel();
      });
    }
  }

  /** Whether a drag ended just now: the click that follows it chooses nothing. */
  justEnded(): boolean {
    return performance.now() - this.ended < 60;
  }

  /** Put it back where it was. */
  cancel(): void {
    this.finish(null);
  }

  private press(event: PointerEvent): void {
    const target = event.target as Element;
    const row = target.closest<HTMLElement>("[data-id]");
    if (!row || event.button !== 0 || this.row) return;
    if (event.pointerType !== "mouse" && !target.closest(".grip")) return;
    this.row = row;
    this.pointer = event.pointerId;
    this.start = this.inGroup(event.clientY);
  }

  private follow(event: PointerEvent): void {
    if (!this.row || event.pointerId !== this.pointer) return;
    this.last = event.clientY;
    if (!this.active) {
      if (Math.abs(this.inGroup(event.clientY) - this.start) < FAR) return;
      this.begin();
    }
    event.preventDefault();
    this.place();
  }

  private begin(): void {
    const row = this.row as HTMLElement;
    this.active = true;
    this.rows = [...this.group.children] as HTMLElement[];
    const top = this.group.getBoundingClientRect().top;
    this.tops = this.rows.map((one) => one.getBoundingClientRect().top - top);
    this.isBack = row.parentElement === this.away;
    if (this.isBack) {
      // As if it stood below the others: they make room where it comes.
      this.rows.push(row);
      this.tops.push(row.getBoundingClientRect().top - top);
    }
    this.from = this.to = this.rows.indexOf(row);
    row.setPointerCapture(this.pointer);
    row.classList.add("is-held");
    this.group.classList.add("is-dragging");
    this.zone.classList.toggle("is-open", !this.isBack);
    const scroller = scrollerOf(this.group);
    const turn = () => {
      const above = this.last < EDGE, below = this.last > window.innerHeight - EDGE;
      if (above || below) {
        scroller.scrollTop += above ? -PACE : PACE;
        this.place();
      }
      this.frame = requestAnimationFrame(turn);
    };
    this.frame = requestAnimationFrame(turn);
  }

  private place(): void {
    const row = this.row as HTMLElement;
    const height = row.offsetHeight;
    const shift = this.inGroup(this.last) - this.start;
    const middle = this.tops[this.from] + shift + height / 2;
    const others = this.rows.map((_, index) => index).filter((index) => index !== this.from);
    this.to = others.filter((index) => this.tops[index] + this.rows[index].offsetHeight / 2 < middle).length;
    row.style.transform = `translateY(${shift}px)`;
    for (const index of others) {
      const down = index < this.from && index >= this.to, up = index > this.from && index <= this.to;
      this.rows[index].style.transform = down ? `translateY(${height}px)` : up ? `translateY(${-height}px)` : "";
    }
    this.zone.classList.toggle("is-over", !this.isBack && this.isAside());
  }

  private isAside(): boolean {
    // Its top must come among the others, which have made no room for the last place yet.
    if (this.isBack) return this.inGroup(this.last) > this.group.offsetHeight + (this.row?.offsetHeight ?? 0) / 2;
    return this.last > this.zone.getBoundingClientRect().top;
  }

  private release(event: PointerEvent): void {
    if (!this.row || event.pointerId !== this.pointer) return;
    if (!this.active) this.row = null;
    else if (this.isBack) this.finish(this.isAside() ? null : this.to);
    else this.finish(this.isAside() ? "aside" : this.to === this.from ? null : this.to);
  }

  private finish(end: number | "aside" | null): void {
    const row = this.row;
    this.row = null;
    if (!row || !this.active) return;
    this.active = false;
    this.ended = performance.now();
    cancelAnimationFrame(this.frame);
    row.classList.remove("is-held");
    this.group.classList.remove("is-dragging");
    this.zone.classList.remove("is-open", "is-over");
    for (const one of this.rows) one.style.transform = "";
    this.drop(row.dataset.id ?? "", end);
  }

  private inGroup(y: number): number {
    return y - this.group.getBoundingClientRect().top;
  }
}

/** What scrolls around an element, across the shadow root that holds it. */
function scrollerOf(from: HTMLElement): Element {
  let node: Node | null = from;
  while (node) {
    if (node instanceof HTMLElement && node.scrollHeight > node.clientHeight + 1) {
      if (/auto|scroll/.test(getComputedStyle(node).overflowY)) return node;
    }
    node = node instanceof ShadowRoot ? node.host : node.parentNode;
  }
  return document.scrollingElement ?? document.documentElement;
}
