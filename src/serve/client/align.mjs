// Which of the old siblings each of the new ones continues.

import { isElement } from "./nodes.mjs";

const MOST_CELLS = 20_000_000; // of the table that aligns siblings
const ATTRIBUTES = ["rel", "name", "property", "type", "hreflang", "class", "href", "src"];

const isBlank = (node) => !isElement(node) && !node.data.trim();
const withoutFingerprint = (url) => url.replace(/\.[0-9a-f]{8,}(?=\.\w+$)/, "");
const nameAndId = (node) => `${node.nodeName} ${node.id ?? ""}`;
const likeness = (node) => ATTRIBUTES.reduce(
  (key, name) => `${key} ${withoutFingerprint(node.getAttribute?.(name) ?? "")}`, nameAndId(node));

/** What tells a node from all that are not the same throughout. */
export const whole = (node) => node.outerHTML ?? `${node.nodeName} ${node.data}`;

/** The pairs of positions of the heaviest common subsequence of two lists of strings; `weights` are those of the first. */
export function commonSubsequence(a, b, weights) {
  const width = b.length + 1;
  if ((a.length + 1) * width > MOST_CELLS) throw new Error("there are too many siblings to compare");
  const best = new Uint32Array((a.length + 1) * width); // of what is left of both from here on
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const at = i * width + j;
      const both = a[i] === b[j] ? best[at + width + 1] + weights[i] : 0;
      best[at] = Math.max(both, best[at + width], best[at + 1]);
    }
  }
  const pairs = [];
  for (let [i, j] = [0, 0]; i < a.length && j < b.length;) {
    const at = i * width + j;
    if (best[at] === best[at + width]) i += 1;
    else if (best[at] === best[at + 1]) j += 1;
    else pairs.push([i++, j++]);
  }
  return pairs;
}

/** For new siblings the old ones that they continue: first what is the same throughout, then between these what is alike. */
export function align(olds, news, keys = [whole, likeness, nameAndId], found = new Map()) {
  if (!olds.length || !news.length || !keys.length) return found;
  const [key, ...laxer] = keys;
  const pairs = commonSubsequence(olds.map(key), news.map(key), olds.map((node) => (isBlank(node) ? 1 : 8)));
  let [oldFrom, newFrom] = [0, 0];
  for (const [i, j] of [...pairs, [olds.length, news.length]]) {
    align(olds.slice(oldFrom, i), news.slice(newFrom, j), laxer, found);
    if (i < olds.length) found.set(news[j], olds[i]);
    [oldFrom, newFrom] = [i + 1, j + 1];
  }
  return found;
}
