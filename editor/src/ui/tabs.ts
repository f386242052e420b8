import type { FragmentSpec } from "../data";
import { h, roving, uid } from "./dom";

export interface Tabs { list: HTMLElement; panels: HTMLElement[]; active: () => number; choose: (index: number) => void }

/** The levels of a text as tabs. Every panel stays in the page, so each editor keeps its place and its undo. */
export function makeTabs(specs: FragmentSpec[], label: string, changed: () => void): Tabs {
  let active = 0;
  const prefix = uid("level");
  const tabs = specs.map((spec, index) => h("button", {
    type: "button", role: "tab", id: `${prefix}-tab-${index}`, "aria-controls": `${prefix}-panel-${index}`,
    "data-fragment": spec.name, onclick: () => choose(index),
  }, spec.label));
  const single = specs.length === 1;
  const panels = specs.map((spec, index) => h("div", {
    class: "chemise-panel", id: `${prefix}-panel-${index}`, "data-fragment": spec.name,
    role: single ? null : "tabpanel", "aria-labelledby": single ? null : `${prefix}-tab-${index}`,
  }, spec.hint ? h("p", { class: "chemise-hint" }, spec.hint) : null));
  const list = h("div", { class: "chemise-tabs", role: "tablist", "aria-label": label, hidden: single }, ...tabs);
  const draw = () => {
    tabs.forEach((tab, index) => tab.setAttribute("aria-selected", String(index === active)));
    panels.forEach((panel, index) => { panel.hidden = index !== active; });
  };
  const hold = roving(list, () => tabs, "x", (tab) => choose(tabs.indexOf(tab as HTMLButtonElement)));
  function choose(index: number): void {
    active = index;
    draw();
    changed();
  }
  hold(tabs[0]);
  draw();
  return { list, panels, active: () => active, choose: (index) => { hold(tabs[index]); choose(index); } };
}
