// What every page of a built site does for its readers, in headless Chromium: the switch between light and dark remembers, a
// change of language keeps the reader's place, pages work without scripts, at 200 % and in the colors of the system.
//
//   node page.mjs SITE
//
// Lists each problem and ends with status 1 if there is any. CHROMIUM names another browser than /usr/bin/chromium.

import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { report, withSite } from "./browser.mjs";

const site = process.argv[2] ?? "public";
const problems = [];
let checks = 0;

/** The longest page of a kind in each language. */
function longest(kind) {
  const found = new Map();
  for (const file of readdirSync(site, { recursive: true }).filter((file) => file.endsWith("index.html")).sort()) {
    const source = readFileSync(join(site, file), "utf8");
    const locale = file.split(sep)[0];
    if (source.includes(`class="${kind}-page"`) && source.length > (found.get(locale)?.size ?? 0)) found.set(locale, { file, size: source.length });
  }
  return [...found].map(([locale, { file }]) => [locale, `/${file.replace("index.html", "")}`]);
}

function expect(holds, what) {
  checks += 1;
  if (!holds) problems.push(what);
}

const background = (tab) => tab.evaluate(() => getComputedStyle(document.body).backgroundColor);

/** Light and dark: the system's choice, then the reader's, on this page and the next, with the browser's own color. */
async function schemes(browser, base, [locale, path]) {
  const context = await browser.newContext({ colorScheme: "light" });
  const tab = await context.newPage();
  await tab.goto(base + path);
  const light = await background(tab);
  const button = tab.locator(".scheme");
  expect((await button.getAttribute("aria-pressed")) === "false", `${locale}: the switch is pressed in the light scheme`);
  await button.focus();
  await tab.keyboard.press("Enter");
  const dark = await background(tab);
  expect(dark !== light, `${locale}: the switch changes nothing`);
  expect((await button.getAttribute("aria-pressed")) === "true", `${locale}: the switch does not say that it is pressed`);
  await tab.goto(`${base}/${locale}/`);
  expect((await background(tab)) === dark, `${locale}: the next page has forgotten the reader's choice`);
  await tab.locator(".scheme").click();
  expect((await background(tab)) === light, `${locale}: the way back is closed`);
  await context.close();
}

/** A reader in the middle of a text changes the language and is in the middle of the same text. */
async function place(browser, base, [locale, path]) {
  const tab = await browser.newPage({ viewport: { width: 1000, height: 700 } });
  await tab.goto(base + path);
  const headings = "main :is(h1, h2, h3)";
  const count = await tab.locator(headings).count();
  const third = Math.min(4, count - 1);
  await tab.evaluate(({ headings, third }) => {
    scrollTo({ top: document.querySelectorAll(headings)[third].getBoundingClientRect().top + 5, behavior: "instant" });
  }, { headings, third });
  const link = tab.locator(".languages.end a[hreflang]").first();
  await link.evaluate((element) => element.click());
  await tab.waitForURL((url) => !url.pathname.startsWith(`/${locale}/`));
  await tab.waitForTimeout(400);
  const top = await tab.evaluate(({ headings, third }) => document.querySelectorAll(headings)[third].getBoundingClientRect().top, { headings, third });
  expect(Math.abs(top) < 12, `${locale}: after a change of language the heading is ${Math.round(top)} px away`);
  await tab.close();
}

/** Without scripts nothing is there that does nothing, and the form of the search leads somewhere. */
async function withoutScripts(browser, base, [locale, path]) {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const tab = await context.newPage();
  await tab.goto(base + path);
  expect(!(await tab.locator(".scheme").isVisible()), `${locale}: the switch is shown without scripts`);
  await tab.fill(".search-form input", "java");
  await tab.keyboard.press("Enter");
  await tab.waitForURL((url) => url.search !== "", { timeout: 5000 }).catch(() => {});
  expect(new URL(tab.url()).searchParams.get("q") === "java", `${locale}: the search form leads nowhere without scripts`);
  expect(await tab.locator("noscript").first().isVisible(), `${locale}: the page of results does not say that it needs scripts`);
  await context.close();
}

/** 200 % on a screen of 1280 by 1024: half the width, twice the pixels; everything can be reached without scrolling sideways. */
async function zoomed(browser, base, [locale, path]) {
  const tab = await browser.newPage({ viewport: { width: 640, height: 512 }, deviceScaleFactor: 2 });
  await tab.goto(base + path);
  const { wide, width } = await tab.evaluate(() => ({ wide: document.documentElement.scrollWidth, width: document.documentElement.clientWidth }));
  expect(wide <= width, `${locale}: at 200 % the page is ${wide} px wide on ${width} px`);
  await tab.close();
}

/** In the colors of the system, buttons and fields have borders, and what has the focus shows it. */
async function forcedColors(browser, base, [locale, path]) {
  const context = await browser.newContext({ forcedColors: "active" });
  const tab = await context.newPage();
  await tab.goto(base + path);
  expect(await tab.evaluate(() => matchMedia("(forced-colors: active)").matches), `${locale}: the colors of the system are not in force`);
  const bare = await tab.evaluate(() => [...document.querySelectorAll(".button, input")]
    .filter((element) => element.checkVisibility())
    .filter((element) => {
      const { borderTopStyle, borderTopColor, backgroundColor } = getComputedStyle(element);
      return borderTopStyle === "none" || borderTopColor === backgroundColor;
    }).map((element) => element.textContent.trim() || element.id));
  expect(bare.length === 0, `${locale}: without a border in the colors of the system: ${bare.join(", ")}`);
  await tab.keyboard.press("Tab");
  await tab.keyboard.press("Tab");
  const outline = await tab.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
  expect(outline !== "none", `${locale}: the focus is not shown in the colors of the system`);
  await context.close();
}

await withSite(site, async (browser, base) => {
  const roles = longest("role");
  if (roles.length === 0) problems.push("there is no job description");
  for (const role of roles) {
    await schemes(browser, base, role);
    await place(browser, base, role);
    await withoutScripts(browser, base, role);
    await zoomed(browser, base, role);
    await forcedColors(browser, base, role);
  }
  for (const article of longest("article")) {
    await place(browser, base, article);
    await zoomed(browser, base, article);
  }
});
report(`page: ${checks} checks`, problems);
