/** For the tests of single months: a launched bond whose wallets are empty; the test fills them as its people would. */
import { payment } from '@heliobond/chain'
import { createContext, startProjectIngest, type WorkerContext } from '@heliobond/worker'
import { pino } from 'pino'
import { readMeterCsv } from '../meters/csv.ts'
import type { SiteFeed } from './feed.ts'
import { EXTRA_MONTHS, type Life, type LifeChange, launchLife } from './life.ts'
import { type DemoParts, startParts } from './parts.ts'
import { quiet, shortOptions } from './short-life.test-helper.ts'
import { moments } from './timeline.ts'

export const SCHOOL = 0
export const CLINIC = 1

export interface Launched {
  readonly parts: DemoParts
  readonly life: Life
  readonly feed: SiteFeed
  readonly context: WorkerContext
  /** The clock and the meters go on to the end of that month; the worker has not looked yet. */
  monthEnds(month: number): Promise<void>
  /** The clock goes on; the meters are silent. */
  later(seconds: bigint): Promise<void>
  /** Stablecoin for a party's prepaid wallet. */
  give(party: number, amountStroops: bigint): Promise<void>
  /** Readings are taken no more: for a test that takes them itself. */
  stopIngest(): Promise<void>
  close(): Promise<void>
}

export async function startLaunched(
  change: LifeChange & { readonly args?: readonly string[] } = {},
): Promise<Launched> {
  const closers: (() => Promise<unknown>)[] = []
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer()
  }
  try {
    const options = await shortOptions(240, ['--principal', '20000', '--max-years', '4', ...(change.args ?? [])])
    const parts = await startParts(options, quiet())
    closers.push(() => parts.close())
    const life = await launchLife(options, parts, await readMeterCsv(options.meterData ?? ''), quiet(), change)
    const context = createContext({
      database: parts.database,
      chain: parts.chainConfig,
      routes: life.routes,
      secretKey: parts.secretKey,
      log: pino({ level: 'silent' }),
    })
    const ingest = await startProjectIngest(context, parts.database, {
      mqttUrl: parts.serviceMqttUrl,
      onFatal: (error) => console.error(error),
    })
    let hears = true
    const stopIngest = async () => {
      if (hears) await ingest.close()
      hears = false
    }
    closers.push(stopIngest)
    const { fleet, feed } = await life.meters(parts.mqttUrl)
    closers.push(() => fleet.close())
    // Before its first period nothing is measured yet.
    if ((change.until ?? 'Live') === 'Live') await feed.install()
    return {
      parts,
      life,
      feed,
      context,
      async monthEnds(month) {
        const moment = moments(life.issued, life.clock, EXTRA_MONTHS).find((one) => one.month === month)
        if (!moment) throw new Error(`no month ${month}`)
        await parts.until(moment.network)
        await feed.upTo(moment.civil)
      },
      later: async (seconds) => parts.until((await parts.chain.now()) + seconds),
      async give(party, amountStroops) {
        const source = life.people.address('utility')
        const destination = life.people.address(`wallet.${party}`)
        const asset = life.assets.settlement
        await life.send('wallet', [source], [payment({ source, destination, asset, amountStroops })])
      },
      stopIngest,
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}
