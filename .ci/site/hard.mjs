// A site that is hard on the theme, in headless Chromium: words of 81 letters wherever words can stand, wide code and tables, code
// from left to right on pages from right to left, placeholders named like properties of objects, rubbish in the browser's
// storage, and colors of its own under a strict security policy.
//
//   node hard.mjs BINARY
//
// Makes the site in a temporary folder. Lists each problem and ends with status 1 if there is any. CHROMIUM names another
// browser than /usr/bin/chromium.

import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { longest, report, scratch, watchPolicy, withSite } from "./browser.mjs";

const binary = resolve(process.argv[2] ?? "target/release/rolebook");
const KINDS = ["home", "listing", "role", "article", "category", "facet", "skill", "skills", "index", "search", "not-found", "languages"];
const LONG_LIST = 45; // entries, so that lists have letters
/** A word of 81 letters in each language. */
const WORDS = { en: "Responsibilities", el: "Αρμοδιότητες", ar: "المسؤوليات" };
// Case R23: names that every object has.
const PLACEHOLDERS = ["company", "constructor", "prototype", "heading"];
/** What may stand in the browser's storage, left by anybody. */
const RUBBISH = [
  "{\"company\":{\"toString\":1}}", "{\"company\":null,\"city\":[]}", "{\"__proto__\":{\"company\":\"x\"}}", "null", "[\"a\"]", "\"text\"", "7", "{", "",
];

const problems = [];
let checks = 0;

function expect(holds, what) {
  checks += 1;
  if (!holds) problems.push(what);
}

const { root, write } = scratch("hard");

const text = (title, slug, body, more = "") => `+++\ntitle = "${title}"\nslug = "${slug}"\nsummary = "${title} ${title}"\n${more}+++\n\n${body}\n`;

function role(word) {
  const table = `| ${word} | Short |\n|---|---:|\n| ${word} | ${word} |`;
  const places = PLACEHOLDERS.map((name) => `{${name}}`).join(", ");
  return `## brief\n\n${word} ${places} \`${word}\`\n\n${table}\n\n## responsibilities\n\n- ${word}\n\n## requirements\n\n1. ${word}`;
}

function article(word) {
  const code = `\`\`\`\n${`${word} `.repeat(8)}\n${word.repeat(3)}\n\`\`\``;
  const table = `| ${word} | B | C |\n|---|:-:|---|\n| Short | ${word} | ${"Words that go on. ".repeat(20)} |`;
  return `## ${word}\n\nIn line \`a --b | c\`.\n\n${code}\n\n${table}\n\n## Two\n\n> ${word}\n\n### ${word}\n\n[${word}](https://example.org/${word})\n\n## Three\n\n- ${word}`;
}

function writeSite() {
  const locales = Object.keys(WORDS).map((code) => `[[locales]]\ncode = "${code}"\nname = "${code === "en" ? "English" : code}"\n`);
  const kinds = { "job-descriptions": "role", tutorials: "article", categories: "category" };
  const collections = Object.entries(kinds).map(([id, kind]) => `[[collections]]\nid = "${id}"\nkind = "${kind}"\n`);
  write("rolebook.toml", ["base_url = \"https://example.org/\"\ndefault_locale = \"en\"\n", ...locales, ...collections,
    "[newsletter]\naction = \"https://example.org/\"\n[post_job]\naction = \"https://example.org/\"\n[theme]\naccent = \"#7a1f3d\"\n"].join("\n"));
  for (const [locale, part] of Object.entries(WORDS)) {
    const word = part.repeat(9).slice(0, 81);
    write(`content/categories/it/${locale}.md`, text(word, "it", word));
    write(`content/tutorials/hard/${locale}.md`, text(`A ${word}`, "hard", article(word)));
    for (let i = 0; i < LONG_LIST; i += 1) {
      const title = i === 3 ? word : `${String.fromCharCode(65 + (i % 26))} ${i}`;
      write(`content/job-descriptions/r${i}/${locale}.md`, text(title, `r${i}`, role(word), `alternative_titles = ["${word} ${i}"]\n`));
      write(`content/categories/c${i}/${locale}.md`, text(title, `c${i}`, word));
    }
    write(`locales/${locale}/site.ftl`, `skill-long = ${word}\nskill-short = ${part}\n${PLACEHOLDERS.map((name) => `placeholder-${name} = [${name}]\n`).join("")}`);
  }
  for (let i = 0; i < LONG_LIST; i += 1) write(`content/job-descriptions/r${i}/entry.toml`, "category = \"it\"\nskills = [\"long\", \"short\"]\n");
}

