import {
  account,
  buildEnvelope,
  type ChainOperation,
  deliver,
  muxedAddress,
  payment,
  setOptions,
  sign,
  tokenOf,
  trustline,
} from '@heliobond/chain'
import { createWorker } from '@heliobond/worker'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { CLINIC, type Launched, SCHOOL, startLaunched } from './launched.test-helper.ts'

const UNIT = 10_000_000n

let launched: Launched
let month = 0
beforeAll(async () => {
  launched = await startLaunched()
})
afterAll(() => launched?.close())
// Whoever looks at alarms has seen those of the test before.
beforeEach(() => launched.parts.database.prisma.alarm.deleteMany())

const settle = () => createWorker(launched.context).settleDown({ pollMs: 5 })
const address = (name: string) => launched.life.people.address(name)
const settlement = () => launched.life.assets.settlement
const alarms = async (kind: string) =>
  launched.parts.database.prisma.alarm.findMany({ where: { kind, clearedAt: null }, orderBy: { id: 'asc' } })
const orphans = () => launched.parts.database.prisma.orphanPayment.findMany({ orderBy: { id: 'asc' } })
const bills = (party: number) =>
  launched.parts.database.prisma.bill.findMany({ where: { partyIndex: party }, orderBy: { number: 'asc' } })
const nextMonth = async () => {
  month += 1
  await launched.monthEnds(month)
}
const send = (who: string, operation: ChainOperation) => launched.life.send('by hand', [address(who)], [operation])
const give = (who: string, destination: string, amountStroops: bigint) =>
  send(who, payment({ source: address(who), destination, asset: settlement(), amountStroops }))

test('a gift that lies beside a full wallet pays the bill: the wallet pays what is left of it', async () => {
  for (const party of [SCHOOL, CLINIC]) await launched.give(party, 20_000n * UNIT)
  await nextMonth()
  const before =
    (await trustline(launched.parts.chain, address(`wallet.${SCHOOL}`), settlement()))?.balanceStroops ?? 0n
  await createWorker(launched.context, ['index', 'settle', 'submit']).settleDown({ pollMs: 5 })
  const gift = 5n * UNIT
  await give('utility', address(`collection.${SCHOOL}`), gift)
  await settle()
  const [bill] = await bills(SCHOOL)
  if (!bill) throw new Error('a month makes a bill')
  expect(bill).toMatchObject({ paidStroops: bill.dueStroops, creditStroops: 0n })
  const after = (await trustline(launched.parts.chain, address(`wallet.${SCHOOL}`), settlement()))?.balanceStroops ?? 0n
  expect(before - after).toBe(bill.dueStroops - gift)
  expect(await orphans()).toEqual([])
})

describe('money without a bill', () => {
  test.each([
    ['while no bill is open', (account: string) => account, 'no-bill'],
    ['for a bill that does not exist', (account: string) => muxedAddress(account, 999_999n), 'no-such-bill'],
    ['for the bill of another party', (account: string, other: bigint) => muxedAddress(account, other), 'other-party'],
  ])('that comes %s is found, taken in as the party’s credit, and told', async (_, destination, reason) => {
    const known = (await orphans()).length
    const [ofClinic] = await bills(CLINIC)
    await give('utility', destination(address(`collection.${SCHOOL}`), ofClinic?.number ?? 0n), 3n * UNIT)
    await settle()
    const [orphan] = (await orphans()).slice(known)
    expect(orphan).toMatchObject({
      ...{ reason, status: 'credited', amountStroops: 3n * UNIT, sender: address('utility') },
      ...{ partyIndex: SCHOOL, account: address(`collection.${SCHOOL}`), asset: settlement() },
    })
    const collection = await launched.parts.database.prisma.collection.findFirst({
      where: { txHash: orphan?.resolvedTx ?? '' },
    })
    expect(collection).toMatchObject({ partyIndex: SCHOOL, pulledStroops: 3n * UNIT })
    expect(await launched.parts.database.prisma.alarm.findMany({ where: { kind: 'payment.orphan' } })).toMatchObject([
      { detail: { reason }, partyIndex: SCHOOL },
    ])
    expect(await alarms('payment.orphan')).toEqual([])
  })

  test('that is lumens goes back whole to whoever sent it, from a collection account and from a channel', async () => {
    const known = (await orphans()).length
    for (const name of [`collection.${CLINIC}`, 'channel.1'])
      await send(
        'utility',
        payment({ source: address('utility'), destination: address(name), asset: 'native', amountStroops: UNIT }),
      )
    const before = (await account(launched.parts.chain, address('utility')))?.balanceStroops ?? 0n
    await settle()
    expect((await orphans()).slice(known)).toMatchObject([
      { reason: 'wrong-asset', status: 'returned', asset: 'native', amountStroops: UNIT },
      { reason: 'not-for-payments', status: 'returned', asset: 'native', amountStroops: UNIT },
    ])
    expect((await account(launched.parts.chain, address('utility')))?.balanceStroops).toBe(before + 2n * UNIT)
    expect((await account(launched.parts.chain, address(`collection.${CLINIC}`)))?.balanceStroops).toBe(0n)
  })

  test('that is for an open bill is no orphan, with its number or without one', async () => {
    const known = (await orphans()).length
    // Nobody pays but by hand.
    for (const party of [SCHOOL, CLINIC])
      await send(
        `wallet.${party}`,
        setOptions({ source: address(`wallet.${party}`), signer: { address: address('autopay'), weight: 0 } }),
      )
    await nextMonth()
    await createWorker(launched.context, ['index', 'settle', 'submit']).settleDown({ pollMs: 5 })
    const [school, clinic] = [(await bills(SCHOOL)).at(-1), (await bills(CLINIC)).at(-1)]
    await give('utility', muxedAddress(address(`collection.${SCHOOL}`), school?.number ?? 0n), UNIT)
    await give('utility', address(`collection.${CLINIC}`), UNIT)
    await settle()
    expect((await orphans()).length).toBe(known)
    for (const bill of [school, clinic]) {
      const now = (await bills(bill?.partyIndex ?? 0)).at(-1)
      expect(now?.paidStroops).toBeGreaterThanOrEqual(UNIT)
    }
    for (const party of [SCHOOL, CLINIC])
      await send(
        `wallet.${party}`,
        setOptions({ source: address(`wallet.${party}`), signer: { address: address('autopay'), weight: 1 } }),
      )
    await settle()
  })
})

