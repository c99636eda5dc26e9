// Files that a site may have, and files that it may not have, for schemas.mjs.

import { readFileSync } from "node:fs";
import { join } from "node:path";

const ENTRY = "content/job-descriptions/hotel-receptionist/entry.toml";
const TEXT = "content/job-descriptions/hotel-receptionist/en.md";
const PAGE = "content/pages/about/en.md";

const field = (id, kind, more = "") => `\n[[collections.fields]]\nid = "${id}"\nkind = "${kind}"\n${more}`;
const FIELDS = field("employment-type", "choice", "values = [\"full-time\", \"part-time\"]\n") +
  field("languages", "choice", "values = [\"german\", \"french\"]\nmultiple = true\n") + field("place", "text") + field("hours", "number") +
  field("start", "date") + field("pay", "money") + field("apply", "link") + field("contact", "email");

/** Gives a new site fields, and keys of another tool. */
export function base(root, write) {
  const config = readFileSync(join(root, "rolebook.toml"), "utf8");
  const roles = "id = \"job-descriptions\"\nkind = \"role\"\n";
  write("rolebook.toml", config.replace(roles, `${roles}ignore_keys = ["layout"]\nkeys = { title = ["role", "name"] }\n${FIELDS}`));
}

/** A configuration with more at its end, or with something in the place of something else. */
const config = (more) => ({ path: "rolebook.toml", text: (before) => `${before}\n${more}\n` });
const changed = (from, to) => ({ path: "rolebook.toml", text: (before) => before.replace(from, to) });
const entry = (text) => ({ path: ENTRY, text: () => `${text}\n` });
const BODY = "\n## brief\n\nx\n\n## responsibilities\n\n- x\n\n## requirements\n\n- x\n";
const toml = (front, path = TEXT) => ({ path, text: () => `+++\n${front}\n+++\n${BODY}` });
const yaml = (front, path = TEXT) => ({ path, text: () => `---\n${front}\n---\n${BODY}` });

export const RIGHT = {
  "a theme by name": changed("default_locale", "theme = \"atlas\"\ndefault_locale"),
  "a theme with options and menus": config("[theme]\nname = \"atlas\"\naccent = \"#7a1f3d\"\nscheme = \"dark\"\n[[theme.actions]]\nid = \"contact\"\nlink = \"@/\""),
  "a code in another form": config("[[locales]]\ncode = \"PT_br\"\nname = \"Português\""),
  "an old code with a script": config("[[locales]]\ncode = \"sr_latn\"\nname = \"Srpski\"\nregion = \"RS\"\nfallback = [\"hr\", \"en\"]"),
  "an address in capitals": changed(/base_url = .*/, "base_url = \"HTTPS://Example.org/jobs\""),
  "one other name for a key": changed("title = [\"role\", \"name\"]", "title = \"role\", alternative_titles = \"aka\""),
  "no required sections": changed("ignore_keys", "required_sections = []\nignore_keys"),
  "a number without a point": config("[related]\nthreshold = 1\nlimit = 0"),
  "an announcement that is not shown": config("[announcement]\nshow = false\nlink = \"mailto:jobs@example.org\""),
  "a pattern of messages": config("[check]\nused_messages = [\"*\", \"promo-*\"]\nbroken_links = \"hint\""),
  "a menu without items": config("[[navigation]]\nid = \"guides\""),
  "items in one line": config("[[navigation]]\nid = \"guides\"\nitems = [{ id = \"a\", link = \"@pages/about\" }, { id = \"b\", link = \"TEL:+49301234\" }]"),
  "tables without keys": config("[related]\n[search]\n[index]\n[automatic_links]\n[downloads]"),
  "a group of its own": config("[[related.groups]]\nid = \"topics\"\ncollections = [\"job-descriptions\"]"),
  "a telephone with an extension": config("[[footer.phones]]\nid = \"us\"\nnumber = \"+1 202 555 0143 ext. 12\""),
  "nothing": entry(""),
  "a choice in words": entry("employment-type = \"Full Time\""),
  "a key in another tool's spelling": entry("employmentType = \"full-time\""),
  "a key in words": entry("\"Employment Type\" = \"part-time\""),
  "a key with underscores": entry("[fields]\nemployment_type = \"part-time\""),
  "one of several choices": entry("languages = \"german\""),
  "several choices": entry("languages = [\"german\", \"French\"]"),
  "a list of one": entry("place = [\"Berlin and {city}\"]"),
  "an open sum": entry("pay = { from = 42000.5, currency = \"EUR\", per = \"hour\", payments = 14 }"),
  "placeholders": entry("pay = \"{pay}\"\nstart = \"{start-date}\"\napply = \"{apply}\"\nhours = \" {hours} \"\ncontact = \"{contact}\""),
  "an open range of days": entry("start = { to = 2027-02-01 }"),
  "a day with a time": entry("start = 2027-02-01T10:00:00Z"),
  "a range of numbers": entry("hours = { from = 20, to = 38.5 }"),
  "picked by hand": entry("[related]\njob-descriptions = [\"front-office-manager\"]\nexclude = [\"pages/about\"]"),
  "keys with hyphens": toml("title = \"X\"\nalternative-titles = [\"Y\"]\n[source-parts]\ntitle = \"5b1c6f0e\""),
  "any grammar": toml("title = \"X\"\nupdated = 2026-11-02\n[grammar]\ngenitive = \"Xs\"\ngender = \"feminine\""),
  "a template of a plain page": toml("title = \"X\"\ntemplate = \"article.html\"", PAGE),
  "no front matter": { path: TEXT, text: () => `# X\n${BODY}` },
  "a title that looks like a number": yaml("title: 1984\nsummary: 2026-11-02\ngrammar:\n  gender: true"),
  "flags as other tools write them": yaml("title: X\ndraft: \"No\""),
  "a description": yaml("title: X\ndescription: One sentence."),
  "keys of another tool": yaml("name: X\nlayout: { a: [1] }"),
  "keys without values": yaml("title: X\nemployment-type:\nhours: \"\"\ndraft:"),
  "numbers in quotes": yaml("title: X\nhours: \"38.5\"\npay: { from: \"20\", currency: EUR }"),
  "a day in YAML": yaml("title: X\nupdated: 2026-11-02"),
};

