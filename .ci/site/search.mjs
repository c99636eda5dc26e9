// Searches a built site as its readers do, in headless Chromium: what is found, with typing mistakes and without accents,
// with the keyboard, on the page of results, and without scripts. On the page of results nothing jumps, the header keeps its
// form, search engines are told to pass results over, and a change of language keeps the question.
//
//   node search.mjs SITE
//
// Lists each problem and ends with status 1 if there is any. CHROMIUM names another browser than /usr/bin/chromium.

import { PATIENCE, report, watchShifts, withSite } from "./browser.mjs";

/** Locale, what is typed, a part of the title that must be among the first three. */
const QUESTIONS = [
  ["en", "java", "Java Developer"],
  ["en", "devloper java", "Java Developer"],
  ["en", "server-side", "Back-end Developer"],
  ["de", "entwikler java", "Java-Entwickler"],
  ["de", "kundenservice", "Kundenservice"],
  ["el", "ειδικος", "Ειδικός Υποστήριξης"],
  ["el", "προγραμματιστης java", "Java"],
  ["es", "atencion al cliente", "cliente"],
  ["fr", "developpeur java", "Développeur Java"],
  ["pt", "programador java", "Java"],
];

const MOST_SHIFT = 0.01;

const problems = [];
let most = 0; // bytes for a first result

/** Where the parts of the header stand that every page has. */
const header = (tab) => tab.evaluate(() => [".brand", ".scheme", ".actions"].map((part) => {
  const { left, right } = document.querySelector(`.site-header ${part}`)?.getBoundingClientRect() ?? {};
  return `${part} ${Math.round(left)} to ${Math.round(right)}`;
}).join(", "));

/** Whether the page asks search engines to pass it over, and whether it names another address as its own. */
const forEngines = (tab) => tab.evaluate(() => ["meta[name=robots][content=noindex]", "link[rel=canonical]"]
  .map((selector) => document.querySelector(selector) !== null).join());

/** The page of results: of a question with answers, without, and of none, on a slow connection. */
async function pageOfResults(browser, base, path) {
  for (const [width, height] of [[390, 844], [1280, 800]]) {
    const tab = await browser.newPage({ viewport: { width, height } });
    await watchShifts(tab);
    await tab.goto(base + path.replace(/[^/]+\/$/, ""));
    const elsewhere = await header(tab);
    await tab.route(/(search\..*\.js|\.json)$/, async (route) => {
      await new Promise((done) => setTimeout(done, 150));
      await route.continue();
    });
    for (const [query, engines] of [["?q=java", "true,false"], ["?q=zzzzzz", "true,false"], ["?q=", "true,false"], ["", "false,true"]]) {
      const expect = (holds, what) => holds || problems.push(`${path}${query} on ${width} px: ${what}`);
      await tab.goto(base + path + query);
      await tab.waitForFunction(() => !("asked" in document.documentElement.dataset) && document.querySelector(".search-page"));
      await tab.waitForTimeout(200);
      const { sum, of } = await tab.evaluate(() => window.shifts);
      expect(sum <= MOST_SHIFT, `things move by ${sum.toFixed(3)}: ${of.join(", ")}`);
      expect((await header(tab)) === elsewhere, `the header is ${await header(tab)}; elsewhere it is ${elsewhere}`);
      expect((await forEngines(tab)) === engines, `search engines are told ${await forEngines(tab)}`);
      expect(await tab.locator(".cards").isVisible(), "the library is not shown below the results");
      const kept = await tab.locator(".languages a[hreflang]").evaluateAll((links) => links.map((link) => new URL(link.href).search));
      expect(kept.length > 1 && kept.every((search) => search === (query === "?q=" ? "" : query)), `other languages are asked ${kept}`);
    }
    await tab.close();
  }
}
await withSite(process.argv[2] ?? "public", async (browser, base) => {
  const tab = await browser.newPage();
  tab.setDefaultTimeout(PATIENCE);
  tab.on("pageerror", (error) => problems.push(error.message));
  let bytes = 0;
  tab.on("response", async (response) => {
    if (!/search/.test(response.url()) || !/\.js(on)?$/.test(response.url())) return;
    const { length } = await response.body();
    bytes += length;
  });
  for (const [locale, query, wanted] of QUESTIONS) {
    bytes = 0;
    await tab.goto(`${base}/${locale}/`);
    await tab.keyboard.press("/");
    await tab.keyboard.type(query);
    const isThere = (wanted) => [...document.querySelectorAll("[role=option]")].slice(0, 3).some((option) => option.textContent.includes(wanted));
    await tab.waitForFunction(isThere, wanted).catch(() => {});
    await tab.waitForTimeout(200);
    const titles = await tab.locator("[role=option]").allTextContents();
    if (!titles.slice(0, 3).some((title) => title.includes(wanted))) problems.push(`${locale}: "${query}" finds ${JSON.stringify(titles)}`);
    most = Math.max(most, bytes);
    if (bytes > 60_000) problems.push(`${locale}: "${query}" fetches ${bytes} bytes`);
  }
  await tab.keyboard.press("Escape");
  if (await tab.locator("[role=listbox]").isVisible()) problems.push("Escape does not close the suggestions");
  await tab.keyboard.type(" ");
  await tab.locator("[role=option]").first().waitFor();
  await tab.keyboard.press("ArrowDown");
  const address = await tab.locator("[aria-selected=true]").getAttribute("href");
  await tab.keyboard.press("Enter");
  await tab.waitForURL(`**${address}`);

  const results = await tab.locator(".search-form").getAttribute("action");
  await tab.goto(`${base}${results}?q=programador`);
  await tab.locator(".search-results a").first().waitFor();
  if (!/\d/.test(await tab.locator(".search > header [role=status]").textContent())) problems.push("the results are not counted");

  await pageOfResults(browser, base, results);

  const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await plain.goto(`${base}${results}?q=programador`);
  if (!(await plain.locator("noscript").count())) problems.push("without scripts nothing is said");
  if (!(await plain.locator(".cards").isVisible())) problems.push("without scripts the library is not shown");
});
report(`search: ${QUESTIONS.length} questions, at most ${most} bytes for a first result`, problems);
