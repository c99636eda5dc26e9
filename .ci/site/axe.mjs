// Checks one page of each kind in each language of a built site in headless Chromium: accessibility (axe-core, in
// the light and the dark scheme), no horizontal scrolling, and navigation without JavaScript.
//
//   node axe.mjs SITE BASE_URL [LOCALE…]
//
// With locales, only their pages are looked at.
//
// Lists each problem and ends with status 1 if there is any. CHROMIUM names another browser than /usr/bin/chromium.

import { createReadStream, existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { extname, join, resolve, sep } from "node:path";
import { chromium } from "playwright-core";
import { PATIENCE, QUIET } from "./browser.mjs";

const [site, baseArgument, ...only] = process.argv.slice(2);
if (!site || !baseArgument) {
  console.error("usage: node axe.mjs SITE BASE_URL [LOCALE…]");
  process.exit(2);
}
const basePath = new URL(baseArgument.endsWith("/") ? baseArgument : `${baseArgument}/`).pathname;

const KINDS = ["home", "listing", "role", "article", "category", "facet", "skill", "skills", "index", "search", "not-found"];
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const WIDTHS = [320, 360, 768, 1440];
const HEIGHT = 900;
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".xml": "application/xml",
};
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const problems = new Set();
const counts = { "axe runs": 0, "rules passed": 0, "widths": 0, "navigation groups opened": 0 };

function problem(page, message) {
  problems.add(`${page.name}: ${message}`);
}

// ---------- Server ----------

/** Serves the site below the path of its base URL, and its 404.html for everything that is not there. */
function serve() {
  const root = resolve(site);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    let file = pathname.startsWith(basePath) ? join(root, decodeURIComponent(pathname.slice(basePath.length))) : "";
    if (pathname.endsWith("/")) file = join(file, "index.html");
    const found = file.startsWith(root + sep) && existsSync(file) && statSync(file).isFile();
    if (!found) file = join(root, "404.html");
    response.writeHead(found ? 200 : 404, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" });
    createReadStream(file).on("error", () => response.end()).pipe(response);
  });
  return new Promise((done) => server.listen(0, "127.0.0.1", () => done(server)));
}

// ---------- Choice of pages ----------

/** The largest page of each kind in each language, the choice of a language, and what is shown for an unknown address. */
function choosePages() {
  const files = readdirSync(site, { recursive: true }).filter((file) => file.endsWith(".html")).sort();
  const locales = readdirSync(site).filter((folder) =>
    ["index.html", "feed.xml"].every((file) => existsSync(join(site, folder, file))))
    .filter((folder) => only.length === 0 || only.includes(folder)).sort();
  const chosen = [];
  for (const locale of locales) {
    const largest = new Map();
    for (const file of files.filter((file) => file.startsWith(locale + sep))) {
      const source = readFileSync(join(site, file), "utf8");
      const kind = /<body[^>]*\bclass="(?:[^"]*\s)?([\w-]+)-page[\s"]/.exec(source)?.[1];
      if (source.length > (largest.get(kind)?.size ?? 0)) largest.set(kind, { file, size: source.length });
    }
    for (const kind of KINDS) {
      if (largest.has(kind)) chosen.push({ kind, name: largest.get(kind).file });
      else problems.add(`${locale}: no page of the kind "${kind}"`);
    }
  }
  if (locales.length === 0) problems.add(`${site}: no folder of a language`);
  if (locales.length > 1) chosen.push({ kind: "languages", name: "index.html" });
  chosen.push({ kind: "not-found", name: "an-unknown-address/", status: 404 });
  console.log(`axe: ${chosen.length} pages in ${locales.length} languages (${locales.join(", ")})`);
  return chosen.map((page) => ({ status: 200, path: page.name.replace(/(^|\/)index\.html$/, "$1"), ...page }));
}

// ---------- Checks ----------

async function open(tab, page) {
  const response = await tab.goto(page.path, { waitUntil: "load" });
  if (response.status() !== page.status) problem(page, `status ${response.status()}, expected ${page.status}`);
  if (!(await tab.locator(`body.${page.kind}-page`).count())) problem(page, `is not of the kind "${page.kind}"`);
}

