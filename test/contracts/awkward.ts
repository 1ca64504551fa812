/** Texts that a store must give back as they were, and a page must show harmless. */
export const AWKWARD_NAMES: readonly string[] = [
  "Siobhán O'Neill-Ross",
  'Zoë Æthelred Müller-Łukasz',
  'Mary Ann',
  'Q',
  '🦄 Ünïcörn 👩🏽‍⚕️',
  'مريم عبد الله',
  'שרה \u202Eכהן',
  '=HYPERLINK("http://example.com")',
  '<script>alert(1)</script>',
  '"; DROP TABLE interest; --',
  '100%_\\*"OR"NEAR',
  'line\nbreak\ttab\u0000nul',
  '\uD800 lone',
  'é vs e\u0301',
  'x'.repeat(10_000),
]

export const AWKWARD_KEYS: readonly string[] = [
  'msteams/conversations/a:1x/y\\z?q=1#frag',
  'emoji/🦄/ключ/مفتاح',
  ' leading and trailing ',
  '../..',
  '__proto__x',
  "it's",
  `long/${'k'.repeat(5000)}`,
]
