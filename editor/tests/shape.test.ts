// Suggestions that are more than words: formats, titles, blocks; alone, by two people, offline and undone.
import { Editor } from "@tiptap/core";
import { NodeSelection } from "@tiptap/pm/state";
import { expect, test } from "vitest";
import { proposalOf } from "../src/schema/proposals";
import { suggestionsIn } from "../src/suggest/list";
import { LEA, begun, copied, decide, editorFor, html, meet, said } from "./suggesting";

const FACADE = { src: "/pictures/1", picture: "1", alt: "La façade", credit: "", width: 900, height: 600 };
const bold = (editor: Editor, from: number, to: number) => editor.chain().setTextSelection({ from, to }).toggleBold().run();

test.each([["accepted", "<p>a<strong>bc</strong>d</p>"], ["rejected", "<p>abcd</p>"]] as const)("bold is proposed, then %s", (outcome, expected) => {
  const { editor } = begun("<p>abcd</p>");
  bold(editor, 2, 4);
  expect(said(editor)).toEqual(["bold: bc"]);
  expect(html(editor)).not.toContain("<strong>");
  expect([editor.state.selection.from, editor.state.selection.to]).toEqual([2, 4]);
  decide(editor, outcome);
  expect(html(editor)).toBe(expected);
});

test.each([["accepted", "<p>abcd</p>"], ["rejected", "<p>a<strong>bc</strong>d</p>"]] as const)("taking bold away is proposed, then %s", (outcome, expected) => {
  const { editor } = begun("<p>a<strong>bc</strong>d</p>");
  bold(editor, 2, 4);
  expect(said(editor)).toEqual(["plainBold: bc"]);
  decide(editor, outcome);
  expect(html(editor)).toBe(expected);
});

test("the same button again takes one's own suggestion back; bold and italic stand side by side", () => {
  const { editor } = begun("<p>abcd</p><p>ef</p>");
  bold(editor, 2, 4);
  editor.chain().setTextSelection({ from: 2, to: 9 }).toggleBold().run();
  editor.chain().setTextSelection({ from: 3, to: 4 }).toggleItalic().run();
  expect(said(editor)).toEqual(["bold: bc", "italic: c", "bold: def"]);
  editor.chain().setTextSelection({ from: 2, to: 9 }).toggleBold().run();
  expect(said(editor)).toEqual(["italic: c"]);
});

test("one's own proposed words take a format at once, with their own suggestion", () => {
  const { editor } = begun("<p>ab</p>");
  editor.view.dispatch(editor.state.tr.insertText("XY", 2));
  bold(editor, 2, 4);
  expect(said(editor)).toEqual([]);
  expect(suggestionsIn(editor.state.doc).map(({ added }) => added)).toEqual(["XY"]);
  decide(editor, "accepted");
  expect(html(editor)).toBe("<p>a<strong>XY</strong>b</p>");
});

test("what somebody else proposes for the same words stays theirs, and is said", () => {
  const one = begun("<p>abcd</p>");
  bold(one.editor, 2, 3);
  const two = copied(one.doc);
  bold(two.editor, 2, 3);
  expect(two.refusals).toEqual(["taken"]);
  bold(two.editor, 2, 5);
  expect(two.refusals).toEqual(["taken", "taken"]);
  expect(suggestionsIn(two.editor.state.doc).map(({ name, changes }) => [name, changes[0].words])).toEqual([["Léa", "b"], ["Max", "cd"]]);
});

test.each([["accepted", "<h2>Titre</h2><p>x</p>"], ["rejected", "<p>Titre</p><p>x</p>"]] as const)("a title is proposed, then %s", (outcome, expected) => {
  const { editor } = begun("<p>Titre</p><p>x</p>");
  editor.chain().setTextSelection(3).toggleHeading({ level: 2 }).run();
  expect(said(editor)).toEqual(["heading2: Titre"]);
  expect(editor.state.doc.firstChild!.type.name).toBe("paragraph");
  expect(editor.state.selection.from).toBe(3);
  decide(editor, outcome);
  expect(html(editor)).toBe(expected);
});

test("levels change, go back, and a title becomes text", () => {
  const { editor } = begun("<h2>Titre</h2><p>x</p>");
  editor.chain().setTextSelection(3).toggleHeading({ level: 3 }).run();
  expect(said(editor)).toEqual(["heading3: Titre"]);
  editor.chain().setTextSelection(3).toggleHeading({ level: 3 }).run();
  expect(said(editor)).toEqual([]);
  editor.chain().setTextSelection(3).toggleHeading({ level: 2 }).run();
  expect(said(editor)).toEqual(["paragraph: Titre"]);
  decide(editor, "accepted");
  expect(html(editor)).toBe("<p>Titre</p><p>x</p>");
});

