// Checks the JSON-LD of a site against the vocabulary of schema.org: `node structured-data.mjs public`. The types of the
// package schema-dts are made from that vocabulary; the TypeScript compiler says what does not fit them.

import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { report } from "./browser.mjs";

const root = process.argv[2];
const here = dirname(fileURLToPath(import.meta.url));
const START = '<script type="application/ld+json">';
const pages = readdirSync(root, { recursive: true }).filter((file) => file.endsWith("index.html")).sort();
const documents = pages.flatMap((page) => {
  const html = readFileSync(join(root, page), "utf8");
  const start = html.indexOf(START);
  return start < 0 ? [] : [[page, html.slice(start + START.length, html.indexOf("</script>", start))]];
});

// One document of each shape is enough: the same keys and types are checked the same way.
const shape = (value) => {
  if (Array.isArray(value)) return `[${[...new Set(value.map(shape))].sort()}]`;
  if (value && typeof value === "object") return `{${Object.entries(value).map(([key, inner]) => `${key}:${key === "@type" ? inner : shape(inner)}`)}}`;
  return typeof value;
};
const shapes = new Map(documents.map(([page, text]) => [shape(JSON.parse(text)), [page, text]]));

const folder = mkdtempSync(join(here, "structured-data-"));
try {
  const files = [...shapes.values()].map(([page, text], number) => {
    const file = join(folder, `${number}.ts`);
    writeFileSync(file, `// ${page}\nimport type { Graph } from "schema-dts";\nexport const document: Graph = ${text};\n`);
    return file;
  });
  const program = ts.createProgram(files, { noEmit: true, strict: true, skipLibCheck: true, moduleResolution: ts.ModuleResolutionKind.Bundler, module: ts.ModuleKind.ESNext });
  const problems = files.flatMap((file) => {
    const source = program.getSourceFile(file);
    const page = source.text.split("\n", 1)[0].slice(3);
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
      (found) => `${page}: ${ts.flattenDiagnosticMessageText(found.messageText, " ").slice(0, 400)}`,
    );
  });
  report(`structured data: ${documents.length} documents of ${shapes.size} shapes`, problems);
} finally {
  rmSync(folder, { recursive: true });
}
