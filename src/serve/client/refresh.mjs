// When the server has read the site again, the page is brought up to date: one refresh after the other.

import { updateFacts } from "./facts.mjs";
import { followDirection } from "./frame.mjs";
import { showMistakes } from "./mistakes.mjs";
import { updateOutlines } from "./outlines.mjs";
import { updatePage } from "./page.mjs";
import { showAbout, showConnection } from "./panel.mjs";
import { BASE } from "./server.mjs";

const RECONNECT = 2000; // ms

let [refreshing, refreshAgain] = [false, false];

export async function refresh() {
  refreshAgain = true;
  if (refreshing) return;
  refreshing = true;
  while (refreshAgain) {
    refreshAgain = false;
    const done = await Promise.allSettled([updatePage().then(updateOutlines), updateFacts().then(showFacts)]);
    for (const { reason } of done) if (reason) console.error("rolebook preview:", reason);
  }
  refreshing = false;
}

function showFacts() {
  followDirection();
  showMistakes();
  showAbout();
}

let events = null;

/** Listens while the page is shown: browsers keep few connections to a server, and hidden tabs catch up when they are shown. */
export function connect() {
  if (document.hidden) return disconnect();
  if (events && events.readyState !== EventSource.CLOSED) return;
  events = new EventSource(new URL("events", BASE));
  events.addEventListener("open", () => showConnection(true));
  events.addEventListener("snapshot", refresh);
  events.addEventListener("error", () => {
    showConnection(false);
    if (events.readyState === EventSource.CLOSED) setTimeout(connect, RECONNECT);
  });
}

export function disconnect() {
  events?.close();
}
