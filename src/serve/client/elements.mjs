// How elements of the preview are made.

export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...children.filter(Boolean));
  return made;
}

/** A place in a file, as a link if an editor is known. */
export function placeLink({ file, line, column, editor }) {
  const words = element("code", { dir: "ltr" }, [file, line, column].filter((part) => part ?? false).join(":"));
  if (!editor) return words;
  return element("a", { href: editor, ...(/^https?:/.test(editor) ? { target: "_blank", rel: "noopener" } : {}) }, words);
}

export const count = (number, word) => `${number} ${word}${number === 1 ? "" : "s"}`;
