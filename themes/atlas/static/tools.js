// What readers do with a job description: fill in what stands for the employer, and copy it for a job board or a document.
// What is filled in is kept in the browser and in the fragment of the address; it is never sent anywhere.

const STORE = "rolebook-placeholders";

/** What an earlier visit has left, or any other page under this name: nothing of it is taken on trust. */
function stored() {
  try {
    const found = JSON.parse(localStorage.getItem(STORE));
    if (found === null || typeof found !== "object" || Array.isArray(found)) return [];
    return Object.entries(found).filter(([, value]) => typeof value === "string");
  } catch {
    return []; // no storage, or no JSON
  }
}

/** What has been filled in, by the names of placeholders: by the address, or else by an earlier visit. */
function remembered() {
  const fragment = location.hash.includes("=") ? new URLSearchParams(location.hash.slice(1)) : [];
  return new Map([...stored(), ...fragment]);
}

function remember(values) {
  const filled = [...values].filter(([, value]) => value);
  const fragment = new URLSearchParams(filled).toString();
  history.replaceState(history.state, "", fragment ? `#${fragment}` : location.pathname + location.search);
  try {
    localStorage.setItem(STORE, JSON.stringify(Object.fromEntries(filled)));
  } catch {
    // the address keeps it
  }
}

/** Makes a field for each kind of placeholder in the text and the facts beside it, and keeps them in step. */
function fillIn(fields, text) {
  const spans = new Map();
  for (const span of text.querySelectorAll("[data-placeholder]")) {
    const name = span.dataset.placeholder;
    spans.set(name, [...(spans.get(name) ?? []), span]);
  }
  const values = remembered();
  const show = (name) => {
    for (const span of spans.get(name)) {
      span.dataset.words ??= span.textContent;
      span.textContent = values.get(name) || span.dataset.words;
      span.classList.toggle("filled", Boolean(values.get(name)));
    }
  };
  for (const [name, [first]] of spans) {
    const label = document.createElement("label");
    label.htmlFor = `tools-${name}`;
    label.textContent = capitalized(first.textContent.replace(/^\[|\]$/g, ""));
    const field = document.createElement("input");
    Object.assign(field, { id: label.htmlFor, type: "text", value: values.get(name) ?? "" });
    if (name === "company") field.autocomplete = "organization";
    if (name === "city") field.autocomplete = "address-level2";
    field.addEventListener("input", () => {
      values.set(name, field.value.trim());
      show(name);
      remember(values);
    });
    fields.append(label, field);
    show(name);
  }
  fields.hidden = spans.size === 0;
}

/** The job description alone: title, sections and what stands in them, without links, classes and controls. */
function plain(article) {
  const title = document.createElement("h1");
  title.textContent = article.dataset.title;
  const parts = [title];
  for (const section of article.querySelectorAll(".role-section")) {
    const heading = document.createElement("h2");
    heading.textContent = section.querySelector("h2").textContent;
    parts.push(heading, ...section.querySelector(".prose").cloneNode(true).children);
  }
  const root = document.createElement("div");
  root.append(...parts);
  for (const inline of [...root.querySelectorAll("a, span")]) inline.replaceWith(...inline.childNodes);
  for (const element of root.querySelectorAll("*")) for (const { name } of [...element.attributes]) element.removeAttribute(name);
  root.normalize();
  return root;
}

/** With a capital at the start. To Dutch, `ij` is one letter. */
function capitalized(words) {
  const { lang } = document.documentElement;
  const [first = ""] = /^nl\b/.test(lang) ? /^ij|^./iu.exec(words) ?? [] : /^./u.exec(words) ?? [];
  return first.toLocaleUpperCase(lang) + words.slice(first.length);
}

const oneLine = (text) => text.replace(/\s+/g, " ").trim();

function asHtml(root) {
  return [...root.children].map((element) => element.outerHTML.trim()).join("\n");
}

function asText(root) {
  const block = (element) => {
    if (/^[UO]L$/.test(element.tagName)) {
      return [...element.children].map((item, i) => `${element.tagName === "OL" ? `${i + 1}.` : "•"} ${oneLine(item.textContent)}`).join("\n");
    }
    if (element.tagName === "TABLE") {
      return [...element.rows].map((row) => [...row.cells].map((cell) => oneLine(cell.textContent)).join("\t")).join("\n");
    }
    return oneLine(element.textContent);
  };
  return [...root.children].map(block).join("\n\n");
}

function asMarkdown(root) {
  const inline = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.textContent.replace(/\s+/g, " ").replace(/[\\`*_[\]<>#]/g, "\\$&");
    const inner = [...node.childNodes].map(inline).join("");
    switch (node.tagName) {
      case "STRONG": return `**${inner}**`;
      case "EM": return `*${inner}*`;
      case "DEL": return `~~${inner}~~`;
      case "CODE": return `\`${node.textContent}\``;
      default: return inner;
    }
  };
  const block = (element) => {
    const heading = /^H([1-6])$/.exec(element.tagName);
    if (heading) return `${"#".repeat(heading[1])} ${inline(element).trim()}`;
    if (/^[UO]L$/.test(element.tagName)) {
      return [...element.children].map((item, i) => `${element.tagName === "OL" ? `${i + 1}.` : "-"} ${inline(item).trim()}`).join("\n");
    }
    if (element.tagName === "TABLE") {
      const rows = [...element.rows].map((row) => `| ${[...row.cells].map((cell) => inline(cell).trim()).join(" | ")} |`);
      return [rows[0], rows[0].replace(/[^|]+/g, " --- "), ...rows.slice(1)].join("\n");
    }
    return inline(element).trim();
  };
  return [...root.children].map(block).join("\n\n");
}

/** Puts text on the clipboard, and where browsers can, formatted text beside it. */
async function copy(text, html) {
  if (html && navigator.clipboard?.write && globalThis.ClipboardItem) {
    const blob = (type, content) => new Blob([content], { type });
    return navigator.clipboard.write([new ClipboardItem({ "text/plain": blob("text/plain", text), "text/html": blob("text/html", html) })]);
  }
  if (navigator.clipboard?.writeText) return navigator.clipboard.writeText(text);
  const area = Object.assign(document.createElement("textarea"), { value: text });
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  if (!done) throw new Error("the browser does not copy");
}

const article = document.querySelector("article[data-title]");
const tools = document.querySelector(".tools");
if (article && tools) {
  const status = tools.querySelector("[role=status]");
  const form = tools.querySelector("form");
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  fillIn(tools.querySelector(".tools-fields"), article);
  const forms = {
    text: () => copy(asText(plain(article)), asHtml(plain(article))),
    html: () => copy(asHtml(plain(article))),
    markdown: () => copy(asMarkdown(plain(article))),
    print: () => print(),
  };
  for (const button of tools.querySelectorAll("button[data-do]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      status.textContent = ""; // so that the same words are said again
      try {
        await forms[button.dataset.do]();
        status.textContent = button.dataset.do === "print" ? "" : tools.dataset.copied;
      } catch {
        status.textContent = tools.dataset.failed;
      }
    });
  }
  tools.hidden = false;
}
