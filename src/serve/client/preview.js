// The first script of a page in `rolebook serve`: notes what the page is like before any script of the site runs. The modules
// beside it, which begin when the page is read, find the note on this script's element.

{
  const { dataset } = document.currentScript;
  dataset.attributes = JSON.stringify([...document.documentElement.attributes].map(({ name, value }) => [name, value]));
}
