// Writes what `Intl` makes of numbers, dates, lists, plural forms and titles: one case a line.
// node tests/cldr/intl.mjs > tests/cldr/intl.json

const LOCALES = ["en", "es", "de", "fr", "el", "pt", "pt-PT"];

const PLURALS = {
  numbers: [0, 1, 2, 3, 5, 11, 21, 100, 1.5, 1000000],
  options: [{ type: "cardinal" }, { type: "ordinal" }],
  more: [
    [1, { type: "cardinal", minimumFractionDigits: 1 }],
    [2, { type: "cardinal", minimumFractionDigits: 2 }],
    [1.2, { type: "cardinal", maximumFractionDigits: 0 }],
    [1000000, { type: "cardinal", minimumFractionDigits: 1 }],
  ],
};

const currencies = ["EUR", "USD", "JPY"].flatMap((currency) =>
  ["symbol", "code", "name"].map((currencyDisplay) => ({ style: "currency", currency, currencyDisplay })),
);

const NUMBERS = {
  numbers: [0, 7, 1234.5, 1234567.891, -5.25, 12345],
  options: [
    {},
    { useGrouping: false },
    { minimumFractionDigits: 2 },
    { maximumFractionDigits: 0 },
    { minimumIntegerDigits: 3 },
    { maximumSignificantDigits: 3 },
    { minimumSignificantDigits: 5 },
    ...currencies,
  ],
  more: [
    [0.256, { style: "percent" }],
    [1, { style: "percent" }],
    [-0.5, { style: "percent" }],
    [12.345, { style: "percent" }],
    [0.256, { style: "percent", minimumFractionDigits: 2 }],
    [0.12345, { style: "percent", maximumFractionDigits: 1 }],
    [0.25678, { style: "percent", maximumSignificantDigits: 3 }],
    [12.345, { style: "percent", useGrouping: false }],
    // Halves, and what is no half in binary.
    [0.5, { maximumFractionDigits: 0 }],
    [2.5, { maximumFractionDigits: 0 }],
    [-2.5, { maximumFractionDigits: 0 }],
    [-0.4, { maximumFractionDigits: 0 }],
    [1.005, { maximumFractionDigits: 2 }],
    [0.0005, {}],
    [9.9995, {}],
    [999.95, { maximumSignificantDigits: 3 }],
    [0.000123456, { maximumSignificantDigits: 2 }],
    [1, { minimumSignificantDigits: 2, maximumSignificantDigits: 4 }],
    [1.5, { minimumFractionDigits: 2, maximumFractionDigits: 3 }],
    [12345.678, { minimumIntegerDigits: 8 }],
    // One unit, and options together with money.
    [1, { style: "currency", currency: "EUR", currencyDisplay: "name" }],
    [1, { style: "currency", currency: "USD", currencyDisplay: "name", maximumFractionDigits: 0 }],
    [1000000, { style: "currency", currency: "EUR", currencyDisplay: "name", maximumFractionDigits: 0 }],
    [1234.5, { style: "currency", currency: "EUR", maximumFractionDigits: 0 }],
    [12345.5, { style: "currency", currency: "EUR", useGrouping: false }],
    [1234.5, { style: "currency", currency: "EUR", maximumSignificantDigits: 3 }],
    [1234.5678, { style: "currency", currency: "KWD" }],
    [1234.5678, { style: "currency", currency: "CLP" }],
    [1234.5678, { style: "currency", currency: "HUF" }],
    [1234.5678, { style: "currency", currency: "GBP" }],
    [1234.5678, { style: "currency", currency: "BRL" }],
    [1234.5678, { style: "currency", currency: "CHF" }],
  ],
};

const DATES = {
  dates: ["2026-01-31", "2026-11-02"],
  options: [
    ...["full", "long", "medium", "short"].map((dateStyle) => ({ dateStyle })),
    { month: "long" },
    { year: "numeric", month: "long" },
    { weekday: "long" },
    { day: "numeric", month: "short" },
    { year: "2-digit", month: "2-digit", day: "2-digit" },
    { year: "numeric" },
    { day: "numeric", month: "long" },
    { year: "numeric", month: "short", day: "numeric" },
    { year: "numeric", month: "numeric", day: "numeric" },
    { weekday: "short", day: "numeric", month: "long" },
    { weekday: "long", year: "numeric", month: "long", day: "numeric" },
  ],
};

const TIMES = {
  dates: ["2026-11-02T09:30", "2026-11-02T21:05:07", "2026-11-02T00:05"],
  options: [
    { timeStyle: "short" },
    { timeStyle: "medium" },
    { hour: "numeric", minute: "2-digit" },
    { hour: "2-digit", minute: "2-digit" },
    { hour: "numeric", minute: "2-digit", second: "2-digit" },
    { hour: "numeric", minute: "2-digit", hour12: true },
    { hour: "numeric", minute: "2-digit", hour12: false },
    { dateStyle: "long", timeStyle: "short" },
    { dateStyle: "medium", timeStyle: "medium" },
    { dateStyle: "short", timeStyle: "short" },
  ],
};

const WORDS = {
  en: ["writer", "tester", "nurse", "cook"],
  es: ["escritora", "ingeniera", "historiadora", "cocinera"],
  de: ["Schreiber", "Prüferin", "Pflegekraft", "Köchin"],
  fr: ["rédactrice", "testeur", "infirmière", "cuisinier"],
  el: ["συντάκτης", "ελεγκτής", "νοσηλεύτρια", "μάγειρας"],
  pt: ["redatora", "testador", "enfermeira", "cozinheiro"],
  "pt-PT": ["redatora", "testador", "enfermeira", "cozinheiro"],
};

