// A site full of markup that strangers wrote, in headless Chromium: nothing of it runs, on any page, in the search and in the
// preview, and readers see it as it was written. So did other tools go wrong: CVE-2020-26297 (mdBook), CVE-2026-73295 (Material
// for MkDocs) and mkdocs/mkdocs#2790 ran what was searched for or found.
//
//   node hostile.mjs BINARY
//
// Makes the site in a temporary folder. Lists each problem and ends with status 1 if there is any. CHROMIUM names another
// browser than /usr/bin/chromium.

import { spawn, spawnSync } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import { PATIENCE, report, scratch, watchPolicy, withSite } from "./browser.mjs";

const binary = resolve(process.argv[2] ?? "target/release/rolebook");
/** Each would run at once, or when the focus or the pointer is on it. */
const MARKUP = [
  "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'\"><svg onload=alert(1)>", "</script><script>alert(1)</script>",
  "<iframe srcdoc=\"<script>parent.alert(1)</script>\">", "\" autofocus onfocus=\"alert(1)", "</title><script>alert(1)</script>",
  "&lt;img src=x onerror=alert(1)&gt;", "<a href=\"javascript:alert(1)\">x</a>", "{{constructor.constructor('alert(1)')()}}",
];
/** What is searched for: the markup, parts of it that find titles, and names that objects have by themselves. */
const TERMS = [...MARKUP, "script", "alert img", "onerror", "__proto__", "constructor", "tostring", "$& script", "%3Cscript%3Ealert(1)%3C/script%3E"];

const problems = [];
let checks = 0;

function expect(holds, what) {
  checks += 1;
  if (!holds) problems.push(what);
}

const { root, write } = scratch("hostile");

const text = (markup, slug, body) => `+++\ntitle = ${JSON.stringify(markup)}\nslug = "${slug}"\nsummary = ${JSON.stringify(markup)}
alternative_titles = [${JSON.stringify(`${markup} too`)}]\nupdated = 2026-01-01\n+++\n\n${body}\n`;

/** A message with a text as it is. */
const message = (id, text) => `${id} = { ${JSON.stringify(text).replaceAll("\\n", "")} }\n`;

function writeSite() {
  write("rolebook.toml", `base_url = "https://example.org/"\ndefault_locale = "en"\n
[[locales]]\ncode = "en"\nname = ${JSON.stringify(MARKUP[1])}\n\n[[locales]]\ncode = "de"\nname = ${JSON.stringify(MARKUP[0])}\n
[[collections]]\nid = "job-descriptions"\nkind = "role"\n\n[[collections]]\nid = "categories"\nkind = "category"\n
[automatic_links]\ncollections = ["job-descriptions"]\n`);
  write("locales/en/site.ftl", [
    message("site-name", MARKUP[1]), message("site-tagline", MARKUP[2]), message("skill-a", MARKUP[0]), message("skill-b", MARKUP[1]),
    message("placeholder-company", MARKUP[1]),
  ].join(""));
  write("content/categories/it/en.md", text(MARKUP[1], "it", MARKUP.join("\n\n")));
  MARKUP.forEach((markup, i) => {
    const link = `[a](/en/ ${JSON.stringify(markup)}) {company}`;
    const code = `\`\`\`${markup}\n${markup}\n\`\`\``;
    write(`content/job-descriptions/r${i}/en.md`, text(markup, `r${i}`,
      `## brief\n\n${markup}\n\n${link}\n\n${code}\n\n### ${markup}\n\n## responsibilities\n\n- ${markup}\n\n## requirements\n\n- x`));
    write(`content/job-descriptions/r${i}/entry.toml`, "category = \"it\"\nskills = [\"a\", \"b\"]\n");
  });
}

/** Whatever could run is the theme's. */
async function isHarmless(tab, name) {
  const found = await tab.evaluate(() => [...document.querySelectorAll("*")].filter((element) =>
    ["IFRAME", "OBJECT", "EMBED", "BASE", "STYLE"].includes(element.nodeName)
    || (element.nodeName === "SCRIPT" && !element.src && element.type !== "application/ld+json")
    || [...element.attributes].some(({ name, value }) => name.startsWith("on") || /^\s*javascript:/i.test(value)))
    .map(({ outerHTML }) => outerHTML.slice(0, 120)));
  expect(found.length === 0, `${name}: ${found.join(" ")}`);
}

