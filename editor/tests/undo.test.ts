// ueberdosis/y-tiptap#48: after an undo that makes the text shorter, what somebody else writes must still arrive.
import { Editor, type AnyExtension } from "@tiptap/core";
import { Collaboration } from "@tiptap/extension-collaboration";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import { Plugin } from "@tiptap/pm/state";
import * as Y from "yjs";
import { afterEach, expect, test, vi } from "vitest";
import { schemaExtensions } from "../src/schema";
import { Steady } from "../src/live/steady";

const made: Editor[] = [];
afterEach(() => made.splice(0).forEach((editor) => editor.destroy()));
const pause = () => new Promise((done) => setTimeout(done, 600));

function editorFor(doc: Y.Doc, ...more: AnyExtension[]): Editor {
  const editor = new Editor({
    element: document.createElement("div"), injectCSS: false,
    extensions: [...schemaExtensions(), Collaboration.configure({ fragment: doc.getXmlFragment("level1") }), ...more],
  });
  made.push(editor);
  return editor;
}

/** One writes at the end; the other makes the text shorter; one takes it back; then the other writes again. */
async function story(...more: AnyExtension[]) {
  const [mine, theirs] = [new Y.Doc(), new Y.Doc()];
  const one = editorFor(mine, ...more);
  one.commands.setContent("<p>Bonjour</p><p>à toutes les structures du groupe</p>");
  await pause();
  one.commands.setTextSelection(one.state.doc.content.size - 1);
  one.commands.insertContent("!");
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine));
  const two = editorFor(theirs, ...more);
  two.commands.deleteRange({ from: 10, to: two.state.doc.content.size - 2 });
  Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs));
  expect(one.getText({ blockSeparator: "|" })).toBe("Bonjour|!");
  one.commands.undo();
  two.commands.insertContentAt(1, "Ah. ");
  let failure: unknown = null;
  try {
    Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs));
  } catch (error) {
    failure = error;
  }
  return { one, two, mine, theirs, failure };
}

test("without the guard the words of the other one are not drawn: the fault is still there", async () => {
  const { one, failure } = await story();
  expect(failure).toBeInstanceOf(RangeError);
  expect(one.getText()).not.toContain("Ah.");
});

test("with the guard they arrive, the caret is in the text, and the next key takes no word away", async () => {
  const { one, two, mine, theirs, failure } = await story(Steady);
  expect(failure).toBeNull();
  expect(one.getText({ blockSeparator: "|" })).toBe("Ah. Bonjour|");
  expect(one.state.selection.$head.parent.textContent).toBe("");
  one.commands.insertContent("oui");
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine));
  Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs));
  for (const editor of [one, two]) {
    expect(editor.getText()).toContain("Ah.");
    expect(editor.getText()).toContain("Bonjour");
    expect(editor.getText()).toContain("oui");
  }
  expect(one.getJSON()).toEqual(two.getJSON());
});

test("whatever else lies beyond the text draws it anew", () => {
  const [mine, theirs] = [new Y.Doc(), new Y.Doc()];
  const editor = editorFor(mine, Steady);
  editor.commands.setContent("<p>Bonjour</p>");
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine));
  editorFor(theirs).commands.insertContentAt(1, "Ah. ");
  const { binding } = ySyncPluginKey.getState(editor.state);
  mine.on("beforeAllTransactions", () => { binding.beforeTransactionSelection = { ...binding.beforeTransactionSelection, absHead: 900 }; });
  Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs));
  expect(editor.getText()).toBe("Ah. Bonjour");
  expect(editor.state.selection.$head.parent.isTextblock).toBe(true);
});

test("it survives plugins that come later, observes once, and lets any other fault through", () => {
  const doc = new Y.Doc();
  const editor = editorFor(doc, Steady);
  editor.commands.setContent("<p>a</p>");
  editor.registerPlugin(new Plugin({}));
  const dispatched = vi.spyOn(editor.view, "dispatch");
  const other = new Y.Doc();
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  const two = editorFor(other, Steady);
  two.commands.insertContentAt(2, "b");
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
  expect(editor.getText()).toBe("ab");
  expect(dispatched.mock.calls.filter(([tr]) => tr.docChanged)).toHaveLength(1);
  dispatched.mockImplementation(() => { throw new TypeError("another"); });
  two.commands.insertContentAt(3, "c");
  expect(() => Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))).toThrow(TypeError);
});
