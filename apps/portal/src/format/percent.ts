const PERCENT = /^\d{1,3}(\.\d{1,2})?$/
const WHOLE_BPS = 10_000

/** Basis points of a percentage as people type it, from 0 to 100 with at most two decimals; null for what is none. */
export function readPercentBps(text: string): number | null {
  if (!PERCENT.test(text)) return null
  const [whole = '', part = ''] = text.split('.')
  const bps = Number(whole) * 100 + Number(part.padEnd(2, '0'))
  return bps <= WHOLE_BPS ? bps : null
}
