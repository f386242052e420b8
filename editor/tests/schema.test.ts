import { expect, test } from "vitest";
import { DOMSerializer } from "@tiptap/pm/model";
import { parse, schema, sketch } from "./helpers";

const html = (source: string) => {
  const box = document.createElement("div");
  box.append(DOMSerializer.fromSchema(schema).serializeFragment(parse(source).content));
  return box.innerHTML;
};

test("the names the server reads", () => {
  expect(Object.keys(schema.nodes).sort()).toEqual([
    "blockquote", "bulletList", "callout", "doc", "figure", "hardBreak", "heading", "keyFigure", "keyFigureLabel",
    "keyFigureValue", "listItem", "orderedList", "paragraph", "table", "tableCell", "tableHeader", "tableRow", "text",
  ]);
  expect(Object.keys(schema.marks).sort()).toEqual(["bold", "deletion", "insertion", "italic", "link", "proposedBold", "proposedItalic", "proposedLink"]);
  expect(Object.keys(schema.marks.link.spec.attrs ?? {})).toEqual(["href"]);
  expect(Object.keys(schema.nodes.figure.spec.attrs ?? {})).toEqual(["proposal", "src", "picture", "alt", "credit", "width", "height"]);
});

test("a key figure always has its two halves", () => {
  expect(schema.nodes.keyFigure.createAndFill()?.childCount).toBe(2);
  const source = "<div data-key-figure><div data-key-figure-value>150</div><div data-key-figure-label>salariés</div></div>";
  expect(sketch(source)).toBe("doc(keyFigure(keyFigureValue(150) keyFigureLabel(salariés)))");
});

test("callouts keep a known tone only", () => {
  expect(parse('<div data-callout data-tone="idea"><p>x</p></div>').firstChild?.attrs.tone).toBe("idea");
  expect(parse('<div data-callout data-tone="&quot;><script>"><p>x</p></div>').firstChild?.attrs.tone).toBe("info");
});

test("pictures come from our own site only", () => {
  const figure = (src: string) => `<figure data-picture="p"><img src="${src}" alt="a"></figure>`;
  expect(parse(figure("/pictures/1")).firstChild?.type.name).toBe("figure");
  for (const src of ["https://ailleurs.example/x.png", "//ailleurs.example/x.png", "data:image/png;base64,AA", "/\\x.example"]) {
    expect(parse(figure(src)).firstChild?.type.name).not.toBe("figure");
  }
  const sly = '<figure data-picture="p" src="https://ailleurs.example/x.png"><img src="/pictures/1" alt="a"></figure>';
  expect(parse(sly).firstChild?.attrs.src).toBe("/pictures/1");
  const hostile = schema.nodes.figure.create({ src: "https://ailleurs.example/x.png" });
  const drawn = DOMSerializer.fromSchema(schema).serializeNode(hostile) as HTMLElement;
  expect(drawn.querySelector("img")?.getAttribute("src")).toBe("");
});

test("internal links are drawn as pages of the site and read back", () => {
  const id = "22222222-2222-4222-8222-222222222222";
  expect(html(`<p><a href="fiche:${id}">x</a></p>`)).toContain(`href="/fiche?fiche=${id}"`);
  expect(html(`<p><a href="structure:${id}">x</a></p>`)).toContain(`href="/structures?structure=${id}"`);
  expect(parse(`<p><a href="/structures?structure=${id}">x</a></p>`).nodeAt(1)?.marks[0].attrs.href).toBe(`structure:${id}`);
});

test("a hostile link in the shared document is drawn as text", () => {
  const text = schema.text("x", [schema.marks.link.create({ href: "javascript:alert(1)" })]);
  const box = document.createElement("div");
  box.append(DOMSerializer.fromSchema(schema).serializeNode(schema.nodes.paragraph.create(null, text)));
  expect(box.querySelector("a")).toBeNull();
  expect(box.textContent).toBe("x");
});