/** A tab in which whatever runs is a problem. */
async function watched(browser) {
  const context = await browser.newContext();
  context.setDefaultTimeout(PATIENCE);
  watchPolicy(context, problems);
  const tab = await context.newPage();
  tab.on("dialog", async (dialog) => {
    problems.push(`${tab.url()}: a script has run`);
    await dialog.dismiss();
  });
  tab.on("pageerror", (error) => problems.push(`${tab.url()}: ${error.message}`));
  return tab;
}

async function pages(browser, base, output) {
  const tab = await watched(browser);
  for (const file of readdirSync(output, { recursive: true }).filter((file) => file.endsWith(".html"))) {
    await tab.goto(`${base}/${file.replaceAll(sep, "/")}`);
    await isHarmless(tab, file);
  }
  await tab.context().close();
}

async function search(browser, base) {
  const tab = await watched(browser);
  await tab.goto(`${base}/en/`);
  const results = await tab.locator(".search-form").getAttribute("action");
  let found = 0;
  for (const term of TERMS) {
    await tab.goto(`${base}${results}?q=${encodeURIComponent(term)}`);
    await tab.waitForFunction(() => !("asked" in document.documentElement.dataset) && document.querySelector(".search-page [role=status]").textContent);
    await isHarmless(tab, `the results of ${term}`);
    expect((await tab.locator(".search-page .search input[type=search]").inputValue()) === term, `the results of ${term} name another term`);
    const titles = await tab.locator(".search-results li a").allTextContents();
    expect(titles.every((title) => MARKUP.includes(title)), `the results of ${term} are called ${titles}`);
    found += titles.length;
  }
  await tab.goto(`${base}/en/`);
  const field = tab.locator(".search-form input[type=search]");
  const status = tab.locator(".search-form [role=status]");
  for (const term of TERMS) {
    await field.fill("");
    await status.evaluate((element) => { element.textContent = ""; });
    await field.fill(term);
    await tab.waitForFunction(() => document.querySelector(".search-form [role=status]").textContent);
    await isHarmless(tab, `the suggestions for ${term}`);
    const suggested = await tab.locator("[role=option]").evaluateAll((options) => options.map(({ firstChild }) => firstChild.textContent));
    expect(suggested.every((title) => MARKUP.includes(title)), `the suggestions for ${term} are called ${suggested}`);
  }
  expect(found > 10, `only ${found} titles have been found`);
  await tab.context().close();
}

/** The preview has no policy that would keep scripts from running, and shows mistakes with what strangers wrote in them. */
async function preview(browser) {
  MARKUP.forEach((markup, i) => write(`content/job-descriptions/broken-${i}/en.md`, text(markup, `broken-${i}`, `## ${markup}\n\n[${markup}](<@${markup.replace(/[<>]/g, "\\$&")}>) {nothing-${i}}`)));
  const server = spawn(binary, ["serve", "--root", root, "--port", "0"], { stdio: ["ignore", "pipe", "ignore"] });
  try {
    const address = await new Promise((done, fail) => {
      let said = "";
      server.stdout.on("data", (data) => {
        said += data;
        const [address] = said.match(/http:\/\/127\.0\.0\.1:\d+\//) ?? [];
        if (address) done(address);
      });
      server.on("exit", () => fail(new Error("the preview has ended")));
      setTimeout(() => fail(new Error("the preview names no address")), PATIENCE).unref();
    });
    const tab = await watched(browser);
    await tab.goto(address);
    await tab.waitForTimeout(1000);
    const shown = await tab.evaluate(async () => (await fetch("/__rolebook/page?path=/")).json());
    expect(shown.errors >= MARKUP.length, `only ${shown.errors} mistakes are shown`);
    const hostile = await tab.evaluate(() => [...document.querySelectorAll("*")].map(({ shadowRoot }) => shadowRoot).filter(Boolean)
      .flatMap((shadow) => [...shadow.querySelectorAll("*")]).filter((element) => [...element.attributes].some(({ name }) => name.startsWith("on")) || ["IFRAME", "SCRIPT", "IMG"].includes(element.nodeName)).length);
    expect(hostile === 0, `the panel of the preview has ${hostile} elements of strangers`);
    await tab.context().close();
  } finally {
    process.kill(server.pid, "SIGKILL");
  }
}

try {
  writeSite();
  const { status, stderr, stdout } = spawnSync(binary, ["build", "--root", root, "--output", join(root, "public")], { encoding: "utf8" });
  if (status !== 0) throw new Error(`the site cannot be built: ${stderr}${stdout}`);
  await withSite(join(root, "public"), async (browser, base) => {
    await pages(browser, base, join(root, "public"));
    await search(browser, base);
    await preview(browser);
  });
} finally {
  rmSync(root, { recursive: true, force: true });
}
report(`hostile: ${checks} checks`, problems);
