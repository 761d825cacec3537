import type { Queryable } from '../context.ts'
import { loadProjects } from '../project.ts'
import type { TariffName } from './tariff-contract.ts'

/** A tariff by which some project bills. */
export interface KnownTariff extends TariffName {
  /** The first of the offerings that bill by it. */
  readonly offeringId: number
}

/** The tariffs of all projects that are not closed, each once. */
export async function knownTariffs(store: Queryable): Promise<readonly KnownTariff[]> {
  const known = new Map<string, KnownTariff>()
  for (const { offeringId, state, settings } of await loadProjects(store)) {
    if (state === 'Closed') continue
    for (const symbol of [settings.retailSymbol, settings.exportSymbol]) {
      const name = `${settings.tariff} ${symbol}`
      if (!known.has(name)) known.set(name, { tariff: settings.tariff, symbol, offeringId })
    }
  }
  return [...known.values()]
}
