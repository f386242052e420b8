import { Editor } from "@tiptap/core";
import { Slice } from "@tiptap/pm/model";
import * as Y from "yjs";
import { expect, test } from "vitest";
import { carryOut, suggestionsIn, type Outcome } from "../src/suggest/list";
import { LEA, MAX, begun, editorFor } from "./suggesting";

const type = (editor: Editor, at: number, text: string, to = at) => editor.view.dispatch(editor.state.tr.insertText(text, at, to));
const decide = (editor: Editor, outcome: Outcome) => {
  const tr = carryOut(editor.state, new Map(suggestionsIn(editor.state.doc).map(({ id }) => [id, outcome])));
  if (tr) editor.view.dispatch(tr);
};
const said = (editor: Editor) => suggestionsIn(editor.state.doc).map(({ added, removed }) => [removed, added]);

test("typed letters are one proposal, and the words that were there stay", () => {
  const { editor } = begun("<p>Un projet</p>");
  type(editor, 3, "grand");
  type(editor, 8, " ");
  type(editor, 9, "beau");
  expect(editor.getText()).toBe("Ungrand beau projet");
  expect(said(editor)).toEqual([["", "grand beau"]]);
  decide(editor, "rejected");
  expect(editor.getText()).toBe("Un projet");
});

test("typing over words proposes both halves under one id", () => {
  const { editor } = begun("<p>Un petit projet</p>");
  type(editor, 4, "grand", 9);
  expect(said(editor)).toEqual([["petit", "grand"]]);
  expect(editor.state.selection.from).toBe(14);
  decide(editor, "accepted");
  expect(editor.getText()).toBe("Un grand projet");
  expect(suggestionsIn(editor.state.doc)).toEqual([]);
});

test("backspace walks back over what it proposes to take away", () => {
  const { editor } = begun("<p>abc</p>");
  editor.commands.setTextSelection(4);
  for (const at of [3, 2]) editor.view.dispatch(editor.state.tr.delete(at, at + 1));
  expect(said(editor)).toEqual([["bc", ""]]);
  expect(editor.state.selection.from).toBe(2);
  decide(editor, "rejected");
  expect(editor.getText()).toBe("abc");
});

test("one's own proposed words are really deleted, others' are proposed to go", () => {
  const { editor, doc } = begun("<p>ab</p>");
  type(editor, 2, "XYZ");
  editor.view.dispatch(editor.state.tr.delete(2, 4));
  expect(said(editor)).toEqual([["", "Z"]]);
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  const other = editorFor(MAX, copy);
  other.mode.on = true;
  other.editor.view.dispatch(other.editor.state.tr.delete(2, 3));
  expect(said(other.editor)).toEqual([["", "Z"], ["Z", ""]]);
  expect(other.editor.getText()).toBe("aZb");
});

test("what cannot be proposed is never done instead, and says so", () => {
  const { editor, refusals } = begun("<p>abcdef</p><p>x</p>");
  const acts = [
    () => editor.chain().setTextSelection(3).splitBlock().run(),
    () => editor.chain().setTextSelection(3).setHardBreak().run(),
    () => editor.chain().setTextSelection(3).insertTable({ rows: 2, cols: 2 }).run(),
    () => editor.view.dispatch(editor.state.tr.join(8)),
  ];
  acts.forEach((act, index) => {
    act();
    expect(refusals.length, String(act)).toBe(index + 1);
    expect(editor.getHTML()).toBe("<p>abcdef</p><p>x</p>");
  });
});

test("a new paragraph can be proposed, and goes when it is refused", () => {
  const { editor } = begun("<p>Un</p>");
  editor.chain().setTextSelection(3).splitBlock().run();
  type(editor, editor.state.selection.from, "Deux");
  expect(editor.getText({ blockSeparator: "|" })).toBe("Un|Deux");
  decide(editor, "rejected");
  expect(editor.getText({ blockSeparator: "|" })).toBe("Un");
});

test("several pasted paragraphs stand after this one, whole", () => {
  const { editor } = begun("<p>Un et deux</p>");
  const { schema } = editor;
  const slice = Slice.maxOpen(schema.nodes.doc.create(null, ["A", "B"].map((word) => schema.nodes.paragraph.create(null, schema.text(word)))).content);
  editor.view.dispatch(editor.state.tr.replace(4, 4, slice));
  expect(editor.getText({ blockSeparator: "|" })).toBe("Un et deux|A|B");
  decide(editor, "rejected");
  expect(editor.getText({ blockSeparator: "|" })).toBe("Un et deux");
});

test("copied words carry nobody's suggestion", () => {
  const { editor } = begun("<p>ab</p>");
  type(editor, 2, "X");
  let slice = editor.state.doc.slice(1, 4);
  editor.view.someProp("transformPasted", (transform) => { slice = transform(slice, editor.view, false); });
  expect(JSON.stringify(slice.toJSON())).not.toContain("insertion");
});

test("a decision survives the shared document and cannot be undone by a key", () => {
  const one = begun("<p>Un projet</p>");
  type(one.editor, 3, " grand");
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(one.doc));
  const two = editorFor(MAX, copy);
  expect(suggestionsIn(two.editor.state.doc)).toMatchObject([{ person: LEA, name: "Léa", added: " grand" }]);
  decide(two.editor, "accepted");
  two.editor.commands.undo();
  Y.applyUpdate(one.doc, Y.encodeStateAsUpdate(copy));
  expect(one.editor.getHTML()).toBe("<p>Un grand projet</p>");
});

test("accepting and refusing at the same instant end the same everywhere", () => {
  const one = begun("<p>Un projet</p>");
  type(one.editor, 4, "beau", 10);
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(one.doc));
  const two = editorFor(MAX, copy);
  decide(one.editor, "accepted");
  decide(two.editor, "accepted");
  Y.applyUpdate(one.doc, Y.encodeStateAsUpdate(copy));
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(one.doc));
  expect(one.editor.getHTML()).toBe("<p>Un beau</p>");
  expect(two.editor.getHTML()).toBe("<p>Un beau</p>");
});
