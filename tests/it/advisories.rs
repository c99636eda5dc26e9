//! What went wrong in other tools of this kind, tried here: a test for each advisory that could concern us, in several
//! spellings. `SECURITY.md` lists those that cannot. What the search page of a browser does with a stranger's words is tried by
//! `.ci/site/hostile.mjs`.

mod files;
mod markup;
mod preview;
