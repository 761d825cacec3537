import { addressBytes } from '@heliobond/chain'
import { type Database, sealSecret, transaction } from '@heliobond/db'
import type { ProjectSettings } from '@heliobond/worker'
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
  return transaction(database, async (tx) => {
    const offering = await tx.offering.create({
      data: {
        contractId: contracts.offering,
        bondAsset: assets.bond,
        settlementAsset: assets.settlement,
        systemId,
        terms: {
          principalStroops: String(plan.principalStroops),
          couponBps: plan.couponBps,
          operationsStroops: String(plan.operationsStroops),
          reserveStroops: String(plan.reserveStroops),
          dayCount: '30/360-US',
        },
        state,
        name: plan.offeringName ?? plan.systemName,
        tenderContract: contracts.tender ?? null,
        roles: {
          issuer: people.address('issuer'),
          trustee: people.address('trustee'),
          compliance: people.address('compliance'),
          operator: people.address('operator'),
          works: contracts.tender ?? people.address('works'),
          admin: people.address('admin'),
        },
        createdAt: now,
      },
    })
    const settings: ProjectSettings = {
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
      schedule: plan.schedule.map((period) => ({
        start: String(period.start),
        record: String(period.record),
        pay: String(period.pay),
        days: period.days,
        basis: period.basis,
      })),
    }
    const more = { tender: contracts.tender, certificate: options.certificate }
    await tx.setting.create({
      data: { key: `project:${offering.id}`, value: JSON.parse(JSON.stringify({ ...settings, ...more })) },
    })
    await tx.system.create({
      data: {
        id: systemId,
        name: plan.systemName,
        capacityW: plan.capacityW.site,
        offeringContract: contracts.offering,
        nextFrom: start,
        modelled: plan.modelled,
      },
    })
    await tx.party.createMany({
      data: plan.parties.map((party, index) => ({
        systemId,
        index,
        name: party.name,
        owner: people.address(`${prefix}owner.${index}`),
        wallet: people.address(`${prefix}wallet.${index}`),
        collection: people.address(`${prefix}collection.${index}`),
        portionBps: party.portionBps,
      })),
    })
    const meter = (id: number, kind: string, name: string, capacityW: bigint, partyIndex: number | null) => ({
      id,
      systemId,
      kind,
      partyIndex,
      publicKey: Buffer.from(addressBytes(people.address(name))),
      capacityW,
      modelNote: plan.modelled ? 'modelled' : null,
    })
    await tx.meter.createMany({
      data: [
        meter(numbers.meters.site, 'site', `${prefix}meter.site`, plan.capacityW.site, null),
        ...numbers.meters.loads.map((id, index) =>
          meter(id, 'load', `${prefix}meter.load.${index}`, plan.capacityW.load, index),
        ),
      ],
    })
    await tx.coupon.createMany({
      data: plan.schedule.map((period) => ({
        offeringId: offering.id,
        number: period.index,
        recordAt: period.record,
        payAt: period.pay,
        status: 'scheduled',
      })),
    })
    for (const [name, key] of platformKeys(plan, systemId, options)) {
      const { address, secret } = people.key(key)
      const sealed = sealSecret(secretKey, name, secret)
      await tx.secret.create({ data: { name, publicKey: address, ciphertext: sealed.ciphertext, nonce: sealed.nonce } })
    }
    if (additional) return offering.id
    await tx.channelAccount.createMany({
      data: Array.from({ length: CHANNEL_COUNT }, (_, channel) => ({
        address: people.address(`channel.${channel}`),
        secretName: `channel.${channel}`,
      })),
    })
    return offering.id
  })
}