// In Spanish "y" becomes "e" before the sound of "i", and "o" becomes "u" before that of "o".
const MORE_WORDS = {
  es: [["escritora", "ingeniera"], ["escritora", "historiadora"], ["médica", "oficial"], ["médica", "hostelera"]],
};

const portuguese = [
  "Advogado", "advogada", "Água e saneamento", "Agente", "Ação social", "Acaso", "Acção", "Caçador", "Cacador",
  "Cadete", "Cão-guia", "Café", "Cafeicultor", "CAFÉ", "Época", "Epidemiologista", "Órgão", "Orgânico", "Opera",
  "Ópera", "Três Marias", "Tres", "Útil", "Zelador", "zelador", "Editor-chefe", "Editor chefe", "Editorchefe",
];

const TITLES = {
  en: [
    "Zoologist", "zoologist", "Accountant", "accountant", "ACCOUNTANT", "Account Manager", "Accounts Clerk", "Co-op Lead",
    "Coop Lead", "Cooper", "Naïve Tester", "Naive Tester", "Résumé Writer", "Resume Writer", "resumé writer", "Chef",
    "Chief", "Level 2 Support", "Level 10 Support", "IT Support", "It Support", "Ærodynamicist", "Aerodynamicist",
    "Åre Guide", "Are Guide", "“Quoted”", "(Bracketed)", "3D Artist",
  ],
  es: [
    "Ñandú", "ñandú", "Nube", "Nutricionista", "Ñu", "Oboe", "Niño", "Nino", "Nivel", "Año", "Ano", "Anzuelo",
    "Llavero", "Luz", "Lobo", "Chófer", "Chofer", "Cirujano", "Cubano", "Ágil", "Agil", "Águila", "agua", "Médico",
    "médica", "Medico", "Pingüino", "Pinguino",
  ],
  de: [
    "Ärztin", "Arzt", "Arztin", "Aerztin", "ärztin", "Az", "Zahnarzt", "Öffner", "Ofen", "Offner", "Oeffner", "Übersetzer",
    "Ubersetzer", "Uebersetzer", "Straße", "Strasse", "STRASSE", "straße", "Strassen", "Strabe", "Maß", "Mass", "Masse",
    "Maße", "Bäcker", "Backer", "Bäckerei", "Bader", "Grüße", "Grusse",
  ],
  fr: [
    "Cote", "Côte", "Coté", "Côté", "côté", "COTE", "Élève", "Eleve", "élevé", "Éleveur", "Œuvre", "Oeuvre", "œuvre",
    "Ouvrier", "Odeur", "Garçon", "Garcon", "Garcons", "Gardien", "Français", "Francais", "Franc", "Naïf", "Naif",
    "L’agent", "L'agent", "Lagent", "Chef d’équipe", "Maçon", "Macon",
  ],
  el: [
    "Άγγελος", "Αγγελος", "άγγελος", "Αγορά", "Αγόρι", "Έλεγχος", "Ελεγχος", "Ελεγκτής", "ελεγκτής", "Ήλιος", "Ηλιος",
    "Ίων", "Ιών", "Ϊών", "Ώρα", "Ωρα", "Ωράριο", "Ύλη", "Υλικό", "Ϋλη", "Οδηγός", "Όδηγος", "Σεφ", "σεφ", "ΣΕΦ",
    "Ράφτης", "Μάγειρας", "Tester", "IT Manager", "backend", "Backend", "Zoom",
  ],
  pt: portuguese,
  "pt-PT": portuguese,
};

const cases = [];

function add(kind, locale, options, value, text) {
  cases.push({ locale, kind, options, value, text });
}

function each(values, options, more = []) {
  return [...options.flatMap((set) => values.map((value) => [value, set])), ...more];
}

for (const locale of LOCALES) {
  for (const [number, options] of each(PLURALS.numbers, PLURALS.options, PLURALS.more)) {
    add("plural", locale, options, number, new Intl.PluralRules(locale, options).select(number));
  }
  for (const [number, options] of each(NUMBERS.numbers, NUMBERS.options, NUMBERS.more)) {
    add("number", locale, options, number, new Intl.NumberFormat(locale, options).format(number));
  }
  for (const { dates, options: sets } of [DATES, TIMES]) {
    for (const [date, options] of each(dates, sets)) {
      const moment = new Date(date.includes("T") ? `${date}Z` : date);
      const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
      add("date", locale, options, date, format.format(moment));
    }
  }
  for (const type of ["conjunction", "disjunction", "unit"]) {
    for (const style of ["long", "short", "narrow"]) {
      const lists = [1, 2, 3, 4].map((count) => WORDS[locale].slice(0, count));
      for (const list of [...lists, ...(MORE_WORDS[locale] ?? [])]) {
        add("list", locale, { style, type }, list, new Intl.ListFormat(locale, { style, type }).format(list));
      }
    }
  }
}

const titles = LOCALES.map((locale) => {
  const given = TITLES[locale];
  return { locale, given, sorted: given.toSorted(new Intl.Collator(locale).compare) };
});

const { node, icu, cldr, unicode } = process.versions;
const lines = (rows) => rows.map((row) => JSON.stringify(row)).join(",\n");
process.stdout.write(`{
"versions": ${JSON.stringify({ node, icu, cldr, unicode })},
"titles": [
${lines(titles)}
],
"cases": [
${lines(cases)}
]
}
`);
