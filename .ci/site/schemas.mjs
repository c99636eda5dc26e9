// Schemas for editors, asked by a validator of others: they fit the files of this repository and of a new site, take what the
// parser takes, and refuse what it refuses, each for its own reason.
//
//   node schemas.mjs BINARY
//
// Makes the sites in a temporary folder. Lists each problem and ends with status 1 if there is any.

import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, readdirSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import Ajv from "ajv";
import { parse as parseToml } from "smol-toml";
import { parse as parseYaml } from "yaml";
import { report, scratch } from "./browser.mjs";
import { RIGHT, WRONG, base } from "./schema-cases.mjs";

const binary = resolve(process.argv[2] ?? "target/release/rolebook");
const repository = join(dirname(fileURLToPath(import.meta.url)), "../..");
const FILES = ["config", "entry", "text"];
/** What a schema can know of; whether a name exists, it cannot. */
const CODES = ["unknown-key", "missing-key", "invalid-value", "invalid-id", "broken-link", "syntax"];

const problems = [];
let checks = 0;

function expect(holds, what) {
  checks += 1;
  if (!holds) problems.push(what);
}

/** The schemas of all sites, or of one, as functions that list what is wrong with a value. */
function schemas(root) {
  const of = (file) => {
    const text = execFileSync(binary, ["schema", file, ...(root ? ["--root", root] : [])], { encoding: "utf8" });
    const validate = new Ajv({ allErrors: true, allowUnionTypes: true, allowMatchingProperties: true }).compile(JSON.parse(text));
    return (value) => (validate(value) ? [] : validate.errors);
  };
  return Object.fromEntries(FILES.map((file) => [file, of(file)]));
}

/** What a file says, as JSON; of a text its front matter. */
function value(path, text) {
  if (path.endsWith(".toml")) return JSON.parse(JSON.stringify(parseToml(text)));
  const [, fence, front] = text.match(/^(\+\+\+|---)\n(.*?)^\1\n/ms) ?? [null, "---", ""];
  return JSON.parse(JSON.stringify(fence === "+++" ? parseToml(front) : parseYaml(front) ?? {}));
}

const kind = (path) => (path.endsWith("rolebook.toml") ? "config" : path.endsWith("entry.toml") ? "entry" : "text");
const shown = (errors) => errors.map((error) => `${error.keyword} ${error.instancePath} ${error.message}`).join("; ");

/** All files of a site fit the schemas. */
function fits(name, root, least) {
  const texts = readdirSync(join(root, "content"), { recursive: true }).filter((path) => /\.md$|entry\.toml$/.test(path));
  const files = ["rolebook.toml", ...texts.map((path) => join("content", path))];
  expect(files.length >= least, `${name}: ${files.length} files`);
  for (const [whose, of] of [["all sites", schemas()], ["the site", schemas(root)]]) {
    for (const path of files) {
      const errors = of[kind(path)](value(path, readFileSync(join(root, path), "utf8")));
      expect(errors.length === 0, `${name}: ${path} does not fit the schema of ${whose}: ${shown(errors)}`);
    }
  }
}

const { root, write } = scratch("schemas");

/** What the parser says of the keys and values of a site. */
function parser() {
  const { stdout } = spawnSync(binary, ["check", "--root", root, "--format", "json"], { encoding: "utf8" });
  const found = JSON.parse(stdout).diagnostics.filter(({ code }) => CODES.includes(code));
  return found.filter(({ code, severity }) => severity === "error" || code === "unknown-key").map(({ message }) => message);
}

/** Puts a file into the site, asks parser and schema, and puts the file back that was there. */
function judge({ path, text }) {
  const before = readFileSync(join(root, path), "utf8");
  const changed = text(before);
  write(path, changed);
  const said = parser();
  // A declaration of the site may be what is tried.
  const errors = own[kind(path)](value(path, changed));
  write(path, before);
  return { said, errors };
}

fits("this repository", repository, 500);
execFileSync(binary, ["new", "site", root, "--locales", "en,de", "--name", "Schemas"]);
fits("a new site", root, 8);
base(root, write);
const own = schemas(root);
expect(parser().length === 0, `the site is not sound: ${parser()}`);

for (const [name, one] of Object.entries(RIGHT)) {
  const { said, errors } = judge(one);
  expect(said.length === 0, `right: ${name}: the parser refuses it: ${said}`);
  expect(errors.length === 0, `right: ${name}: the schema refuses it: ${shown(errors)}`);
}
for (const [name, { why, ...one }] of Object.entries(WRONG)) {
  const { said, errors } = judge(one);
  const [keyword, place = ""] = why.split(" ");
  expect(said.length > 0, `wrong: ${name}: the parser takes it`);
  expect(errors.some((error) => error.keyword === keyword && error.instancePath === place), `wrong: ${name}: not ${why}: ${shown(errors)}`);
  const isOnTheWay = ({ instancePath }) => instancePath.startsWith(place) || place.startsWith(instancePath);
  expect(errors.every(isOnTheWay), `wrong: ${name}: more than ${why}: ${shown(errors)}`);
}
rmSync(root, { recursive: true });
console.log(`schemas: ${Object.keys(RIGHT).length} right files, ${Object.keys(WRONG).length} wrong ones, ${checks} checks`);
report("schemas", problems);
