type Child = Node | string | null | undefined | false;
type Props = Record<string, unknown>;

/** A small element builder: attributes by name, `on…` as listeners, text never parsed as HTML. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K, props: Props = {}, ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value as EventListener);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.filter((child): child is Node | string => Boolean(child)));
  return element;
}

let counter = 0;
export function uid(prefix: string): string {
  counter += 1;
  return `chemise-${prefix}-${counter}`;
}

/** On a Mac the keys are drawn; elsewhere they are named. */
const MAC = /Mac|iPhone|iPad/.test(navigator.platform);
export function keys(combo: string, shiftWord: string): string {
  const names: Record<string, string> = MAC
    ? { Mod: "⌘", Alt: "⌥", Shift: "⇧" } : { Mod: "Ctrl", Alt: "Alt", Shift: shiftWord };
  return combo.split("-").map((key) => names[key] ?? key).join(MAC ? "" : "+");
}

/** Arrow keys, Home and End among the buttons of a toolbar, a tab list or a menu; one of them holds the tab stop. */
export function roving(
  container: HTMLElement, items: () => HTMLElement[], axis: "x" | "y", onMove: (item: HTMLElement) => void = () => {},
): (item: HTMLElement) => void {
  const [back, forth] = axis === "x" ? ["ArrowLeft", "ArrowRight"] : ["ArrowUp", "ArrowDown"];
  const hold = (item: HTMLElement) => items().forEach((other) => { other.tabIndex = other === item ? 0 : -1; });
  container.addEventListener("keydown", (event) => {
    const all = items();
    const index = all.indexOf(document.activeElement as HTMLElement);
    if (index < 0) return;
    const target = { [back]: index - 1, [forth]: index + 1, Home: 0, End: all.length - 1 }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    const item = all[(target + all.length) % all.length];
    hold(item);
    item.focus();
    onMove(item);
  });
  container.addEventListener("focusin", (event) => {
    const item = items().find((one) => one === event.target);
    if (item) hold(item);
  });
  return hold;
}
