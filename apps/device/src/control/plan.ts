import type { CircuitConfig } from '../config/control-config.ts'
import type { Mode } from './word.ts'

/** Where a circuit's energy comes from: the building's own supply (panels and battery, with the grid behind), the utility alone, or nowhere. */
export type Supply = 'own' | 'grid' | 'none'

/** What is to be: where each circuit is fed from, by name, and whether the building is apart from the grid. */
export interface Plan {
  readonly circuits: ReadonlyMap<string, Supply>
  readonly islanded: boolean
}

export interface PlanInput {
  /** Undefined: in doubt. */
  readonly mode: Mode | undefined
  readonly criticalFloorW: bigint
  /** Stored energy must last, says whoever stands at the cabinet: feed the critical floor only, whatever the mode. */
  readonly conserve: boolean
}

/**
 * Decides which circuits are fed from what.
 *
 * Laws: a critical circuit is always on the building's own supply. In doubt everything is. Under `SellToGrid` and `Shed` what
 * is fed besides the critical circuits fits into what they leave of the critical floor, in the order of the configuration;
 * the rest goes to the utility's supply where a circuit can (`whenShed`), else it is off. Nothing is put on the grid while
 * the building is apart from it.
 */
export function planCircuits({ mode, criticalFloorW, conserve }: PlanInput, circuits: readonly CircuitConfig[]): Plan {
  const islanded = mode === 'Island'
  const sheds = mode === 'SellToGrid' || mode === 'Shed' || conserve
  let leftW = criticalFloorW
  for (const { critical, watts } of circuits) if (critical) leftW -= BigInt(watts)
  const planned = new Map<string, Supply>()
  for (const { name, critical, watts, whenShed } of circuits) {
    const fits = BigInt(watts) <= leftW
    if (critical || !sheds || fits) {
      if (!critical && sheds) leftW -= BigInt(watts)
      planned.set(name, 'own')
    } else {
      planned.set(name, whenShed === 'grid' && !islanded ? 'grid' : 'none')
    }
  }
  return { circuits: planned, islanded }
}
