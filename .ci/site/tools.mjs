// Fills in and copies a job description of a built site as its readers do, in headless Chromium, in each language.
//
//   node tools.mjs SITE
//
// Lists each problem and ends with status 1 if there is any. CHROMIUM names another browser than /usr/bin/chromium.

import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { PATIENCE, report, withSite } from "./browser.mjs";

const site = process.argv[2] ?? "public";
const COMPANY = "Søn & <Co>";
const problems = [];

/** One job description in each language. */
const pages = new Map();
for (const file of readdirSync(site, { recursive: true }).filter((file) => file.endsWith(".html")).sort()) {
  const locale = file.split(sep)[0];
  if (!pages.has(locale) && readFileSync(join(site, file), "utf8").includes("class=\"role-page\"")) pages.set(locale, file);
}
if (pages.size === 0) problems.push("there is no job description");

await withSite(site, async (browser, base) => {
  const context = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
  const tab = await context.newPage();
  tab.setDefaultTimeout(PATIENCE);
  tab.on("pageerror", (error) => problems.push(error.message));
  const copied = async (form) => {
    await tab.click(`[data-do=${form}]`);
    await tab.locator(".tools [role=status]:not(:empty)").waitFor();
    return tab.evaluate(() => navigator.clipboard.readText());
  };
  for (const [locale, file] of pages) {
    const expect = (holds, what) => holds || problems.push(`${locale}: ${what}`);
    await tab.goto(`${base}/${file.replace("index.html", "")}`);
    await tab.evaluate(() => localStorage.clear());
    await tab.reload();
    await tab.fill("#tools-company", COMPANY);
    expect((await tab.locator("[data-placeholder=company]").first().textContent()) === COMPANY, "the text is not filled in");
    const html = await copied("html");
    expect(html.startsWith("<h1>") && html.includes("Søn &amp; &lt;Co&gt;") && !/<a |class=/.test(html), "HTML is not plain");
    const markdown = await copied("markdown");
    expect(/^# .+\n\n## .+\n/.test(markdown) && markdown.includes("\n- "), "Markdown has no headings or lists");
    const text = await copied("text");
    expect(text.includes("• ") && text.includes(COMPANY) && !text.includes("<p>"), "text is not plain");
    const address = tab.url();
    await tab.evaluate(() => localStorage.clear());
    await tab.goto("about:blank");
    await tab.goto(address);
    expect((await tab.inputValue("#tools-company")) === COMPANY, "the address does not keep what was filled in");
    const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await plain.goto(address);
    expect(!(await plain.locator(".tools :is(button, form)").filter({ visible: true }).count()), "tools that need scripts are shown without");
    const download = plain.locator(".tools a[download]");
    expect(await download.isVisible(), "the document cannot be downloaded without scripts");
    const document = await plain.request.get(new URL(await download.getAttribute("href"), base).href);
    expect(document.ok() && (await document.body()).subarray(0, 2).toString() === "PK", "the document is no archive");
    await plain.context().close();
  }
});
report(`tools: ${pages.size} languages`, problems);
