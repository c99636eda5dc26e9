"""Record what Mozilla's compare-locales says of the translations in `messages/`.

Without arguments the findings are printed, one a line. With `--write` they are also stored in `compare-locales.json`.
"""

import json
import re
import sys
from pathlib import Path

from compare_locales.compare import ContentComparer, Observer
from compare_locales.parser import Junk, getParser
from compare_locales.paths import File

HERE = Path(__file__).resolve().parent
LOCALES = HERE / "messages" / "locales"
REFERENCE = "en"
FIELDS = ("locale", "file", "line", "column", "severity", "id", "text")

PLACED = re.compile(r"(.*) at line (\d+), column (\d+) for (.*)", re.DOTALL)
JUNK = re.compile(r'Unparsed content "(.*)" from line (\d+) column (\d+) to line \d+ column \d+', re.DOTALL)
DUPLICATE = re.compile(r"(.*) occurs \d+ times")
ATTRIBUTE = re.compile(r"(?:Missing|Obsolete) attribute: (.*)|Attribute \"(.*)\" is duplicated")
STYLE = re.compile(r"reference is a CSS spec|units for .* don't match|.* only in (?:l10n|reference)")
IDENTIFIER = re.compile(r"-?[a-zA-Z][\w-]*|")


class Comparer(ContentComparer):
    """A comparer that also keeps the entities which equal the reference; otherwise they are only counted."""

    def __init__(self):
        super().__init__()
        self.unchanged = []
        self.observers.append(Observer())

    def doUnchanged(self, entity):
        self.unchanged.append(entity)


class Source:
    """A file of messages: its name in the site and its parsed entities."""

    def __init__(self, locale, name):
        self.path = LOCALES / locale / name
        self.name = self.path.relative_to(LOCALES.parent).as_posix()
        self.file = File(str(self.path), name, locale=locale)
        self.entities = ()
        if self.path.exists():
            parser = getParser(name)
            parser.readFile(str(self.path))
            self.entities = parser.parse()

    def place(self, key):
        """The file, line and column of a message; of the last one, if it is defined twice."""
        return self.name, *self.entities[key].id_position()

    def junk(self):
        """The place and the id of the first junk."""
        junk = next(entity for entity in self.entities if isinstance(entity, Junk))
        return (self.name, *junk.position()), IDENTIFIER.match(junk.all)[0]

    def concerned(self, key, text, position):
        """The message, or the attribute of it, that a finding speaks of."""
        if match := ATTRIBUTE.fullmatch(text):
            return f"{key}.{match[1] or match[2]}"
        if STYLE.match(text):
            return f"{key}.style"
        for attribute in self.entities[key].entry.attributes:
            linecol = self.entities[key].ctx.linecol
            if linecol(attribute.span.start) <= position < linecol(attribute.span.end):
                return f"{key}.{attribute.id.name}"
        return key


def interpret(category, data, reference, translation):
    """The place, severity, id and text of one finding as the library hands it over."""
    if category == "missingFile":
        return (reference.name, 1, 1), "missing-file", "", "add and localize this file"
    if category == "obsoleteFile":
        return (translation.name, 1, 1), "obsolete-file", "", "remove this file"
    if category == "missingEntity":
        return reference.place(data), "missing", data, f"+{data}"
    if category == "obsoleteEntity":
        return translation.place(data), "obsolete", data, f"-{data}"
    if match := JUNK.fullmatch(data):
        place = translation.name, int(match[2]), int(match[3])
        return place, "junk", IDENTIFIER.match(match[1])[0], data
    if match := PLACED.fullmatch(data):
        text, position, key = match[1], (int(match[2]), int(match[3])), match[4]
        return (translation.name, *position), category, translation.concerned(key, text, position), text
    if match := DUPLICATE.fullmatch(data):
        # A duplicate in the reference is a warning, one in the translation an error.
        source = reference if category == "warning" else translation
        return source.place(match[1]), category, match[1], data
    if data == "Parser error in en-US":
        place, key = reference.junk()
        return place, category, key, data
    return (translation.name, 1, 1), category, "", data


def compare(locale, name):
    """All findings about one file of a translation."""
    reference, translation = Source(REFERENCE, name), Source(locale, name)
    comparer = Comparer()
    if not translation.path.exists():
        comparer.add(reference.file, translation.file, None)
    elif not reference.path.exists():
        comparer.remove(reference.file, translation.file, None)
    else:
        comparer.compare(reference.file, translation.file, None)
    for detail in comparer.observers.details[translation.file]:
        for category, data in detail.items():
            place, *rest = interpret(category, data, reference, translation)
            yield dict(zip(FIELDS, (locale, *place, *rest), strict=True))
    for entity in comparer.unchanged:
        rest = "unchanged", entity.key, "equal to the reference"
        yield dict(zip(FIELDS, (locale, *translation.place(entity.key), *rest), strict=True))


def findings():
    """All findings about all translations, sorted."""
    locales = sorted(path.name for path in LOCALES.iterdir() if path.name != REFERENCE)
    found = []
    for locale in locales:
        names = {path.name for code in (REFERENCE, locale) for path in (LOCALES / code).glob("*.ftl")}
        for name in names:
            found += compare(locale, name)
    return sorted(found, key=lambda finding: tuple(finding.values()))


def main():
    found = findings()
    for finding in found:
        print("{locale} {file}:{line}:{column} {severity} {id}: {text}".format(**finding))
    if "--write" in sys.argv[1:]:
        text = json.dumps(found, ensure_ascii=False, indent=2)
        (HERE / "compare-locales.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
