// Searches a built site as its readers do, in headless Chromium: what is found, with typing mistakes and without accents,
// with the keyboard, on the page of results, and without scripts.
//
//   node search.mjs SITE
//
// Lists each problem and ends with status 1 if there is any. CHROMIUM names another browser than /usr/bin/chromium.

import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, resolve, sep } from "node:path";
import { chromium } from "playwright-core";

const root = resolve(process.argv[2] ?? "public");
const TYPES = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".json": "application/json", ".svg": "image/svg+xml" };
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
const server = createServer((request, response) => {
  const { pathname } = new URL(request.url, "http://localhost");
  let file = join(root, decodeURIComponent(pathname));
  if (pathname.endsWith("/")) file = join(file, "index.html");
  const found = file.startsWith(root + sep) && existsSync(file) && statSync(file).isFile();
  response.writeHead(found ? 200 : 404, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" });
  if (found) createReadStream(file).pipe(response);
  else response.end();
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));
const base = `http://127.0.0.1:${server.address().port}`;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

try {
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
} finally {
  await browser.close();
  server.close();
}
console.log(`search: ${QUESTIONS.length} questions: ${problems.length} problems`);
for (const problem of problems) console.error(problem);
process.exitCode = problems.length ? 1 : 0;
