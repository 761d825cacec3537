import { addressBytes } from '@heliobond/chain'
import { type Database, sealSecret } from '@heliobond/db'
import { createStore, type ProjectFacts, writeProject } from '@heliobond/worker'
import type { ProjectAssets } from './accounts.ts'
import { EXPORT_SYMBOL, type Launched, RETAIL_SYMBOL } from './contracts.ts'
import { CHANNEL_COUNT, type People } from './people.ts'
import type { ProjectPlan } from './plan.ts'

/** Keys that the platform itself holds, by the names that the worker uses. */
function platformKeys(
  plan: ProjectPlan,
  systemId: number,
  { prefix = '', additional = false }: RecordOptions,
): readonly (readonly [string, string])[] {
  const keys: [string, string][] = []
  if (!additional) {
    for (const name of PLATFORM_KEYS) keys.push([name, name])
    for (let channel = 0; channel < CHANNEL_COUNT; channel += 1) keys.push([`channel.${channel}`, `channel.${channel}`])
  }
  for (const [index] of plan.parties.entries())
    keys.push([`collection.${systemId}.${index}`, `${prefix}collection.${index}`])
  return keys
}

const PLATFORM_KEYS = ['issuer', 'trustee', 'operator', 'oracle', 'feeder', 'fees', 'autopay', 'utility']

/** How a project is recorded. */
export interface RecordOptions {
  /** Names of the project's own keys begin so. */
  readonly prefix?: string
  /** The state that its contract is in; Live when absent. */
  readonly state?: string
  /** Whether another project was recorded before: the platform's own keys are there then. */
  readonly additional?: boolean
  /** The certificate contract of its system. */
  readonly certificate?: string
}

/** Writes a launched project into the database, where the worker and the API find it. All of it or nothing. */
export async function recordProject(
  database: Database,
  secretKey: Uint8Array,
  people: People,
  plan: ProjectPlan,
  assets: ProjectAssets,
  launched: Launched,
  now: bigint,
  options: RecordOptions = {},
): Promise<number> {
  const { contracts, numbers } = launched
  const { prefix = '', state = 'Live', additional = false } = options
  const systemId = numbers.systemId
  const start = plan.schedule[0]?.start ?? now
  const facts: ProjectFacts = {
    offering: contracts.offering,
    bondAsset: assets.bond,
    settlementAsset: assets.settlement,
    name: plan.offeringName ?? plan.systemName,
    kind: tagOf(plan.terms?.kind) ?? 'Bond',
    principal: tagOf(plan.terms?.principal) ?? 'SinkingFund',
    state,
    terms: {
      principalStroops: String(plan.principalStroops),
      couponBps: plan.couponBps,
      operationsStroops: String(plan.operationsStroops),
      reserveStroops: String(plan.reserveStroops),
      dayCount: '30/360-US',
    },
    roles: {
      issuer: people.address('issuer'),
      trustee: people.address('trustee'),
      compliance: people.address('compliance'),
      operator: people.address('operator'),
      works: contracts.tender ?? people.address('works'),
      admin: people.address('admin'),
    },
    ...(contracts.tender !== undefined && { tenderContract: contracts.tender }),
    createdAt: now,
    settings: {
      registry: contracts.registry,
      tariff: contracts.tariff,
      energy: contracts.energy,
      retailSymbol: RETAIL_SYMBOL,
      exportSymbol: EXPORT_SYMBOL,
      intervals: plan.intervals,
      graceSeconds: String(plan.delays.statementGrace),
      challengeDelaySeconds: String(plan.delays.challenge),
      attestations: 2,
      rateBps: plan.couponBps,
      bondSinceLedger: launched.bondSinceLedger,
      ...(contracts.tender !== undefined && { tender: contracts.tender }),
      ...(options.certificate !== undefined && { certificate: options.certificate }),
      schedule: plan.schedule.map((period) => ({
        start: String(period.start),
        record: String(period.record),
        pay: String(period.pay),
        days: period.days,
        basis: period.basis,
      })),
    },
    system: {
      id: systemId,
      name: plan.systemName,
      capacityW: plan.capacityW.site,
      nextFrom: start,
      modelled: plan.modelled,
    },
    parties: plan.parties.map((party, index) => ({
      name: party.name,
      owner: people.address(`${prefix}owner.${index}`),
      wallet: people.address(`${prefix}wallet.${index}`),
      collection: people.address(`${prefix}collection.${index}`),
      portionBps: party.portionBps,
    })),
    meters: metersOf(people, plan, launched, prefix),
  }
  const keys = platformKeys(plan, systemId, options)
  return createStore(database).transaction(async (client) => {
    const id = await writeProject(client, facts)
    if (id === null) throw new Error(`a project of offering ${contracts.offering} was recorded before`)
    for (const [name, key] of keys) {
      const { address, secret } = people.key(key)
      const { ciphertext, nonce } = sealSecret(secretKey, name, secret)
      await client.query('INSERT INTO secret (name, public_key, ciphertext, nonce) VALUES ($1, $2, $3, $4)', [
        ...[name, address, Buffer.from(ciphertext), Buffer.from(nonce)],
      ])
    }
    if (!additional)
      for (let channel = 0; channel < CHANNEL_COUNT; channel += 1)
        await client.query('INSERT INTO channel_account (address, secret_name, created_at) VALUES ($1, $2, $3)', [
          ...[people.address(`channel.${channel}`), `channel.${channel}`, now],
        ])
    return id
  })
}

/** The name of a variant among the plan's own terms. */
const tagOf = <Tag extends string>(variant: unknown): Tag | undefined =>
  (variant as { readonly tag: Tag } | undefined)?.tag

function metersOf(people: People, plan: ProjectPlan, { numbers }: Launched, prefix: string): ProjectFacts['meters'] {
  const meter = (id: number, kind: 'site' | 'load', name: string, capacityW: bigint, partyIndex: number | null) => ({
    ...{ id, kind, partyIndex, capacityW },
    publicKey: addressBytes(people.address(name)),
    modelNote: plan.modelled ? 'modelled' : null,
  })
  return [
    meter(numbers.meters.site, 'site', `${prefix}meter.site`, plan.capacityW.site, null),
    ...numbers.meters.loads.map((id, index) =>
      meter(id, 'load', `${prefix}meter.load.${index}`, plan.capacityW.load, index),
    ),
  ]
}
