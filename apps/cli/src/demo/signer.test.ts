import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  account,
  buildEnvelope,
  type ChainOperation,
  createKey,
  muxedAddress,
  pathPaymentStrictReceive,
  payment,
  SigningRefusedError,
  trustline,
} from '@heliobond/chain'
import { createContext, createWorker, startSigner, type WorkerContext } from '@heliobond/worker'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CLINIC, type Launched, SCHOOL, startLaunched } from './launched.test-helper.ts'

const UNIT = 10_000_000n

let launched: Launched
let folder: string
let socket: string
let signer: Awaited<ReturnType<typeof startSigner>>
/** A process that has every key but the auto-pay key, and asks the signer for that. */
let payer: WorkerContext
beforeAll(async () => {
  launched = await startLaunched()
  folder = await mkdtemp(join(tmpdir(), 'heliobond-signer-'))
  socket = join(folder, 'signer.sock')
  signer = await startSigner(options(), socket)
  payer = createContext({ ...options(), signerSocket: socket })
  for (const party of [SCHOOL, CLINIC]) await launched.give(party, 5_000n * UNIT)
  await launched.monthEnds(1)
  await createWorker(payer, ['index', 'settle', 'submit']).settleDown({ pollMs: 5 })
})
afterAll(async () => {
  await signer?.close()
  await rm(folder, { recursive: true, force: true })
  await launched?.close()
})

const options = () => ({
  database: launched.parts.database,
  chain: launched.parts.chainConfig,
  routes: launched.life.routes,
  secretKey: launched.parts.secretKey,
  log: pino({ level: 'silent' }),
})
const address = (name: string) => launched.life.people.address(name)
const bill = (party: number) => launched.parts.database.prisma.bill.findFirstOrThrow({ where: { partyIndex: party } })

/** A payment of a party's bill as the pay role would build it, with something else about it. */
async function paying(party: number, changes: Partial<Parameters<typeof pathPaymentStrictReceive>[0]> = {}) {
  const { number, dueStroops } = await bill(party)
  const settlement = launched.life.assets.settlement
  return pathPaymentStrictReceive({
    ...{ source: address(`wallet.${party}`), sendAsset: settlement, sendMaxStroops: dueStroops, path: [] },
    destination: muxedAddress(address(`collection.${party}`), number),
    ...{ destAsset: settlement, destAmountStroops: dueStroops },
    ...changes,
  })
}
async function envelope(operations: readonly ChainOperation[], channel = 'channel.0', more = {}): Promise<string> {
  const { chain } = launched.parts
  const source = address(channel)
  const sequence = ((await account(chain, source))?.sequence ?? 0n) + 1n
  const plan = { source, sequence, operations, now: await chain.now(), ...more }
  return buildEnvelope(plan, chain.config.passphrase).envelopeXdr
}
/** The code with which the signer refuses, or `signed`. */
async function asked(envelopeXdr: string): Promise<string> {
  try {
    await (await payer.keys.signer('autopay')).sign(new Uint8Array(32), envelopeXdr)
    return 'signed'
  } catch (error) {
    if (error instanceof SigningRefusedError) return error.code
    throw error
  }
}
const alarms = async () =>
  (await launched.parts.database.prisma.alarm.findMany({ where: { kind: 'signer.refused', clearedAt: null } })).length

