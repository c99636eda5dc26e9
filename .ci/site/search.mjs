// Searches a built site as its readers do, in headless Chromium: what is found, with typing mistakes and without accents,
// with the keyboard, on the page of results, and without scripts.
//
//   node search.mjs SITE
//
// Lists each problem and ends with status 1 if there is any. CHROMIUM names another browser than /usr/bin/chromium.

import { report, withSite } from "./browser.mjs";

const PATIENCE = 5000; // milliseconds for one answer
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

const problems = [];
let most = 0; // bytes for a first result
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
    await tab.locator("[role=option]").first().waitFor().catch(() => {});
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
  if (!/\d/.test(await tab.locator(".search [role=status]").textContent())) problems.push("the results are not counted");

  const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await plain.goto(`${base}${results}?q=programador`);
  if (!(await plain.locator("noscript").count())) problems.push("without scripts nothing is said");
});
report(`search: ${QUESTIONS.length} questions, at most ${most} bytes for a first result`, problems);