async function runAxe(tab, page, state) {
  const { violations, passes } = await tab.evaluate(
    ({ tags }) => globalThis.axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] }),
    { tags: TAGS },
  );
  counts["axe runs"] += 1;
  counts["rules passed"] += passes.length;
  for (const { id, help, nodes } of violations) {
    for (const { target, failureSummary } of nodes) {
      const why = failureSummary.split("\n").slice(1).map((line) => line.trim()).join("; ");
      problem(page, `${state}: ${id} (${help}): ${target.join(" ")}: ${why}`);
    }
  }
}

async function checkWidth(tab, page, state) {
  const { width, wide, widest } = await tab.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const ends = [...document.body.querySelectorAll("*")].map((element) => {
      const { left, right } = element.getBoundingClientRect();
      return { element, over: Math.max(right - width, -left) };
    });
    const { element } = ends.reduce((most, end) => (end.over > most.over ? end : most));
    return {
      width,
      wide: document.documentElement.scrollWidth,
      widest: `<${element.localName} class="${element.className}"> ${element.textContent.trim().slice(0, 40)}`,
    };
  });
  counts.widths += 1;
  if (wide > width) problem(page, `${state}: scrolls horizontally, ${wide} px in ${width} px: ${widest}`);
}

/** Accessibility in one colour scheme, wide and narrow, and on home pages with a group of the navigation open. */
async function checkScheme(browser, baseURL, scheme, pages) {
  const context = await newContext(browser, baseURL, { colorScheme: scheme });
  const tab = await context.newPage();
  for (const page of pages) {
    await tab.setViewportSize({ width: 1440, height: HEIGHT });
    await open(tab, page);
    await tab.evaluate(AXE);
    await runAxe(tab, page, `${scheme}, 1440 px`);
    await tab.setViewportSize({ width: 360, height: HEIGHT });
    await runAxe(tab, page, `${scheme}, 360 px`);
    if (page.kind === "home") {
      await tab.locator("nav details > summary").first().click();
      await runAxe(tab, page, `${scheme}, 360 px, navigation open`);
    }
  }
  await context.close();
}

/** Layout and navigation, without JavaScript. */
async function checkLayout(browser, baseURL, pages) {
  const context = await newContext(browser, baseURL, { javaScriptEnabled: false });
  const tab = await context.newPage();
  for (const page of pages) {
    for (const width of WIDTHS) {
      await tab.setViewportSize({ width, height: HEIGHT });
      await open(tab, page);
      await checkWidth(tab, page, `${width} px`);
      const groups = await tab.locator("nav details").all();
      if (groups.length === 0) problem(page, `${width} px: no navigation groups`);
      for (const group of groups) {
        const name = await group.locator("summary").textContent();
        try {
          const link = group.getByRole("link").first();
          if (await link.isVisible()) problem(page, `${width} px: "${name}" is open before the click`);
          await group.locator("summary").click({ timeout: PATIENCE });
          await link.click({ trial: true, timeout: PATIENCE });
          counts["navigation groups opened"] += 1;
          await checkWidth(tab, page, `${width} px, "${name}" open`);
        } catch (error) {
          problem(page, `${width} px: "${name}" does not open by click: ${error.message.split("\n")[0]}`);
          break;
        }
      }
    }
  }
  await context.close();
}

/** A context in which nothing but the site is reached, and each lost or foreign file is a problem. */
async function newContext(browser, baseURL, options) {
  const context = await browser.newContext({ baseURL, ...options });
  await context.route((url) => url.origin !== new URL(baseURL).origin, (route) => {
    problem({ name: "network" }, `a page asks for ${route.request().url()}`);
    return route.abort();
  });
  context.on("response", (response) => {
    if (response.status() >= 400 && response.request().resourceType() !== "document") {
      problem({ name: "network" }, `status ${response.status()} for ${response.url()}`);
    }
  });
  return context;
}

// ---------- All of it ----------

const pages = choosePages();
const server = await serve();
try {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: QUIET.split(" "),
  });
  try {
    const baseURL = `http://127.0.0.1:${server.address().port}${basePath}`;
    await Promise.all([
      checkScheme(browser, baseURL, "light", pages),
      checkScheme(browser, baseURL, "dark", pages),
      checkLayout(browser, baseURL, pages),
    ]);
  } finally {
    await browser.close();
  }
} finally {
  server.close();
  server.closeAllConnections();
}

for (const line of problems) console.log(`error: ${line}`);
const summary = Object.entries(counts).map(([what, count]) => `${count} ${what}`).join(", ");
console.log(`axe: ${summary}: ${problems.size} problems`);
process.exitCode = problems.size > 0 ? 1 : 0;
