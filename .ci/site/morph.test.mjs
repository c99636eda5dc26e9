// The preview's patch of a page, without a browser: `node --test`.

import assert from "node:assert/strict";
import { test } from "node:test";
import { JSDOM } from "jsdom";
import { align, commonSubsequence } from "../../src/serve/client/align.mjs";
import { findMessages } from "../../src/serve/client/messages.mjs";
import { LivePage } from "../../src/serve/client/morph.mjs";

const parse = (html) => new JSDOM(html).window.document;

/** A page in a browser: `served` is what the server sent, `live` what scripts and readers may have changed since. */
function open(body) {
  const { documentElement: live } = parse(`<!DOCTYPE html><body>${body}</body>`);
  const served = live.cloneNode(true);
  const page = new LivePage();
  page.learn(served, live);
  return { live, served, page, find: (selector) => live.querySelector(selector) };
}

/** Patches a page to what it would be with another body; returns it as it is then. */
function patch({ live, served, page }, body) {
  const { documentElement: fresh } = parse(`<!DOCTYPE html><body>${body}</body>`);
  page.patch(served, fresh);
  return { fresh, html: live.querySelector("body").innerHTML };
}

test("the heaviest common subsequence is found", () => {
  const weights = (list) => list.map(() => 1);
  for (const [a, b, expected] of [
    ["abc", "abc", "abc"],
    ["abc", "", ""],
    ["abcde", "xbyd", "bd"],
    ["aab", "aba", "aa"],
  ]) {
    const pairs = commonSubsequence([...a], [...b], weights([...a]));
    assert.equal(pairs.map(([i]) => a[i]).join("").length, expected.length, `${a} ${b}`);
    assert.equal(pairs.map(([i]) => a[i]).join(""), pairs.map(([, j]) => b[j]).join(""));
  }
  // One heavy sibling counts more than two blank ones.
  assert.deepEqual(commonSubsequence(["-", "-", "p"], ["p", "-", "-"], [1, 1, 8]), [[2, 0]]);
  assert.throws(() => commonSubsequence(Array(9000).fill(""), Array(9000).fill(""), []), /too many siblings/);
});

test("siblings that are alike continue each other", () => {
  const children = (html) => [...parse(html).body.children];
  const olds = children('<p id="a">One</p><h2>Two</h2><link href="/x.0123456789.css"><p>Three</p>');
  const news = children('<h2>Two</h2><p id="a">One!</p><link href="/x.abcdef0123.css"><p>Three</p>');
  const found = align(olds, news);
  assert.equal(found.get(news[0]), olds[1], "what is the same");
  assert.equal(found.get(news[2]), olds[2], "a file under another fingerprint");
  assert.equal(found.get(news[3]), olds[3]);
});

test("a patched page is the new one", () => {
  const bodies = [
    "<h1>A</h1><p>One <em>two</em> three</p>",
    "<h1>B</h1><ul><li>1</li><li>2</li></ul><p>One <em>two</em> four</p>",
    '<ul class="x y"><li>2</li><li>1</li><li>3</li></ul><h1 id="b">B</h1>',
    '<template><p>t</p></template><svg viewBox="0 0 1 1"><use href="#a"></use></svg><!-- c -->',
    '<template><p>u</p><p>v</p></template><svg viewBox="0 0 2 2"><use href="#b"></use></svg><!-- d --> e',
    "",
    "<table><tbody><tr><td>1</td></tr></tbody></table>",
  ];
  const page = open(bodies[0]);
  for (const body of [...bodies.slice(1), ...bodies]) {
    const { fresh, html } = patch(page, body);
    assert.equal(html, fresh.querySelector("body").innerHTML);
    page.served = fresh;
  }
});

/** Numbers that look random and are the same in each run: a linear congruential generator with the constants of Numerical Recipes. */
function* numbers(seed) {
  for (let state = seed; ; yield state >>> 8) state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
}

/** Markup of a few elements in any order, with and without ids, classes, text and elements of their own. */
function anyMarkup(random, depth = 0) {
  const pick = (list) => list[random.next().value % list.length];
  return Array.from({ length: pick([0, 1, 2, 3, 5]) }, () => {
    if (depth > 2 || pick([true, false, false])) return pick(["One", "two ", " three", "<!-- c -->", "&amp;"]);
    const name = pick(["div", "section", "span", "ul", "template"]);
    const attributes = pick(["", " id=\"a\"", " class=\"x\"", " class=\"x y\"", " title=\"t\""]);
    return `<${name}${attributes}>${anyMarkup(random, depth + 1)}</${name}>`;
  }).join("");
}

