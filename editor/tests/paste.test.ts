import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { cleanPasted } from "../src/paste/clean";
import { sketch } from "./helpers";

const word = readFileSync(join(import.meta.dirname, "samples", "word.html"), "utf8");
const pasted = (html: string) => sketch(cleanPasted(html).html);

test("a Word page comes out with our own nodes only", () => {
  const { html, droppedPictures } = cleanPasted(word);
  expect(droppedPictures).toBe(1);
  expect(html).not.toMatch(/style=|class=|mso|javascript|file:|<o:|<img|<span|À revoir|LM1|secret|onerror/i);
  expect(sketch(html)).toBe("doc(heading2(Le parcours du porteur de projet) heading2(Être accueilli) heading3(Pas à pas) "
    + "paragraph(Un premier rendez-vous,  <bold>gratuit , avec une  <italic>animatrice \u00a0:  <link>prendre rendez-vous .) "
    + "bulletList(listItem(paragraph(Une idée) bulletList(listItem(paragraph(encore floue)))) listItem(paragraph(Un projet))) "
    + "paragraph(Puis) orderedList(listItem(paragraph(Signer)) listItem(paragraph(Créer))) paragraph(cliquez plan) "
    + "table(tableRow(tableCell(paragraph(<bold>Étape)) tableCell(paragraph(Durée))) "
    + "tableRow(tableCell(paragraph(Test)) tableCell(paragraph(3 mois) paragraph(6 mois)))))");
});

test("Google Docs: the wrapping <b> is not bold, styled spans are", () => {
  const html = '<b style="font-weight:normal" id="docs-internal-guid-1"><p dir="ltr"><span style="font-size:11pt;'
    + 'font-weight:400">Un </span><span style="font-weight:700">mot</span><span style="font-style:italic"> ici</span></p></b>';
  expect(pasted(html)).toBe("doc(paragraph(Un  <bold>mot <italic> ici))");
});

test("LibreOffice: font tags go, headings are brought to ours", () => {
  const html = '<h1 class="western"><font face="Liberation Sans">Un</font></h1><h6>Six</h6><p><font color="#ff0000"><i>x</i></font></p>';
  expect(pasted(html)).toBe("doc(heading2(Un) heading3(Six) paragraph(<italic>x))");
});

test("a list beside its item goes inside it", () => {
  expect(pasted("<ul><li>a</li><ul><li>b</li></ul></ul>"))
    .toBe("doc(bulletList(listItem(paragraph(a) bulletList(listItem(paragraph(b))))))");
});

test.each([
  "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "<iframe src=javascript:alert(1)>",
  "<a href='data:text/html,x'>a</a>", "<p onclick=alert(1)>a</p>", "<math><mtext><img src=x onerror=alert(1)>",
  "<form><button formaction=javascript:alert(1)>a", "<style>@import 'x'</style>", "<a href='java&#10;script:alert(1)'>a</a>",
])("nothing of %s is left to run", (html) => {
  expect(cleanPasted(html).html).not.toMatch(/script|onerror|onload|onclick|iframe|data:|formaction|import/i);
});

test("long French paragraphs keep their spaces that do not break", () => {
  expect(pasted("<p>Oui\u202f! «\u00a0Ah\u00a0»</p>")).toBe("doc(paragraph(Oui\u202f! «\u00a0Ah\u00a0»))");
});
