// Editors in suggestion mode, of one person or of two who meet, and what is proposed in them.
import { Editor } from "@tiptap/core";
import { Collaboration } from "@tiptap/extension-collaboration";
import * as Y from "yjs";
import { afterEach, expect } from "vitest";
import { schemaExtensions } from "../src/schema";
import { carryOut, suggestionsIn, type Outcome } from "../src/suggest/list";
import { SuggestionMode } from "../src/suggest/track";

export const LEA = "22222222-2222-4222-8222-222222222222";
export const MAX = "33333333-3333-4333-8333-333333333333";
const made: Editor[] = [];
afterEach(() => made.splice(0).forEach((editor) => editor.destroy()));

export function editorFor(person: string, doc = new Y.Doc()) {
  const mode = { on: false };
  const refusals: string[] = [];
  const editor = new Editor({
    element: document.createElement("div"), injectCSS: false,
    extensions: [...schemaExtensions(), Collaboration.configure({ fragment: doc.getXmlFragment("level1") }),
      SuggestionMode.configure({ on: () => mode.on, author: () => ({ person, name: person === LEA ? "Léa" : "Max" }), refused: (why) => refusals.push(why) })],
  });
  made.push(editor);
  return { editor, mode, doc, refusals };
}
export function begun(html: string) {
  const one = editorFor(LEA);
  one.editor.commands.setContent(html);
  one.mode.on = true;
  return one;
}
export function copied(doc: Y.Doc, person = MAX) {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  const other = editorFor(person, copy);
  other.mode.on = true;
  return other;
}
type Someone = ReturnType<typeof editorFor>;
export function meet(one: Someone, two: Someone) {
  const [first, second] = [Y.encodeStateAsUpdate(one.doc), Y.encodeStateAsUpdate(two.doc)];
  Y.applyUpdate(two.doc, first);
  Y.applyUpdate(one.doc, second);
  expect(one.editor.getJSON()).toEqual(two.editor.getJSON());
}
export const said = (editor: Editor) => suggestionsIn(editor.state.doc).flatMap(({ changes }) => changes.map(({ becomes, words }) => `${becomes}: ${words}`));
export function decide(editor: Editor, outcome: Outcome, isMine = true) {
  const tr = carryOut(editor.state, new Map(suggestionsIn(editor.state.doc).map(({ id }) => [id, outcome])), () => isMine);
  if (tr) editor.view.dispatch(tr);
}
export const html = (editor: Editor) => editor.getHTML();
