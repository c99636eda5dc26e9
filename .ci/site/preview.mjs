// What `rolebook serve` does for people who write and translate, in headless Chromium: pages follow their sources in place,
// mistakes are shown and go, tabs find a server again, and the panel names what a page is made from.
//
//   node preview.mjs BINARY
//
// Makes a small site in a temporary folder. Lists each problem and ends with status 1 if there is any. CHROMIUM names
// another browser than /usr/bin/chromium.

import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { PATIENCE, QUIET, report } from "./browser.mjs";

const binary = resolve(process.argv[2] ?? "target/release/rolebook");
const theme = fileURLToPath(new URL("../../themes/atlas/", import.meta.url));
const ROLE = "en/job-descriptions/tester/";
const TEXT = "content/job-descriptions/tester/en.md";

const problems = [];
let checks = 0;

const role = (title, brief) => `+++
title = "${title}"
slug = "tester"
summary = "Finds faults."
+++

## brief

${brief}

${Array.from({ length: 40 }, (_, i) => `Paragraph ${i + 1}.`).join("\n\n")}

## responsibilities

- Test

## requirements

- Patience
`;

const SITE = {
  "rolebook.toml": `base_url = "https://example.org/"
default_locale = "en"

[[locales]]
code = "en"
name = "English"

[[locales]]
code = "de"
name = "Deutsch"

[[locales]]
code = "el"
name = "Ελληνικά"

[[collections]]
id = "job-descriptions"
kind = "role"

[[collections]]
id = "categories"
kind = "category"
`,
  "content/categories/it/en.md": "+++\ntitle = \"Technology\"\nsummary = \"Work with computers.\"\n+++\n\nAll about it.\n",
  "content/categories/it/de.md": "+++\ntitle = \"Technik\"\nsummary = \"Arbeit mit Rechnern.\"\n+++\n\nAlles dazu.\n",
  "content/job-descriptions/tester/entry.toml": "category = \"it\"\n",
  [TEXT]: role("Tester", "We test at {company}."),
  "content/job-descriptions/tester/de.md": role("Tester (m/w/d)", "Wir testen."),
};

function expect(holds, what) {
  checks += 1;
  if (!holds) problems.push(what);
}

/** A site in a folder of its own, and the server that shows it. */
class Preview {
  constructor(files = SITE) {
    this.root = mkdtempSync(join(tmpdir(), "rolebook-preview-"));
    for (const [path, text] of Object.entries(files)) this.write(path, text);
  }

