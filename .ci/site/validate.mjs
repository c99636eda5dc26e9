// Runs the Nu HTML checker over the pages, the stylesheets, and the images in SVG of a built site.
//
//   node validate.mjs SITE
//
// Prints each message and ends with status 1 for any error. Needs `java` on the PATH.

import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, extname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const [site] = process.argv.slice(2);
if (!site) {
  console.error("usage: node validate.mjs SITE");
  process.exit(2);
}

const files = readdirSync(site, { recursive: true })
  .filter((file) => [".html", ".css", ".svg"].includes(extname(file)))
  .sort();
const pages = files.filter((file) => extname(file) === ".html");
if (pages.length === 0) {
  console.error(`validate: no pages in ${site}`);
  process.exit(1);
}

const jar = join(dirname(createRequire(import.meta.url).resolve("vnu-jar")), "build/dist/vnu.jar");
const checker = spawnSync(
  "java",
  ["-jar", jar, "--stdout", "--exit-zero-always", "--also-check-css", "--also-check-svg", "--format", "json",
    ...files.map((file) => join(site, file))],
  { encoding: "utf8", maxBuffer: 1 << 30 },
);
if (checker.error || checker.status !== 0) {
  console.error(`validate: the checker failed: ${checker.error?.message ?? checker.stderr}`);
  process.exit(1);
}

// What the checker's CSS validator does not know yet, with where it is defined.
const UNKNOWN = [
  "Unrecognized at-rule “@view-transition”", // CSS View Transitions Module Level 2
];

const messages = JSON.parse(checker.stdout).messages.filter(({ message }) => !UNKNOWN.some((known) => message.includes(known)));
const counts = { error: 0, warning: 0, note: 0 };
for (const { type, subType, url, lastLine, firstLine, message, extract } of messages) {
  const kind = type === "info" ? (subType === "warning" ? "warning" : "note") : "error";
  counts[kind] += 1;
  const file = url ? relative(site, fileURLToPath(url)) : site;
  const line = firstLine ?? lastLine;
  console.log(`${kind}: ${file}${line ? `:${line}` : ""}: ${message}`);
  if (extract) console.log(`    ${extract.trim().replace(/\s+/g, " ")}`);
}

console.log(
  `validate: ${pages.length} pages and ${files.length - pages.length} assets: ` +
    `${counts.error} errors, ${counts.warning} warnings, ${counts.note} notes`,
);
process.exitCode = counts.error > 0 ? 1 : 0;
