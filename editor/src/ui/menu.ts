import { h, roving } from "./dom";

export interface MenuItem { label: string; run: () => void; enabled?: () => boolean; checked?: () => boolean }

/**
 * A menu under a toolbar button, in the browser's top layer so that a scrolling toolbar cannot cut it.
 * The popover attribute gives Escape and "click elsewhere" for free.
 */
export function attachMenu(root: HTMLElement, button: HTMLButtonElement, label: string, items: () => MenuItem[]): void {
  const menu = h("div", { class: "chemise-menu", role: "menu", "aria-label": label, popover: "auto" });
  root.append(menu);
  button.setAttribute("aria-haspopup", "menu");
  button.setAttribute("aria-expanded", "false");
  const hold = roving(menu, () => [...menu.querySelectorAll("button")], "y");
  const draw = () => menu.replaceChildren(...items().map((item) => {
    const checked = item.checked?.();
    return h("button", {
      type: "button", role: item.checked ? "menuitemradio" : "menuitem", tabindex: -1,
      "aria-checked": item.checked ? String(checked) : null,
      "aria-disabled": item.enabled?.() === false ? "true" : null,
      onclick: () => {
        if (item.enabled?.() === false) return;
        menu.hidePopover();
        item.run();
      },
    }, item.label);
  }));
  // The text keeps its selection while the menu is used with a mouse.
  menu.addEventListener("mousedown", (event) => event.preventDefault());
  menu.addEventListener("toggle", (event) => {
    const open = (event as ToggleEvent).newState === "open";
    button.setAttribute("aria-expanded", String(open));
    if (!open && menu.contains(document.activeElement)) button.focus();
  });
  menu.addEventListener("keydown", (event) => {
    if (event.key === "Tab") menu.hidePopover();
    event.stopPropagation();
  });
  // Pressing the button again must close: a light dismissal happens before the click and would reopen.
  let wasOpen = false;
  button.addEventListener("pointerdown", () => { wasOpen = menu.matches(":popover-open"); });
  button.addEventListener("click", () => {
    if (wasOpen) {
      wasOpen = false;
      if (menu.matches(":popover-open")) menu.hidePopover();
      return;
    }
    draw();
    menu.showPopover();
    place(menu, button);
    const first = menu.querySelector("button");
    if (first) {
      hold(first);
      first.focus({ preventScroll: true });
    }
  });
}

/** Under the button, never out of the window. */
export function place(menu: HTMLElement, button: HTMLElement): void {
  const at = button.getBoundingClientRect();
  const left = Math.max(8, Math.min(at.left, innerWidth - menu.offsetWidth - 8));
  const below = at.bottom + 4;
  const top = below + menu.offsetHeight > innerHeight - 8 ? Math.max(8, at.top - menu.offsetHeight - 4) : below;
  menu.style.left = `${left}px`;
  menu.style.top = `${top}px`;
}
