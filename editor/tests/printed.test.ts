import { Editor } from "@tiptap/core";
import { expect, test } from "vitest";
import { translator } from "../src/messages";
import { schemaExtensions } from "../src/schema";
import { Callout } from "../src/schema/callout";
import { Figure } from "../src/schema/figure";
import { printNote } from "../src/ui/printed";

const RECTO = { mm: 170, sharp: 2008, soft: 1339 };
const t = translator("fr");

test("the pixels that a printed width asks for", () => {
  expect(printNote(2008, RECTO, "fr", t)).toBeNull();
  expect(printNote(2007, RECTO, "fr", t)).toMatchObject({ coarse: false });
  expect(printNote(1339, RECTO, "fr", t)).toMatchObject({ coarse: false });
  expect(printNote(1338, RECTO, "fr", t)).toMatchObject({ coarse: true });
  expect(printNote(960, RECTO, "fr", t)?.text).toContain("17 cm");
  expect(printNote(960, { mm: 82, sharp: 969, soft: 646 }, "fr", t)?.text).toContain("8,2 cm");
});

test("nothing is said where nothing is known or nothing prints", () => {
  for (const width of [null, undefined, 0, -5, "x", NaN]) expect(printNote(width, RECTO, "fr", t)).toBeNull();
  expect(printNote(10, undefined, "fr", t)).toBeNull();
});

test("the figure says it, and is silent again once the picture is large enough", () => {
  const figure = Figure.configure({ printNote: (width) => printNote(width, RECTO, "fr", t) });
  const editor = new Editor({
    element: document.createElement("div"), injectCSS: false, extensions: schemaExtensions([Callout, figure]),
    content: { type: "doc", content: [{ type: "figure", attrs: { src: "/pictures/1", picture: "1", alt: "a", width: 800, height: 600 } }] },
  });
  const line = editor.view.dom.querySelector<HTMLElement>(".chemise-figure-print")!;
  expect(line.hidden).toBe(false);
  expect(line.classList.contains("is-coarse")).toBe(true);
  expect(line.textContent).toContain("119 points par pouce");
  editor.view.dispatch(editor.state.tr.setNodeAttribute(0, "width", 3000));
  expect([line.hidden, line.textContent]).toEqual([true, ""]);
  editor.destroy();
});