/** A transaction of the auto-pay key behind everybody's back. */
async function byAutopayKey(operation: ChainOperation): Promise<void> {
  const { chain } = launched.parts
  const thief = launched.life.people.signer('contractor')
  const { sequence } = (await account(chain, thief.address)) ?? { sequence: 0n }
  const plan = { source: thief.address, sequence: sequence + 1n, operations: [operation], now: await chain.now() }
  const { passphrase } = chain.config
  const signers = [thief, launched.life.people.signer('autopay')]
  const sent = await deliver(chain, await sign(buildEnvelope(plan, passphrase), signers, passphrase))
  if (sent.kind !== 'success') throw new Error(`not sent: ${sent.kind}`)
}

describe('an alarm is raised', () => {
  test('when the auto-pay key moves money that is for no bill', async () => {
    const source = address(`wallet.${CLINIC}`)
    await byAutopayKey(payment({ source, destination: address('contractor'), asset: settlement(), amountStroops: 7n }))
    await settle()
    expect(await alarms('autopay.misused')).toMatchObject([
      {
        severity: 'critical',
        subject: `account:${source}`,
        partyIndex: CLINIC,
        detail: { to: address('contractor'), amountStroops: '7' },
      },
    ])
  })

  test('when somebody is allowed to take money from a wallet, until that is taken back', async () => {
    const { chain } = launched.parts
    const source = address(`wallet.${SCHOOL}`)
    const token = tokenOf(settlement(), chain)
    const expiresLedger = (await chain.ledger()) + 5_000
    const allow = (amountStroops: bigint) =>
      token.approve({ ...{ source, from: source, spender: address('contractor'), amountStroops, expiresLedger } })
    await send(`wallet.${SCHOOL}`, allow(50n))
    await settle()
    expect(await alarms('wallet.allowance')).toMatchObject([
      { severity: 'warning', detail: { spender: address('contractor') } },
    ])
    expect(await launched.parts.database.prisma.walletAllowance.findMany()).toMatchObject([
      { wallet: source, spender: address('contractor'), amountStroops: 50n },
    ])
    // What the spender takes is neither the user's act nor the auto-pay key's.
    const spender = address('contractor')
    await send(
      'contractor',
      token.transferFrom({ source: spender, spender, from: source, to: spender, amountStroops: 20n }),
    )
    await settle()
    expect(await alarms('wallet.taken')).toMatchObject([{ severity: 'critical', subject: `account:${source}` }])
    await send(`wallet.${SCHOOL}`, allow(0n))
    await settle()
    expect(await alarms('wallet.allowance')).toEqual([])
    expect(await launched.parts.database.prisma.walletAllowance.count()).toBe(0)
  })

  test('but not when a wallet’s user pays from it themselves, nor when our own payments do', async () => {
    await give(`wallet.${CLINIC}`, address('utility'), 11n)
    await nextMonth()
    await settle()
    expect((await bills(CLINIC)).at(-1)?.paidStroops).toBe((await bills(CLINIC)).at(-1)?.dueStroops)
    for (const kind of ['autopay.misused', 'wallet.taken', 'wallet.allowance']) expect(await alarms(kind)).toEqual([])
  })

  test('when a wallet will not pay its next bill, until it is filled', async () => {
    const source = address(`wallet.${CLINIC}`)
    const held = (await trustline(launched.parts.chain, source, settlement()))?.balanceStroops ?? 0n
    await give(`wallet.${CLINIC}`, address('utility'), held - 1n)
    await launched.later(400n)
    await settle()
    expect(await alarms('wallet.low')).toMatchObject([{ severity: 'warning', partyIndex: CLINIC }])
    const row = () => launched.parts.database.prisma.prepaidWallet.findFirstOrThrow({ where: { partyIndex: CLINIC } })
    expect(await row()).toMatchObject({ low: true, armed: true, balances: { [settlement()]: '1' } })
    await launched.give(CLINIC, 20_000n * UNIT)
    await launched.later(400n)
    await settle()
    expect(await alarms('wallet.low')).toEqual([])
    expect(await row()).toMatchObject({ low: false })
  })

  test('when a wallet is not set up as one: then nothing is paid from it', async () => {
    const source = address(`wallet.${CLINIC}`)
    await send(`wallet.${CLINIC}`, setOptions({ source, lowThreshold: 1 }))
    await nextMonth()
    await settle()
    expect(await alarms('wallet.unsafe')).toMatchObject([{ severity: 'critical', detail: { tooPowerful: true } }])
    expect((await bills(CLINIC)).at(-1)?.paidStroops).toBe(0n)
    await send(`wallet.${CLINIC}`, setOptions({ source, lowThreshold: 2 }))
    await launched.later(400n)
    await settle()
    expect(await alarms('wallet.unsafe')).toEqual([])
    expect((await bills(CLINIC)).at(-1)?.paidStroops).toBe((await bills(CLINIC)).at(-1)?.dueStroops)
  })
})
