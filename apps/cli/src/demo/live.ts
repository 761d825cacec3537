import type { Chain } from '@heliobond/chain'
import { formatUtcSeconds, min } from '@heliobond/domain'
import { createContractsPort } from '@heliobond/worker'
import type { SiteFeed } from './feed.ts'
import { EXTRA_MONTHS, type Life } from './life.ts'
import type { DemoParts } from './parts.ts'
import type { Progress } from './progress.ts'
import { moments } from './timeline.ts'
import { topUpWallet } from './top-up.ts'
import { tradeBonds } from './trade.ts'
import type { WorkerHost } from './worker-host.ts'

interface Buckets {
  readonly operations: bigint
  readonly credits: readonly bigint[]
}

/** The bond did not come to its end within the years it was given. */
export class UnfinishedError extends Error {}

/**
 * Lives one bond, moment by moment: the clock moves on, meters report, people fill their wallets, and the worker does what is due.
 * Ends some months after ownership has passed, when bills of zero have been seen.
 */
export async function live(
  life: Life,
  parts: DemoParts,
  feed: SiteFeed,
  worker: WorkerHost,
  progress: Progress,
): Promise<void> {
  const { plan, calls, send, people, assets } = life
  const offering = life.project.contracts.offering
  await feed.install()
  let traded = false
  let freeMonths = 0
  let lastBills = lastingBills(life)
  for (const moment of moments(life.issued, life.clock, EXTRA_MONTHS)) {
    await parts.until(moment.network)
    await feed.upTo(moment.civil)
    if (moment.month !== null) {
      const before = await fillWallets(life, parts.chain, feed, lastBills)
      lastBills = before
    }
    await worker.settleDown()
    const state = await offeringState(parts, life.offeringId)
    const date = formatUtcSeconds(moment.civil).slice(0, 10)
    progress.phase(`${date.slice(0, 4)}: ${state.toLowerCase()}`)
    progress.detail(`${date}  month ${moment.month ?? '-'}  ${feed.readings} readings`)
    const period = life.clock.civil.findIndex((one) => one.pay === moment.civil)
    if (period >= 0) await drawOperations(parts, life)
    // A small issue may be repaid before its first coupon: then there is nothing left to trade.
    if (period === 0 && !traded && state === 'Live') {
      traded = true
      const third = min(plan.principalStroops / 10n, 1_000_000_0000000n)
      const whole = (third / 10_000_000n) * 10_000_000n
      if (whole > 0n) await tradeBonds(send, people, assets, 'investor.luis', 'investor.diego', whole)
    }
    if (state === 'Closed' && moment.month !== null) {
      freeMonths += 1
      if (freeMonths > EXTRA_MONTHS) {
        await withdrawCredits(parts, life)
        return
      }
    }
  }
  if ((await offeringState(parts, life.offeringId)) === 'Closed') {
    await withdrawCredits(parts, life)
    return
  }
  throw new UnfinishedError(
    `the principal was not repaid within ${life.clock.civil.length / 2} years: try a smaller --principal, a higher --tariff or --scale, or more --max-years`,
  )

  async function drawOperations(of: DemoParts, to: Life): Promise<void> {
    const { operations } = await readBuckets(of, to)
    if (operations > 0n) await calls.as('operator', 'offering', offering, 'draw_operations', { amount: operations })
  }

  async function withdrawCredits(of: DemoParts, to: Life): Promise<void> {
    for (const [party, credit] of (await readBuckets(of, to)).credits.entries()) {
      if (credit === 0n) continue
      await calls.as(`owner.${party}`, 'offering', offering, 'withdraw_credit', { party, amount: credit })
    }
  }
}

const lastingBills = (life: Life): readonly bigint[] => life.plan.parties.map(() => 0n)

/** Before a month's bill each party sees to it that the wallet holds two of them: what it used since the last one, at the full tariff, is more than enough. */
async function fillWallets(
  life: Life,
  chain: Chain,
  feed: SiteFeed,
  usedBefore: readonly bigint[],
): Promise<readonly bigint[]> {
  const used = [...feed.totals.consumedWh]
  for (const [party, wh] of used.entries()) {
    const most = ((wh - (usedBefore[party] ?? 0n)) * life.plan.tariffStroopsPerKwh) / 1000n + 1n
    const asset = party === 0 ? life.assets.euro : life.assets.settlement
    await topUpWallet(chain, life.send, life.people, party, asset, life.assets.settlement, most)
  }
  return used
}

async function offeringState({ database }: DemoParts, offeringId: number): Promise<string> {
  const row = await database.prisma.offering.findUniqueOrThrow({ where: { id: offeringId }, select: { state: true } })
  return row.state
}

export async function readBuckets({ chain }: DemoParts, life: Life): Promise<Buckets> {
  return createContractsPort(chain).read<Buckets>('offering', life.project.contracts.offering, 'buckets')
}
