// Search as you type, in the index that the site was published with: `search/<locale>/index.json` and files by the first
// letters of words. Nothing that is typed leaves the page. Without this script the form leads to the search page, which
// says what to do.

const MARKS = /\p{M}/gu;
const NO_SPACE = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\u{20000}-\u{3ffff}]/gu;
const LETTERS = { ß: "ss", ς: "σ", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ı: "i" };
const MOST_RESULTS = 8;
const MOST_ON_PAGE = 50;

/** The words of a text as the index has them: `src/fold.rs` folds in the same way; change both together. */
function words(text) {
  return text.toLowerCase().normalize("NFD").replace(MARKS, "").replace(/[ßςæœøłđı]/g, (c) => LETTERS[c])
    .replace(NO_SPACE, " $& ").split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}

/** Whether two words differ by at most `most` letters added, left out, exchanged or swapped. */
function isClose(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return false;
  let [before, last] = [[], Array.from({ length: b.length + 1 }, (_, i) => i)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most) return false;
    [before, last] = [last, row];
  }
  return last[b.length] <= most;
}

/** How well a word of the index answers a word of the reader: 1 the same, less for parts and for near misses, 0 not. */
function likeness(asked, word) {
  if (word === asked) return 1;
  if (word.startsWith(asked)) return 0.6 + 0.3 * (asked.length / word.length);
  if (asked.length >= 4 && word.includes(asked)) return 0.5;
  const most = asked.length >= 8 ? 2 : asked.length >= 4 ? 1 : 0;
  if (most && isClose(asked, word, most)) return 0.4;
  return most && word.length > asked.length && isClose(asked, word.slice(0, asked.length), most) ? 0.3 : 0;
}

/** The index in a folder. Its files are fetched when they are needed, each once. */
class Index {
  constructor(folder) {
    this.folder = folder;
    this.files = new Map();
  }

  fetch(name) {
    if (!this.files.has(name)) {
      const answer = fetch(`${this.folder}${name}.json`).then((response) => {
        if (!response.ok) throw new Error(`${name}: ${response.status}`);
        return response.json();
      });
      answer.catch(() => this.files.delete(name));
      this.files.set(name, answer);
    }
    return this.files.get(name);
  }

  /** The files in which a word can be: that of its longest prefix, or those of longer ones. */
  async filesOf(word) {
    const { shards } = await this.fetch("index");
    const prefixes = Object.keys(shards);
    const own = prefixes.filter((prefix) => word.startsWith(prefix)).sort((a, b) => b.length - a.length).slice(0, 1);
    const longer = prefixes.filter((prefix) => prefix.length > word.length && prefix.startsWith(word)).slice(0, 4);
    // A typing mistake in the second letter leads to a neighbor.
    const near = own.length || longer.length ? [] : prefixes.filter((prefix) => prefix[0] === word[0]).slice(0, 4);
    return Promise.all([...own, ...longer, ...near].map((prefix) => this.fetch(shards[prefix])));
  }

  /** The entries that answer all words, or else most of them, best first. */
  async find(query, most) {
    const asked = [...new Set(words(query))].slice(0, 6);
    const found = new Map();
    for (const [number, word] of asked.entries()) {
      for (const { entries, words: known } of await this.filesOf(word)) {
        for (const [candidate, pairs] of Object.entries(known)) {
          const like = likeness(word, candidate);
          if (!like) continue;
          for (let i = 0; i < pairs.length; i += 2) {
            const [title, url, collection, category, choices] = entries[pairs[i]];
            if (!found.has(url)) found.set(url, { title, url, collection, category, choices, scores: [] });
            const { scores } = found.get(url);
            scores[number] = Math.max(scores[number] ?? 0, like * pairs[i + 1]);
          }
        }
      }
    }
    const { collections } = await this.fetch("index");
    const answers = [...found.values()].map((entry) => ({
      ...entry,
      group: collections[entry.collection],
      answered: entry.scores.filter(Boolean).length,
      score: entry.scores.reduce((sum, score) => sum + (score ?? 0), 0),
    }));
    const best = Math.max(0, ...answers.map(({ answered }) => answered));
    return answers.filter(({ answered }) => answered === best)
      .sort((a, b) => b.score - a.score || a.title.length - b.title.length || a.title.localeCompare(b.title)).slice(0, most);
  }
}

/** The entries by collection, the collection of the best one first. */
function byGroup(entries) {
  const groups = new Map();
  for (const entry of entries) groups.set(entry.group, [...(groups.get(entry.group) ?? []), entry]);
  return groups;
}

