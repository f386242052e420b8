import type * as Y from "yjs";
import type { Translate } from "../messages";
import { h } from "./dom";

const QUIET = 1000;
const AT_MOST = 5000;

interface ZoneTold {
  zone: string; label: string; share: number; weight: string; said: string; sheet: string; fits: boolean | null;
  quote: string; notes: string[];
}

export interface Meter { element: HTMLElement; ask: () => void; destroy: () => void }

/** How light the fiche is, asked from the server after a quiet second and told in its words. It never speaks up. */
export function makeMeter(doc: Y.Doc, path: () => string | null | undefined, t: Translate): Meter {
  const summary = h("summary", {});
  const lines = h("ul", {});
  const details = h("details", {}, summary, lines);
  const element = h("section", { class: "chemise-meter", "aria-label": t("meter"), hidden: true }, details);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since = 0;
  let asking: AbortController | null = null;

  const show = (zones: ZoneTold[]) => {
    const sides = zones.filter((one) => one.sheet);
    summary.replaceChildren(
      ...sides.map((one) => chip(one)),
      h("span", { class: "chemise-meter-more" }, t("meterMore")));
    lines.replaceChildren(...zones.map((one) => line(one, t)));
    element.hidden = false;
  };
  const fetchNow = async () => {
    since = 0;
    const address = path();
    if (!address || !navigator.onLine) return;
    asking?.abort();
    const mine = new AbortController();
    asking = mine;
    try {
      const answer = await fetch(address, { credentials: "same-origin", headers: { "X-Chemise": "1" }, signal: mine.signal });
      if (!answer.ok) {
        element.hidden = true;
        return;
      }
      show(((await answer.json()) as { zones: ZoneTold[] }).zones);
    } catch {
      // The line is cut, or a newer question went out: what is shown stays until an answer comes.
    }
  };
  const ask = () => {
    const now = Date.now();
    since ||= now;
    clearTimeout(timer);
    timer = setTimeout(() => void fetchNow(), Math.min(QUIET, Math.max(0, since + AT_MOST - now)));
  };
  doc.on("update", ask);
  window.addEventListener("online", ask);
  ask();
  return {
    element,
    ask,
    destroy: () => {
      clearTimeout(timer);
      asking?.abort();
      doc.off("update", ask);
      window.removeEventListener("online", ask);
    },
  };
}

function gauge(one: ZoneTold): HTMLElement {
  return h("i", { class: "chemise-gauge", "aria-hidden": "true" }, h("i", { style: `width:${Number(one.share)}%` }));
}

function chip(one: ZoneTold): HTMLElement {
  return h("span", { class: "chemise-meter-side", "data-zone": one.zone, "data-weight": one.weight },
    ...told(one));
}

function told(one: ZoneTold): (HTMLElement | null)[] {
  return [
    h("b", {}, one.label), gauge(one), h("span", { class: "chemise-meter-said" }, one.said),
    one.sheet ? h("span", { class: "chemise-meter-sheet", "data-fits": String(one.fits) }, one.sheet) : null,
  ];
}

function line(one: ZoneTold, t: Translate): HTMLElement {
  return h("li", { "data-zone": one.zone, "data-weight": one.weight },
    h("p", {}, ...told(one)),
    ...one.notes.map((note, index) => h("p", { class: "chemise-meter-note" }, note,
      index === 0 && one.quote ? h("q", {}, t("meterQuote", { text: one.quote })) : null)));
}
