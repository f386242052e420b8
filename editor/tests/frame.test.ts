// Suggestions of links, lists, quotes and callouts; alone, by two people, offline and undone.
import { Editor } from "@tiptap/core";
import { expect, test } from "vitest";
import { suggestionsIn } from "../src/suggest/list";
import { applyLink, removeLink } from "../src/ui/linkDialog";
import { LEA, MAX, begun, copied, decide, html, meet, said } from "./suggesting";

const LINK = (href: string, words: string) => `<a href="${href}" data-href="${href}" target="_blank" rel="noopener noreferrer nofollow">${words}</a>`;
const WEB = "https://apeas.fr";
const within = (editor: Editor, from: number, to = from) => editor.chain().setTextSelection({ from, to });

// What is done, on what, and what the text is once it is accepted.
const ACTS: [string, string, (editor: Editor) => void, string, string[]][] = [
  ["a list of two paragraphs", "<p>un</p><p>deux</p><p>x</p>", (e) => within(e, 2, 7).toggleBulletList().run(),
    "<ul><li><p>un</p></li><li><p>deux</p></li></ul><p>x</p>", ["bulletList: un", "bulletList: deux"]],
  ["a numbered list", "<p>un</p>", (e) => within(e, 2).toggleOrderedList().run(), "<ol><li><p>un</p></li></ol>", ["orderedList: un"]],
  ["a title that becomes a list", "<h2>un</h2><p>x</p>", (e) => within(e, 2).toggleBulletList().run(),
    "<ul><li><p>un</p></li></ul><p>x</p>", ["bulletList: un"]],
  ["a list beside a list", "<ul><li><p>un</p></li></ul><p>deux</p><ul><li><p>trois</p></li></ul>", (e) => within(e, 10).toggleBulletList().run(),
    "<ul><li><p>un</p></li><li><p>deux</p></li><li><p>trois</p></li></ul>", ["bulletList: deux"]],
  ["a quote", "<p>un</p><p>deux</p>", (e) => within(e, 2, 7).toggleBlockquote().run(),
    "<blockquote><p>un</p><p>deux</p></blockquote>", ["blockquote: un", "blockquote: deux"]],
  ["a callout with its tone", "<h2>un</h2><p>deux</p>", (e) => within(e, 2, 7).toggleCallout("warning").run(),
    '<div data-callout="" data-tone="warning" role="note" aria-label="warning"><h2>un</h2><p>deux</p></div>', ["calloutWarning: un", "calloutWarning: deux"]],
  ["another tone", '<div data-callout data-tone="info"><p>un</p></div>', (e) => within(e, 3).toggleCallout("idea").run(),
    '<div data-callout="" data-tone="idea" role="note" aria-label="idea"><p>un</p></div>', ["calloutIdea: un"]],
  ["a list that is numbered", "<ul><li><p>un</p></li><li><p>deux</p><ul><li><p>bas</p></li></ul></li></ul>", (e) => within(e, 4).toggleOrderedList().run(),
    "<ol><li><p>un</p></li><li><p>deux</p><ul><li><p>bas</p></li></ul></li></ol>", ["orderedList: un", "orderedList: deux"]],
  ["a line out of its list", "<ul><li><p>un</p></li><li><p>deux</p></li><li><p>trois</p></li></ul>", (e) => within(e, 10).toggleBulletList().run(),
    "<ul><li><p>un</p></li></ul><p>deux</p><ul><li><p>trois</p></li></ul>", ["outside: deux"]],
  ["a whole list undone", "<ul><li><p>un</p></li><li><p>deux</p></li></ul>", (e) => within(e, 4, 12).toggleBulletList().run(), "<p>un</p><p>deux</p>",
    ["outside: un", "outside: deux"]],
  ["a line one step out", "<ul><li><p>un</p><ul><li><p>bas</p></li></ul></li></ul>", (e) => within(e, 9).liftListItem("listItem").run(),
    "<ul><li><p>un</p></li><li><p>bas</p></li></ul>", ["outside: bas"]],
  ["a paragraph out of its quote", "<blockquote><p>un</p><p>deux</p></blockquote>", (e) => within(e, 3).toggleBlockquote().run(),
    "<p>un</p><blockquote><p>deux</p></blockquote>", ["outside: un"]],
  ["a callout undone", '<div data-callout data-tone="info"><p>un</p><p>deux</p></div>', (e) => within(e, 3, 8).toggleCallout("info").run(), "<p>un</p><p>deux</p>",
    ["outside: un", "outside: deux"]],
  ["a link", "<p>abcd</p>", (e) => within(e, 2, 4).setLink(WEB).run(), `<p>a${LINK(WEB, "bc")}d</p>`, ["link: bc"]],
  ["another address", `<p>a<a href="https://ailleurs.fr">bc</a>d</p>`, (e) => within(e, 3).setLink(WEB).run(), `<p>a${LINK(WEB, "bc")}d</p>`, ["link: bc"]],
  ["a link taken off", `<p>a<a href="${WEB}">bc</a>d</p>`, (e) => within(e, 3).unsetLink().run(), "<p>abcd</p>", ["plainLink: bc"]],
];