function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...children);
  return made;
}

/** Makes a combobox of the search field in the header. */
function suggest(form) {
  const field = form.querySelector("input[type=search]");
  const status = form.querySelector("[role=status]");
  const index = new Index(form.dataset.index);
  const list = element("div", { role: "listbox", id: "search-suggestions", "aria-label": field.labels[0].textContent });
  list.hidden = true;
  form.append(list);
  const wiring = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", autocomplete: "off" };
  for (const [attribute, value] of Object.entries({ ...wiring, "aria-controls": list.id })) field.setAttribute(attribute, value);
  let options = [];
  let active = -1;
  let asked = "";

  const close = () => {
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
    choose(-1);
  };
  const choose = (number) => {
    options[active]?.setAttribute("aria-selected", "false");
    active = number;
    const option = options[active];
    if (!option) return field.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", option.id);
  };
  const show = (entries) => {
    options = [];
    list.replaceChildren();
    for (const [group, members] of byGroup(entries)) {
      const heading = element("div", { class: "search-group", id: `search-group-${options.length}` }, group);
      const box = element("div", { role: "group", "aria-labelledby": heading.id }, heading);
      for (const { title, url, category } of members) {
        const option = element("a", { role: "option", id: `search-option-${options.length}`, href: url, tabindex: "-1", "aria-selected": "false" }, title);
        if (category) option.append(" ", element("span", { class: "search-category" }, category));
        options.push(option);
        box.append(option);
      }
      list.append(box);
    }
    active = -1;
    list.hidden = entries.length === 0;
    field.setAttribute("aria-expanded", String(entries.length > 0));
    field.removeAttribute("aria-activedescendant");
    status.textContent = entries.length ? form.dataset.found.replace("{count}", entries.length) : form.dataset.none;
  };

  field.addEventListener("input", async () => {
    asked = field.value;
    if (!words(asked).length) {
      status.textContent = "";
      return close();
    }
    const query = asked;
    try {
      const entries = await index.find(query, MOST_RESULTS);
      if (query === asked) show(entries);
    } catch {
      close(); // the form still leads to the search page
    }
  });
  field.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && !list.hidden) {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      choose(((active + 1 + step + options.length + 1) % (options.length + 1)) - 1);
    } else if (event.key === "Enter" && options[active] && !list.hidden) {
      event.preventDefault();
      options[active].click();
    }
  });
  form.addEventListener("focusout", (event) => {
    if (!form.contains(event.relatedTarget)) close();
  });
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  document.addEventListener("keydown", (event) => {
    const writing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key === "/" && !writing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      field.focus();
    }
  });
}

/** An address that names what is searched for is no page of its own: search engines are to pass it over. */
function leaveOut() {
  document.querySelector("link[rel=canonical]")?.remove(); // it would say that the page without results is the same
  document.head.append(element("meta", { name: "robots", content: "noindex" }));
}

/** Fills the search page. */
async function answer(page) {
  const parameters = new URLSearchParams(location.search);
  const query = parameters.get("q") ?? "";
  const field = page.querySelector("input[type=search]");
  field.value = query;
  if (parameters.has("q")) leaveOut();
  for (const link of document.querySelectorAll(".languages a[hreflang]")) link.search = query && new URLSearchParams({ q: query });
  if (words(query).length) await findAll(page, query);
  else field.focus();
  delete document.documentElement.dataset.asked;
}

async function findAll(page, query) {
  const results = page.querySelector(".search-results");
  const status = page.querySelector("[role=status]");
  try {
    const entries = await new Index(page.dataset.index).find(query, MOST_ON_PAGE);
    for (const [group, members] of byGroup(entries)) {
      const list = element("ul", { class: "entries" });
      for (const { title, url, category, choices } of members) {
        const item = element("li", choices ? { "data-choices": choices } : {}, element("a", { href: url }, title), element("p", {}, category));
        list.append(item);
      }
      results.append(element("section", { class: "group" }, element("h2", {}, group), list));
    }
    status.textContent = entries.length ? page.dataset.found.replace("{count}", entries.length) : page.dataset.none;
    document.dispatchEvent(new Event("rolebook-results"));
  } catch {
    status.textContent = page.dataset.failed;
  }
}

for (const form of document.querySelectorAll("form[data-index]")) suggest(form);
for (const page of document.querySelectorAll(".search-page [data-index].search")) answer(page);