test("somebody else's title is not changed into another one", () => {
  const one = begun("<p>Titre</p>");
  one.editor.chain().setTextSelection(3).toggleHeading({ level: 2 }).run();
  const two = copied(one.doc);
  two.editor.chain().setTextSelection(3).toggleHeading({ level: 3 }).run();
  expect(two.refusals).toEqual(["taken"]);
  expect(said(two.editor)).toEqual(["heading2: Titre"]);
});

test("the paragraph after a proposed title is not part of it", () => {
  const { editor } = begun("<p>Titre</p>");
  editor.chain().setTextSelection(3).toggleHeading({ level: 2 }).run();
  editor.chain().setTextSelection(6).splitBlock().run();
  editor.view.dispatch(editor.state.tr.insertText("suite", editor.state.selection.from));
  expect(said(editor)).toEqual(["heading2: Titre"]);
  expect(suggestionsIn(editor.state.doc)).toHaveLength(2);
});

test.each([["accepted", 1], ["rejected", 0]] as const)("a picture is proposed, then %s", (outcome, count) => {
  const { editor } = begun("<p>a</p>");
  editor.chain().setTextSelection(2).insertFigure(FACADE).run();
  expect(said(editor)).toEqual(["added: La façade"]);
  expect(editor.state.selection).toBeInstanceOf(NodeSelection);
  decide(editor, outcome);
  expect(suggestionsIn(editor.state.doc)).toEqual([]);
  expect(editor.view.dom.querySelectorAll("figure")).toHaveLength(count);
  expect(editor.getText()).toContain("a");
});

function withFigure() {
  const one = editorFor(LEA);
  one.editor.commands.setContent({ type: "doc", content: [
    { type: "paragraph", content: [{ type: "text", text: "avant" }] }, { type: "figure", attrs: FACADE },
    { type: "paragraph", content: [{ type: "text", text: "après" }] }] });
  one.mode.on = true;
  return one;
}

test.each([["accepted", 0], ["rejected", 1]] as const)("taking a picture away is proposed, then %s", (outcome, count) => {
  const { editor } = withFigure();
  editor.commands.setNodeSelection(7);
  editor.commands.deleteSelection();
  expect(said(editor)).toEqual(["removed: La façade"]);
  expect(editor.view.dom.querySelector("figure")?.dataset.becomes).toBe("removed");
  decide(editor, outcome);
  expect(editor.view.dom.querySelectorAll("figure")).toHaveLength(count);
  expect(editor.getText()).toContain("après");
});

test("a selection over words and a picture proposes to take both away", () => {
  const { editor } = withFigure();
  editor.chain().setTextSelection({ from: 4, to: 12 }).deleteSelection().run();
  expect(editor.view.dom.querySelectorAll("figure")).toHaveLength(1);
  const [one] = suggestionsIn(editor.state.doc);
  expect([one.removed, one.changes.map(({ becomes }) => becomes)]).toEqual(["ntapr", ["removed"]]);
  decide(editor, "rejected");
  expect(editor.getText({ blockSeparator: "|" })).toContain("avant");
  expect(editor.getText({ blockSeparator: "|" })).toContain("après");
});

test("a picture of one's own suggestion is really taken away, and its texts can be changed", () => {
  const { editor, refusals } = begun("<p>a</p>");
  editor.chain().setTextSelection(2).insertFigure(FACADE).run();
  const at = editor.state.selection.from;
  editor.view.dispatch(editor.state.tr.setNodeMarkup(at, undefined, { ...editor.state.doc.nodeAt(at)!.attrs, alt: "Autre" }));
  expect(said(editor)).toEqual(["added: Autre"]);
  editor.commands.setNodeSelection(at);
  editor.commands.deleteSelection();
  expect(suggestionsIn(editor.state.doc)).toEqual([]);
  expect(editor.view.dom.querySelector("figure")).toBeNull();
  expect(refusals).toEqual([]);
});

test("the texts of a picture that is there cannot be proposed, and say so", () => {
  const { editor, refusals } = withFigure();
  editor.view.dispatch(editor.state.tr.setNodeMarkup(7, undefined, { ...FACADE, alt: "Autre" }));
  expect(editor.state.doc.nodeAt(7)!.attrs.alt).toBe("La façade");
  expect(refusals).toEqual(["not"]);
});

