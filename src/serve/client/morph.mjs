// The patch: what differs between the document as it was served and a new one is changed in the live page, and nothing else.
// What scripts have added to the page, what readers have filled in, the focus and the selection stay.

import { align, whole } from "./align.mjs";
import { contents, isElement, walk, within } from "./nodes.mjs";

const isStylesheet = (node) => node.localName === "link" && (node.getAttribute("rel") ?? "").split(/\s+/).includes("stylesheet");

/** The live nodes of a page, found by the nodes of the served document that they were made from. */
export class LivePage {
  #live = new WeakMap();
  #predecessors = new WeakMap(); // the stylesheet that one replaces as soon as it is there

  /** Learns that a live tree was made from a served one. */
  learn(served, live) {
    walk(served, live, (node, made) => this.#live.set(node, made));
  }

  /** The live node that was made from a served one. */
  nodeOf(served) {
    return this.#live.get(served);
  }

  /** Makes the live node of `old` into that of `fresh`. Throws if a script has taken it out of the document. */
  patch(old, fresh) {
    const node = this.nodeOf(old);
    if (node.getRootNode().nodeType < 9) throw new Error("what has changed is no longer in the page");
    this.#live.set(fresh, node);
    if (!isElement(old)) return patchText(node, fresh.data);
    if (isStylesheet(old) && isStylesheet(fresh) && old.getAttribute("href") !== fresh.getAttribute("href")) return this.#swapStylesheet(node, fresh);
    patchAttributes(node, old, fresh);
    this.#patchChildren(within(node), contents(old), contents(fresh));
  }

  #patchChildren(parent, olds, news) {
    const found = align(olds, news);
    const kept = new Set(found.values());
    for (const old of olds) if (!kept.has(old)) this.#remove(this.nodeOf(old));
    let last = null; // the live node after which the next one belongs
    for (const fresh of news) {
      const old = found.get(fresh);
      if (!old) this.#insert(fresh, parent, last);
      else if (whole(old) === whole(fresh)) walk(old, fresh, (from, to) => this.#live.set(to, this.nodeOf(from)));
      else this.patch(old, fresh);
      const node = this.nodeOf(fresh);
      if (node.parentNode === parent) last = node;
    }
  }

  #insert(fresh, parent, last) {
    const made = parent.ownerDocument.importNode(fresh, true);
    this.learn(fresh, made);
    parent.insertBefore(made, last ? last.nextSibling : parent.firstChild);
  }

  #remove(node) {
    if (this.#predecessors.has(node)) this.#remove(this.#predecessors.get(node));
    node.remove();
  }

  /** Puts a new stylesheet beside the old one, which stays until the new one is there: nothing is ever shown without. */
  #swapStylesheet(node, fresh) {
    const made = node.ownerDocument.importNode(fresh, true);
    this.#live.set(fresh, made);
    this.#predecessors.set(made, node);
    for (const event of ["load", "error"]) made.addEventListener(event, () => this.#remove(node), { once: true });
    node.after(made);
  }
}

/** Replaces only the letters that differ, so that a selection stays where it is. */
function patchText(node, after) {
  const before = node.data;
  const most = Math.min(before.length, after.length);
  let [start, end] = [0, 0];
  while (start < most && before[start] === after[start]) start += 1;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  node.replaceData(start, before.length - start - end, after.slice(start, after.length - end));
}

function patchAttributes(node, old, fresh) {
  for (const { name } of [...old.attributes]) if (!fresh.hasAttribute(name)) node.removeAttribute(name);
  for (const { name, value, namespaceURI } of fresh.attributes) {
    if (name === "class") patchClasses(node.classList, old.classList, fresh.classList);
    else if (old.getAttribute(name) !== value) node.setAttributeNS(namespaceURI, name, value);
  }
}

/** Those that scripts have added stay. */
function patchClasses(classes, before, after) {
  classes.remove(...[...before].filter((name) => !after.contains(name)));
  classes.add(...after);
}
