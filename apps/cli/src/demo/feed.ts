import type { MeterFleet, Registers } from '../meters/fleet.ts'
import { type SiteOptions, siteHalfHour } from '../meters/site.ts'
import type { MeterYear } from '../meters/year.ts'

const HALF_HOUR_SECONDS = 1_800n
const HALF_HOURS_A_DAY = 48

/**
 * Plays the site's half-hours into its meters, up to a civil moment at a time. In the first year every half-hour is a reading; later
 * years speak once a day, which bills the same since registers are cumulative. Position 0 is the site meter, then one load meter a party.
 */
export class SiteFeed {
  readonly #fleet: MeterFleet
  readonly #year: MeterYear
  readonly #options: SiteOptions
  readonly #start: bigint
  readonly #toNetwork: (civil: bigint) => bigint
  #next = 0
  readonly totals = { generatedWh: 0n, exportedWh: 0n, consumedWh: [0n, 0n] as [bigint, bigint] }
  readings = 0

  constructor(
    fleet: MeterFleet,
    year: MeterYear,
    options: SiteOptions,
    start: bigint,
    toNetwork: (civil: bigint) => bigint,
  ) {
    this.#fleet = fleet
    this.#year = year
    this.#options = options
    this.#start = start
    this.#toNetwork = toNetwork
  }

  /** What the meters show when they are installed: all registers at zero, at the bond's start. */
  async install(): Promise<void> {
    await this.#speak(this.#start)
    await this.#fleet.flush()
  }

  /** Measures and publishes everything up to a civil moment, and waits until the platform has acknowledged it. */
  async upTo(civil: bigint): Promise<void> {
    for (;;) {
      const end = this.#start + BigInt(this.#next + 1) * HALF_HOUR_SECONDS
      if (end > civil) break
      const { generatedWh, exportedWh, consumedWh } = siteHalfHour(this.#year, this.#options, this.#next)
      this.totals.generatedWh += generatedWh
      this.totals.exportedWh += exportedWh
      this.totals.consumedWh[0] += consumedWh[0]
      this.totals.consumedWh[1] += consumedWh[1]
      this.#next += 1
      const firstYear = this.#next <= this.#year.rows.length
      if (firstYear || this.#next % HALF_HOURS_A_DAY === 0) await this.#speak(end)
    }
    await this.#fleet.flush()
  }

  async #speak(civil: bigint): Promise<void> {
    const at = this.#toNetwork(civil)
    const { generatedWh, exportedWh, consumedWh } = this.totals
    const site: Registers = { at, generatedWh, exportedWh, consumedWh: 0n }
    await this.#fleet.add(0, site)
    for (const [party, wh] of consumedWh.entries())
      await this.#fleet.add(1 + party, { at, generatedWh: 0n, exportedWh: 0n, consumedWh: wh })
    this.readings += 1 + consumedWh.length
  }
}
