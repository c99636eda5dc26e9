// What every page does with a script: the switch between light and dark, and a change of language that keeps the reader's place.

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
  const heading = place?.path === location.pathname && headings()[place.passed];
  if (heading) scrollBy({ top: heading.getBoundingClientRect().top - place.offset, behavior: "instant" });
}

const button = document.querySelector(".scheme");
if (button) schemeSwitch(button);
for (const link of document.querySelectorAll(".languages a[hreflang]")) {
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
