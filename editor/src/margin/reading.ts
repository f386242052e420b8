// The characters of one fragment: their own ids in the shared document, their place in the editor, and their words.
// A comment holds on to ids, so that it follows its words and never lands on others. The server reads the same ids
// (workspace/comments/reading.py) and finds moved words by the same rule (rules.find_words).
import * as Y from "yjs";

export interface Place {
  fragment: string;
  runs: [client: number, clock: number, length: number][];
  quote: string;
  before: string | null;
  after: string | null;
}
export type Standing = "placed" | "changed" | "gone";
export interface Found { from: number; to: number; standing: Standing; byWords: boolean }

/** Characters that follow each other in ids, in the editor and in the words. */
interface Run { client: number; clock: number; length: number; pos: number; at: number }

const SHORTEST_KEY = 12;
const NEAR = 24;
const FAR = 200;
const LONGEST_QUOTE = 4000;

export class Reading {
  readonly runs: Run[] = [];
  /** One line for each paragraph, title or picture. */
  text = "";
  /** The size that the editor's document must have for these positions to hold. */
  readonly size: number;
  private lines = 0;
  private readonly byClient = new Map<number, Run[]>();

  constructor(fragment: Y.XmlFragment, private readonly isLeaf: (node: string) => boolean) {
    this.size = this.children(fragment, 0, false);
    for (const run of this.runs) {
      const known = this.byClient.get(run.client);
      if (known) known.push(run);
      else this.byClient.set(run.client, [run]);
    }
  }

  private children(parent: Y.XmlFragment, start: number, inLine: boolean): number {
    let pos = start;
    for (const child of parent.toArray()) {
      if (child instanceof Y.XmlText) {
        if (!inLine) this.newLine();
        pos = this.letters(child, pos);
      } else if (child instanceof Y.XmlElement) pos = this.element(child, pos);
    }
    return pos;
  }

  private element(element: Y.XmlElement, pos: number): number {
    const name = element.nodeName;
    if (name === "hardBreak") this.text += "\n";
    if (name === "figure") {
      this.newLine();
      this.text += ["alt", "credit"].map((key) => element.getAttribute(key)).filter(Boolean).join(" ");
    }
    if (this.isLeaf(name)) return pos + 1;
    const line = /^(paragraph|heading|keyFigureValue|keyFigureLabel)$/.test(name);
    if (line) this.newLine();
    return this.children(element, pos + 1, line) + 1;
  }

  private newLine(): void {
    if (this.lines) this.text += "\n";
    this.lines += 1;
  }

  private letters(text: Y.XmlText, start: number): number {
    let pos = start;
    for (let item = text._start; item; item = item.right) {
      if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
      const { client, clock } = item.id;
      this.runs.push({ client, clock, length: item.length, pos, at: this.text.length });
      this.text += item.content.str;
      pos += item.length;
    }
    return pos;
  }

  /** The passage between two positions of the editor, without the spaces at its ends; null when it has no word. */
  passage(fragment: string, from: number, to: number): Place | null {
    let parts = this.cut(from, to);
    if (!parts.length) return null;
    const said = this.text.slice(parts[0].at, end(parts[parts.length - 1]));
    const lead = said.length - said.trimStart().length;
    const trail = said.length - said.trimEnd().length;
    if (lead || trail) {
      parts = parts.map((run) => clip(run, parts[0].at + lead, parts[0].at + said.length - trail, "at"))
        .filter((run): run is Run => run !== null);
    }
    if (!parts.length) return null;
    const first = parts[0].at;
    const last = end(parts[parts.length - 1]);
    const quote = this.text.slice(first, last);
    if (!saysSomething(quote) || quote.length > LONGEST_QUOTE) return null;
    return {
      fragment, quote, runs: parts.map(({ client, clock, length }) => [client, clock, length]),
      ...this.around(first, last, quote),
    };
  }

  private cut(from: number, to: number): Run[] {
    return this.runs.map((run) => clip(run, from, to, "pos")).filter((run): run is Run => run !== null);
  }