const wrong = (why, of) => ({ ...of, why });

export const WRONG = {
  "a key that there is not": wrong("additionalProperties", changed("default_locale", "missing_translations = 1\ndefault_locale")),
  "no address": wrong("required", changed(/base_url = .*/, "")),
  "an address that is none": wrong("pattern /base_url", changed(/base_url = .*/, "base_url = \"ftp://example.org\"")),
  "a language without a name": wrong("required /locales/2", config("[[locales]]\ncode = \"pt\"")),
  "a word for a code": wrong("pattern /locales/2/code", config("[[locales]]\ncode = \"german\"\nname = \"Deutsch\"")),
  "a text for a list": wrong("type /locales/2/fallback", config("[[locales]]\ncode = \"pt\"\nname = \"P\"\nfallback = \"es\"")),
  "a kind that there is not": wrong("enum /collections/2/kind", changed("kind = \"page\"", "kind = \"pages\"")),
  "words for an id": wrong("pattern /collections/3/id", config("[[collections]]\nid = \"HR Terms\"\nkind = \"article\"")),
  "a kind of fields that there is not": wrong("enum /collections/0/fields/7/kind", changed("kind = \"email\"", "kind = \"mail\"")),
  "a key of front matter that nobody renames": wrong("additionalProperties /collections/0/keys", changed("keys = {", "keys = { body = \"x\",")),
  "letters that there are not": wrong("enum /slugs", changed("default_locale", "slugs = \"utf8\"\ndefault_locale")),
  "less than nothing": wrong("minimum /related/limit", config("[related]\nlimit = -1")),
  "half an entry": wrong("type /related/limit", config("[related]\nlimit = 2.5")),
  "more than all": wrong("maximum /related/threshold", config("[related]\nthreshold = 2")),
  "a word for a flag": wrong("type /search/show", config("[search]\nshow = \"yes\"")),
  "how much links matter": wrong("enum /check/broken_links", config("[check]\nbroken_links = \"off\"")),
  "an option that the theme has not": wrong("additionalProperties /theme", config("[theme]\naccents = \"#7a1f3d\"")),
  "a color in words": wrong("pattern /theme/accent", config("[theme]\naccent = \"green\"")),
  "a choice of the theme": wrong("enum /theme/scheme", config("[theme]\nscheme = \"night\"")),
  "a link without a scheme": wrong("pattern /navigation/0/items/0/link", config("[[navigation]]\nid = \"a\"\nitems = [{ id = \"b\", link = \"example.org\" }]")),
  "an item without a link": wrong("required /actions/0", config("[[actions]]\nid = \"contact\"")),
  "a form that leads nowhere": wrong("required /post_job", config("[post_job]")),
  "a telephone without a number": wrong("required /footer/phones/0", config("[[footer.phones]]\nid = \"us\"")),
  "a table for tables": wrong("type /actions", config("[actions]\nid = \"contact\"\nlink = \"@/\"")),
  "a mistyped key": wrong("additionalProperties", entry("skils = [\"java\"]")),
  "one skill": wrong("type /skills", entry("skills = \"java\"")),
  "a skill in words": wrong("pattern /skills/0", entry("skills = [\"MS Excel\"]")),
  "a draft in words": wrong("type /draft", entry("draft = \"no\"")),
  "a category in words": wrong("pattern /category", entry("category = \"Human Resources\"")),
  "a code as a number": wrong("type /isco", entry("isco = 2512")),
  "an address of nothing": wrong("pattern /esco", entry("esco = \"2512.1\"")),
  "a sum without a currency": wrong("required /pay", entry("pay = { from = 42000 }")),
  "a sum for no time": wrong("enum /pay/per", entry("pay = { from = 1, currency = \"EUR\", per = \"fortnight\" }")),
  "a number for a sum": wrong("anyOf /pay", entry("pay = 42000")),
  "a currency in lower case": wrong("pattern /pay/currency", entry("pay = { from = 1, currency = \"euro\" }")),
  "what cannot be chosen": wrong("enum /fields/employment-type", entry("[fields]\nemployment-type = \"freelance\"")),
  "a second choice": wrong("maxItems /employment-type", entry("employment-type = [\"full-time\", \"part-time\"]")),
  "no day": wrong("anyOf /start", entry("start = \"soon\"")),
  "a range without ends": wrong("anyOf /hours", entry("hours = {}")),
  "nobody's address": wrong("anyOf /contact", entry("contact = \"nobody\"")),
  "a field that is not declared": wrong("additionalProperties /fields", entry("[fields]\nlevel = \"senior\"")),
  "a mistyped key of front matter": wrong("additionalProperties", toml("title = \"X\"\nsumary = \"x\"")),
  "a title for a list of titles": wrong("type /alternative_titles", toml("title = \"X\"\nalternative_titles = \"Y\"")),
  "a day in words": wrong("pattern /updated", yaml("title: X\nupdated: yesterday")),
  "facts in a text": wrong("additionalProperties", toml("title = \"X\"\ncategory = \"hospitality\"")),
  "a key of nobody in YAML": wrong("additionalProperties", yaml("title: X\nauthor: Ada")),
  "a draft of sorts": wrong("pattern /draft", yaml("title: X\ndraft: maybe")),
};
