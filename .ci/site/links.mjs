// Checks a built site without a browser: links, heads of the pages, translations, sitemap, feeds, and data.
//
//   node links.mjs SITE BASE_URL
//
// Lists each problem and ends with status 1 if there is any.

import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { parse } from "parse5";
import { SaxesParser } from "saxes";

const [site, baseArgument] = process.argv.slice(2);
if (!site || !baseArgument) {
  console.error("usage: node links.mjs SITE BASE_URL");
  process.exit(2);
}
const base = new URL(baseArgument.endsWith("/") ? baseArgument : `${baseArgument}/`);

const ISOLATES = /[\u2068\u2069]/;
const LEFTOVERS = ["{{", "{%", "{#", "{-", "{ $", "{$"];
const URL_ATTRIBUTES = { a: "href", area: "href", link: "href", object: "data", video: "poster", use: "href", image: "href" };

const problems = [];
const counts = { pages: 0, "indexable pages": 0, links: 0, fragments: 0, alternates: 0, "JSON-LD blocks": 0, "feed entries": 0 };

function problem(file, message) {
  problems.push(`${file}: ${message}`);
}

// ---------- Reading ----------

const files = readdirSync(site, { recursive: true }).filter((file) => statSync(join(site, file)).isFile()).sort();

function read(file) {
  return readFileSync(join(site, file), "utf8");
}

/** The address of a file: pages in folders of their own are known by the folder. */
function addressOf(file) {
  return new URL(encodeURI(file.replace(/(^|\/)index\.html$/, "$1")), base).href;
}

function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** The file behind an address below the base URL, `null` for an address elsewhere, `undefined` for a lost one. */
function fileBehind(url) {
  if (url.origin !== base.origin || !url.pathname.startsWith(base.pathname)) return null;
  let path = decode(url.pathname.slice(base.pathname.length));
  if (path === undefined) return undefined;
  if (path === "" || path.endsWith("/")) path += "index.html";
  return existsSync(join(site, path)) && statSync(join(site, path)).isFile() ? path : undefined;
}

function* elementsOf(node) {
  if (node.tagName) yield node;
  for (const child of (node.content ?? node).childNodes ?? []) yield* elementsOf(child);
}

function textOf(node) {
  return node.nodeName === "#text" ? node.value : (node.childNodes ?? []).map(textOf).join("");
}

function readPage(file) {
  const source = read(file);
  const elements = [...elementsOf(parse(source))].map((node) => ({
    tag: node.tagName,
    node,
    attributes: Object.fromEntries(node.attrs.map(({ name, value }) => [name, value])),
  }));
  const links = elements.filter(({ tag }) => tag === "link").map(({ attributes }) => attributes);
  const meta = (name) => elements.filter(({ tag, attributes }) => tag === "meta" && attributes.name === name)
    .map(({ attributes }) => attributes.content ?? "");
  return {
    file,
    source,
    elements,
    address: addressOf(file),
    html: elements.find(({ tag }) => tag === "html").attributes,
    ids: elements.map(({ attributes }) => attributes.id).filter((id) => id !== undefined),
    titles: elements.filter(({ tag, node }) => tag === "title" && node.parentNode.tagName === "head")
      .map(({ node }) => textOf(node)),
    descriptions: meta("description"),
    // What browsers leave at once has nothing to read.
    leadsOn: elements.some(({ tag, attributes }) => tag === "meta" && attributes["http-equiv"] === "refresh"),
    indexable: !meta("robots").some((content) => content.includes("noindex")),
    canonicals: links.filter(({ rel }) => rel === "canonical").map(({ href }) => href),
    alternates: links.filter(({ rel, hreflang }) => rel === "alternate" && hreflang !== undefined)
      .map(({ hreflang, href }) => [hreflang, href]),
    data: elements.filter(({ tag, attributes }) => tag === "script" && attributes.type === "application/ld+json")
      .map(({ node }) => textOf(node)),
  };
}