test("a page is the last of any changes, one after the other", () => {
  const random = numbers(17);
  const page = open(anyMarkup(random));
  for (let i = 0; i < 100; i += 1) {
    const { fresh, html } = patch(page, anyMarkup(random));
    assert.equal(html, fresh.querySelector("body").innerHTML, `change ${i}`);
    page.served = fresh;
  }
});

test("what has not changed stays the same node, wherever it has moved", () => {
  const page = open("<p>One</p><p id=\"two\">Two</p><p>Three</p>");
  const [one, two] = [page.find("p"), page.find("#two")];
  patch(page, "<p>Zero</p><p>One</p><h2>New</h2><p id=\"two\">Two, too</p>");
  assert.equal(page.find("p:nth-of-type(2)"), one);
  assert.equal(page.find("#two"), two);
});

test("what scripts and readers have changed stays", () => {
  const page = open('<div class="a b"><input id="field"><span>words</span></div><p>Text</p>');
  page.find("#field").value = "typed";
  page.find("div").classList.add("opened");
  page.find("span").textContent = "filled in";
  page.live.querySelector("body").append(Object.assign(page.live.ownerDocument.createElement("aside"), { id: "made" }));
  patch(page, '<div class="a c" title="t"><input id="field"><span>words</span></div><p>Text, changed</p>');
  assert.equal(page.find("#field").value, "typed");
  assert.equal(page.find("div").className.split(" ").sort().join(" "), "a c opened");
  assert.equal(page.find("div").title, "t");
  assert.equal(page.find("span").textContent, "filled in");
  assert.ok(page.find("#made"));
});

test("of a text only the letters that differ are replaced", () => {
  const page = open("<p>one two three</p>");
  const text = page.find("p").firstChild;
  const calls = [];
  const { replaceData } = text;
  text.replaceData = (...letters) => {
    calls.push(letters);
    return replaceData.apply(text, letters);
  };
  patch(page, "<p>one 2 three</p>");
  assert.deepEqual(calls, [[4, 3, "2"]]);
  assert.equal(page.find("p").firstChild, text);
});

test("a stylesheet stays until its successor is there", () => {
  const page = open('<link rel="stylesheet" href="/a.0123456789.css"><p>Text</p>');
  const sheets = () => [...page.live.querySelectorAll("link")].map((link) => link.getAttribute("href"));
  page.served = patch(page, '<link rel="stylesheet" href="/a.1123456789.css"><p>Text</p>').fresh;
  assert.deepEqual(sheets(), ["/a.0123456789.css", "/a.1123456789.css"]);
  // Another change before it is there: none of the three may be forgotten.
  page.served = patch(page, '<link rel="stylesheet" href="/a.2123456789.css"><p>Text</p>').fresh;
  const [, , last] = page.live.querySelectorAll("link");
  last.dispatchEvent(new last.ownerDocument.defaultView.Event("load"));
  assert.deepEqual(sheets(), ["/a.2123456789.css"]);
  patch(page, "<p>Text</p>");
  assert.deepEqual(sheets(), []);
});

test("a patch of what a script has taken out of the page fails", () => {
  const page = open("<div><p>One</p></div>");
  page.find("p").remove();
  assert.throws(() => patch(page, "<div><p>Two</p></div>"), /no longer in the page/);
});

test("messages are found in words and attributes", () => {
  const mark = (id, text) => `\u{F0000}${id}\u{F0001}${text}\u{F0002}`;
  const served = parse('<p title="t">a <b>c</b> d</p><p></p>').body;
  const twin = parse(`<p title="${mark("title", "t")}">${mark("words", "a <b>c</b>")} d</p><p>${mark("empty", "")}</p>`).body;
  const found = findMessages(served, twin);
  assert.deepEqual(found.map(({ id, attribute }) => [id, attribute]), [["title", "title"], ["words", null], ["empty", null]]);
  const [, words] = found;
  assert.deepEqual([words.start[0].data, words.start[1]], ["a ", 0]);
  assert.equal(words.end[0].nodeName, "#text");
  assert.throws(() => findMessages(served, parse("<h1>other</h1>").body), /has changed/);
});
