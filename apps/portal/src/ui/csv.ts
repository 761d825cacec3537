/** Rows as a file for spreadsheets. Pure. */
const NUMBER = /^-?\d+(?:\.\d+)?$/
const RUNS = /^[=+\-@\t\r]/

/** One cell (RFC 4180). What a spreadsheet would run as a formula is made text by a leading apostrophe (OWASP, CSV injection). */
function csvCell(text: string): string {
  const safe = RUNS.test(text) && !NUMBER.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A header and its rows as CSV. */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')
