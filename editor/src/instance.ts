import type { Editor } from "@tiptap/core";
import type { EditorData } from "./data";
import { makeEditor } from "./editor";
import { LiveSession } from "./live/session";
import { Margin } from "./margin/margin";
import { translator } from "./messages";
import { isDark } from "./ui/color";
import { h } from "./ui/dom";
import { guardAgainstDialogs } from "./ui/guard";
import { openFigureTexts, openNewFigure } from "./ui/figureDialog";
import { helpButton } from "./ui/help";
import { openLinkDialog } from "./ui/linkDialog";
import { makeMeter, type Meter } from "./ui/meter";
import { makeNotice } from "./ui/notice";
import { makePeople } from "./ui/people";
import { printNote } from "./ui/printed";
import { makeStateLine } from "./ui/stateLine";
import { makeTabs } from "./ui/tabs";
import { makeToolbar } from "./ui/toolbar";

/** One mounted text: built once for a text, kept through every rerun of the page. */
export class Instance {
  readonly root: HTMLElement;
  private readonly session: LiveSession;
  private readonly editors: Editor[];
  private readonly margin: Margin;
  private readonly cleanups: (() => void)[] = [];
  private readonly refreshTools: () => void;
  private readonly refreshState: () => void;
  private readonly meter: Meter;
  private frame = 0;
  private editable = false;

  constructor(private data: EditorData, parent: HTMLElement, private readonly rebuild: () => void) {
    const t = translator(data.lang);
    const root = h("div", { class: "chemise-editor", lang: data.lang, "data-state": "offline", "data-text": data.text_id });
    this.root = root;
    parent.append(root);
    this.session = new LiveSession(data, () => this.onSession());
    const notice = makeNotice(t);
    const tabs = makeTabs(data.fragments, t("levels"), () => this.schedule());
    const current = () => this.editors[tabs.active()];
    const askLink = () => this.editable && openLinkDialog(root, current(), this.data, t, this.margin.isSuggesting);
    const printing = (index: number) => (width: unknown) => printNote(width, data.fragments[index].printed, data.lang, t);
    const askFigure = (file?: File) => this.editable && this.data.upload_path
      && openNewFigure(root, current(), this.data.upload_path, t, printing(tabs.active()), file);
    this.margin = new Margin({
      root, t, tabs, session: this.session, data: () => this.data, editors: () => this.editors ?? [], notice: notice.show,
      changed: () => this.schedule(),
    });
    const people = makePeople(this.session.provider.awareness, data.me, t);
    const toolbar = makeToolbar({
      root, t, editor: current, askLink, askFigure: () => askFigure(), canUpload: () => Boolean(this.data.upload_path),
    }, [...this.margin.buttons, helpButton(root, t)]);
    const state = makeStateLine(root, this.session, t, { copy: () => void this.copyText(tabs.active()), reload: () => void this.reload() });
    this.meter = makeMeter(this.session.doc, () => this.data.measure_path, t);
    root.append(
      h("div", { class: "chemise-head" }, tabs.list, h("div", { class: "chemise-status" }, state.line, people.element)),
      h("div", { class: "chemise-sticky" }, toolbar.element, state.banner),
      this.meter.element, notice.element, ...tabs.panels);
    this.editors = data.fragments.map((spec, index) => makeEditor(tabs.panels[index], spec, data, this.session, {
      t, askLink,
      editFigure: (attrs, pos) => openFigureTexts(root, this.editors[index], attrs, pos, t, printing(index)),
      addPicture: (file) => askFigure(file),
      notice: notice.show,
      changed: () => this.schedule(),
      margin: this.margin.extensions(index),
    }));
    this.margin.start();
    this.refreshTools = toolbar.refresh;
    this.refreshState = state.refresh;
    const guard = guardAgainstDialogs(root, () => this.session.state === "offline");
    this.cleanups.push(this.meter.destroy, people.destroy, notice.destroy, guard, () => this.margin.destroy());
    this.paintScheme();
    this.onSession();
    this.schedule();
  }

  get textId(): string {
    return this.data.text_id;
  }

  get lang(): string {
    return this.data.lang;
  }

  refresh(data: EditorData): void {
    this.data = data;
    this.session.refresh(data);
    this.meter.ask();
    this.paintScheme();
    this.schedule();
  }

  private paintScheme(): void {
    this.root.dataset.scheme = isDark(this.root) ? "dark" : "light";
  }

  private onSession(): void {
    // The session may speak before the editors exist.
    if (!this.refreshState) return;
    this.refreshState();
    const { editable } = this.session;
    this.root.classList.toggle("is-opening", !this.session.ready);
    if (editable === this.editable) return;
    this.editable = editable;
    for (const editor of this.editors) {
      editor.setEditable(editable, false);
      editor.view.dom.setAttribute("aria-readonly", String(!editable));
    }
    this.schedule();
  }

  /** Buttons follow the text at most once a frame, whatever the number of people typing. */
  private schedule(): void {
    if (this.frame) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.refreshTools?.();
      this.margin.refresh();
    });
  }

  private async copyText(active: number): Promise<void> {
    const text = this.editors[active].getText({ blockSeparator: "\n\n" });
    await navigator.clipboard.writeText(text).catch(() => undefined);
  }

  private async reload(): Promise<void> {
    await this.session.discard();
    this.rebuild();
  }

  destroy(): void {
    cancelAnimationFrame(this.frame);
    this.frame = -1;
    this.cleanups.forEach((cleanup) => cleanup());
    this.editors.forEach((editor) => editor.destroy());
    this.session.destroy();
    this.root.remove();
  }
}