test.each(ACTS)("%s is proposed: nothing moves until it is accepted", (_name, before, act, after, changes) => {
  const { editor, refusals } = begun(before);
  const was = editor.getJSON();
  act(editor);
  expect(refusals).toEqual([]);
  expect(said(editor)).toEqual(changes);
  expect(new Set(suggestionsIn(editor.state.doc).map(({ id }) => id)).size).toBe(1);
  decide(editor, "accepted");
  expect(html(editor)).toBe(after);
  expect(suggestionsIn(editor.state.doc)).toEqual([]);
  editor.commands.setContent(was);
});

test.each(ACTS)("%s is refused: the text is what it was", (_name, before, act) => {
  const { editor } = begun(before);
  const was = editor.getJSON();
  act(editor);
  decide(editor, "rejected");
  expect(editor.getJSON()).toEqual(was);
});

test.each(ACTS.filter(([name]) => !/a link$|another address/.test(name)))("%s, asked twice, is taken back", (_name, before, act) => {
  const { editor } = begun(before);
  const was = editor.getJSON();
  act(editor);
  act(editor);
  expect(said(editor)).toEqual([]);
  expect(editor.getJSON()).toEqual(was);
});

test.each(ACTS)("%s, decided by two at the same instant, ends the same, and each word is there once", (_name, before, act) => {
  for (const [first, second] of [["accepted", "accepted"], ["accepted", "rejected"], ["rejected", "accepted"]] as const) {
    const one = begun(before);
    act(one.editor);
    const two = copied(one.doc);
    decide(one.editor, first, true);
    decide(two.editor, second, false);
    meet(one, two);
    for (const word of ["un", "deux", "trois", "abcd", "bas"]) {
      expect(one.editor.getText().match(new RegExp(`\\b${word}\\b`, "g"))?.length ?? 0).toBe(new RegExp(`\\b${word}\\b`).test(before) || (word === "abcd" && /bc/.test(before)) ? 1 : 0);
    }
    one.editor.destroy();
    two.editor.destroy();
  }
});

test.each(ACTS)("somebody else writes offline where %s is proposed: both meet again", (_name, before, act) => {
  const one = begun(before);
  const two = copied(one.doc);
  two.mode.on = false;
  act(one.editor);
  two.editor.view.dispatch(two.editor.state.tr.insertText("NEUF", two.editor.state.doc.content.size - (two.editor.state.doc.lastChild!.isTextblock ? 1 : 3)));
  meet(one, two);
  expect(one.editor.getText()).toContain("NEUF");
  expect(suggestionsIn(one.editor.state.doc)).toHaveLength(1);
  decide(one.editor, "accepted");
  meet(one, two);
  expect(one.editor.getText()).toContain("NEUF");
});

