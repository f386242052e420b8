import { describe, expect, test } from "vitest";
import { completeHref, hrefFromRendered, safeHref, safePictureSrc } from "../src/schema/linkPolicy";
import { localPath } from "../src/bridge/main";
import { contrast, inkOn, safeColor } from "../src/ui/color";

const id = "22222222-2222-4222-8222-222222222222";

describe("what a link may be", () => {
  test.each([
    "https://exemple.fr/a?b=c#d", "http://exemple.fr", "mailto:lea@exemple.fr", `fiche:${id}`, `structure:${id}`,
  ])("accepts %s", (href) => expect(safeHref(href)).toBe(href));

  test.each([
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", " java\nscript:alert(1)", "\u0001javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>", "vbscript:x", "file:///etc/passwd", "//ailleurs.example", "/fiche", "#a",
    "fiche:1", "fiche:../x", "https://", "https://lea:x@exemple.fr", "https:exemple.fr", "blob:https://exemple.fr/1",
    "mailto:a@b.fr?bcc=c@d.fr", "https://exemple.fr/\u202etxt", `https://exemple.fr/${"a".repeat(2001)}`, "", null, 3,
  ])("refuses %j", (href) => expect(safeHref(href)).toBeNull());

  test("completes what people type", () => {
    expect(completeHref("exemple.fr/page")).toBe("https://exemple.fr/page");
    expect(completeHref("lea@exemple.fr")).toBe("mailto:lea@exemple.fr");
    expect(completeHref("javascript:alert(1)")).toBeNull();
    expect(completeHref("bonjour")).toBeNull();
  });

  test("reads our own rendered links back", () => {
    expect(hrefFromRendered(`/fiche?fiche=${id}`)).toBe(`fiche:${id}`);
    expect(hrefFromRendered(`/fiche?fiche=${id}&x=1`)).toBeNull();
  });
});

test("pictures and paths stay on the site", () => {
  expect(safePictureSrc("/pictures/abc")).toBe("/pictures/abc");
  for (const path of ["//x.example/a", "/\\x.example", "https://x.example", "javascript:alert(1)", ""]) {
    expect(safePictureSrc(path)).toBeNull();
    expect(localPath(path)).toBe("/");
  }
  expect(localPath("/fiche?fiche=1")).toBe("/fiche?fiche=1");
});

test("names are readable on any colour", () => {
  for (let step = 0; step < 0x1000000; step += 0x10305) {
    const color = `#${step.toString(16).padStart(6, "0")}`;
    expect(contrast(color, inkOn(color))).toBeGreaterThanOrEqual(4.5);
  }
  expect(safeColor("red;background:url(x)")).toBe("#5b6470");
});
