// The browser's side of `rolebook serve`: keeps the page up to date while its sources are edited, shows mistakes, and tells
// translators which message each word comes from. The server injects it into what it serves; it is no part of a built site.

(() => {
  "use strict";
  const { src, dataset } = document.currentScript;
  const BASE = new URL(".", src);
  const OUTLINES = "rolebook-outlines"; // in sessionStorage: whether messages are outlined
  const RECONNECT = 2000; // ms
  const PATIENCE = 30_000; // ms, for an answer of the server
  const MOST_CELLS = 20_000_000; // of the table that aligns siblings

  /** The server's answer with its text, or null if it is away. */
  const request = (url, headers = {}) => fetch(url, { headers, cache: "no-store", signal: AbortSignal.timeout(PATIENCE) })
    .then(async (response) => ({ response, text: await response.text() })).catch(() => null);
  const requestPage = (headers) => request(location.pathname + location.search, headers);

  /** What an endpoint says about this page, or null. */
  async function ask(endpoint) {
    const answer = await request(new URL(`${endpoint}?path=${encodeURIComponent(location.pathname)}`, BASE));
    return answer?.response.ok ? JSON.parse(answer.text) : null;
  }

  // ---- The document as it was served, and the live nodes that were made from it.

  let served; // the element <html> as the server sent it last, without our script
  const live = new WeakMap(); // the live node of each node of `served`
  const attributesAtStart = [...document.documentElement.attributes].map(({ name, value }) => [name, value]);
  const isBroken = (root) => root.querySelector("body[data-rolebook-broken]") !== null;
  const removeOurScript = (root) => root.querySelector("script[data-etag][data-number]")?.remove();
  const within = (node) => (node instanceof HTMLTemplateElement ? node.content : node);
  const contents = (node) => [...within(node).childNodes];

  /** Visits the nodes of two trees of the same structure in step. */
  function walk(one, other, visit) {
    visit(one, other);
    const others = contents(other);
    contents(one).forEach((child, i) => walk(child, others[i], visit));
  }

  /** Parses a page. Where scripts run, what stands in <noscript> is text; the parser takes it for elements, but not in <script>. */
  function parse(html) {
    const source = html.replace(/<noscript\b[^>]*>(.*?)<\/noscript>/gis, "<script type=\"noscript\">$1</script>");
    const root = new DOMParser().parseFromString(source, "text/html").documentElement;
    removeOurScript(root);
    for (const script of root.querySelectorAll("script[type=noscript]")) script.replaceWith(element("noscript", {}, script.text));
    return root;
  }

  /** Remembers the served document: the parser is done, and only classic scripts in the head have run. */
  function remember() {
    served = document.documentElement.cloneNode(true);
    walk(served, document.documentElement, (node, made) => live.set(node, made));
    // Scripts in the head can only have changed the attributes of <html>.
    for (const { name } of [...served.attributes]) served.removeAttribute(name);
    for (const [name, value] of attributesAtStart) served.setAttribute(name, value);
    removeOurScript(served);
  }

  // ---- The patch: what differs between the served document and a new one is changed in the live one, and nothing else.

  const isStylesheet = (node) => node.localName === "link" && node.relList.contains("stylesheet");
  const isBlank = (node) => node.nodeType !== Node.ELEMENT_NODE && !node.data.trim();
  const withoutFingerprint = (url) => url.replace(/\.[0-9a-f]{8,}(?=\.\w+$)/, "");
  const whole = (node) => node.outerHTML ?? `${node.nodeName} ${node.data}`;
  const nameAndId = (node) => `${node.nodeName} ${node.id ?? ""}`;
  const likeness = (node) => ["rel", "name", "property", "type", "hreflang", "class", "href", "src"].reduce(
    (key, name) => `${key} ${withoutFingerprint(node.getAttribute?.(name) ?? "")}`, nameAndId(node));

  /** The pairs of positions of the heaviest common subsequence of two lists of strings; `weights` are those of the first. */
  function commonSubsequence(a, b, weights) {
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
  function align(olds, news, keys = [whole, likeness, nameAndId], found = new Map()) {
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

  /** Makes the live node of `old` into that of `fresh`. Throws if a script has taken it out of the document. */
  function patch(old, fresh) {
    const node = live.get(old);
    if (node.getRootNode().nodeType < Node.DOCUMENT_NODE) throw new Error("what has changed is no longer in the page");
    live.set(fresh, node);
    if (old.nodeType !== Node.ELEMENT_NODE) return patchText(node, fresh.data);
    if (isStylesheet(old) && isStylesheet(fresh) && old.getAttribute("href") !== fresh.getAttribute("href")) return swapStylesheet(node, fresh);
    patchAttributes(node, old, fresh);
    patchChildren(within(node), contents(old), contents(fresh));
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

  function patchChildren(parent, olds, news) {
    const found = align(olds, news);
    const kept = new Set(found.values());
    for (const old of olds) if (!kept.has(old)) removeLive(live.get(old));
    let last = null; // the live node after which the next one belongs
    for (const fresh of news) {
      const old = found.get(fresh);
      if (!old) insert(fresh, parent, last);
      else if (whole(old) === whole(fresh)) walk(old, fresh, (from, to) => live.set(to, live.get(from)));
      else patch(old, fresh);
      const node = live.get(fresh);
      if (node.parentNode === parent) last = node;
    }
  }

  function insert(fresh, parent, last) {
    const made = document.importNode(fresh, true);
    walk(fresh, made, (from, to) => live.set(from, to));
    parent.insertBefore(made, last ? last.nextSibling : parent.firstChild);
  }

  const predecessors = new WeakMap(); // the stylesheet that one replaces as soon as it is there
  function removeLive(node) {
    if (predecessors.has(node)) removeLive(predecessors.get(node));
    node.remove();
  }

  /** Puts a new stylesheet beside the old one, which stays until the new one is there: nothing is ever shown without. */
  function swapStylesheet(node, fresh) {
    const made = document.importNode(fresh, true);
    live.set(fresh, made);
    predecessors.set(made, node);
    for (const event of ["load", "error"]) made.addEventListener(event, () => removeLive(node), { once: true });
    node.after(made);
  }

  // ---- Refreshing: one after the other, when the server has read the site again.

  let etag = `"${dataset.etag}"`;
  const scripts = (root) => [...root.querySelectorAll("script")]
    .filter(({ type }) => !type || /javascript|module|importmap/.test(type)).map(whole).join("\n");
  async function updatePage() {
    const { response, text } = await requestPage({ "If-None-Match": etag }) ?? {};
    if (!response || response.status === 304) return;
    if (response.redirected) return location.reload();
    if (!response.headers.get("Content-Type")?.startsWith("text/html")) return;
    const fresh = parse(text);
    if (isBroken(fresh)) return; // the list of mistakes says why
    if (isBroken(served) || scripts(fresh) !== scripts(served)) return location.reload();
    try {
      patch(served, fresh);
    } catch {
      return location.reload();
    }
    served = fresh;
    etag = response.headers.get("ETag") ?? etag;
  }

  let [refreshing, refreshAgain] = [false, false];
  async function refresh() {
    refreshAgain = true;
    if (refreshing) return;
    refreshing = true;
    while (refreshAgain) {
      refreshAgain = false;
      const done = await Promise.allSettled([updatePage().then(updateOutlines), updateFacts()]);
      for (const { reason } of done) if (reason) console.error("rolebook preview:", reason);
    }
    refreshing = false;
  }

  let events = null;
  /** Listens while the page is shown: browsers keep few connections to a server, and hidden tabs catch up when they are shown. */
  function connect() {
    if (document.hidden) return events?.close();
    if (events && events.readyState !== EventSource.CLOSED) return;
    events = new EventSource(new URL("events", BASE));
    events.addEventListener("open", () => showConnection(true));
    events.addEventListener("snapshot", refresh);
    events.addEventListener("error", () => {
      showConnection(false);
      if (events.readyState === EventSource.CLOSED) setTimeout(connect, RECONNECT);
    });
  }

  // ---- Our own elements, where the styles of the site do not reach.

  function element(name, attributes = {}, ...children) {
    const made = document.createElement(name);
    for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
    made.append(...children.filter(Boolean));
    return made;
  }

  const host = element("rolebook-preview", { hidden: "" });
  const shadow = host.attachShadow({ mode: "open" });
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
  const [frame, status, mistakes, mistakesTitle, hideButton, mistakesList, toggle, badge, panel, about, outlineSwitch, unseen, layer, card] =
    ["frame", "status", "mistakes", "mistakes-title", "hide", "list", "toggle", "badge", "panel", "about", "switch", "unseen", "layer", "card"]
      .map((id) => shadow.getElementById(id));

  /** A place in a file, as a link if an editor is known. */
  function placeLink({ file, line, column, editor }) {
    const words = element("code", { dir: "ltr" }, [file, line, column].filter((part) => part ?? false).join(":"));
    if (!editor) return words;
    return element("a", { href: editor, ...(/^https?:/.test(editor) ? { target: "_blank", rel: "noopener" } : {}) }, words);
  }

  /** Replaces what is in a part of the interface; the focus stays at the same place within. */
  function refill(part, ...children) {
    const focusable = () => [...part.querySelectorAll("a, button, [tabindex]")];
    const position = focusable().indexOf(shadow.activeElement);
    part.replaceChildren(...children);
    if (position >= 0) (focusable()[position] ?? part.closest("[tabindex]") ?? toggle).focus();
  }

  // ---- What the server knows about the site and this page.

  const count = (number, word) => `${number} ${word}${number === 1 ? "" : "s"}`;
  let facts = null;
  let isListOpen = false; // by the user: errors show it, too
  let hiddenNumber = null; // the snapshot whose mistakes the user has hidden
  let beforeList = null; // where the focus was

  async function updateFacts() {
    const answer = await ask("page");
    if (!answer) return;
    if (answer.errors || facts?.errors) status.textContent = answer.errors ? count(answer.errors, "error") : "No more errors";
    facts = answer;
    showFacts();
  }

  function showFacts() {
    frame.classList.toggle("end-left", getComputedStyle(document.documentElement).direction === "rtl");
    if (!facts) return;
    const { errors, warnings, hints, number } = facts;
    const words = [[errors, "error"], [warnings, "warning"], [hints, "hint"]].filter(([number]) => number > 0)
      .map(([number, word]) => count(number, word)).join(", ");
    isListOpen &&= words !== "";
    const isShown = isListOpen || (errors > 0 && hiddenNumber !== number);
    const broken = isBroken(served);
    badge.hidden = words === "" || isShown;
    if (!isShown && mistakes.contains(shadow.activeElement)) (beforeList?.isConnected && !beforeList.hidden ? beforeList : toggle).focus();
    mistakes.hidden = !isShown;
    mistakes.classList.toggle("alone", broken);
    mistakesTitle.textContent = errors && !broken ? `${words}. The page is that of the last state without errors.` : words;
    refill(mistakesList, ...(isShown ? diagnosticSections() : []));
    badge.textContent = words;
    badge.classList.toggle("error", errors > 0);
    badge.classList.toggle("hint", errors + warnings === 0);
    refill(about, ...aboutPage());
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
    const part = (from, to) => letters.slice(from, to).join("");
    const [start, end] = [column - 1, column - 1 + length];
    return element("pre", { dir: "auto" }, part(0, start), element("mark", {}, part(start, end) || " "), part(end));
  }

  function openMistakes() {
    beforeList = shadow.activeElement ?? document.activeElement;
    isListOpen = true;
    showFacts();
    mistakes.focus();
  }

  function hideMistakes() {
    isListOpen = false;
    hiddenNumber = facts.number;
    showFacts();
  }

  // ---- The panel: where this page comes from, and its other languages.

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

  function aboutPage() {
    const source = facts.file ? placeLink(facts) : "It has no file of its own.";
    const locales = facts.locales.map(localeItem);
    return [element("h2", {}, "This page"), element("p", {}, source),
      ...(locales.length ? [element("h2", {}, "Languages"), element("ul", {}, ...locales)] : [])];
  }

  function openPanel(isOpen) {
    if (!isOpen && panel.contains(shadow.activeElement)) toggle.focus();
    panel.hidden = !isOpen;
    toggle.setAttribute("aria-expanded", String(isOpen));
  }

  function showConnection(isConnected) {
    toggle.classList.toggle("away", !isConnected);
    toggle.textContent = isConnected ? "Preview" : "Preview: not connected";
  }

  function escape(event) {
    if (event.key !== "Escape" || event.defaultPrevented || event.isComposing) return;
    if (!panel.hidden && (mistakes.hidden || !mistakes.contains(shadow.activeElement))) openPanel(false);
    else if (!mistakes.hidden) hideMistakes();
  }

  // ---- Messages: outlines round the words and attributes that come from them.

  // The server writes U+F0000, the id, U+F0001, the text, U+F0002.
  const MARKS = /(\u{F0000}[^\u{F0001}]*\u{F0001}|\u{F0002})/u;
  const idOf = (mark) => (mark.startsWith("\u{F0000}") ? mark.slice(2, -2) : null);
  const storage = (() => { try { return sessionStorage; } catch { return {}; } })(); // without it the switch holds for a page
  let isOutlining = false;
  let outlines = []; // { id, attribute, node, start, end, message, link, box }
  let messages = { locale: "", messages: {} };
  let active = null;

  /** Finds messages by the page's annotated twin; starts and ends are nodes of `served` with an offset. Throws if the twin differs. */
  function findMessages(twinRoot) {
    const found = [];
    const open = [];
    const readText = (text, node, offset) => {
      text.split(MARKS).forEach((part, i) => {
        if (i % 2 === 0) offset += part.length;
        else if (idOf(part) === null) Object.assign(open.pop() ?? {}, { end: [node, offset] });
        else {
          open.push({ id: idOf(part), attribute: null, start: [node, offset] });
          found.push(open.at(-1));
        }
      });
    };
    const read = (node, twin) => {
      if (node?.nodeName !== twin.nodeName) throw new Error("the page has changed meanwhile");
      for (const { name, value } of twin.attributes ?? []) {
        for (const id of value.split(MARKS).map(idOf)) if (id !== null) found.push({ id, attribute: name, node });
      }
      const nodes = contents(node);
      let position = 0;
      for (const child of contents(twin)) {
        const isText = child.nodeType === Node.TEXT_NODE;
        // Of a text of nothing but marks there is nothing in the served document.
        const isMarks = isText && child.data.split(MARKS).every((part, i) => !part || i % 2);
        if (isMarks) readText(child.data, node, position);
        else if (isText && nodes[position]?.nodeType === Node.TEXT_NODE) readText(child.data, nodes[position++], 0);
        else read(nodes[position++], child);
      }
    };
    read(served, twinRoot);
    return found.filter(({ attribute, end }) => attribute || end);
  }

  async function updateOutlines() {
    if (!isOutlining) return;
    const [page, answer] = await Promise.all([requestPage({ "Rolebook-Annotate": "messages" }), ask("messages")]);
    if (!page || page.response.status === 503 || !answer || !isOutlining) return;
    messages = answer;
    outlines = findMessages(parse(page.text)).map((outline) => outlineOf(outline, messages.messages[outline.id]));
    activate(null);
    refill(layer, ...outlines.map(({ link }) => link));
    placeOutlines();
  }

  const remarks = (message) => (message ? [message.untranslated && "untranslated", message.locale !== messages.locale && `from ${message.locale}`]
    : ["not defined"]).filter(Boolean);
  const outlineName = ({ id, attribute }) => (attribute ? `${id} [${attribute}]` : id);

  function outlineOf(found, message) {
    const link = message?.editor ? placeLink(message) : element("a", { tabindex: "0", role: "note" });
    const kind = message?.untranslated ? "untranslated" : message?.locale === messages.locale ? "" : "foreign";
    link.className = `outline ${kind} ${found.attribute ? "attribute" : ""}`;
    link.replaceChildren(element("span", { class: "label" }, [outlineName(found), ...remarks(message)].join(" · "),
      element("span", { class: "visually-hidden" }, message ? ` ${message.file}:${message.line}` : "")));
    return { ...found, message, link };
  }

  /** The boundary point in the page of one in `served`; if scripts have replaced the words, that of the element around them. */
  function livePoint([node, offset], isEnd) {
    const isText = node.nodeType === Node.TEXT_NODE;
    const here = live.get(node);
    if (isText && here.isConnected && here.data === node.data) return [here, offset];
    const around = isText ? live.get(node.parentNode) : here;
    const next = isText ? null : live.get(contents(node)[offset]);
    if (next?.parentNode === around) return [around, [...around.childNodes].indexOf(next)];
    return [around, isEnd ? around.childNodes.length : 0];
  }

  /** Where an outline belongs in the window, or null if what it is about is not shown. */
  function findBox({ attribute, node, start, end }) {
    if (attribute?.startsWith("data-")) return null; // words that scripts may show
    const range = document.createRange();
    if (start) range.setStart(...livePoint(start, false));
    if (end) range.setEnd(...livePoint(end, true));
    const shape = attribute ? live.get(node) : range;
    const inner = attribute ? shape : range.commonAncestorContainer;
    const around = inner.nodeType === Node.ELEMENT_NODE ? inner : inner.parentElement;
    const size = around?.getBoundingClientRect();
    const { left, top, right, bottom, width, height } = shape.getBoundingClientRect();
    const isAside = (right + scrollX <= 0 && !frame.classList.contains("end-left")) || bottom + scrollY <= 0;
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

  function outlineMessages(isOn) {
    isOutlining = isOn;
    storage[OUTLINES] = String(isOn);
    outlineSwitch.setAttribute("aria-pressed", String(isOn));
    if (isOn) return refresh();
    activate(null);
    outlines = [];
    layer.replaceChildren();
    showUnseen();
  }

  // ---- The beginning.

  function listen() {
    toggle.addEventListener("click", () => openPanel(panel.hidden));
    badge.addEventListener("click", openMistakes);
    hideButton.addEventListener("click", hideMistakes);
    outlineSwitch.addEventListener("click", () => outlineMessages(!isOutlining));
    layer.addEventListener("focusin", focusOutline);
    layer.addEventListener("focusout", () => activate(null));
    document.addEventListener("keydown", escape);
    document.addEventListener("pointermove", point, { passive: true });
    for (const event of ["scroll", "resize", "toggle", "transitionend", "load"]) addEventListener(event, reposition, { capture: true, passive: true });
    new ResizeObserver(reposition).observe(document.documentElement);
    for (const event of ["visibilitychange", "pageshow"]) addEventListener(event, connect);
    addEventListener("pagehide", () => events?.close());
  }

  /** Begins when the parser is done and before the site's modules run; our elements are unseen until their styles are there. */
  function start() {
    if (served || document.readyState === "loading") return;
    remember();
    for (const event of ["load", "error"]) shadow.firstElementChild.addEventListener(event, () => { host.hidden = false; });
    document.documentElement.append(host);
    listen();
    showFacts();
    if (storage[OUTLINES] === "true") outlineMessages(true);
    connect();
  }

  document.addEventListener("readystatechange", start);
  start();
})();
