import { getSchema } from "@tiptap/core";
import { DOMParser as PMParser } from "@tiptap/pm/model";
import { schemaExtensions } from "../src/schema";

export const schema = getSchema(schemaExtensions());

export function parse(html: string) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const doc = PMParser.fromSchema(schema).parse(page.body);
  doc.check();
  return doc;
}

/** A short drawing of a document: node names, levels and words. */
export function sketch(html: string): string {
  const draw = (node: ReturnType<typeof parse>): string => {
    if (node.isText) return [...node.marks.map((mark) => `<${mark.type.name}>`), node.text].join("");
    const inside: string[] = [];
    node.forEach((child) => inside.push(draw(child)));
    const level = node.attrs.level ?? "";
    return `${node.type.name}${level}(${inside.join(" ")})`;
  };
  return draw(parse(html));
}
