import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import en from "../src/messages/en.json";
import fr from "../src/messages/fr.json";
import { translator } from "../src/messages";

const folder = join(import.meta.dirname, "..", "src");
const sources = (readdirSync(folder, { recursive: true }) as string[])
  .filter((name) => name.endsWith(".ts")).map((name) => readFileSync(join(folder, name), "utf8")).join("\n");

test("both languages hold the same messages, in the same order", () => {
  expect(Object.keys(en)).toEqual(Object.keys(fr));
  for (const key of Object.keys(fr) as (keyof typeof fr)[]) {
    const names = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
    expect(names(en[key])).toEqual(names(fr[key]));
  }
});

test("no message is unused", () => {
  for (const key of Object.keys(fr)) expect(sources, key).toContain(`"${key}"`);
});

test("no message is missing", () => {
  for (const [, key] of sources.matchAll(/\bt\(\s*"(\w+)"/g)) expect(Object.keys(fr)).toContain(key);
});

test("French is written as French is", () => {
  for (const text of Object.values(fr)) {
    expect(text).not.toMatch(/[^\u202f][;!?]/);
    expect(text).not.toMatch(/[^\u00a0]:/);
    expect(text).not.toMatch(/«[^\u00a0\u202f]|[^\u00a0\u202f]»/);
    expect(text).not.toMatch(/['"]|\.\.\./);
  }
});

test("values are put in place", () => {
  expect(translator("fr")("peopleMe", { name: "Léa" })).toBe("Léa (vous)");
  expect(translator("de" as "fr")("link")).toBe("Lien");
});
