import type { Editor } from "@tiptap/core";
import type { MessageKey, Translate } from "../messages";
import { TONES } from "../schema/callout";
import { attachMenu, type MenuItem } from "./menu";
import { h, keys, roving } from "./dom";
import { icon, type IconName } from "./icons";

export interface ToolbarHost {
  root: HTMLElement;
  t: Translate;
  editor: () => Editor;
  askLink: () => void;
  askFigure: () => void;
  canUpload: () => boolean;
}

interface Tool {
  icon: IconName;
  label: MessageKey;
  shortcut?: string;
  active?: (editor: Editor) => boolean;
  enabled?: (editor: Editor) => boolean;
  run?: (editor: Editor) => void;
  menu?: (editor: Editor) => MenuItem[];
}

export interface Toolbar { element: HTMLElement; refresh: () => void }

function tools(host: ToolbarHost): Tool[][] {
  const mark = (name: string) => (editor: Editor) => editor.isActive(name);
  const level = (wanted: 2 | 3): Partial<Tool> => ({
    active: (editor) => editor.isActive("heading", { level: wanted }),
    run: (editor) => editor.chain().focus().toggleHeading({ level: wanted }).run(),
  });
  return [
    [
      { icon: "undo", label: "undo", shortcut: "Mod-Z", enabled: (e) => e.can().undo(),
        run: (e) => e.chain().focus().undo().run() },
      { icon: "redo", label: "redo", shortcut: "Mod-Shift-Z", enabled: (e) => e.can().redo(),
        run: (e) => e.chain().focus().redo().run() },
    ], [
      { icon: "heading2", label: "heading2", shortcut: "Mod-Alt-2", ...level(2) },
      { icon: "heading3", label: "heading3", shortcut: "Mod-Alt-3", ...level(3) },
    ], [
      { icon: "bold", label: "bold", shortcut: "Mod-B", active: mark("bold"),
        run: (e) => e.chain().focus().toggleBold().run() },
      { icon: "italic", label: "italic", shortcut: "Mod-I", active: mark("italic"),
        run: (e) => e.chain().focus().toggleItalic().run() },
      { icon: "link", label: "link", shortcut: "Mod-K", active: mark("link"), run: () => host.askLink() },
    ], [
      { icon: "bulletList", label: "bulletList", shortcut: "Mod-Shift-8", active: mark("bulletList"),
        run: (e) => e.chain().focus().toggleBulletList().run() },
      { icon: "orderedList", label: "orderedList", shortcut: "Mod-Shift-7", active: mark("orderedList"),
        run: (e) => e.chain().focus().toggleOrderedList().run() },
      { icon: "quote", label: "quote", shortcut: "Mod-Shift-B", active: mark("blockquote"),
        run: (e) => e.chain().focus().toggleBlockquote().run() },
    ], [
      { icon: "callout", label: "callout", active: mark("callout"), menu: (e) => toneItems(e, host.t) },
      { icon: "keyFigure", label: "keyFigure", active: mark("keyFigure"),
        run: (e) => e.chain().focus().insertKeyFigure().run() },
      { icon: "image", label: "figureNew", enabled: () => host.canUpload(), run: () => host.askFigure() },
      { icon: "table", label: "table", active: mark("table"), menu: (e) => tableItems(e, host.t) },
    ],
  ];
}

function toneItems(editor: Editor, t: Translate): MenuItem[] {
  const names: Record<(typeof TONES)[number], MessageKey> = {
    info: "calloutInfo", warning: "calloutWarning", idea: "calloutIdea",
  };
  return TONES.map((tone) => ({
    label: t(names[tone]),
    checked: () => editor.isActive("callout", { tone }),
    run: () => editor.chain().focus().toggleCallout(tone).run(),
  }));
}

function tableItems(editor: Editor, t: Translate): MenuItem[] {
  if (!editor.isActive("table")) {
    const size = { rows: 3, cols: 3, withHeaderRow: true };
    return [{ label: t("tableInsert"), run: () => editor.chain().focus().insertTable(size).run() }];
  }
  const item = (label: MessageKey, run: () => void): MenuItem => ({ label: t(label), run });
  const chain = () => editor.chain().focus();
  return [
    item("tableRowBefore", () => chain().addRowBefore().run()),
    item("tableRowAfter", () => chain().addRowAfter().run()),
    item("tableRowDelete", () => chain().deleteRow().run()),
    item("tableColumnBefore", () => chain().addColumnBefore().run()),
    item("tableColumnAfter", () => chain().addColumnAfter().run()),
    item("tableColumnDelete", () => chain().deleteColumn().run()),
    item("tableHeader", () => chain().toggleHeaderRow().run()),
    item("tableDelete", () => chain().deleteTable().run()),
  ];
}

/** One row of real buttons: a single tab stop, arrow keys inside, pressed state and shortcut told to everybody. */
export function makeToolbar(host: ToolbarHost, extra: HTMLButtonElement[]): Toolbar {
  const refreshers: (() => void)[] = [];
  const element = h("div", { class: "chemise-toolbar", role: "toolbar", "aria-label": host.t("toolbar") });
  for (const group of tools(host)) {
    element.append(h("div", { class: "chemise-group", role: "presentation" },
      ...group.map((tool) => toolButton(tool, host, refreshers))));
  }
  element.append(h("div", { class: "chemise-group chemise-end", role: "presentation" }, ...extra));
  const buttons = () => [...element.querySelectorAll("button")];
  roving(element, buttons, "x")(buttons()[0]);
  // The text keeps its focus and selection under the mouse.
  element.addEventListener("mousedown", (event) => event.preventDefault());
  return { element, refresh: () => refreshers.forEach((refresh) => refresh()) };
}

function toolButton(tool: Tool, host: ToolbarHost, refreshers: (() => void)[]): HTMLButtonElement {
  const name = host.t(tool.label);
  const shown = tool.shortcut ? `${name} (${keys(tool.shortcut, host.t("shiftKey"))})` : name;
  const button = h("button", { type: "button", title: shown, "aria-label": name, "data-tool": tool.label });
  button.append(icon(tool.icon));
  const usable = () => host.editor().isEditable && (tool.enabled?.(host.editor()) ?? true);
  if (tool.menu) attachMenu(host.root, button, name, () => (usable() ? tool.menu!(host.editor()) : []));
  else button.addEventListener("click", () => usable() && tool.run!(host.editor()));
  refreshers.push(() => {
    // Unavailable buttons stay reachable, so that arrow keys always meet the same row.
    button.setAttribute("aria-disabled", String(!usable()));
    const active = tool.active?.(host.editor()) ?? false;
    if (tool.active && !tool.menu) button.setAttribute("aria-pressed", String(active));
    button.classList.toggle("is-active", active);
  });
  return button;
}
