import { storedEntries } from '@heliobond/contracts'
import { type Database, stopTestServer, withDatabase } from '@heliobond/db'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { loadProjects } from '../project.ts'
import { createStore } from '../runtime.ts'
import { contractsOf, keptEntries } from './entries.ts'

const AT = 1_800_000_000n
const SYSTEM = 4
const CONTRACTS = {
  registry: 'CAAQCAIBAEAQCAIBAEAQCAIBAEAQCAIBAEAQCAIBAEAQCAIBAEAQC526',
  tariff: 'CABAEAQCAIBAEAQCAIBAEAQCAIBAEAQCAIBAEAQCAIBAEAQCAIBAFNSZ',
  energy: 'CABQGAYDAMBQGAYDAMBQGAYDAMBQGAYDAMBQGAYDAMBQGAYDAMBQGCK3',
  offering: 'CACAIBAEAQCAIBAEAQCAIBAEAQCAIBAEAQCAIBAEAQCAIBAEAQCAINCW',
  tender: 'CACQKBIFAUCQKBIFAUCQKBIFAUCQKBIFAUCQKBIFAUCQKBIFAUCQLC2U',
  certificate: 'CADAMBQGAYDAMBQGAYDAMBQGAYDAMBQGAYDAMBQGAYDAMBQGAYDAMSST',
}
const OWNER = 'GAAQCAIBAEAQCAIBAEAQCAIBAEAQCAIBAEAQCAIBAEAQCAIBAEAQDZ7H'
const BOND = `SOLAR:${OWNER}`

let database: Database
beforeEach(async () => {
  database = await withDatabase()
  const { prisma } = database
  const offering = await prisma.offering.create({
    data: {
      ...{ contractId: CONTRACTS.offering, bondAsset: BOND, settlementAsset: `USDC:${OWNER}`, systemId: SYSTEM },
      ...{ terms: {}, state: 'Live', createdAt: AT, tenderContract: CONTRACTS.tender },
    },
  })
  const at = { offeringId: offering.id }
  const value = { ...CONTRACTS, retailSymbol: 'GRID', exportSymbol: 'FEED', schedule: [] }
  await prisma.setting.create({ data: { key: `project:${offering.id}`, value } })
  await prisma.system.create({ data: { id: SYSTEM, name: 'school', capacityW: 1n, nextFrom: AT } })
  const party = { index: 0, name: 'school', owner: OWNER, wallet: '', collection: '', portionBps: 10_000 }
  await prisma.party.create({ data: { ...party, systemId: SYSTEM } })
  const meter = { id: 7, systemId: SYSTEM, kind: 'site', publicKey: new Uint8Array(32).fill(7), capacityW: 1n }
  await prisma.meter.create({ data: meter })
  const event = { operationIndex: 0, eventIndex: 0, ledger: 5, at: AT }
  await prisma.offeringEvent.create({
    data: { ...at, ...event, txHash: 'a', applicationOrder: 1, name: 'AllowedSet', data: { who: OWNER } },
  })
  const bought = { investor: OWNER, kind: 'invested', bondStroops: 1n, paidStroops: 1n }
  await prisma.investment.create({ data: { ...at, ...event, ...bought, txHash: 'b' } })
  const coupon = { number: 1, recordAt: AT, payAt: AT + 1n, leafCount: 2_000, status: 'final' }
  await prisma.coupon.create({ data: { ...at, ...coupon } })
  const leaf = { number: 1, index: 3, holder: OWNER, unitsStroops: 9n, amountStroops: 9n, paidStroops: 4n }
  await prisma.couponLeaf.create({ data: { ...at, ...leaf } })
  const { pool } = database
  await pool.query(
    `INSERT INTO tender (offering_id, number, contract_id, stage, terms, documents_hash, settlement, opened_at, opened_tx, ledger)
     VALUES ($1, 1, $2, 'Open', '{}', '', '', 0, '', 5)`,
    [offering.id, CONTRACTS.tender],
  )
  await pool.query(
    `INSERT INTO tariff_price (contract_id, symbol, effective_at, price_stroops, feeder, confirmed, components, tx_hash, ledger, at)
     VALUES ($1, 'GRID', 9, 1, '', false, '{}', 'c', 5, 5)`,
    [CONTRACTS.tariff],
  )
  await pool.query(
    `INSERT INTO certificate_account (system_id, contract_id, rec_asset, carbon_asset, start_wh, counted_wh, counted_to, carry_wh, rec_mwh, carbon_mwh,
       retained_mwh, policy, ledger) VALUES ($1, $2, $3, $4, 0, 0, 0, 0, 0, 0, 0, $5, 5)`,
    [SYSTEM, CONTRACTS.certificate, `REC:${OWNER}`, `CO2:${OWNER}`, { owner: OWNER }],
  )
  const donors = { systemId: SYSTEM, kind: 'Rec', root: '09'.repeat(32) }
  await prisma.donorPot.create({ data: { ...donors, certifiedStroops: 7n } })
  const claim = { txHash: 'd', index: 2, holder: OWNER, stroops: 7n, ledger: 5, at: 5n }
  await prisma.donorClaim.create({ data: { ...donors, ...claim } })
})
afterEach(() => database.close())
afterAll(() => stopTestServer())

test('every kind of entry that our contracts write is kept alive, under its contract and its class', async () => {
  const store = createStore(database)
  const [project] = await loadProjects(store)
  if (!project) throw new Error('there is a project')
  const kept = await keptEntries(store, project, 'Standalone Network ; February 2017')
  expect(new Set(kept.map(({ keyXdr }) => keyXdr)).size).toBe(kept.length)
  const ids = contractsOf(project)
  for (const [contract, entries] of Object.entries(storedEntries))
    for (const [name, [ttl]] of Object.entries(entries)) {
      const own = kept.filter((one) => one.contractId === ids.get(contract as never) && one.name.startsWith(`${name}(`))
      expect(
        own.map(({ kind }) => kind.toUpperCase()),
        `${contract} ${name}`,
      ).toContain(ttl)
    }
  // One entry counts 1,024 leaves.
  expect(kept.filter(({ name }) => name.startsWith('Whole('))).toHaveLength(2)
})