/** Nothing scrolls sideways, on any screen and with letters of twice the size. */
async function widths(tab, name) {
  const size = (percent) => tab.evaluate((percent) => document.documentElement.style.setProperty("font-size", percent), percent);
  for (const [percent, screens] of [["100%", [320, 360, 768, 1280]], ["200%", [320, 390, 768, 1280]]]) {
    await size(percent);
    for (const width of screens) {
      await tab.setViewportSize({ width, height: 800 });
      const wide = await tab.evaluate(() => document.documentElement.scrollWidth);
      expect(wide <= width, `${name}: ${wide} px wide on ${width} px, letters of ${percent}`);
    }
  }
  await size("100%");
}

async function page(tab, name) {
  const levels = await tab.evaluate(() => [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map(({ localName }) => Number(localName[1])));
  expect(levels.every((level, i) => level <= (levels[i - 1] ?? 0) + 1), `${name}: headings of the levels ${levels.join(" ")}`);
  const directions = await tab.evaluate(() => [...document.querySelectorAll("code, pre")].map((code) => getComputedStyle(code).direction));
  expect(directions.every((direction) => direction === "ltr"), `${name}: code is written from right to left`);
  const accent = await tab.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--brand"));
  expect(accent === "#7a1f3d", `${name}: the accent is ${accent}`);
}

/** Whatever the storage holds, a role can be filled in, and its placeholders say what the site calls them. */
async function storage(tab, base, [locale, path]) {
  for (const rubbish of RUBBISH) {
    const name = `${locale}, with ${rubbish || "nothing"} in the storage`;
    await tab.evaluate((rubbish) => {
      for (const key of ["rolebook-placeholders", "rolebook-scheme"]) localStorage.setItem(key, rubbish);
      sessionStorage.setItem("rolebook-place", rubbish);
      sessionStorage.setItem("rolebook-outlines", rubbish);
    }, rubbish);
    await tab.goto("about:blank");
    await tab.goto(base + path);
    const shown = await tab.locator(".text [data-placeholder]").allTextContents();
    expect(shown.slice(0, PLACEHOLDERS.length).join() === PLACEHOLDERS.map((placeholder) => `[${placeholder}]`).join(), `${name}: placeholders say ${shown}`);
    for (const placeholder of PLACEHOLDERS) await tab.locator(".tools-fields input").nth(PLACEHOLDERS.indexOf(placeholder)).fill(`My ${placeholder}`);
    const filled = await tab.locator(".text [data-placeholder]").allTextContents();
    expect(filled.slice(0, PLACEHOLDERS.length).join() === PLACEHOLDERS.map((placeholder) => `My ${placeholder}`).join(), `${name}: what is filled in becomes ${filled}`);
    await tab.goto("about:blank");
    await tab.goto(base + path);
    expect((await tab.locator(".text [data-placeholder]").first().textContent()) === "My company", `${name}: what was filled in is forgotten`);
    const ids = await tab.evaluate(() => [...document.querySelectorAll("[id]")].map(({ id }) => id));
    expect(new Set(ids).size === ids.length, `${name}: ids stand twice: ${ids.filter((id, i) => ids.indexOf(id) !== i)}`);
    expect(await tab.locator(".scheme").isVisible(), `${name}: the page's own script has ended`);
  }
}

try {
  writeSite();
  const output = join(root, "public");
  const build = spawnSync(binary, ["build", "--root", root, "--output", output], { encoding: "utf8" });
  if (build.status !== 0) throw new Error(build.stderr);
  await withSite(output, async (browser, base) => {
    const context = await browser.newContext();
    watchPolicy(context, problems);
    const tab = await context.newPage();
    tab.on("pageerror", (error) => problems.push(`${tab.url()}: ${error.message}`));
    for (const kind of KINDS) {
      for (const [locale, path] of longest(output, kind)) {
        await tab.goto(base + path);
        await page(tab, `${locale}, ${kind}`);
        await widths(tab, `${locale}, ${kind}`);
      }
    }
    const [first] = longest(output, "role");
    await tab.goto(base + first[1]);
    await storage(tab, base, first);
  });
} finally {
  rmSync(root, { recursive: true, force: true });
}
report(`hard: ${checks} checks`, problems);
