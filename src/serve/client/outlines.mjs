// Outlines round the words and attributes that come from messages, and the card that says which message it is.

import { element, placeLink } from "./elements.mjs";
import { host, isEndLeft, part, refill, shadow } from "./frame.mjs";
import { findMessages } from "./messages.mjs";
import { contents, isElement, isText } from "./nodes.mjs";
import { live, parse, served } from "./page.mjs";
import { ask, requestPage } from "./server.mjs";

const KEPT = "rolebook-outlines"; // in sessionStorage: whether messages are outlined
const [outlineSwitch, unseen, layer, card] = ["switch", "unseen", "layer", "card"].map(part);
const storage = (() => { try { return sessionStorage; } catch { return {}; } })(); // without it the switch holds for a page

export let isOutlining = false;
let outlines = []; // { id, attribute, node, start, end, message, link, box }
let locale = ""; // of the page
let active = null;

export const wasOutlining = () => storage[KEPT] === "true";

/** Draws or removes all outlines; they are drawn when the page is next brought up to date. */
export function outlineMessages(isOn) {
  isOutlining = isOn;
  storage[KEPT] = String(isOn);
  outlineSwitch.setAttribute("aria-pressed", String(isOn));
  if (isOn) return;
  activate(null);
  outlines = [];
  layer.replaceChildren();
  showUnseen();
}

export async function updateOutlines() {
  if (!isOutlining) return;
  const [page, answer] = await Promise.all([requestPage({ "Rolebook-Annotate": "messages" }), ask("messages")]);
  if (!page || page.response.status === 503 || !answer || !isOutlining) return;
  locale = answer.locale;
  const messages = new Map(Object.entries(answer.messages)); // ids are anything, `constructor` too
  outlines = findMessages(served, parse(page.text)).map((outline) => outlineOf(outline, messages.get(outline.id)));
  activate(null);
  refill(layer, ...outlines.map(({ link }) => link));
  placeOutlines();
}

const remarks = (message) => (message ? [message.untranslated && "untranslated", message.locale !== locale && `from ${message.locale}`]
  : ["not defined"]).filter(Boolean);
const outlineName = ({ id, attribute }) => (attribute ? `${id} [${attribute}]` : id);

function outlineOf(found, message) {
  const link = message?.editor ? placeLink(message) : element("a", { tabindex: "0", role: "note" });
  const kind = message?.untranslated ? "untranslated" : message?.locale === locale ? "" : "foreign";
  link.className = `outline ${kind} ${found.attribute ? "attribute" : ""}`;
  link.replaceChildren(element("span", { class: "label" }, [outlineName(found), ...remarks(message)].join(" · "),
    element("span", { class: "visually-hidden" }, message ? ` ${message.file}:${message.line}` : "")));
  return { ...found, message, link };
}

/** The boundary point in the page of one in `served`; if scripts have replaced the words, that of the element around them. */
function livePoint([node, offset], isEnd) {
  const here = live.nodeOf(node);
  if (isText(node) && here.isConnected && here.data === node.data) return [here, offset];
  const around = isText(node) ? live.nodeOf(node.parentNode) : here;
  const next = isText(node) ? null : live.nodeOf(contents(node)[offset]);
  if (next?.parentNode === around) return [around, [...around.childNodes].indexOf(next)];
  return [around, isEnd ? around.childNodes.length : 0];
}

/** Where an outline belongs in the window, or null if what it is about is not shown. */
function findBox({ attribute, node, start, end }) {
  if (attribute?.startsWith("data-")) return null; // words that scripts may show
  const range = document.createRange();
  if (start) range.setStart(...livePoint(start, false));
  if (end) range.setEnd(...livePoint(end, true));
  const shape = attribute ? live.nodeOf(node) : range;
  const inner = attribute ? shape : range.commonAncestorContainer;
  const around = isElement(inner) ? inner : inner.parentElement;
  const size = around?.getBoundingClientRect();
  const { left, top, right, bottom, width, height } = shape.getBoundingClientRect();
  const isAside = (right + scrollX <= 0 && !isEndLeft()) || bottom + scrollY <= 0;
  if (isAside || !width || !height || size.width < 2 || size.height < 2) return null;
  return around.checkVisibility({ visibilityProperty: true }) ? { left, top, width, height, around } : null;
}

