import type { Asset } from '@heliobond/chain'
import type { Queryable } from '../context.ts'
import type { ProjectSettings } from '../project.ts'

/** What a launched project is to this installation: what its contracts say, and what only people can say (names, wallets). */
export interface ProjectFacts {
  readonly offering: string
  readonly bondAsset: Asset
  readonly settlementAsset: Asset
  readonly name: string
  readonly kind?: 'Bond' | 'Equity' | 'Donation'
  readonly principal?: 'SinkingFund' | 'PassThrough'
  readonly state: string
  /** A few terms for lists, decimal strings; the contract's own come with the first reading. */
  readonly terms: Readonly<Record<string, unknown>>
  readonly roles: Readonly<Record<string, string>>
  readonly tenderContract?: string
  readonly draftId?: number
  /** The network's time. */
  readonly createdAt: bigint
  readonly settings: ProjectSettings
  readonly system: {
    readonly id: number
    readonly name: string
    readonly capacityW: bigint
    /** Start of the first statement. */
    readonly nextFrom: bigint
    readonly modelled: boolean
  }
  /** By the index that each has in the registry. Wallet: its prepaid wallet, or empty. */
  readonly parties: readonly {
    readonly name: string
    readonly owner: string
    readonly wallet: string
    readonly collection: string
    readonly portionBps: number
  }[]
  readonly meters: readonly {
    readonly id: number
    readonly kind: 'site' | 'load' | 'combined'
    readonly partyIndex: number | null
    readonly publicKey: Uint8Array
    readonly epoch?: number
    readonly capacityW: bigint
    readonly modelNote?: string | null
  }[]
}

/**
 * Writes a launched project, so that the worker serves it and the API shows it. Call inside a database transaction: all of it or nothing.
 *
 * @returns the offering's number; null when a project of that offering is there already
 */
export async function writeProject(client: Queryable, facts: ProjectFacts): Promise<number | null> {
  const { rows } = await client.query<{ id: number }>(
    `INSERT INTO offering (contract_id, bond_asset, settlement_asset, system_id, terms, state, name, kind, principal, tender_contract, roles, draft_id,
       created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) ON CONFLICT (contract_id) DO NOTHING RETURNING id`,
    [
      facts.offering,
      facts.bondAsset,
      facts.settlementAsset,
      facts.system.id,
      JSON.stringify(facts.terms),
      facts.state,
      facts.name,
      facts.kind ?? 'Bond',
      facts.principal ?? 'SinkingFund',
      facts.tenderContract ?? null,
      JSON.stringify(facts.roles),
      facts.draftId ?? null,
      facts.createdAt,
    ],
  )
  const id = rows[0]?.id
  if (id === undefined) return null
  await client.query('INSERT INTO setting (key, value) VALUES ($1, $2)', [
    `project:${id}`,
    JSON.stringify(facts.settings),
  ])
  await writeSystem(client, facts)
  for (const [at, period] of facts.settings.schedule.entries())
    await client.query(
      `INSERT INTO coupon (offering_id, number, record_at, pay_at, status) VALUES ($1, $2, $3, $4, 'scheduled')`,
      [id, at + 1, period.record, period.pay],
    )
  return id
}

async function writeSystem(client: Queryable, { offering, system, parties, meters }: ProjectFacts): Promise<void> {
  await client.query(
    'INSERT INTO system (id, name, capacity_w, offering_contract, next_from, modelled) VALUES ($1, $2, $3, $4, $5, $6)',
    [system.id, system.name, system.capacityW, offering, system.nextFrom, system.modelled],
  )
  for (const [index, party] of parties.entries())
    await client.query(
      'INSERT INTO party (system_id, index, name, owner, wallet, collection, portion_bps) VALUES ($1, $2, $3, $4, $5, $6, $7)',
      [system.id, index, party.name, party.owner, party.wallet, party.collection, party.portionBps],
    )
  for (const meter of meters)
    await client.query(
      `INSERT INTO meter (id, system_id, kind, party_index, public_key, epoch, capacity_w, model_note) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        meter.id,
        system.id,
        meter.kind,
        meter.partyIndex,
        Buffer.from(meter.publicKey),
        meter.epoch ?? 1,
        meter.capacityW,
        meter.modelNote ?? null,
      ],
    )
}