  /** What stands beside the quote in its own line, long enough to be found once; null where that cannot be. */
  private around(first: number, last: number, quote: string): { before: string | null; after: string | null } {
    const lineStart = this.text.lastIndexOf("\n", first - 1) + 1;
    const lineEnd = this.text.indexOf("\n", last) < 0 ? this.text.length : this.text.indexOf("\n", last);
    const pick = (most: number, make: (length: number) => [context: string, key: string]) => {
      for (let length = Math.min(NEAR, most); ; length = Math.min(length * 2, most)) {
        const [context, key] = make(length);
        if (key.length >= SHORTEST_KEY && occurrences(this.text, key) === 1) return context;
        if (length >= Math.min(FAR, most)) return null;
      }
    };
    return {
      before: pick(first - lineStart, (n) => [this.text.slice(first - n, first), this.text.slice(first - n, first) + quote]),
      after: pick(lineEnd - last, (n) => [this.text.slice(last, last + n), quote + this.text.slice(last, last + n)]),
    };
  }

  /** Where a passage is now: by its own characters, else by the very same words; null when it is nowhere. */
  find(place: Place): Found | null {
    const alive = place.runs.flatMap(([client, clock, length]) => this.alive(client, clock, clock + length));
    const letters = alive.map((run) => this.text.slice(run.at, end(run))).join("");
    if (saysSomething(letters)) {
      const from = Math.min(...alive.map((run) => run.pos));
      const to = Math.max(...alive.map((run) => run.pos + run.length));
      const whole = letters === place.quote.replaceAll("\n", "");
      return { from, to, standing: whole ? "placed" : "changed", byWords: false };
    }
    const at = findWords(place, this.text);
    if (at === null) return null;
    const parts = this.runs.map((run) => clip(run, at, at + place.quote.length, "at")).filter((run): run is Run => run !== null);
    if (!parts.length) return null;
    const last = parts[parts.length - 1];
    return { from: parts[0].pos, to: last.pos + last.length, standing: "placed", byWords: true };
  }

  private alive(client: number, start: number, stop: number): Run[] {
    return (this.byClient.get(client) ?? []).map((run) => clip(run, start, stop, "clock")).filter((run): run is Run => run !== null);
  }
}

function end(run: Run): number {
  return run.at + run.length;
}

/** The part of a run between two bounds, counted in one of its three measures. */
function clip(run: Run, from: number, to: number, by: "pos" | "at" | "clock"): Run | null {
  const head = Math.max(0, from - run[by]);
  const tail = Math.max(0, run[by] + run.length - to);
  const length = run.length - head - tail;
  if (length <= 0) return null;
  return { client: run.client, clock: run.clock + head, length, pos: run.pos + head, at: run.at + head };
}

export function saysSomething(letters: string): boolean {
  return /[\p{L}\p{N}]/u.test(letters);
}

function occurrences(text: string, key: string): number {
  let count = 0;
  for (let at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + key.length)) count += 1;
  return count;
}

/**
 * Splitting a paragraph, making it a title, cutting and pasting, taking a deletion back: each writes the same words
 * anew, under new ids. They are found by what stood beside them, only where that is found once, and only when both
 * sides agree. The same rule as on the server.
 */
export function findWords(place: Place, text: string): number | null {
  const found = new Set<number>();
  const look = (key: string, offset: number) => {
    if (key.length >= SHORTEST_KEY && occurrences(text, key) === 1) found.add(text.indexOf(key) + offset);
  };
  if (place.before !== null) look(place.before + place.quote, place.before.length);
  if (place.after !== null) look(place.quote + place.after, 0);
  return found.size === 1 ? [...found][0] : null;
}

/** The reading of one fragment, made anew only when the fragment changed. */
export class Reader {
  private reading: Reading | null = null;
  private readonly forget = () => { this.reading = null; };

  constructor(private readonly fragment: Y.XmlFragment, private readonly isLeaf: (node: string) => boolean) {
    // Before any observer: the editor's own asks for this reading while it takes somebody else's edit in.
    fragment.doc?.on("beforeObserverCalls", this.forget);
  }

  read(): Reading {
    this.reading ??= new Reading(this.fragment, this.isLeaf);
    return this.reading;
  }

  destroy(): void {
    this.fragment.doc?.off("beforeObserverCalls", this.forget);
  }
}
