import { setTimeout as sleep } from 'node:timers/promises'
import type { Chain } from '@heliobond/chain'

/** How fast a network that keeps its own time closes ledgers. */
export interface Pace {
  /** From one ledger's close to the next, rounded up; 0 where a ledger closes as soon as a transaction comes. */
  readonly ledgerSeconds: bigint
}

/** A network that shows no new ledger for so long closes them on demand: public ones take 5 to 6 seconds. */
const NO_LEDGER_MS = 15_000
/** Ledgers that are watched. More would be more exact, and nobody wants to wait for it. */
const WATCHED_LEDGERS = 2
const POLL_MS = 100

/** Transactions of an issue, one after the other, each in a ledger of its own, with some that had to wait for one more. */
const LAUNCH_LEDGERS = 50n
/** What the machine itself needs for an issue. */
const LAUNCH_SECONDS = 20n
/** Ledgers of half a year of a bond's life: six months of wallets, statement, payment and collection, and a coupon. */
const HALF_YEAR_LEDGERS = 60n
/** Meters, broker and database keep their own pace, however fast the network is. */
const LEAST_PERIOD_SECONDS = 30n

/** Watches the network close two ledgers. Times are the network's own; the machine's only tells when to stop watching. */
export async function measurePace(chain: Chain, noLedgerMs = NO_LEDGER_MS): Promise<Pace> {
  const first = await nextLedger(chain, await chain.ledger(), noLedgerMs)
  if (first === null) return { ledgerSeconds: 0n }
  let last = first
  while (last.ledger - first.ledger < WATCHED_LEDGERS) {
    const next = await nextLedger(chain, last.ledger, noLedgerMs)
    if (next === null) return { ledgerSeconds: 0n }
    last = next
  }
  const ledgers = BigInt(last.ledger - first.ledger)
  return { ledgerSeconds: (last.closedAt - first.closedAt + ledgers - 1n) / ledgers }
}

async function nextLedger(
  chain: Chain,
  after: number,
  noLedgerMs: number,
): Promise<{ readonly ledger: number; readonly closedAt: bigint } | null> {
  const started = performance.now()
  for (;;) {
    const ledger = await chain.ledger()
    if (ledger > after) return { ledger, closedAt: await chain.now() }
    if (performance.now() - started > noLedgerMs) return null
    await sleep(POLL_MS)
  }
}

/** Time between now and the first period in which the bond is issued and the money raised. */
export const launchSeconds = ({ ledgerSeconds }: Pace): bigint => LAUNCH_LEDGERS * ledgerSeconds + LAUNCH_SECONDS

/** The shortest half-year in which everything that is due can be done when it is due, in tens of seconds. */
export function comfortablePeriodSeconds({ ledgerSeconds }: Pace): bigint {
  const needed = HALF_YEAR_LEDGERS * ledgerSeconds
  return (((needed < LEAST_PERIOD_SECONDS ? LEAST_PERIOD_SECONDS : needed) + 9n) / 10n) * 10n
}

/** What is said, before anything is sent, of the time that a bond will take on this network. */
export function paceWords(pace: Pace, secondsPerHalfYear: bigint): string {
  const { ledgerSeconds } = pace
  const ledgers = ledgerSeconds === 0n ? 'a ledger whenever a transaction comes' : `a ledger every ${ledgerSeconds} s`
  const begins = `${ledgers}: the first period begins in ${launchSeconds(pace)} s`
  const comfortable = comfortablePeriodSeconds(pace)
  if (secondsPerHalfYear >= comfortable) return begins
  return `${begins}; half-years of ${secondsPerHalfYear} s are short for this network, so that things will be done late: --period ${comfortable} gives them time`
}