/** The elements of an XML file, as `{ name, attributes, text }`, or `[]` after a report if it is not well-formed. */
function readXml(file) {
  const elements = [];
  const open = [];
  const parser = new SaxesParser({ xmlns: false });
  parser.on("error", (error) => { throw error; });
  parser.on("opentag", ({ name, attributes }) => {
    const element = { name, attributes, text: "", parent: open.at(-1) };
    elements.push(element);
    open.push(element);
  });
  parser.on("text", (text) => {
    if (open.length > 0) open.at(-1).text += text;
  });
  parser.on("closetag", () => open.pop());
  try {
    parser.write(read(file)).close();
    return elements;
  } catch (error) {
    problem(file, `not well-formed: ${error.message}`);
    return [];
  }
}

// ---------- Pages by themselves ----------

function checkHead(page) {
  const { file, html, titles, descriptions, canonicals, elements, ids } = page;
  if (!html.lang) problem(file, "<html> has no lang");
  if (!["ltr", "rtl"].includes(html.dir)) problem(file, `<html> has dir "${html.dir ?? ""}"`);
  for (const [what, values] of [["<title>", titles], ["meta description", descriptions]]) {
    if (values.length !== 1) problem(file, `${values.length} of ${what}, expected 1`);
    else if (values[0].trim() === "") problem(file, `${what} is empty`);
  }

  const headings = elements.filter(({ tag }) => tag === "h1").length;
  if (headings !== 1) problem(file, `${headings} of <h1>, expected 1`);
  const levels = elements.filter(({ tag }) => /^h[1-6]$/.test(tag)).map(({ tag }) => Number(tag[1]));
  levels.forEach((level, i) => {
    if (level > (levels[i - 1] ?? 0) + 1) problem(file, `<h${level}> follows <h${levels[i - 1] ?? 0}>`);
  });

  const seen = new Set();
  for (const id of ids) {
    if (seen.has(id)) problem(file, `id "${id}" is not unique`);
    seen.add(id);
  }

  if (page.indexable) {
    if (canonicals.length !== 1) problem(file, `${canonicals.length} canonical addresses, expected 1`);
    else if (canonicals[0] !== page.address) problem(file, `canonical is ${canonicals[0]}, expected ${page.address}`);
  }
}

function checkCharacters({ file, source, elements, titles }) {
  for (const { tag, attributes } of elements) {
    for (const [name, value] of Object.entries(attributes)) {
      if (ISOLATES.test(value)) problem(file, `bidi isolate in <${tag} ${name}>: ${value}`);
    }
  }
  if (titles.some((title) => ISOLATES.test(title))) problem(file, "bidi isolate in <title>");
  checkLeftovers(file, source);
}

function checkLeftovers(file, source) {
  for (const leftover of LEFTOVERS) {
    const at = source.indexOf(leftover);
    if (at >= 0) problem(file, `leftover of a template or message: ${source.slice(at, at + 40).split("\n")[0]}`);
  }
}

function* stringsOf(value) {
  if (typeof value === "string") yield value;
  else if (value && typeof value === "object") for (const part of Object.values(value)) yield* stringsOf(part);
}

function checkData(page) {
  const { file, html } = page;
  if (page.indexable && page.data.length === 0) problem(file, "no JSON-LD");
  for (const text of page.data) {
    counts["JSON-LD blocks"] += 1;
    let data;
    try {
      data = JSON.parse(text);
    } catch (error) {
      problem(file, `JSON-LD does not parse: ${error.message}`);
      continue;
    }
    const nodes = data["@graph"] ?? [data].flat();
    const described = nodes.filter(({ inLanguage }) => inLanguage !== undefined);
    if (described.length === 0) problem(file, "JSON-LD has no inLanguage");
    for (const { inLanguage } of described) {
      if (inLanguage !== html.lang) problem(file, `JSON-LD has inLanguage "${inLanguage}" on a page in "${html.lang}"`);
    }
    for (const string of stringsOf(data)) {
      if (ISOLATES.test(string)) problem(file, `bidi isolate in JSON-LD: ${string}`);
      // The fragment of an identifier names a thing, not a part of the page.
      if (string.startsWith(base.href)) checkTarget(page, string.split("#")[0], "JSON-LD");
    }
  }
}