test("somebody else's list is not changed into a quote", () => {
  const one = begun("<p>un</p>");
  within(one.editor, 2).toggleBulletList().run();
  const two = copied(one.doc);
  within(two.editor, 2).toggleBlockquote().run();
  expect(two.refusals).toEqual(["taken"]);
  expect(said(two.editor)).toEqual(["bulletList: un"]);
});

test("one's own proposed words become a list at once, and go with it", () => {
  const { editor } = begun("<p>a</p>");
  within(editor, 2).splitBlock().run();
  editor.view.dispatch(editor.state.tr.insertText("neuf", editor.state.selection.from));
  editor.commands.toggleBulletList();
  expect(html(editor)).toContain("<ul>");
  decide(editor, "rejected");
  expect(html(editor)).toBe("<p>a</p>");
});

test("what would nest a list in another one, or carry a picture along, is not proposed and not done", () => {
  const { editor, refusals } = begun("<ul><li><p>un</p></li><li><p>deux</p></li></ul>");
  within(editor, 10).sinkListItem("listItem").run();
  expect(refusals).toEqual(["not"]);
  expect(said(editor)).toEqual([]);
  const other = begun("<p>un</p><ul><li><p>deux</p></li></ul>");
  other.editor.chain().selectAll().toggleCallout("info").run();
  expect(other.refusals).toEqual(["not"]);
});

test("a line that was cut in two meanwhile leaves its list only if it still can; no word is lost", () => {
  const one = begun("<ul><li><p>un</p></li></ul>");
  within(one.editor, 4).toggleBulletList().run();
  one.mode.on = false;
  one.editor.chain().setTextSelection(5).insertContentAt(5, "<p>bis</p>").run();
  decide(one.editor, "accepted");
  expect(one.editor.getText()).toContain("un");
  expect(one.editor.getText()).toContain("bis");
  expect(suggestionsIn(one.editor.state.doc)).toEqual([]);
});

test("in the dialog, a proposed link is changed or taken back without touching the link that is there", () => {
  const { editor } = begun(`<p>a<a href="https://ailleurs.fr">bc</a>d</p>`);
  within(editor, 3).setLink(WEB).run();
  const other = "fiche:22222222-2222-4222-8222-222222222222";
  within(editor, 3).run();
  applyLink(editor, other, "", WEB);
  expect(suggestionsIn(editor.state.doc).map(({ changes }) => changes[0].href)).toEqual([other]);
  within(editor, 3).run();
  removeLink(editor, other);
  expect(said(editor)).toEqual([]);
  expect(html(editor)).toContain("https://ailleurs.fr");
});

test("somebody else's proposed link is not taken back for them", () => {
  const one = begun("<p>abcd</p>");
  within(one.editor, 2, 4).setLink(WEB).run();
  const two = copied(one.doc);
  within(two.editor, 3).run();
  removeLink(two.editor, WEB);
  within(two.editor, 2, 4).setLink("https://autre.fr").run();
  expect(two.refusals).toEqual(["taken", "taken"]);
  expect(said(two.editor)).toEqual(["link: bc"]);
});

test("an address that is refused is never made a link by accepting it", () => {
  const { editor } = begun("<p>abcd</p>");
  const mark = editor.schema.marks.proposedLink.create({ id: LEA, person: MAX, name: "Max", at: "x", href: "javascript:alert(1)" });
  editor.view.dispatch(editor.state.tr.addMark(2, 4, mark).setMeta("chemiseSettled", true));
  expect(html(editor)).not.toContain("javascript");
  decide(editor, "accepted");
  expect(html(editor)).toBe("<p>abcd</p>");
});

test("undo takes a proposed list back", async () => {
  const { editor } = begun("<p>un</p>");
  await new Promise((done) => setTimeout(done, 600));  // two acts of one moment are undone as one
  within(editor, 2).toggleBulletList().run();
  editor.commands.undo();
  expect(said(editor)).toEqual([]);
  expect(html(editor)).toBe("<p>un</p>");
});
