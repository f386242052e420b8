import type { MessageKey, Translate } from "../messages";
import { h, keys } from "./dom";
import { icon } from "./icons";
import { place } from "./menu";

const SHORTCUTS: [MessageKey, string][] = [
  ["bold", "Mod-B"], ["italic", "Mod-I"], ["link", "Mod-K"], ["heading2", "Mod-Alt-2"], ["heading3", "Mod-Alt-3"],
  ["bulletList", "Mod-Shift-8"], ["orderedList", "Mod-Shift-7"], ["quote", "Mod-Shift-B"], ["undo", "Mod-Z"],
  ["redo", "Mod-Shift-Z"],
];

/** The button and panel that list the shortcuts, and say how to leave the text with the keyboard. */
export function helpButton(root: HTMLElement, t: Translate): HTMLButtonElement {
  const panel = h("div", { class: "chemise-help", popover: "auto", role: "dialog", "aria-label": t("shortcuts"), tabindex: -1 },
    h("h2", {}, t("shortcuts")),
    h("dl", {}, ...SHORTCUTS.flatMap(([label, combo]) => [
      h("dt", {}, t(label)), h("dd", {}, h("kbd", {}, keys(combo, t("shiftKey")))),
    ])),
    h("p", {}, t("helpLeave")));
  root.append(panel);
  const button = h("button", {
    type: "button", title: t("shortcuts"), "aria-label": t("shortcuts"), "aria-expanded": "false", "data-tool": "help",
  }, icon("keyboard"));
  panel.addEventListener("toggle", (event) => {
    const open = (event as ToggleEvent).newState === "open";
    button.setAttribute("aria-expanded", String(open));
    if (!open && panel.contains(document.activeElement)) button.focus();
  });
  let wasOpen = false;
  button.addEventListener("pointerdown", () => { wasOpen = panel.matches(":popover-open"); });
  button.addEventListener("click", () => {
    if (wasOpen) {
      wasOpen = false;
      if (panel.matches(":popover-open")) panel.hidePopover();
      return;
    }
    panel.showPopover();
    place(panel, button);
    panel.focus({ preventScroll: true });
  });
  return button;
}
