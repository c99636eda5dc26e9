// What every page does with a script: the switch between light and dark, menus that close by themselves, wide tables that the
// keyboard scrolls, and a change of language that keeps the reader's place.

const root = document.documentElement;

/** The switch. What the reader chooses is kept in the browser; until then the page follows the system. */
function schemeSwitch(button) {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (["light", "dark"].includes(root.dataset.scheme) ? root.dataset.scheme === "dark" : system.matches);
  const colors = [...document.querySelectorAll("meta[name=theme-color]")].map((meta) => [meta, meta.media]);
  const show = () => {
    button.setAttribute("aria-pressed", String(isDark()));
    const chosen = ["light", "dark"].includes(root.dataset.scheme);
    for (const [meta, media] of colors) {
      // The first of them in the document whose medium applies is the browser's color.
      meta.media = chosen ? (media.includes(root.dataset.scheme) ? "all" : "not all") : media;
    }
  };
  button.addEventListener("click", () => {
    root.dataset.scheme = isDark() ? "light" : "dark";
    try {
      localStorage.setItem("rolebook-scheme", root.dataset.scheme);
    } catch {
      // it holds for this page
    }
    show();
  });
  system.addEventListener("change", show);
  show();
  button.hidden = false;
}

/** Menus of the header open and close without a script; with one they also close when the reader turns to something else. */
function closeMenus(menus) {
  const closeAround = ({ target }) => {
    for (const menu of menus) if (!menu.contains(target)) menu.open = false;
  };
  document.addEventListener("pointerdown", closeAround);
  document.addEventListener("focusin", closeAround);
  document.addEventListener("keydown", (event) => {
    const menu = menus.find(({ open }) => open);
    if (event.key !== "Escape" || !menu || event.defaultPrevented || event.isComposing) return;
    event.preventDefault();
    if (menu.contains(document.activeElement)) menu.querySelector("summary").focus();
    menu.open = false;
  });
}

/** A table that is wider than the page scrolls by itself; not all browsers let the keyboard reach it for that alone. */
function reachTables(tables) {
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
      else target.removeAttribute("tabindex");
    }
  });
  for (const table of tables) observer.observe(table);
}

const headings = () => [...document.querySelectorAll("main :is(h1, h2, h3)")];

/** Remembers how far the reader has come: the heading last passed, and how far it is above the top. */
function leave(link) {
  const passed = headings().findLastIndex((heading) => heading.getBoundingClientRect().top < 8);
  if (passed < 0) return;
  const offset = headings()[passed].getBoundingClientRect().top;
  sessionStorage.setItem("rolebook-place", JSON.stringify({ path: new URL(link.href).pathname, passed, offset }));
}

/** Goes there in the other language, whose page has the same headings. */
function arrive() {
  const place = JSON.parse(sessionStorage.getItem("rolebook-place") ?? "null");
  sessionStorage.removeItem("rolebook-place");
  if (place?.path !== location.pathname || !Number.isFinite(place.offset)) return;
  const heading = headings().at(place.passed);
  if (heading) scrollBy({ top: heading.getBoundingClientRect().top - place.offset, behavior: "instant" });
}

const button = document.querySelector(".scheme");
if (button) schemeSwitch(button);
reachTables(document.querySelectorAll(".prose table"));
closeMenus([...document.querySelectorAll(".navigation details")]);
// A page that is missing is not there in other languages either: its links lead to home pages.
for (const link of document.querySelectorAll("body:not(.not-found-page) .languages a[hreflang]")) {
  link.addEventListener("click", () => {
    try {
      leave(link);
    } catch {
      // no storage: the other language begins at the top
    }
  });
}
try {
  arrive();
} catch {
  // no storage: the top of the page
}
