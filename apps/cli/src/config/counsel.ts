/**
 * What counsel must have confirmed before this runs on the public network. The reasons are in docs/legal-notes.md; the names here are
 * what HELIOBOND_COUNSEL_CONFIRMED lists.
 */
export const COUNSEL_ITEMS = {
  'private-use':
    'ownership by homes or a private clinic is private business use (26 CFR 1.141-3): taxable, or structured by bond counsel',
  'equity-shares': 'equity revenue shares are not municipal securities',
  'licensed-parties':
    'a secondary market, transfer agency, registered form and Rule 15c2-12 filings are done by licensed parties',
  'money-transmission': "power to spend from users' wallets points to money transmission",
  'energy-regulator': "selling power to several parties has the energy regulator's consent",
  'step-in': 'whether step-in on public schools can be enforced',
} as const

export type CounselItem = keyof typeof COUNSEL_ITEMS

/** The items that a list separated by commas lacks, and what in it is no item. */
export function readCounselList(text: string): { missing: CounselItem[]; unknown: string[] } {
  const given = new Set(
    text
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  )
  const items = Object.keys(COUNSEL_ITEMS) as CounselItem[]
  return {
    missing: items.filter((item) => !given.has(item)),
    unknown: [...given].filter((name) => !Object.hasOwn(COUNSEL_ITEMS, name)),
  }
}
