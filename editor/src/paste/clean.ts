import { hrefFromRendered } from "../schema/linkPolicy";
import { gatherWordLists } from "./wordLists";

export interface Cleaned { html: string; droppedPictures: number }

const DROPPED = "script, style, meta, link, title, xml, iframe, object, embed, noscript, template, svg, math, video, "
  + "audio, canvas, button, input, select, textarea, form > legend, del, a.msocomanchor, [class*=MsoCommentReference], "
  + "[id^=_com_], [class*=msocom], [style*='display:none' i], [style*='display: none' i], [style*='mso-hide:all' i], [hidden]";
const BLOCKS = "p, div, h1, h2, h3, h4, h5, h6, ul, ol, table, blockquote, section, article";
const KEPT: Record<string, string[]> = {
  a: ["href"], ol: ["start"], td: ["colspan", "rowspan"], th: ["colspan", "rowspan"],
};

/** Copied from one of our own texts: it has our shape already, and the schema's rules still apply to it. */
export function isOwn(html: string): boolean {
  return html.includes("data-pm-slice");
}

/**
 * What Word, LibreOffice, Google Docs or a web page put on the clipboard, reduced to what our texts can hold.
 * The parsed document is inert: nothing in it loads or runs.
 */
export function cleanPasted(html: string): Cleaned {
  const plain = html.replace(/<!\[(?:if|endif)[^\]]*\]>/gi, "").replace(/<[^>]*>/g, withoutHandlers);
  const page = new DOMParser().parseFromString(plain, "text/html");
  const body = page.body;
  removeComments(body);
  gatherWordLists(body);
  const droppedPictures = dropPictures(body);
  body.querySelectorAll(DROPPED).forEach((element) => element.remove());
  removeNamespaced(body);
  styleToMarks(body);
  fixHeadings(body);
  fixLists(body);
  flattenCells(body);
  body.querySelectorAll("*").forEach(strip);
  body.querySelectorAll("p, div").forEach(dropBlank);
  return { html: body.innerHTML, droppedPictures };
}

/** They would not run in an inert document, but the browser reports each one against the page's policy. */
function withoutHandlers(tag: string): string {
  return tag.replace(/\son\w+\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi, "");
}

function removeComments(body: HTMLElement): void {
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_COMMENT);
  const comments: Node[] = [];
  while (walker.nextNode()) comments.push(walker.currentNode);
  comments.forEach((comment) => comment.parentNode?.removeChild(comment));
}

function dropPictures(body: HTMLElement): number {
  const pictures = [...body.querySelectorAll("img, picture, v\\:imagedata")];
  // One-pixel pictures are trackers, not something a person meant to copy.
  const meant = pictures.filter((one) => one.tagName !== "PICTURE" && one.getAttribute("width") !== "1");
  pictures.forEach((one) => one.remove());
  return meant.length;
}

/** <o:p>, <w:sdt>, <v:shape>, <st1:place>…: Office's own elements keep their words and lose the rest. */
function removeNamespaced(body: HTMLElement): void {
  for (const element of body.querySelectorAll("*")) {
    if (/^(v|w|m):/i.test(element.tagName) && !element.textContent?.trim()) element.remove();
    else if (element.tagName.includes(":") || ["INS", "FONT", "FORM", "CENTER"].includes(element.tagName)) unwrap(element);
  }
}

function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes);
}

function wrapInside(element: HTMLElement, tag: "strong" | "em"): void {
  const wrapper = element.ownerDocument.createElement(tag);
  wrapper.append(...element.childNodes);
  element.append(wrapper);
}

/** Google Docs and LibreOffice say bold and italic with styles, and wrap everything in a <b> that is not bold. */
function styleToMarks(body: HTMLElement): void {
  for (const element of body.querySelectorAll<HTMLElement>("b, strong, i, em, span")) {
    const style = (element.getAttribute("style") ?? "").toLowerCase().replace(/\s+/g, "");
    // Word adds "mso-bidi-font-weight:normal" to what is bold: only the property itself counts.
    const weight = /(?:^|;)font-weight:(\w+)/.exec(style)?.[1];
    const slant = /(?:^|;)font-style:(\w+)/.exec(style)?.[1];
    const bold = weight === "bold" || Number(weight) >= 600;
    const holdsBlocks = element.querySelector(BLOCKS) !== null;
    const tag = element.tagName;
    if (tag === "SPAN") {
      if (!holdsBlocks && bold) wrapInside(element, "strong");
      if (!holdsBlocks && slant === "italic") wrapInside(element, "em");
      unwrap(element);
    } else if (holdsBlocks || (weight && !bold) || (/^(I|EM)$/.test(tag) && slant === "normal")) {
      unwrap(element);
    }
  }
}

function rename(element: Element, tag: string): void {
  const copy = element.ownerDocument.createElement(tag);
  copy.append(...element.childNodes);
  element.replaceWith(copy);
}

/** Level 1 belongs to the fiche's title; below 3 there is nothing. A heading that is all bold is just a heading. */
function fixHeadings(body: HTMLElement): void {
  body.querySelectorAll("p[class^=MsoTitle], p.title").forEach((title) => rename(title, "h2"));
  body.querySelectorAll("h1").forEach((heading) => rename(heading, "h2"));
  body.querySelectorAll("h4, h5, h6").forEach((heading) => rename(heading, "h3"));
  body.querySelectorAll("h2 strong, h2 b, h3 strong, h3 b").forEach(unwrap);
}

/** Some writers put a nested list beside its item instead of inside it. */
function fixLists(body: HTMLElement): void {
  for (const list of body.querySelectorAll("ul > ul, ul > ol, ol > ol, ol > ul")) {
    const item = list.previousElementSibling;
    if (item?.tagName === "LI") item.append(list);
    else {
      const holder = list.ownerDocument.createElement("li");
      list.replaceWith(holder);
      holder.append(list);
    }
  }
  // Headings and quotes in a list would break it in two: their words stay in the list.
  body.querySelectorAll("li h2, li h3, li blockquote").forEach((block) => rename(block, "p"));
}

function flattenCells(body: HTMLElement): void {
  body.querySelectorAll("td table, th table").forEach((table) => {
    const lines = [...table.querySelectorAll("tr")].map((row) => {
      const line = table.ownerDocument.createElement("p");
      line.textContent = [...row.children].map((cell) => cell.textContent?.trim()).join(" ");
      return line;
    });
    table.replaceWith(...lines);
  });
  for (const cell of body.querySelectorAll("td, th")) {
    cell.querySelectorAll("h2, h3, blockquote, li").forEach((block) => rename(block, "p"));
    cell.querySelectorAll("p p").forEach((inner) => inner.parentElement!.replaceWith(...inner.parentElement!.childNodes));
    cell.querySelectorAll("ul, ol").forEach(unwrap);
  }
}

function strip(element: Element): void {
  const tag = element.tagName.toLowerCase();
  if (tag === "a") {
    const href = hrefFromRendered(element.getAttribute("href") ?? "");
    if (!href) return unwrap(element);
    element.setAttribute("href", href);
  }
  const kept = KEPT[tag] ?? [];
  for (const { name } of [...element.attributes]) if (!kept.includes(name)) element.removeAttribute(name);
}

/** Word separates paragraphs by empty ones; a space that does not break is not a word either. */
function dropBlank(element: Element): void {
  if (element.parentElement?.closest("td, th")) return;
  if (!element.querySelector("br + br") && !/[^\s\u00a0]/.test(element.textContent ?? "")) element.remove();
}
