// Which words and attributes of a page come from which message, read off the page's annotated twin.

import { contents, isText } from "./nodes.mjs";

// The server writes U+F0000, the id, U+F0001, the text, U+F0002.
const MARKS = /(\u{F0000}[^\u{F0001}]*\u{F0001}|\u{F0002})/u;
const idOf = (mark) => (mark.startsWith("\u{F0000}") ? mark.slice(2, -2) : null);

/**
 * The messages of a page: `{ id, attribute, node }` for an attribute, and for words `{ id, attribute: null, start, end }`, where
 * starts and ends are nodes of `served` with an offset. Throws if the twin differs.
 */
export function findMessages(served, twin) {
  const found = [];
  const open = [];
  const readText = (text, node, offset) => {
    text.split(MARKS).forEach((piece, i) => {
      if (i % 2 === 0) offset += piece.length;
      else if (idOf(piece) === null) Object.assign(open.pop() ?? {}, { end: [node, offset] });
      else {
        open.push({ id: idOf(piece), attribute: null, start: [node, offset] });
        found.push(open.at(-1));
      }
    });
  };
  const read = (node, other) => {
    if (node?.nodeName !== other.nodeName) throw new Error("the page has changed meanwhile");
    for (const { name, value } of other.attributes ?? []) {
      for (const id of value.split(MARKS).map(idOf)) if (id !== null) found.push({ id, attribute: name, node });
    }
    const nodes = contents(node);
    let position = 0;
    for (const child of contents(other)) {
      // Of a text of nothing but marks there is nothing in the served document.
      const isMarks = isText(child) && child.data.split(MARKS).every((piece, i) => !piece || i % 2);
      if (isMarks) readText(child.data, node, position);
      else if (isText(child) && nodes[position] && isText(nodes[position])) readText(child.data, nodes[position++], 0);
      else read(nodes[position++], child);
    }
  };
  read(served, twin);
  return found.filter(({ attribute, end }) => attribute || end);
}
