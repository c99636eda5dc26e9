// Trees of nodes, in any document.

export const isElement = (node) => node.nodeType === 1;
export const isText = (node) => node.nodeType === 3;

/** Where the children of a node are: those of a template are in a document of their own. */
export const within = (node) => (node.localName === "template" ? node.content : node);
export const contents = (node) => [...within(node).childNodes];

/** Visits the nodes of two trees of the same structure in step. */
export function walk(one, other, visit) {
  visit(one, other);
  const others = contents(other);
  contents(one).forEach((child, i) => walk(child, others[i], visit));
}
