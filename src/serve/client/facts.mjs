// What the server knows about the site and this page.

import { count } from "./elements.mjs";
import { part } from "./frame.mjs";
import { ask } from "./server.mjs";

/** Mistakes, languages and the file of the page, or null while nothing is known. */
export let facts = null;

const status = part("status");

/** Asks for what is known now, and tells screen readers of errors that come and go. */
export async function updateFacts() {
  const answer = await ask("page");
  if (!answer) return;
  if (answer.errors || facts?.errors) status.textContent = answer.errors ? count(answer.errors, "error") : "No more errors";
  facts = answer;
}
