// Word puts lists on the clipboard as paragraphs: the level is in a style, the bullet is text. Real lists are
// made of them again here.

interface Entry { level: number; ordered: boolean; start: number; paragraph: HTMLElement }

const MARKED = "p[style*='mso-list' i], p[class*='MsoListParagraph'], p[class*='ListParagraph']";
const NUMBER = /^\s*\(?(?:(\d{1,3})|[a-z]|[ivxlc]{1,6})[.)°]/i;

export function gatherWordLists(body: HTMLElement): void {
  const done = new Set<Element>();
  for (const first of body.querySelectorAll<HTMLElement>(MARKED)) {
    if (done.has(first) || !entryOf(first)) continue;
    const entries: Entry[] = [];
    let next: Element | null = first;
    while (next) {
      const entry = next.matches(MARKED) ? entryOf(next as HTMLElement) : null;
      if (!entry) break;
      entries.push(entry);
      done.add(next);
      next = next.nextElementSibling;
    }
    rebuild(first, entries);
  }
}

function marker(paragraph: HTMLElement): HTMLElement | null {
  return paragraph.querySelector<HTMLElement>("[style*='mso-list:ignore' i], [style*='mso-list: ignore' i]");
}

function entryOf(paragraph: HTMLElement): Entry | null {
  const style = paragraph.getAttribute("style") ?? "";
  const level = /mso-list:[^;]*level(\d+)/i.exec(style)?.[1];
  const sign = marker(paragraph);
  // "mso-list: none" and plain indented paragraphs are not lists.
  if (!level && !sign) return null;
  const text = sign?.textContent ?? "";
  const number = NUMBER.exec(text);
  return { level: Math.min(Number(level ?? 1), 9), ordered: number !== null, start: Number(number?.[1] ?? 1), paragraph };
}

function rebuild(first: HTMLElement, entries: Entry[]): void {
  const page = first.ownerDocument;
  const place = page.createComment("");
  first.before(place);
  const roots: HTMLElement[] = [];
  const open: { level: number; ordered: boolean; list: HTMLElement }[] = [];
  for (const entry of entries) {
    marker(entry.paragraph)?.remove();
    while (open.length && open[open.length - 1].level > entry.level) open.pop();
    let top = open[open.length - 1];
    if (top && top.level === entry.level && top.ordered !== entry.ordered) {
      open.pop();
      top = open[open.length - 1];
    }
    if (!top || top.level < entry.level) {
      const list = page.createElement(entry.ordered ? "ol" : "ul");
      if (entry.ordered && entry.start > 1) list.setAttribute("start", String(entry.start));
      if (top?.list.lastElementChild) top.list.lastElementChild.append(list);
      else roots.push(list);
      open.push({ level: entry.level, ordered: entry.ordered, list });
    }
    const item = page.createElement("li");
    const line = page.createElement("p");
    line.append(...entry.paragraph.childNodes);
    item.append(line);
    open[open.length - 1].list.append(item);
    entry.paragraph.remove();
  }
  place.replaceWith(...roots);
}
