// The browser's side of `rolebook serve`: keeps the page up to date while its sources are edited, shows mistakes, and tells
// translators which message each word comes from. The server injects it into what it serves; it is no part of a built site.
//
// As the first module of the page it begins when the parser is done and before the site's modules run.

import { followDirection, part, shadow, showFrame } from "./frame.mjs";
import { hideMistakes, openMistakes } from "./mistakes.mjs";
import { isOutlining, listenToOutlines, outlineMessages, wasOutlining } from "./outlines.mjs";
import { remember } from "./page.mjs";
import { openPanel } from "./panel.mjs";
import { connect, disconnect, refresh } from "./refresh.mjs";

const [mistakes, panel] = ["mistakes", "panel"].map(part);

function outline(isOn) {
  outlineMessages(isOn);
  if (isOn) refresh();
}

function escape(event) {
  if (event.key !== "Escape" || event.defaultPrevented || event.isComposing) return;
  if (!panel.hidden && (mistakes.hidden || !mistakes.contains(shadow.activeElement))) openPanel(false);
  else if (!mistakes.hidden) hideMistakes();
}

remember();
showFrame();
followDirection();
part("toggle").addEventListener("click", () => openPanel(panel.hidden));
part("badge").addEventListener("click", openMistakes);
part("hide").addEventListener("click", hideMistakes);
part("switch").addEventListener("click", () => outline(!isOutlining));
listenToOutlines();
document.addEventListener("keydown", escape);
for (const event of ["visibilitychange", "pageshow"]) addEventListener(event, connect);
addEventListener("pagehide", disconnect);
if (wasOutlining()) outline(true);
connect();