// ---------- Links ----------

const pictures = new Map();

/** The ids in a page, or in a picture in SVG. */
function idsOf(file) {
  if (!file.endsWith(".svg")) return pages.get(file)?.ids ?? [];
  if (!pictures.has(file)) pictures.set(file, [...readFileSync(join(site, file), "utf8").matchAll(/\bid="([^"]+)"/g)].map(([, id]) => id));
  return pictures.get(file);
}

/** Checks that an address, if it is inside the site, leads to a file and, if it has a fragment, to an id in it. */
function checkTarget(page, reference, where) {
  let url;
  try {
    url = new URL(reference, page.address);
  } catch {
    problem(page.file, `${where}: not an address: ${reference}`);
    return;
  }
  if (!["http:", "https:"].includes(url.protocol)) return;
  const target = fileBehind(url);
  if (target === null) {
    if (url.origin === base.origin) problem(page.file, `${where}: outside ${base.pathname}: ${reference}`);
    return;
  }
  counts.links += 1;
  if (target === undefined) {
    problem(page.file, `${where}: leads nowhere: ${reference}`);
  } else if (url.hash.length > 1) {
    counts.fragments += 1;
    if (!idsOf(target).includes(decode(url.hash.slice(1)))) problem(page.file, `${where}: no such id: ${reference}`);
  }
}

function checkLinks(page) {
  for (const { tag, attributes } of page.elements) {
    const references = [
      attributes[URL_ATTRIBUTES[tag]],
      attributes.src,
      ...(attributes.srcset ?? "").split(",").map((candidate) => candidate.trim().split(/\s+/)[0] || undefined),
      tag === "meta" && attributes.content?.startsWith(base.href) ? attributes.content : undefined,
      attributes["http-equiv"] === "refresh" ? attributes.content.replace(/^\d+; url=/, "") : undefined,
    ];
    for (const reference of references) {
      if (reference === undefined) continue;
      checkTarget(page, reference, `<${tag}>`);
      // A page for unknown addresses is shown at any depth.
      if (page.file.endsWith("404.html") && !/^([a-z]+:|[/#])/i.test(reference)) {
        problem(page.file, `<${tag}>: relative to an unknown place: ${reference}`);
      }
    }
  }
}

function checkStylesheet(file) {
  const page = { file, address: addressOf(file) };
  for (const [, reference] of read(file).matchAll(/url\(\s*["']?([^"')]+?)["']?\s*\)/g)) {
    if (!reference.startsWith("data:")) checkTarget(page, reference, "url()");
  }
}

// ---------- Translations ----------

function describe(alternates) {
  return alternates.map(([language, href]) => `${language} ${href}`).sort().join(", ");
}

function checkAlternates(page) {
  const { file, alternates, address } = page;
  const byLanguage = new Map(alternates);
  counts.alternates += alternates.length;
  if (byLanguage.size !== alternates.length) problem(file, "hreflang lists a language twice");
  if (byLanguage.has("x-default") !== isMultilingual) problem(file, `hreflang has ${isMultilingual ? "no" : "an"} x-default`);
  if (byLanguage.get(page.html.lang) !== address && byLanguage.get("x-default") !== address) {
    problem(file, "hreflang does not list the page itself");
  }

  for (const [language, href] of alternates) {
    const other = URL.canParse(href) ? pages.get(fileBehind(new URL(href))) : undefined;
    if (!other) {
      problem(file, `hreflang ${language} is not a page: ${href}`);
    } else {
      if (!other.indexable) problem(file, `hreflang ${language} must not be indexed: ${href}`);
      if (language !== "x-default" && other.html.lang !== language) {
        problem(file, `hreflang ${language} leads to a page in "${other.html.lang}": ${href}`);
      }
      // The page that lets readers choose a language is the default of the home pages, and lists them like they do.
      if (describe(other.alternates) !== describe(alternates)) problem(file, `hreflang is not mutual with ${href}`);
    }
  }

  // What readers are offered is what search engines are told.
  const offered = page.elements.filter(({ tag, attributes }) => tag === "a" && attributes.hreflang !== undefined);
  for (const { attributes } of offered) {
    const href = new URL(attributes.href, address).href;
    if (byLanguage.get(attributes.hreflang) !== href) {
      problem(file, `offers ${href} in "${attributes.hreflang}", which its hreflang does not list`);
    }
  }
  for (const [language, href] of alternates) {
    if (language === "x-default" || href === address) continue;
    if (!offered.some(({ attributes }) => attributes.hreflang === language)) {
      problem(file, `does not offer its translation in "${language}" to readers`);
    }
  }
}

// ---------- Sitemap, feeds, redirects ----------

function checkSitemap(indexable) {
  const file = "sitemap.xml";
  if (!files.includes(file)) return problem(file, "missing");
  const listed = new Map();
  for (const { name, attributes, text, parent } of readXml(file)) {
    if (name === "loc") {
      if (listed.has(text)) problem(file, `lists ${text} twice`);
      parent.loc = text;
      listed.set(text, []);
    } else if (name === "xhtml:link") {
      listed.get(parent.loc)?.push([attributes.hreflang, attributes.href]);
    }
  }
  for (const page of indexable) {
    const alternates = listed.get(page.address);
    if (!alternates) problem(file, `does not list ${page.address}`);
    else if (describe(alternates) !== describe(page.alternates)) problem(file, `hreflang differs from ${page.address}`);
    listed.delete(page.address);
  }
  for (const address of listed.keys()) problem(file, `lists ${address}, which is not an indexable page`);
}

function checkFeed(file) {
  const elements = readXml(file);
  const page = { file, address: addressOf(file) };
  counts["feed entries"] += elements.filter(({ name }) => name === "entry").length;
  for (const { name, attributes } of elements) {
    if (name === "link") checkTarget(page, attributes.href, "<link>");
  }
  const self = elements.find(({ name, attributes }) => name === "link" && attributes.rel === "self");
  if (elements.length > 0 && self?.attributes.href !== page.address) problem(file, "does not name its own address");
  checkLeftovers(file, read(file));
}

function checkRedirects(file) {
  for (const line of read(file).split("\n")) {
    const [from, to] = line.trim().split(/\s+/);
    if (from && !from.startsWith("#")) checkTarget({ file, address: base.href }, to, from);
  }
}

// ---------- All of it ----------

const pages = new Map(files.filter((file) => file.endsWith(".html")).map((file) => [file, readPage(file)]));
const indexable = [...pages.values()].filter((page) => page.indexable);
const isMultilingual = new Set([...pages.values()].map(({ html }) => html.lang)).size > 1;
counts.pages = pages.size;
counts["indexable pages"] = indexable.length;
if (indexable.length === 0) problem(site, "no indexable pages");

for (const page of pages.values()) {
  checkLinks(page);
  if (page.leadsOn) continue;
  checkHead(page);
  checkCharacters(page);
  checkData(page);
}
indexable.forEach(checkAlternates);
files.filter((file) => file.endsWith(".css")).forEach(checkStylesheet);
checkSitemap(indexable);
files.filter((file) => file.endsWith("feed.xml")).forEach(checkFeed);
files.filter((file) => file === "_redirects").forEach(checkRedirects);

for (const line of problems) console.log(`error: ${line}`);
const summary = Object.entries(counts).map(([what, count]) => `${count} ${what}`).join(", ");
console.log(`links: ${summary}: ${problems.length} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;
