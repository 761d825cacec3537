import { addressBytes } from '@heliobond/chain'
import { type Database, sealSecret, transaction } from '@heliobond/db'
import type { ProjectSettings } from '@heliobond/worker'
import type { ProjectAssets } from './accounts.ts'
import { EXPORT_SYMBOL, type ProjectContracts, type ProjectNumbers, RETAIL_SYMBOL } from './contracts.ts'
import { CHANNEL_COUNT, type People } from './people.ts'
import type { ProjectPlan } from './plan.ts'

/** Keys that the platform itself holds, by the names that the worker uses. */
function platformKeys(plan: ProjectPlan, systemId: number): readonly (readonly [string, string])[] {
  const keys: [string, string][] = [
    'issuer',
    'trustee',
    'operator',
    'oracle',
    'feeder',
    'fees',
    'autopay',
    'utility',
  ].map((name) => [name, name])
  for (let channel = 0; channel < CHANNEL_COUNT; channel += 1) keys.push([`channel.${channel}`, `channel.${channel}`])
  for (const [index] of plan.parties.entries()) keys.push([`collection.${systemId}.${index}`, `collection.${index}`])
  return keys
}

/** Writes a launched project into the database, where the worker and the API find it. All of it or nothing. */
export async function recordProject(
  database: Database,
  secretKey: Uint8Array,
  people: People,
  plan: ProjectPlan,
  assets: ProjectAssets,
  launched: { contracts: ProjectContracts; numbers: ProjectNumbers; bondSinceLedger: number },
  now: bigint,
): Promise<number> {
  const { contracts, numbers } = launched
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
        state: 'Live',
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
    await tx.setting.create({ data: { key: `project:${offering.id}`, value: JSON.parse(JSON.stringify(settings)) } })
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
        owner: people.address(`owner.${index}`),
        wallet: people.address(`wallet.${index}`),
        collection: people.address(`collection.${index}`),
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
        meter(numbers.meters.site, 'site', 'meter.site', plan.capacityW.site, null),
        ...numbers.meters.loads.map((id, index) =>
          meter(id, 'load', `meter.load.${index}`, plan.capacityW.load, index),
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
    for (const [name, key] of platformKeys(plan, systemId)) {
      const { address, secret } = people.key(key)
      const sealed = sealSecret(secretKey, name, secret)
      await tx.secret.create({ data: { name, publicKey: address, ciphertext: sealed.ciphertext, nonce: sealed.nonce } })
    }
    await tx.channelAccount.createMany({
      data: Array.from({ length: CHANNEL_COUNT }, (_, channel) => ({
        address: people.address(`channel.${channel}`),
        secretName: `channel.${channel}`,
      })),
    })
    return offering.id
  })
}
