import { tokenMovement } from '@heliobond/chain'
import type { Queryable } from '../context.ts'
import type { FactsOf } from './facts.ts'
import { updateHoldings } from './holder-log.ts'
import type { LoggedEvent } from './logged-event.ts'
import { projectAsset } from './project-asset.ts'
import { projectCertificate } from './project-certificate.ts'
import { projectEnergy } from './project-energy.ts'
import { projectOffering } from './project-offering.ts'
import { projectPayments } from './project-payments.ts'
import { projectRegistry } from './project-registry.ts'
import { projectTariff } from './project-tariff.ts'
import { projectTender } from './project-tender.ts'

/**
 * Enters new events into the projections, in the order of the network's history. Call inside the database transaction that logs them: an event
 * is entered exactly once, and what is derived from the log anew comes to the same rows.
 */
export async function project(
  client: Queryable,
  passphrase: string,
  events: readonly LoggedEvent[],
  factsOf: FactsOf,
): Promise<void> {
  for (const all of byTransaction(events)) {
    // Movements first: what a contract says in the same transaction may ask how many bonds moved.
    await projectAsset(client, all, factsOf)
    await projectPayments(client, all, factsOf)
    for (const logged of all) {
      switch (logged.source.contract) {
        case 'energy':
          await projectEnergy(client, logged)
          break
        case 'registry':
          await projectRegistry(client, logged)
          break
        case 'certificate':
          await projectCertificate(client, logged)
          break
        case 'tender':
          await projectTender(client, logged)
          break
        case 'tariff':
          await projectTariff(client, logged)
          break
      }
    }
    await projectOffering(client, passphrase, all)
  }
  for (const [asset, moved] of movedAddresses(events)) await updateHoldings(client, asset, moved)
}

/** Events that follow each other and are of one transaction. */
function byTransaction(events: readonly LoggedEvent[]): LoggedEvent[][] {
  const groups: LoggedEvent[][] = []
  for (const logged of events) {
    const last = groups.at(-1)
    if (last?.[0]?.event.txHash === logged.event.txHash) last.push(logged)
    else groups.push([logged])
  }
  return groups
}

/** By asset the addresses that gave or got some of it, each with the ledger of its newest movement. */
function movedAddresses(events: readonly LoggedEvent[]): Map<string, Map<string, number>> {
  const byAsset = new Map<string, Map<string, number>>()
  for (const { source, event } of events) {
    const movement = source.contract === 'asset' && source.asset !== null ? tokenMovement(event) : undefined
    if (!movement || source.asset === null) continue
    const moved = byAsset.get(source.asset) ?? new Map<string, number>()
    for (const address of [movement.from, movement.to]) if (address !== undefined) moved.set(address, event.ledger)
    byAsset.set(source.asset, moved)
  }
  return byAsset
}
