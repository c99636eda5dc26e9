// Before the page of results is painted: whether there is something to look for. What stands around the results waits for them.
const asked = new URLSearchParams(location.search).get("q")?.trim();
if (asked) {
  const { dataset } = document.documentElement;
  dataset.asked = "";
  // Whatever becomes of the search, the rest of the page is shown in the end.
  addEventListener("load", () => setTimeout(() => delete dataset.asked, 3000));
}
