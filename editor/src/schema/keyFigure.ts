import { Node, type Editor } from "@tiptap/core";
import { TextSelection } from "@tiptap/pm/state";
import { insertBlock } from "./insert";

declare module "@tiptap/core" {
  interface Commands<ReturnType> {
    keyFigure: { insertKeyFigure: () => ReturnType };
  }
}

/** A number and what it counts: "150", "salariés sur l’ensemble des sites". */
export const KeyFigure = Node.create({
  name: "keyFigure",
  group: "block",
  content: "keyFigureValue keyFigureLabel",
  isolating: true,
  defining: true,

  parseHTML() {
    return [{ tag: "div[data-key-figure]" }];
  },
  renderHTML() {
    return ["div", { "data-key-figure": "" }, 0];
  },
  addCommands() {
    return {
      insertKeyFigure: () => (props) => insertBlock(props, (schema) => schema.nodes.keyFigure.createAndFill(), 2),
    };
  },
  addKeyboardShortcuts() {
    return {
      Enter: () => goOn(this.editor),
      Backspace: () => removeWhenEmpty(this.editor),
    };
  },
});

function part(name: string, attribute: string) {
  return Node.create({
    name,
    content: "text*",
    marks: "",
    isolating: true,
    defining: true,
    selectable: false,
    parseHTML() {
      return [{ tag: `div[${attribute}]` }];
    },
    renderHTML() {
      return ["div", { [attribute]: "" }, 0];
    },
  });
}

export const KeyFigureValue = part("keyFigureValue", "data-key-figure-value");
export const KeyFigureLabel = part("keyFigureLabel", "data-key-figure-label");

/** Enter goes from the number to its label, then out below. */
function goOn(editor: Editor): boolean {
  const { $from } = editor.state.selection;
  const name = $from.parent.type.name;
  if (name === "keyFigureValue") return editor.commands.setTextSelection($from.after() + 1);
  if (name !== "keyFigureLabel") return false;
  const after = $from.after(-1);
  return editor.chain().command(({ tr, state }) => {
    tr.insert(after, state.schema.nodes.paragraph.create());
    tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView();
    return true;
  }).run();
}

function removeWhenEmpty(editor: Editor): boolean {
  const { $from, empty } = editor.state.selection;
  if (!empty || $from.parentOffset > 0) return false;
  const name = $from.parent.type.name;
  if (name === "keyFigureLabel") return editor.commands.setTextSelection($from.before() - 1);
  if (name !== "keyFigureValue") return false;
  // Nothing to join with: an isolating block is either removed when empty or kept.
  if ($from.node(-1).textContent === "") {
    const from = $from.before(-1);
    return editor.commands.command(({ tr, state }) => {
      tr.replaceWith(from, $from.after(-1), state.schema.nodes.paragraph.create());
      tr.setSelection(TextSelection.create(tr.doc, from + 1));
      return true;
    });
  }
  return true;
}