  write(path, text) {
    const file = join(this.root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  edit(path, from, to) {
    const text = readFileSync(join(this.root, path), "utf8");
    if (!text.includes(from)) throw new Error(`${path} has no "${from}"`);
    this.write(path, text.replace(from, to));
  }

  /** Starts the server; the address stays the same when it is started again. */
  async start() {
    const port = this.address ? new URL(this.address).port : "0";
    this.server = spawn(binary, ["serve", "--root", this.root, "--port", port], { stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    this.address = await new Promise((done, fail) => {
      const listen = (data) => {
        said += data;
        const [address] = said.match(/http:\/\/127\.0\.0\.1:\d+\//) ?? [];
        if (address) done(address);
      };
      this.server.stdout.on("data", listen);
      this.server.stderr.on("data", (data) => { said += data; });
      this.server.on("error", fail);
      this.server.on("exit", (code) => fail(new Error(`the server ended with ${code}: ${said}`)));
      setTimeout(() => fail(new Error(`the server names no address: ${said}`)), PATIENCE).unref();
    });
  }

  async stop() {
    if (!this.server || this.server.exitCode !== null || this.server.signalCode !== null) return;
    const ended = new Promise((done) => this.server.once("exit", done));
    process.kill(this.server.pid, "SIGKILL");
    await ended;
  }

  async end() {
    await this.stop();
    rmSync(this.root, { recursive: true, force: true });
  }
}

/** Runs a check with a preview of its own, which is ended whatever happens. */
async function withPreview(name, browser, look, files) {
  const preview = new Preview(files);
  const context = await browser.newContext({ viewport: { width: 1000, height: 700 } });
  context.setDefaultTimeout(PATIENCE);
  const open = async (path) => {
    const tab = await context.newPage();
    tab.on("pageerror", (error) => problems.push(`${name}: ${error.message}`));
    tab.on("console", (message) => message.text().includes("rolebook preview:") && problems.push(`${name}: ${message.text()}`));
    await tab.goto(preview.address + path);
    await tab.evaluate(() => { window.marker = true; });
    return tab;
  };
  try {
    await preview.start();
    await look(preview, open, (holds, what) => expect(holds, `${name}: ${what}`));
  } catch (error) {
    problems.push(`${name}: ${error.message}`);
  } finally {
    await context.close();
    await preview.end();
  }
}

/** Whether something becomes true in a page. */
const becomes = (tab, what, argument) => tab.waitForFunction(what, argument, { timeout: PATIENCE }).then(() => true, () => false);
const shows = (tab, text) => becomes(tab, (text) => document.body?.textContent.includes(text), text);
const isSamePage = (tab) => tab.evaluate(() => window.marker === true);
/** Whether the list of mistakes becomes visible, or goes; a page that is being loaded has no such list yet, and that is neither. */
const mistakesAre = (tab, visible) =>
  becomes(tab, (visible) => document.querySelector("rolebook-preview")?.shadowRoot?.querySelector(".mistakes")?.checkVisibility() === visible, visible);
const mistakesShown = (tab) => mistakesAre(tab, true);
const mistakesGone = (tab) => mistakesAre(tab, false);
const mistakesText = (tab) => tab.locator("rolebook-preview .mistakes").innerText();
/** Whether what has the focus within the preview's own elements matches a selector. */
const hasFocus = (tab, selector) => tab.evaluate((selector) => Boolean(document.querySelector("rolebook-preview").shadowRoot.activeElement?.matches(selector)), selector);

/** Text, messages, styles, templates and configuration: the page follows in place. */
async function edits(preview, open, expect) {
  const tab = await open(ROLE);
  expect(await tab.locator("html > rolebook-preview").count() === 1, "the preview's own elements are not there");
  await tab.fill("#tools-company", "Ada & Co");
  await tab.evaluate(() => {
    document.querySelector("main").append(Object.assign(document.createElement("aside"), { id: "made-by-script" }));
    scrollTo({ top: 600, behavior: "instant" });
    document.querySelector("#tools-company").setSelectionRange(1, 3);
  });
  const scroll = await tab.evaluate(() => scrollY);
  preview.edit(TEXT, "Paragraph 20.", "Paragraph twenty.\n\nOne more paragraph.");
  expect(await shows(tab, "One more paragraph."), "the text does not follow");
  expect(await isSamePage(tab), "a changed text reloads the page");
  const kept = await tab.evaluate(() => {
    const { id, value, selectionStart, selectionEnd } = document.activeElement;
    return { scroll: scrollY, field: `${id} ${value} ${selectionStart} ${selectionEnd}`, made: document.querySelector("#made-by-script") !== null,
      filled: document.querySelector("[data-placeholder=company]").textContent };
  });
  expect(Math.abs(kept.scroll - scroll) < 2, `the page scrolls from ${scroll} to ${kept.scroll}`);
  expect(kept.field === "tools-company Ada & Co 1 3", `the field with the focus becomes ${kept.field}`);
  expect(kept.made, "what scripts have added is gone");
  expect(kept.filled === "Ada & Co", `what scripts have filled in becomes ${kept.filled}`);

  preview.edit(TEXT, "title = \"Tester\"", "title = \"Checker\"");
  expect(await becomes(tab, () => document.title.includes("Checker")), "the title does not follow");
  preview.write("locales/en/site.ftl", "section-brief = What it is about\n");
  expect(await shows(tab, "What it is about"), "messages do not follow");
  preview.write("themes/atlas/static/style.css", `${readFileSync(join(theme, "static/style.css"), "utf8")}\nh1 { letter-spacing: 7px; }\n`);
  expect(await becomes(tab, () => getComputedStyle(document.querySelector("h1")).letterSpacing === "7px"), "styles do not follow");
  expect(await becomes(tab, () => document.querySelectorAll("link[rel=stylesheet]").length === 2), "an old stylesheet stays");
  mkdirSync(join(preview.root, "themes/atlas/templates/partials"), { recursive: true });
  cpSync(join(theme, "templates/partials/footer.html"), join(preview.root, "themes/atlas/templates/partials/footer.html"));
  preview.edit("themes/atlas/templates/partials/footer.html", "<footer class=\"site-footer\">", "<footer class=\"site-footer\"><p id=\"own\">Own footer</p>");
  expect(await becomes(tab, () => document.querySelector(".site-footer > #own") !== null), "templates do not follow");
  preview.edit("rolebook.toml", "[[collections]]", "[theme]\naccent = \"#7a1f5c\"\n\n[[collections]]");
  expect(await becomes(tab, () => getComputedStyle(document.documentElement).getPropertyValue("--brand") === "#7a1f5c"), "the configuration does not follow");
  expect(await isSamePage(tab), "a message, a style, a template or the configuration reloads the page");
  expect(await tab.inputValue("#tools-company") === "Ada & Co", "the field is no longer filled in");
  await tab.reload();
  const patched = await tab.evaluate(() => document.querySelector(".role-section").outerHTML);
  expect(patched.includes("What it is about"), "a reload shows something else");
}

/** In the end the page in place is the one that a reload gives, whatever has moved. */
async function sameAsReload(preview, open, expect) {
  const tab = await open(ROLE);
  const sections = [
    "## requirements\n\n- Patience\n- Calm\n\n### More\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n## brief\n\nNew *words* for {city}.\n\n## responsibilities\n\n- Write\n- Test\n- Read\n",
    "## brief\n\nOther.\n\n> Quote\n\n## responsibilities\n\n1. First\n2. Second\n\n## requirements\n\n- Calm\n",
  ];
  for (const [number, section] of sections.entries()) {
    preview.write(TEXT, `+++\ntitle = "Tester ${number}"\nslug = "tester"\nsummary = "Finds ${number} faults."\n+++\n\n${section}`);
    expect(await becomes(tab, (title) => document.title.includes(title), `Tester ${number}`), `change ${number} is not shown`);
  }
  const page = () => tab.evaluate(() => {
    const copy = document.documentElement.cloneNode(true);
    // What the site's own scripts make at the beginning of a page is theirs.
    for (const own of copy.querySelectorAll("rolebook-preview, script[data-etag], .tools")) own.remove();
    return copy.outerHTML;
  });
  expect(await isSamePage(tab), "changed sections reload the page");
  const patched = await page();
  await tab.reload();
  const reloaded = await page();
  const at = [...patched].findIndex((letter, i) => letter !== reloaded[i]);
  expect(patched === reloaded, `a reload gives another page: ${patched.slice(at - 40, at + 60)} | ${reloaded.slice(at - 40, at + 60)}`);
}

/** What is changed on another page leaves this one alone; two tabs follow at the same time. */
async function otherPages(preview, open, expect) {
  const [tab, twin, category] = [await open(ROLE), await open(ROLE), await open("en/categories/technology/")];
  await tab.evaluate(() => {
    window.mutations = 0;
    new MutationObserver((list) => { window.mutations += list.length; })
      .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });
  preview.edit("content/categories/it/en.md", "All about it.", "All about computers.");
  expect(await shows(category, "All about computers."), "the other page does not follow");
  await tab.waitForTimeout(700);
  expect(await tab.evaluate(() => window.mutations) === 0, "a change on another page touches this one");
  preview.edit(TEXT, "Paragraph 3.", "Paragraph three.");
  const both = await Promise.all([tab, twin].map((each) => shows(each, "Paragraph three.")));
  expect(both.every(Boolean), "only one of two tabs follows");
  expect(await isSamePage(tab) && await isSamePage(twin), "a tab is reloaded");
}

/** A mistake is shown over the page and goes when it is mended. */
async function mistakes(preview, open, expect) {
  const tab = await open(ROLE);
  preview.edit(TEXT, "title = \"Tester\"", "title = \"Tester");
  expect(await mistakesShown(tab), "a mistake is not shown");
  const text = await mistakesText(tab);
  expect(text.includes(`${TEXT}:2`), `file and line are not named: ${text}`);
  expect(text.includes("title = \"Tester"), `the line is not shown: ${text}`);
  expect(/error\[[\w-]+\]/.test(text), `severity and code are not shown: ${text}`);
  expect(text.includes("On this page"), `the mistakes of this page have no heading of their own: ${text}`);
  expect(await tab.locator("h1").innerText() === "Tester job description", "the page behind is gone");
  expect(!(await hasFocus(tab, "*")), "a mistake takes the focus");
  await tab.keyboard.press("Escape");
  expect(await mistakesGone(tab), "Escape does not hide the mistakes");
  await tab.locator("rolebook-preview .badge").click();
  expect(await mistakesShown(tab) && await hasFocus(tab, ".mistakes"), "the list that the user opens has not the focus");
  await tab.keyboard.press("Escape");
  preview.edit(TEXT, "Finds faults.", "Finds many faults.");
  expect(await mistakesShown(tab), "hidden mistakes are not shown after the next change");
  preview.edit(TEXT, "title = \"Tester", "title = \"Tester\"");
  expect(await mistakesGone(tab), "mended mistakes stay");
  expect(await shows(tab, "Finds many faults."), "the page does not follow once it is mended");
  expect(await isSamePage(tab), "mistakes reload the page");
}

/** A site that has never been without errors: the mistakes are all there is, until they are mended. */
async function brokenFromTheStart(preview, open, expect) {
  const tab = await open(ROLE);
  expect(await mistakesShown(tab), "the mistake is not shown");
  const text = await mistakesText(tab);
  expect(text.includes(`${TEXT}:2`), `file and line are not named: ${text}`);
  preview.write(TEXT, SITE[TEXT]);
  expect(await becomes(tab, () => document.querySelector("h1")?.textContent === "Tester job description"), "the page does not come when it is mended");
  expect(await mistakesGone(tab), "mended mistakes stay");
}

/** The server goes away and comes back at the same address: the page says so, and catches up. */
async function restart(preview, open, expect) {
  const tab = await open(ROLE);
  const toggle = tab.locator("rolebook-preview .toggle");
  await toggle.waitFor();
  await preview.stop();
  await tab.locator("rolebook-preview .toggle.away").waitFor();
  expect((await toggle.innerText()).includes("not connected"), "the button does not say that the server is away");
  preview.edit(TEXT, "Paragraph 3.", "Paragraph three.");
  await preview.start();
  expect(await shows(tab, "Paragraph three."), "the page does not catch up with a new server");
  expect(await isSamePage(tab), "a new server reloads the page");
  await tab.locator("rolebook-preview .toggle:not(.away)").waitFor();
}

/** A tab that is not shown does not keep a connection; it catches up when it is shown again. */
async function asleep(preview, open, expect) {
  const tab = await open(ROLE);
  const show = (isShown) => tab.evaluate((isShown) => {
    Object.defineProperty(document, "hidden", { configurable: true, get: () => !isShown });
    document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
  }, isShown);
  await tab.locator("rolebook-preview .toggle").waitFor();
  await show(false);
  preview.edit(TEXT, "Paragraph 3.", "Paragraph three.");
  await tab.waitForTimeout(700);
  expect(!(await tab.evaluate(() => document.body.textContent.includes("Paragraph three."))), "a tab that is not shown keeps its connection");
  await show(true);
  expect(await shows(tab, "Paragraph three."), "a tab that is shown again does not catch up");
  expect(await isSamePage(tab), "a tab that is shown again is reloaded");
}

/** The panel, with the keyboard alone. */
async function panel(preview, open, expect) {
  const tab = await open(ROLE);
  await tab.locator("rolebook-preview .toggle").waitFor();
  const width = await tab.evaluate(() => document.documentElement.scrollWidth);
  for (let i = 0; i < 100 && !(await hasFocus(tab, ".toggle")); i += 1) await tab.keyboard.press("Tab");
  expect(await hasFocus(tab, ".toggle"), "the button cannot be reached");
  const toggle = tab.locator("rolebook-preview .toggle");
  expect(await toggle.getAttribute("aria-expanded") === "false", "the panel is open from the start");
  await tab.keyboard.press("Enter");
  expect(await toggle.getAttribute("aria-expanded") === "true", "the button does not say that the panel is open");
  const text = await tab.locator("rolebook-preview .panel").innerText();
  expect(text.includes(TEXT), `the panel does not name the file: ${text}`);
  expect(text.includes("Deutsch") && /Ελληνικά.*missing/.test(text), `the panel does not say which languages there are: ${text}`);
  for (let i = 0; i < 20 && !(await hasFocus(tab, ".switch")); i += 1) await tab.keyboard.press("Tab");
  await tab.keyboard.press("Enter");
  expect(await tab.locator("rolebook-preview .switch").getAttribute("aria-pressed") === "true", "the switch cannot be pressed");
  await tab.keyboard.press("Escape");
  expect(await tab.locator("rolebook-preview .panel").isHidden(), "Escape does not close the panel");
  expect(await hasFocus(tab, ".toggle"), "the button does not get the focus back");
  expect(await tab.evaluate(() => document.documentElement.scrollWidth) === width, "the panel makes the page wider");
  await tab.reload();
  await tab.locator("rolebook-preview .outline:visible").first().waitFor();
  expect(await tab.locator("rolebook-preview .switch").getAttribute("aria-pressed") === "true", "the switch is forgotten");
}

/** Outlines name the messages, and say which are translated. */
async function outlines(preview, open, expect) {
  const tab = await open(ROLE);
  await tab.locator("rolebook-preview .toggle").click();
  await tab.locator("rolebook-preview .switch").click();
  const outline = (id) => tab.locator("rolebook-preview .outline:visible", { hasText: id }).first();
  await outline("languages-available").waitFor();
  expect(/languages-available.* themes\/atlas\/locales\/en\/\w+\.ftl:\d+/s.test(await outline("languages-available").textContent()), "an outline does not name file and line");
  const distance = await tab.evaluate(() => {
    const outline = [...document.querySelector("rolebook-preview").shadowRoot.querySelectorAll(".outline")].find(({ textContent }) => textContent.startsWith("languages-available"));
    const [box, words] = [outline, document.querySelector("#languages-start")].map((element) => element.getBoundingClientRect());
    return Math.hypot(box.left - words.left, box.top - words.top);
  });
  expect(distance < 12, `an outline is ${Math.round(distance)} px away from its words`);
  await outline("languages-heading").focus();
  const card = await tab.locator("rolebook-preview .card").innerText();
  expect(card.includes("languages-heading") && /\w+\.ftl:\d+/.test(card) && card.includes("This page in other languages"), `the card says ${card}`);
  expect(await tab.locator("rolebook-preview .outline.attribute:visible", { hasText: "[aria-label]" }).count() > 0, "attributes are not outlined");
  expect(await outline("languages-heading").evaluate((element) => element.getBoundingClientRect().bottom <= innerHeight), "an outline with the focus is out of sight");
  preview.write("locales/en/site.ftl", "# A comment\nlanguages-available = You can read this in\n");
  await tab.locator("rolebook-preview .outline", { hasText: "locales/en/site.ftl:2" }).first().waitFor();
  expect(await isSamePage(tab), "an edited message reloads the page");
  await tab.locator("rolebook-preview .switch").click();
  expect(await tab.locator("rolebook-preview .outline").count() === 0, "outlines stay when they are switched off");
}

/** From right to left, and with words from another language. */
async function rightToLeft(preview, open, expect) {
  const tab = await open("he/");
  expect(await tab.evaluate(() => document.documentElement.dir) === "rtl", "the page does not run from right to left");
  const toggle = tab.locator("rolebook-preview .toggle");
  await toggle.waitFor();
  expect((await toggle.boundingBox()).x < 100, "the button is not at the end of the lines");
  await toggle.click();
  await tab.locator("rolebook-preview .switch").click();
  await tab.locator("rolebook-preview .outline:visible").first().waitFor();
  const label = await tab.locator("rolebook-preview .outline:visible").first().innerText();
  expect(/untranslated|from en/.test(label), `an outline does not say that its words are English: ${label}`);
  expect(await tab.locator("rolebook-preview .badge").isVisible(), "warnings are not counted at the edge");
  expect(await tab.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), "the page becomes wider");
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: QUIET.split(" ") });
try {
  await withPreview("edits", browser, edits);
  await withPreview("same as a reload", browser, sameAsReload);
  await withPreview("other pages", browser, otherPages);
  await withPreview("mistakes", browser, mistakes);
  await withPreview("broken from the start", browser, brokenFromTheStart, { ...SITE, [TEXT]: SITE[TEXT].replace("\"Tester\"", "\"Tester") });
  await withPreview("restart", browser, restart);
  await withPreview("asleep", browser, asleep);
  await withPreview("panel", browser, panel);
  await withPreview("outlines", browser, outlines);
  const hebrew = "[[locales]]\ncode = \"he\"\nname = \"עברית\"\n\n[[collections]]";
  await withPreview("right to left", browser, rightToLeft, { ...SITE, "rolebook.toml": SITE["rolebook.toml"].replace("[[collections]]", hebrew) });
} finally {
  await browser.close();
}
report(`preview: ${checks} checks`, problems);
