import type { WorkerContext } from '../context.ts'
import { loadProjects } from '../project.ts'
import type { Refreshed } from './refresh.ts'

interface RegistrySystem {
  readonly parties: readonly { readonly owner: string; readonly portion_bps: number; readonly owned_bps: number }[]
}

/** Who owns what of the systems that this registry has and this database serves. */
export async function refreshOwners({ contracts, store }: WorkerContext, { contractId }: Refreshed): Promise<void> {
  for (const { settings, systemId } of await loadProjects(store)) {
    if (settings.registry !== contractId) continue
    const { parties } = await contracts.read<RegistrySystem>('registry', contractId, 'system', { system: systemId })
    await store.transaction(async (client) => {
      for (const [index, party] of parties.entries()) {
        const values = [systemId, index, party.owner, party.portion_bps, party.owned_bps]
        await client.query(
          'UPDATE party SET owner = $3, portion_bps = $4, owned_bps = $5 WHERE system_id = $1 AND index = $2',
          values,
        )
        await client.query(
          'UPDATE ownership SET owner = $3, portion_bps = $4, owned_bps = $5 WHERE system_id = $1 AND party_index = $2',
          values,
        )
      }
    })
  }
}