function placeOutlines() {
  for (const outline of outlines) outline.box = findBox(outline);
  const rows = new Map(); // how many labels stand at a place already
  for (const { link, box } of outlines) {
    link.hidden = !box;
    if (!box) continue;
    for (const side of ["left", "top", "width", "height"]) link.style[side] = `${box[side]}px`;
    const corner = `${Math.round(box.left / 8)} ${Math.round(box.top / 8)}`;
    rows.set(corner, (rows.get(corner) ?? -1) + 1);
    link.style.setProperty("--row", rows.get(corner));
  }
  showUnseen();
  if (active?.box) placeCard();
  else activate(null);
}

let frameRequest = 0;
function reposition() {
  cancelAnimationFrame(frameRequest);
  if (outlines.length) frameRequest = requestAnimationFrame(placeOutlines);
}

/** Lists the messages without a place on the screen: titles, descriptions, closed menus, labels for screen readers. */
function showUnseen() {
  const items = new Map(outlines.filter(({ box }) => !box).map((outline) => [outlineName(outline), outline.message]));
  if (unseen.dataset.items === JSON.stringify([...items])) return;
  unseen.dataset.items = JSON.stringify([...items]);
  const list = [...items].map(([name, message]) => element("li", {},
    element("code", {}, [name, ...remarks(message)].join(" · ")), " ", message && placeLink(message)));
  refill(unseen, ...(list.length ? [element("h2", {}, "Messages that are not in sight"), element("ul", {}, ...list)] : []));
}

function activate(outline) {
  if (outline === active) return;
  for (const [changed, isActive] of [[active, false], [outline, true]]) changed?.link.classList.toggle("active", isActive);
  active = outline;
  card.hidden = !outline;
  if (!outline) return;
  const { message } = outline;
  const text = (name, words) => words && element("div", {}, element("h3", {}, name), element("pre", { dir: "auto" }, words));
  const parts = [element("h2", {}, outlineName(outline)), ...(message ? [
    element("p", {}, element("code", {}, `${message.file}:${message.line}`), ...remarks(message).map((remark) => ` · ${remark}`)),
    text(message.locale, message.text),
    message.reference !== message.text && text("original", message.reference),
  ] : [])];
  card.replaceChildren(...parts.filter(Boolean));
  placeCard();
}

/** Below the outline, or above it where there is no room. */
function placeCard() {
  const { left, top, height } = active.box;
  const own = card.getBoundingClientRect();
  const below = top + height + 8;
  card.style.left = `${Math.max(8, Math.min(left, document.documentElement.clientWidth - own.width - 8))}px`;
  card.style.top = `${Math.max(8, below + own.height > innerHeight ? top - own.height - 24 : below)}px`;
}

/** Shows the card of the smallest outline under the pointer; outlines let clicks through, but for their labels. */
function point(event) {
  if (!outlines.length || layer.contains(shadow.activeElement)) return;
  const { clientX: x, clientY: y } = event;
  const [target, ...around] = event.composedPath();
  const isUnder = around.includes(host) ? ({ link }) => link === target.closest?.(".outline")
    : ({ box }) => box && x >= box.left && x <= box.left + box.width && y >= box.top && y <= box.top + box.height;
  activate(outlines.filter(isUnder).sort((a, b) => a.box.width * a.box.height - b.box.width * b.box.height)[0] ?? null);
}

function focusOutline({ target }) {
  const outline = outlines.find(({ link }) => link === target);
  if (!outline?.box) return;
  const { top, bottom } = target.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight) outline.box.around.scrollIntoView({ block: "center", behavior: "instant" });
  placeOutlines();
  activate(outline);
}

export function listenToOutlines() {
  layer.addEventListener("focusin", focusOutline);
  layer.addEventListener("focusout", () => activate(null));
  document.addEventListener("pointermove", point, { passive: true });
  for (const event of ["scroll", "resize", "toggle", "transitionend", "load"]) addEventListener(event, reposition, { capture: true, passive: true });
  new ResizeObserver(reposition).observe(document.documentElement);
}