test("a table and a key figure are proposed whole, written in freely, and go whole", () => {
  const { editor, refusals } = begun("<p>a</p><p></p>");
  editor.chain().setTextSelection(4).insertTable({ rows: 2, cols: 2, withHeaderRow: true }).run();
  editor.commands.insertContent("Étape");
  editor.commands.addRowAfter();
  expect(refusals).toEqual([]);
  expect(editor.view.dom.querySelectorAll("tr")).toHaveLength(3);
  editor.chain().setTextSelection(2).insertKeyFigure().run();
  editor.commands.insertContent("150");
  expect(said(editor)).toEqual(["added: 150 ", expect.stringMatching(/^added: Étape/)]);
  decide(editor, "rejected");
  expect(editor.getText().trim()).toBe("a");
  expect(suggestionsIn(editor.state.doc)).toEqual([]);
});

test("taking a table away is proposed", () => {
  const { editor } = begun("<table><tr><td><p>un</p></td></tr></table><p>x</p>");
  editor.chain().setTextSelection(5).deleteTable().run();
  expect(said(editor)).toEqual(["removed: un"]);
  decide(editor, "accepted");
  expect(html(editor)).toBe("<p>x</p>");
});

test("copied blocks carry nobody's suggestion", () => {
  const { editor } = withFigure();
  editor.commands.setNodeSelection(7);
  editor.commands.deleteSelection();
  let slice = editor.state.doc.slice(0, editor.state.doc.content.size);
  editor.view.someProp("transformPasted", (transform) => { slice = transform(slice, editor.view, false); });
  expect(JSON.stringify(slice.toJSON())).not.toContain("removed");
});

test("undo takes a suggestion back and leaves the text as it was", async () => {
  const { editor } = begun("<p>Titre</p>");
  await new Promise((done) => setTimeout(done, 600));  // two acts of one moment are undone as one
  editor.chain().setTextSelection(3).toggleHeading({ level: 2 }).run();
  editor.commands.undo();
  expect(said(editor)).toEqual([]);
  expect(editor.getText()).toBe("Titre");
});

test.each([["accepted", "accepted"], ["rejected", "rejected"], ["accepted", "rejected"], ["rejected", "accepted"]] as const)(
  "two who decide at the same instant (%s, %s) end the same, and no word is there twice or gone", (first, second) => {
    const one = begun("<p>Titre</p><p>abcd</p>");
    one.editor.chain().setTextSelection(3).toggleHeading({ level: 2 }).run();
    bold(one.editor, 9, 11);
    one.editor.chain().setTextSelection(12).insertFigure(FACADE).run();
    const two = copied(one.doc);
    decide(one.editor, first, true);
    decide(two.editor, second, false);  // the server named the other one as who decides
    meet(one, two);
    expect(one.editor.getText({ blockSeparator: "|" }).match(/Titre/g)).toHaveLength(1);
    expect(one.editor.getText({ blockSeparator: "|" }).match(/abcd/g)).toHaveLength(1);
  });

test("somebody writes offline in a paragraph whose title is proposed: the words and the suggestion meet again", () => {
  const one = begun("<p>Titre</p>");
  const two = copied(one.doc);
  two.mode.on = false;
  one.editor.chain().setTextSelection(3).toggleHeading({ level: 2 }).run();
  two.editor.view.dispatch(two.editor.state.tr.insertText(" neuf", 6));
  meet(one, two);
  expect(said(one.editor)).toEqual(["heading2: Titre neuf"]);
});

test("two propose at the same instant: no word is lost, and what stands can be decided of", () => {
  const one = begun("<p>abcd</p>");
  const two = copied(one.doc);
  one.editor.chain().setTextSelection(3).toggleHeading({ level: 2 }).run();
  two.editor.chain().setTextSelection(3).toggleHeading({ level: 3 }).run();
  bold(one.editor, 1, 4);
  bold(two.editor, 2, 5);
  meet(one, two);
  expect(one.editor.getText()).toBe("abcd");
  decide(one.editor, "accepted");
  meet(one, two);
  expect(suggestionsIn(one.editor.state.doc)).toEqual([]);
  expect(one.editor.getText()).toBe("abcd");
});

test("an attribute of somebody's own making is no suggestion", () => {
  const { editor } = begun("<p>a</p>");
  for (const proposal of ["x", "{}", "[]", '{"id":1}', JSON.stringify({ id: "a", person: "b", name: "c", at: "d", to: "script" })]) {
    editor.view.dispatch(editor.state.tr.setNodeAttribute(0, "proposal", proposal).setMeta("chemiseSettled", true));
    expect(proposalOf(editor.state.doc.firstChild!)).toBeNull();
    expect(suggestionsIn(editor.state.doc)).toEqual([]);
  }
});
