// The document as the server sent it last, and how the page follows it.

import { whole } from "./align.mjs";
import { element } from "./elements.mjs";
import { LivePage } from "./morph.mjs";
import { requestPage } from "./server.mjs";

const OURS = "script[src*=\"/__rolebook/\"]";
const note = document.querySelector("script[data-etag][data-number]").dataset;
let etag = `"${note.etag}"`;

/** The element <html> as the server sent it last, without our scripts. */
export let served = null;
/** The live nodes that were made from it. */
export const live = new LivePage();

/** Whether the page stands for one that has never been without errors. */
export const isBroken = (root) => root.querySelector("body[data-rolebook-broken]") !== null;

const removeOurs = (root) => root.querySelectorAll(OURS).forEach((script) => script.remove());

/** Parses a page. Where scripts run, what stands in <noscript> is text; the parser takes it for elements, but not in <script>. */
export function parse(html) {
  const source = html.replace(/<noscript\b[^>]*>(.*?)<\/noscript>/gis, "<script type=\"noscript\">$1</script>");
  const root = new DOMParser().parseFromString(source, "text/html").documentElement;
  removeOurs(root);
  for (const script of root.querySelectorAll("script[type=noscript]")) script.replaceWith(element("noscript", {}, script.text));
  return root;
}

/** Remembers the served document: the parser is done, and only classic scripts in the head have run. */
export function remember() {
  served = document.documentElement.cloneNode(true);
  live.learn(served, document.documentElement);
  // Scripts in the head can only have changed the attributes of <html>.
  for (const { name } of [...served.attributes]) served.removeAttribute(name);
  for (const [name, value] of JSON.parse(note.attributes)) served.setAttribute(name, value);
  removeOurs(served);
}

const scripts = (root) => [...root.querySelectorAll("script")]
  .filter(({ type }) => !type || /javascript|module|importmap/.test(type)).map(whole).join("\n");

/** Brings the page up to date with the server: in place, or by a reload where that does not do. */
export async function updatePage() {
  const { response, text } = await requestPage({ "If-None-Match": etag }) ?? {};
  if (!response || response.status === 304) return;
  if (response.redirected) return location.reload();
  if (!response.headers.get("Content-Type")?.startsWith("text/html")) return;
  const fresh = parse(text);
  if (isBroken(fresh)) return; // the list of mistakes says why
  if (isBroken(served) || scripts(fresh) !== scripts(served)) return location.reload();
  try {
    live.patch(served, fresh);
  } catch {
    return location.reload();
  }
  served = fresh;
  etag = response.headers.get("ETag") ?? etag;
}