describe('the signer refuses', () => {
  test('whatever is no payment of a bill, and raises an alarm', async () => {
    const source = address(`wallet.${SCHOOL}`)
    const theft = payment({ source, destination: address('utility'), asset: 'native', amountStroops: 1n })
    expect(await asked(await envelope([theft]))).toBe('NOT_A_BILL_PAYMENT')
    expect(await asked(await envelope([await paying(SCHOOL), theft]))).toBe('NOT_A_BILL_PAYMENT')
    expect(await alarms()).toBe(1)
  })

  test('a payment to another account than the ledger has for the party, even if the database says so', async () => {
    const { number } = await bill(SCHOOL)
    const elsewhere = createKey().address
    const diverted = await paying(SCHOOL, { destination: muxedAddress(elsewhere, number) })
    expect(await asked(await envelope([diverted]))).toBe('WRONG_DESTINATION')
    const { prisma } = launched.parts.database
    const party = { systemId_index: { systemId: launched.life.project.numbers.systemId, index: SCHOOL } }
    await prisma.party.update({ where: party, data: { collection: elsewhere } })
    expect(await asked(await envelope([diverted]))).toBe('WRONG_DESTINATION')
    await prisma.party.update({ where: party, data: { collection: address(`collection.${SCHOOL}`) } })
  })

  test('more than is due on the ledger, even if the database says so', async () => {
    const { number, dueStroops } = await bill(SCHOOL)
    const { pool } = launched.parts.database
    await pool.query('UPDATE bill SET due_stroops = due_stroops * 2 WHERE number = $1', [number])
    const double = { destAmountStroops: 2n * dueStroops, sendMaxStroops: 2n * dueStroops }
    expect(await asked(await envelope([await paying(SCHOOL, double)]))).toBe('MORE_THAN_DUE')
    await pool.query('UPDATE bill SET due_stroops = $2 WHERE number = $1', [number, dueStroops])
  })

  test.each([
    ['a bill that is not open', { destination: 'unknown' }, 'NOT_OPEN'],
    ['a payment that names no bill', { destination: 'nameless' }, 'NOT_A_BILL_PAYMENT'],
    ['a payment from the wallet of another party', { source: `wallet.${CLINIC}` }, 'WRONG_DESTINATION'],
    ['a payment from an account that is no wallet', { source: 'utility' }, 'NOT_THIS_COHORT'],
    ['another asset than the bond’s stablecoin', { destAsset: 'euro' }, 'WRONG_ASSET'],
    ['a payment that may cost more than it does', { sendMax: 2n }, 'TOO_DEAR'],
  ])('%s', async (_, wrong, code) => {
    const { dueStroops } = await bill(SCHOOL)
    const collection = address(`collection.${SCHOOL}`)
    const changes = {
      ...('destination' in wrong && {
        destination: wrong.destination === 'nameless' ? collection : muxedAddress(collection, 999_999n),
      }),
      ...('source' in wrong && { source: address(wrong.source) }),
      ...('destAsset' in wrong && { destAsset: launched.life.assets.euro }),
      ...('sendMax' in wrong && { sendMaxStroops: wrong.sendMax * dueStroops }),
    }
    expect(await asked(await envelope([await paying(SCHOOL, changes)]))).toBe(code)
  })

  test('one bill twice in one transaction, a source that is no channel, a transaction without a near end', async () => {
    const once = await paying(SCHOOL)
    expect(await asked(await envelope([once, once]))).toBe('TWICE')
    expect(await asked(await envelope([once], 'operator'))).toBe('NOT_A_CHANNEL')
    expect(await asked(await envelope([once], 'channel.0', { lifetimeSeconds: 3_600 }))).toBe('LIVES_TOO_LONG')
    expect(await asked('AAAA')).toBe('UNREADABLE')
  })

  test('a second envelope for a bill while the first may still be applied, unless only one of the two can be', async () => {
    expect(await asked(await envelope([await paying(CLINIC)], 'channel.1'))).toBe('signed')
    expect(await asked(await envelope([await paying(CLINIC)], 'channel.2'))).toBe('SIGNED_ALREADY')
    // The same sequence number of the same channel: a retry after a crash before anything was sent.
    const later = { lifetimeSeconds: 200 }
    expect(await asked(await envelope([await paying(CLINIC)], 'channel.1', later))).toBe('signed')
    await launched.later(301n)
    expect(await asked(await envelope([await paying(CLINIC)], 'channel.2'))).toBe('signed')
    await launched.later(301n)
  })

  test('to sign a hash alone', async () => {
    await expect((async () => (await payer.keys.signer('autopay')).sign(new Uint8Array(32)))()).rejects.toMatchObject({
      code: 'NOTHING_TO_LOOK_AT',
    })
  })
})

test('bills are paid by a process that asks the signer, and wait while the signer is away', async () => {
  const { chain, database } = launched.parts
  await signer.close()
  const worker = createWorker(payer)
  for (let pass = 0; pass < 3; pass += 1) await worker.tick()
  expect(await database.prisma.payment.count()).toBe(0)
  const waiting = await database.prisma.outbox.findMany({ where: { kind: 'pay.bills' } })
  expect(waiting.map(({ status, lastError }) => [status, lastError?.split(':')[0]])).toEqual([
    ['pending', 'SIGNER_UNAVAILABLE'],
  ])
  signer = await startSigner(options(), socket)
  await launched.later(60n)
  await worker.settleDown({ pollMs: 5 })
  for (const party of [SCHOOL, CLINIC]) {
    const { dueStroops, paidStroops } = await bill(party)
    expect(paidStroops).toBe(dueStroops)
    const left = await trustline(chain, address(`wallet.${party}`), launched.life.assets.settlement)
    expect(left?.balanceStroops).toBe(5_000n * UNIT - dueStroops)
  }
  // A bill that is paid is open no more.
  expect(await asked(await envelope([await paying(CLINIC)]))).toBe('NOT_OPEN')
})

test('two signers do not listen at one socket', async () => {
  await expect(startSigner(options(), socket)).rejects.toThrow('another signer listens')
})
