/** One half-hour of one home or school: what was used and what the panels made, in whole watt-hours. */
export interface HalfHour {
  readonly consumptionWh: bigint
  readonly generationWh: bigint
}

/** A year of half-hours, measured or made up. */
export interface MeterYear {
  /** For people: where the figures come from. */
  readonly source: string
  readonly modelled: boolean
  readonly rows: readonly HalfHour[]
}
