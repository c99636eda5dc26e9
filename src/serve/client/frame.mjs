// The preview's own elements, where the styles of the site do not reach.

import { element } from "./elements.mjs";
import { BASE } from "./server.mjs";

export const host = element("rolebook-preview", { hidden: "" });
export const shadow = host.attachShadow({ mode: "open" });
shadow.innerHTML = `
  <link rel="stylesheet" href="${BASE}preview.css">
  <div id="frame" class="preview" lang="en" dir="ltr">
    <p id="status" class="visually-hidden" role="status"></p>
    <section id="mistakes" class="mistakes" role="dialog" aria-labelledby="mistakes-title" tabindex="-1" hidden>
      <div class="bar"><h2 id="mistakes-title"></h2><button id="hide" type="button">Hide</button></div><div id="list"></div>
    </section>
    <div class="corner">
      <button id="toggle" class="toggle" type="button" aria-expanded="false" aria-controls="panel">Preview</button>
      <button id="badge" class="badge" type="button" aria-haspopup="dialog" hidden></button>
    </div>
    <section id="panel" class="panel" aria-label="Preview" tabindex="-1" hidden>
      <div id="about"></div><button id="switch" class="switch" type="button" aria-pressed="false">Outline messages</button><div id="unseen"></div>
    </section>
    <div id="layer" class="outlines" role="group" aria-label="Messages on this page"></div>
    <div id="card" class="card" hidden></div>
  </div>`;

/** The element of an id. */
export const part = (id) => shadow.getElementById(id);

const frame = part("frame");

/** Whether the button stands on the left: at the end of the lines of a page from right to left. */
export const isEndLeft = () => frame.classList.contains("end-left");

/** Our elements are unseen until their styles are there. */
export function showFrame() {
  for (const event of ["load", "error"]) shadow.firstElementChild.addEventListener(event, () => { host.hidden = false; });
  document.documentElement.append(host);
}

/** Puts the button at the end of the lines of the page. */
export function followDirection() {
  frame.classList.toggle("end-left", getComputedStyle(document.documentElement).direction === "rtl");
}

/** Replaces what is in a part of the interface; the focus stays at the same place within. */
export function refill(region, ...children) {
  const focusable = () => [...region.querySelectorAll("a, button, [tabindex]")];
  const position = focusable().indexOf(shadow.activeElement);
  region.replaceChildren(...children);
  if (position >= 0) (focusable()[position] ?? region.closest("[tabindex]") ?? part("toggle")).focus();
}
