// Narrows the lists of a page at once. Without this script the choices are links to pages of their own.

const PARAMETER = "filter";

/** The choices of which an entry must have one, by their fields. */
function byField(chosen) {
  const fields = new Map();
  for (const choice of chosen) {
    const [field] = choice.split(":");
    fields.set(field, [...(fields.get(field) ?? []), choice]);
  }
  return [...fields.values()];
}

/** Makes switches of the choices, and shows the entries that have what is switched on. */
function narrow(filters) {
  const links = [...filters.querySelectorAll("a[data-choice]")];
  const known = new Set(links.map(({ dataset }) => dataset.choice));
  const asked = new URLSearchParams(location.search).getAll(PARAMETER);
  const chosen = new Set(asked.filter((choice) => known.has(choice)));
  const status = Object.assign(document.createElement("p"), { className: "count" });
  status.setAttribute("role", "status");
  const reset = button(filters.dataset.reset, () => {
    chosen.clear();
    show();
    switches[0]?.focus();
  });
  const switches = links.map((link) => {
    const { choice } = link.dataset;
    const made = button("", () => {
      if (!chosen.delete(choice)) chosen.add(choice);
      show();
    });
    made.dataset.choice = choice;
    made.append(...link.childNodes);
    link.replaceWith(made);
    return made;
  });
  reset.className = "button";
  filters.append(status, reset);

  const show = () => {
    const wanted = byField(chosen);
    const entries = [...document.querySelectorAll("main :is(.group, .search-results) .entries > li")];
    let shown = 0;
    for (const entry of entries) {
      const has = (entry.dataset.choices ?? "").split(" ");
      entry.hidden = !wanted.every((choices) => choices.some((choice) => has.includes(choice)));
      if (!entry.hidden) shown += 1;
    }
    for (const part of document.querySelectorAll("main .letters section, main section.group")) {
      const own = [...part.querySelectorAll(".entries > li")];
      part.hidden = own.length > 0 && own.every(({ hidden }) => hidden);
      const count = part.querySelector(":scope > .count");
      if (count) count.hidden = chosen.size > 0;
    }
    for (const link of document.querySelectorAll("main .jump a[href^='#']")) {
      link.parentElement.hidden = document.querySelector(link.hash)?.closest("section")?.hidden ?? false;
    }
    for (const made of switches) made.setAttribute("aria-pressed", String(chosen.has(made.dataset.choice)));
    reset.hidden = chosen.size === 0;
    status.textContent = chosen.size ? filters.dataset.shown.replace("{count}", shown.toLocaleString(document.documentElement.lang)) : "";
    remember(chosen);
  };
  show();
  // What is found later is narrowed as well.
  document.addEventListener("rolebook-results", show);
}

function button(words, press) {
  const made = document.createElement("button");
  made.type = "button";
  made.append(words);
  made.addEventListener("click", press);
  return made;
}

/** The address says what is chosen, so that it can be handed on and found again. */
function remember(chosen) {
  const address = new URL(location.href);
  address.searchParams.delete(PARAMETER);
  for (const choice of chosen) address.searchParams.append(PARAMETER, choice);
  if (address.href !== location.href) history.replaceState(history.state, "", address);
}

for (const filters of document.querySelectorAll(".filters[data-shown]")) narrow(filters);
