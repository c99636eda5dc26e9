// A built site on a server of its own, and headless Chromium to look at it.

import { createReadStream, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, extname, join, resolve, sep } from "node:path";
import { chromium } from "playwright-core";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
};
/** The strictest policy that sites are served with: nothing but their own files, no styles and scripts in pages. */
const POLICY = "default-src 'self'";
/** Milliseconds for one answer of a browser beside which others are at work. */
export const PATIENCE = 20_000;
export const QUIET = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync";

/** A temporary folder for a site, and what writes a file of it. */
export function scratch(name) {
  const root = mkdtempSync(join(tmpdir(), `rolebook-${name}-`));
  const write = (path, text) => {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  return { root, write };
}

/** Runs `look(browser, base)` on the site in a folder; `CHROMIUM` names another browser than /usr/bin/chromium. */
export async function withSite(folder, look) {
  const root = resolve(folder);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    let file = join(root, decodeURIComponent(pathname));
    if (pathname.endsWith("/")) file = join(file, "index.html");
    const found = file.startsWith(root + sep) && existsSync(file) && statSync(file).isFile();
    response.writeHead(found ? 200 : 404, {
      "content-type": TYPES[extname(file)] ?? "application/octet-stream", "content-security-policy": POLICY,
    });
    if (found) createReadStream(file).pipe(response);
    else response.end();
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: QUIET.split(" ") });
  try {
    await look(browser, `http://127.0.0.1:${server.address().port}`);
  } finally {
    await browser.close();
    server.close();
  }
}

/** Names each violation of the policy in a context among `problems`. */
export function watchPolicy(context, problems) {
  context.on("console", (message) => {
    if (message.text().includes("Content Security Policy")) problems.push(`${message.page()?.url()}: ${message.text()}`);
  });
}

/** How far what readers have begun to read has been moved in a page, and by what: the "cumulative layout shift" of browsers. */
export async function watchShifts(tab) {
  await tab.addInitScript(() => {
    window.shifts = { sum: 0, of: [] };
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries()) {
        window.shifts.sum += value;
        window.shifts.of.push(...sources.map(({ node }) => `${node?.nodeName} ${node?.className ?? ""}`));
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
}

/** The longest page of a kind in each locale of a built site, as pairs of locale and path. */
export function longest(site, kind) {
  const found = new Map();
  for (const file of readdirSync(site, { recursive: true }).filter((file) => file.endsWith(".html")).sort()) {
    const source = readFileSync(join(site, file), "utf8");
    const locale = file.split(sep)[0];
    if (source.includes(`class="${kind}-page"`) && source.length > (found.get(locale)?.size ?? 0)) found.set(locale, { file, size: source.length });
  }
  return [...found].map(([locale, { file }]) => [locale, `/${file.replace("index.html", "")}`]);
}

/** Says what is wrong; ends with status 1 if anything is. */
export function report(name, problems) {
  console.log(`${name}: ${problems.length} problems`);
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length ? 1 : 0;
}
