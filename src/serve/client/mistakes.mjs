// The list of mistakes over the page, and the badge that counts them while the list is hidden.

import { count, element, placeLink } from "./elements.mjs";
import { facts } from "./facts.mjs";
import { part, refill, shadow } from "./frame.mjs";
import { isBroken, served } from "./page.mjs";

const [mistakes, title, list, badge, toggle] = ["mistakes", "mistakes-title", "list", "badge", "toggle"].map(part);
let isListOpen = false; // by the user: errors show it, too
let hiddenNumber = null; // the snapshot whose mistakes the user has hidden
let beforeList = null; // where the focus was

export function showMistakes() {
  if (!facts) return;
  const { errors, warnings, hints, number } = facts;
  const words = [[errors, "error"], [warnings, "warning"], [hints, "hint"]].filter(([some]) => some > 0)
    .map(([some, word]) => count(some, word)).join(", ");
  isListOpen &&= words !== "";
  const isShown = isListOpen || (errors > 0 && hiddenNumber !== number);
  const broken = isBroken(served);
  badge.hidden = words === "" || isShown;
  if (!isShown && mistakes.contains(shadow.activeElement)) (beforeList?.isConnected && !beforeList.hidden ? beforeList : toggle).focus();
  mistakes.hidden = !isShown;
  mistakes.classList.toggle("alone", broken);
  title.textContent = errors && !broken ? `${words}. The page is that of the last state without errors.` : words;
  refill(list, ...(isShown ? diagnosticSections() : []));
  badge.textContent = words;
  badge.classList.toggle("error", errors > 0);
  badge.classList.toggle("hint", errors + warnings === 0);
}

function diagnosticSections() {
  const members = (isHere) => facts.diagnostics.filter(({ here }) => here === isHere);
  return [["On this page", members(true)], ["Elsewhere", members(false)]].filter(([, found]) => found.length)
    .map(([heading, found]) => element("section", {}, element("h3", {}, heading), element("ol", {}, ...found.map(diagnosticItem))));
}

function diagnosticItem(diagnostic) {
  const { severity, code, message, file, source, help } = diagnostic;
  return element("li", { class: severity },
    element("p", {}, element("strong", {}, `${severity}[${code}]`), " ", element("span", { dir: "auto" }, message)),
    file && element("p", {}, placeLink(diagnostic)),
    source && sourceLine(diagnostic),
    help && element("p", { class: "help" }, `help: ${help}`));
}

/** The line of the source with what is meant marked. */
function sourceLine({ source, column, length }) {
  const letters = [...source];
  const cut = (from, to) => letters.slice(from, to).join("");
  const [start, end] = [column - 1, column - 1 + length];
  return element("pre", { dir: "auto" }, cut(0, start), element("mark", {}, cut(start, end) || " "), cut(end));
}

export function openMistakes() {
  beforeList = shadow.activeElement ?? document.activeElement;
  isListOpen = true;
  showMistakes();
  mistakes.focus();
}

export function hideMistakes() {
  isListOpen = false;
  hiddenNumber = facts.number;
  showMistakes();
}
