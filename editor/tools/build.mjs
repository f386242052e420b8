// Builds the three components into the Python package. The names carry a hash of the content, because Streamlit
// serves assets without a lifetime of their own. `--check` builds aside and compares with what is committed.
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const here = dirname(dirname(fileURLToPath(import.meta.url)));
const assets = join(here, "package", "chemise_editor", "assets");
const LICENCES = "THIRD-PARTY.txt";
const OURS = /^(editor|bridge|order)-|^THIRD-PARTY\.txt$/;
const LIMIT = 620_000;
const ALLOWED = new Set(["MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "Apache-2.0"]);

/** The licences of what is inside, as they ask: one file beside the bundle, made from what was really used. */
function licences(inputs) {
  const names = new Set(Object.keys(inputs).flatMap((path) => {
    const found = /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules)/.exec(path);
    return found ? [found[1]] : [];
  }));
  return [...names].sort().map((name) => {
    const folder = join(here, "node_modules", name);
    const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    if (!ALLOWED.has(license)) throw new Error(`${name} is under ${license}`);
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    const words = file ? readFileSync(join(folder, file), "utf8").trim() : `Licence: ${license}`;
    return `${name} ${version} (${license})\n\n${words}\n`;
  }).join(`\n${"-".repeat(78)}\n\n`);
}

async function bundle() {
  const result = await build({
    absWorkingDir: here,
    entryPoints: {
      editor: "src/main.ts", bridge: "src/bridge/main.ts", style: "src/style/index.css",
      order: "src/order/main.ts", orderStyle: "src/order/order.css",
    },
    outdir: "out", write: false, metafile: true, bundle: true, minify: true, format: "esm", target: ["es2022", "safari17"],
    charset: "utf8", legalComments: "none", define: { "process.env.NODE_ENV": '"production"' },
  });
  const named = { "editor.js": ["editor", "js"], "bridge.js": ["bridge", "js"], "style.css": ["editor", "css"],
    "order.js": ["order", "js"], "orderStyle.css": ["order", "css"] };
  const files = result.outputFiles.map(({ path, contents }) => {
    const [name, extension] = named[path.split(/[\\/]/).pop()];
    const hash = createHash("sha256").update(contents).digest("hex").slice(0, 12);
    return { file: `${name}-${hash}.${extension}`, contents };
  });
  return [...files, { file: LICENCES, contents: Buffer.from(licences(result.metafile.inputs)) }];
}

function write(folder, files) {
  mkdirSync(folder, { recursive: true });
  for (const old of readdirSync(folder)) if (OURS.test(old)) rmSync(join(folder, old));
  for (const { file, contents } of files) writeFileSync(join(folder, file), contents);
}

function same(one, two) {
  const names = readdirSync(one).filter((name) => OURS.test(name)).sort();
  const others = readdirSync(two).sort();
  return names.join() === others.join() && names.every((name) => readFileSync(join(one, name)).equals(readFileSync(join(two, name))));
}

const files = await bundle();
for (const { file, contents } of files) {
  console.log(`${file}  ${contents.length} bytes, ${gzipSync(contents).length} compressed`);
  if (contents.length > LIMIT) {
    console.error(`${file} is above ${LIMIT} bytes`);
    process.exitCode = 1;
  }
}
if (process.argv.includes("--check")) {
  const aside = mkdtempSync(join(tmpdir(), "chemise-editor-"));
  write(aside, files);
  const good = same(assets, aside);
  rmSync(aside, { recursive: true });
  if (!good) {
    console.error("The committed bundle is not what the sources give: run `npm run build` and commit.");
    process.exitCode = 1;
  } else console.log("The committed bundle is what the sources give.");
} else write(assets, files);
