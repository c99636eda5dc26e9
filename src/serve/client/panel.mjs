// The panel: where this page comes from, and its other languages.

import { element, placeLink } from "./elements.mjs";
import { facts } from "./facts.mjs";
import { part, refill, shadow } from "./frame.mjs";

const [panel, about, toggle] = ["panel", "about", "toggle"].map(part);
const STATES = { here: "this page", present: "translated", fallback: "shown in another language", missing: "missing", stale: "older than the original" };

function localeItem({ code, name, direction, url, state, editor }) {
  const isHere = url === location.pathname;
  const link = url && !isHere ? { href: url, hreflang: code } : null;
  const named = element(link ? "a" : "span", { lang: code, dir: direction, ...link }, name);
  const words = isHere && state !== "here" ? `this page, ${STATES[state]}` : STATES[state];
  const verb = ["missing", "fallback"].includes(state) ? "Original" : "Edit";
  return element("li", { class: state }, named, " ", element("span", { class: "state" }, words), " ",
    editor && element("a", { href: editor }, verb, element("span", { class: "visually-hidden" }, ` ${name}`)));
}

export function showAbout() {
  if (!facts) return;
  const source = facts.file ? placeLink(facts) : "It has no file of its own.";
  const locales = facts.locales.map(localeItem);
  refill(about, element("h2", {}, "This page"), element("p", {}, source),
    ...(locales.length ? [element("h2", {}, "Languages"), element("ul", {}, ...locales)] : []));
}

export function openPanel(isOpen) {
  if (!isOpen && panel.contains(shadow.activeElement)) toggle.focus();
  panel.hidden = !isOpen;
  toggle.setAttribute("aria-expanded", String(isOpen));
}

export function showConnection(isConnected) {
  toggle.classList.toggle("away", !isConnected);
  toggle.textContent = isConnected ? "Preview" : "Preview: not connected";
}
