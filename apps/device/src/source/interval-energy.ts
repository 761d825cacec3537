/** Energy of equal intervals as a register that only grows: for what replays or models a meter. */

/** What flowed in one interval, whole watt-hours. */
export interface IntervalEnergy {
  readonly generatedWh: bigint
  readonly consumedWh: bigint
}

export interface FlowTotals {
  readonly generatedWh: bigint
  readonly importedWh: bigint
  readonly exportedWh: bigint
  readonly consumedWh: bigint
  /** Mean watts of generation less consumption in the running interval. */
  readonly powerW: number
}

/**
 * Registers at a time. Within an interval energy flows evenly, rounded down; what is not used at once is exported. A pure
 * function of time: whoever starts again goes on where the meter stood.
 *
 * @param energyOf the energy of interval number `index`, counted from the start.
 */
export function flowMeter(intervalSeconds: bigint, energyOf: (index: number) => IntervalEnergy) {
  let counted = 0
  const sums = { generatedWh: 0n, consumedWh: 0n, exportedWh: 0n }

  function exportedOf({ generatedWh, consumedWh }: IntervalEnergy): bigint {
    return generatedWh > consumedWh ? generatedWh - consumedWh : 0n
  }

  return (elapsedSeconds: bigint): FlowTotals => {
    const elapsed = elapsedSeconds > 0n ? elapsedSeconds : 0n
    const index = Number(elapsed / intervalSeconds)
    if (index < counted) {
      counted = 0
      Object.assign(sums, { generatedWh: 0n, consumedWh: 0n, exportedWh: 0n })
    }
    for (; counted < index; counted++) {
      const energy = energyOf(counted)
      sums.generatedWh += energy.generatedWh
      sums.consumedWh += energy.consumedWh
      sums.exportedWh += exportedOf(energy)
    }
    const running = energyOf(index)
    const part = (wh: bigint) => (wh * (elapsed % intervalSeconds)) / intervalSeconds
    const generatedWh = sums.generatedWh + part(running.generatedWh)
    const consumedWh = sums.consumedWh + part(running.consumedWh)
    const exportedWh = sums.exportedWh + part(exportedOf(running))
    return {
      ...{ generatedWh, consumedWh, exportedWh, importedWh: consumedWh + exportedWh - generatedWh },
      powerW: Number(((running.generatedWh - running.consumedWh) * 3_600n) / intervalSeconds),
    }
  }
}
