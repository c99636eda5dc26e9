// What every page of a built site does for its readers, in headless Chromium: the switch between light and dark remembers, a
// change of language keeps the reader's place, menus close, a job description is printed alone, an unknown address offers all
// languages; pages work without scripts, at 200 %, in the colors of the system and under a strict security policy.
//
//   node page.mjs SITE
//
// Lists each problem and ends with status 1 if there is any. CHROMIUM names another browser than /usr/bin/chromium.

import { PATIENCE, longest, report, watchPolicy, withSite } from "./browser.mjs";

const site = process.argv[2] ?? "public";
const problems = [];
let checks = 0;

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

/** Choices narrow a list at once, are in the address, and can be taken back; without a script they are links. */
async function narrowed(browser, base, [locale, path]) {
  const tab = await browser.newPage();
  await tab.goto(base + path);
  const choices = tab.locator(".filters button[data-choice]");
  if ((await choices.count()) === 0) return tab.close();
  const shown = () => tab.locator(".group .entries > li:visible").count();
  const all = await shown();
  const last = choices.last();
  const expected = Number((await last.textContent()).match(/\p{Nd}+(?=\D*$)/u)[0]);
  await last.focus();
  await tab.keyboard.press("Enter");
  expect((await shown()) === expected, `${locale}: ${expected} entries have the choice, and ${await shown()} are shown`);
  expect((await last.getAttribute("aria-pressed")) === "true", `${locale}: the choice does not say that it is made`);
  expect((await tab.locator("section.group:visible").count()) <= expected, `${locale}: headings stand over nothing`);
  expect((await tab.locator(".filters [role=status]").textContent()).includes(expected), `${locale}: nothing says how many are shown`);
  await tab.reload();
  expect((await shown()) === expected, `${locale}: the address has forgotten the choice`);
  await tab.locator(".filters > button").click();
  expect((await shown()) === all, `${locale}: not all entries are back`);
  await tab.close();
  const context = await browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto(base + path);
  await plain.locator(".filters a").last().click();
  await plain.waitForURL((url) => url.pathname !== path);
  expect((await plain.locator(".entries > li").count()) === expected, `${locale}: the page of a choice lists other entries`);
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
  await tab.waitForURL((url) => url.search !== "", { timeout: PATIENCE }).catch(() => {});
  expect(new URL(tab.url()).searchParams.get("q") === "java", `${locale}: the search form leads nowhere without scripts`);
  expect(await tab.locator("noscript").first().isVisible(), `${locale}: the page of results does not say that it needs scripts`);
  await context.close();
}

/** Menus of the header close with Escape, with a press elsewhere, and when the focus moves on; without a script they still open. */
async function menus(browser, base, [locale, path]) {
  const tab = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await tab.goto(base + path);
  const menu = tab.locator(".navigation details").first();
  const summary = menu.locator("summary");
  const isOpen = () => menu.evaluate(({ open }) => open);
  const focused = () => tab.evaluate(() => document.activeElement.localName);
  await summary.focus();
  await tab.keyboard.press("Enter");
  expect(await isOpen(), `${locale}: Enter does not open a menu`);
  await tab.keyboard.press("Tab");
  expect(await isOpen() && (await focused()) === "a", `${locale}: the first link of a menu cannot be reached`);
  await tab.keyboard.press("Escape");
  expect(!(await isOpen()) && (await focused()) === "summary", `${locale}: Escape does not close a menu, or the focus is lost`);
  await summary.click();
  await tab.mouse.click(640, 780);
  expect(!(await isOpen()), `${locale}: a press elsewhere does not close a menu`);
  await summary.click();
  await tab.locator(".search-form input").focus();
  expect(!(await isOpen()), `${locale}: a menu stays open when the focus has moved on`);
  await summary.click();
  const links = await menu.locator("a").count();
  for (let i = 0; i <= links; i += 1) await tab.keyboard.press("Tab");
  expect(!(await isOpen()), `${locale}: a menu stays open when the focus has left it by Tab`);
  await tab.mouse.move(640, 780);
  await summary.click();
  await tab.mouse.move(640, 780);
  await tab.mouse.wheel(0, 200);
  expect(await isOpen(), `${locale}: a menu closes when the page is scrolled`);
  await tab.close();
}

/** On paper, a role is the job description alone: its title, its text and its skills. */
async function printed(browser, base, [locale, path]) {
  const tab = await browser.newPage();
  await tab.goto(base + path);
  await tab.emulateMedia({ media: "print" });
  const { title, others, hasSkills } = await tab.evaluate(() => ({
    title: getComputedStyle(document.querySelector(".entry"), "::before").content,
    others: [...document.body.querySelectorAll("h1, h2, p, li, a, button, dt")]
      .filter((element) => !element.closest(".text, .skills") && element.checkVisibility()).map(({ textContent }) => textContent.trim()),
    hasSkills: document.querySelector(".skills")?.checkVisibility() ?? true,
  }));
  expect(title.length > 2 && title.startsWith("\""), `${locale}: a printed role has no title`);
  expect(others.length === 0, `${locale}: a printed role begins or ends with: ${others.join(" | ")}`);
  expect(hasSkills, `${locale}: a printed role has no skills`);
  await tab.close();
}

/** Who asks for an address that is not there is offered the home pages of all other languages. */
async function notFound(browser, base, [locale, path], locales) {
  const tab = await browser.newPage();
  await tab.goto(base + path);
  const offered = await tab.locator(".languages a[hreflang]").evaluateAll((links) => links.map((link) => `${link.lang} ${link.getAttribute("href")}`));
  const own = await tab.evaluate(() => document.documentElement.lang);
  const expected = locales.filter((other) => other !== own).map((other) => `${other} /${other}/`);
  expect(offered.sort().join() === expected.sort().join(), `${locale}: the page for unknown addresses offers ${offered}`);
  await tab.close();
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
  const kinds = ["home", "listing", "role", "article", "category", "facet", "skill", "skills", "index", "search", "not-found", "languages"];
  const strict = await browser.newContext();
  watchPolicy(strict, problems);
  const tab = await strict.newPage();
  for (const kind of kinds) {
    const [page] = longest(site, kind);
    if (!page) continue;
    await tab.goto(base + page[1]);
    checks += 1;
  }
  await strict.close();
  const roles = longest(site, "role");
  if (roles.length === 0) problems.push("there is no job description");
  for (const role of roles) {
    await schemes(browser, base, role);
    await place(browser, base, role);
    await withoutScripts(browser, base, role);
    await zoomed(browser, base, role);
    await forcedColors(browser, base, role);
    await printed(browser, base, role);
  }
  for (const listing of longest(site, "listing")) await narrowed(browser, base, listing);
  for (const home of longest(site, "home")) await menus(browser, base, home);
  const locales = longest(site, "home").map(([locale]) => locale);
  for (const missing of longest(site, "not-found")) await notFound(browser, base, missing, locales);
  for (const article of longest(site, "article")) {
    await place(browser, base, article);
    await zoomed(browser, base, article);
  }
});
report(`page: ${checks} checks`, problems);
