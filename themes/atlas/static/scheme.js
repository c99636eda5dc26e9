// Before anything is painted: the color scheme that the reader chose on an earlier page.
try {
  const scheme = localStorage.getItem("rolebook-scheme");
  if (["light", "dark"].includes(scheme)) document.documentElement.dataset.scheme = scheme;
} catch {
  // no storage: the scheme of the system
}
