import { account, balances, createKey, sign } from '@heliobond/chain'
import { stopTestServer } from '@heliobond/db'
import {
  contractIdFromStrkey,
  fromHex,
  networkId,
  parseReading,
  readingLeafBytes,
  verifyMerkleProof,
} from '@heliobond/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStagedApi, type StagedApi } from '../stage.test-helper.ts'

const UNIT = 10_000_000n
const INTERVAL = 900n
let api: StagedApi
let system: number
let start: bigint

beforeAll(async () => {
  api = await openStagedApi()
  const offering = await api.database.prisma.offering.findUniqueOrThrow({ where: { id: api.stage.live } })
  system = offering.systemId
  const { nextFrom } = await api.database.prisma.system.findUniqueOrThrow({ where: { id: system } })
  start = nextFrom
  await api.measure({ at: start, generatedWh: 0n, exportedWh: 0n, consumedWh: [0n, 0n] })
})
afterAll(async () => {
  await api?.close()
  await stopTestServer()
})

/** Lets an interval pass in which so much more was measured, and the worker bill it. */
let total = { generatedWh: 0n, exportedWh: 0n, consumedWh: [0n, 0n] as bigint[] }
let intervals = 0n
async function interval(generatedWh: bigint, exportedWh: bigint, consumedWh: readonly bigint[]): Promise<void> {
  intervals += 1n
  total = {
    generatedWh: total.generatedWh + generatedWh,
    exportedWh: total.exportedWh + exportedWh,
    consumedWh: total.consumedWh.map((wh, party) => wh + (consumedWh[party] ?? 0n)),
  }
  const end = start + intervals * INTERVAL
  const now = await api.stage.chain.now()
  if (now < end + 1n) api.stage.localnet.advance({ seconds: Number(end + 1n - now) })
  await api.measure({ at: end, ...total })
  await api.work('index', 'settle', 'submit')
  await api.work('index', 'settle', 'submit', 'keep')
}

const payPage = (party: number) => api.get(`/v1/pay/${system}/${party}`)

describe('a bill', () => {
  test('is explained from its readings to its due, and everything computed again agrees', async () => {
    // 9 kWh shared by parties that used 6 and 6: 4.5 each, at 0.25 a kWh.
    await interval(10_000n, 1_000n, [6_000n, 6_000n])
    const { data } = await api.get(`/v1/systems/${system}/bills`)
    expect(data).toMatchObject([
      { partyIndex: 0, deliveredWh: '4500', dueStroops: '11250000' },
      { partyIndex: 1, deliveredWh: '4500', dueStroops: '11250000' },
    ])
    const trace = await api.get(`/v1/bills/${data[0].number}/trace`)
    expect(trace.checks).toEqual([
      { check: 'readings-root', holds: true },
      { check: 'delivered', holds: true },
      { check: 'due', holds: true },
      { check: 'paid', holds: true },
    ])
    expect(trace).toMatchObject({
      modelled: true,
      sharing: { poolWh: '9000', deliveredWh: ['4500', '4500'], unattributedWh: '0' },
      tariff: { symbol: 'PR_RETAIL', priceStroopsPerKwh: '2500000' },
      amount: {
        carriedMilli: '0',
        dueStroops: '11250000',
        lines: [{ what: 'delivered', milli: '11250000000' }, {}, {}],
      },
      settlements: [],
    })
    expect(trace.statement.txHash).toMatch(/^[0-9a-f]{64}$/)
  })

  test('names readings that anyone can check against the root, without us', async () => {
    const { data } = await api.get(`/v1/systems/${system}/bills`)
    const { readings, statement } = await api.get(`/v1/bills/${data[0].number}/trace`)
    const energy = contractIdFromStrkey(readings.energyContract)
    const root = fromHex(statement.readingsRoot)
    if (!energy.ok || !root.ok) throw new Error('no contract or root')
    const domain = { networkId: networkId(readings.networkPassphrase), energyContractId: energy.value }
    expect(readings.proven.length).toBeGreaterThanOrEqual(3)
    for (const { reading, index, count, siblings } of readings.proven) {
      const parsed = parseReading(reading)
      if (!parsed.ok) throw new Error('not a reading')
      const leaf = readingLeafBytes(parsed.value, domain)
      const hashes = siblings.map((hex: string) => {
        const bytes = fromHex(hex)
        return bytes.ok ? bytes.value : new Uint8Array()
      })
      expect(verifyMerkleProof(root.value, leaf, { index, count, siblings: hashes })).toBe(true)
    }
  })

  test('that is none is a 404', async () => {
    expect((await api.get('/v1/bills/999/trace', 404)).code).toBe('HELIOBOND_BILL_NOT_FOUND')
    await api.get('/v1/bills/x/trace', 400)
  })
})

describe('paying by hand', () => {
  test('anyone pays exactly what is open, from the asset they hold; each stroop is found again in a bucket', async () => {
    const { people, chain } = api.stage
    const before = await payPage(0)
    expect(before).toMatchObject({ openStroops: '11250000', waitingStroops: '0', bills: [{ overdue: false }] })
    expect(before.uri).toMatch(/^web\+stellar:pay\?destination=G[A-Z2-7]{55}&amount=1\.1250000&asset_code=USDC&/)
    expect(before.uri).toContain(`memo=${before.bills[0].number}&memo_type=MEMO_ID`)
    const built = await api.build('donor', 'pay-bill', { system, party: 0, sendAsset: 'native' })
    expect(built.facts).toMatchObject({ amountStroops: '11250000', sendAsset: 'native', bill: before.bills[0].number })
    expect(BigInt(built.facts.sendStroops)).toBe(45_000_000n)
    const done = await api.act('donor', 'pay-bill', { system, party: 0, sendAsset: 'native' })
    expect(done.status).toBe('success')
    // In the collection account, and not collected yet: nothing is asked for twice.
    expect(await payPage(0)).toMatchObject({ openStroops: '0', waitingStroops: '11250000', uri: null })
    expect(await api.build('investor.ana', 'pay-bill', { system, party: 0 }, 409)).toMatchObject({
      reason: 'NOTHING_TO_PAY',
    })
    await api.work('keep', 'submit')
    await api.work('index', 'pay', 'submit', 'index')
    const paid = await payPage(0)
    expect(paid).toMatchObject({ openStroops: '0', bills: [] })
    const trace = await api.get(`/v1/bills/${before.bills[0].number}/trace`)
    expect(trace.bill).toMatchObject({ paid: true, paidStroops: '11250000' })
    expect(trace.checks.every(({ holds }: { holds: boolean }) => holds)).toBe(true)
    expect(trace.settlements).toMatchObject([{ appliedStroops: '11250000', shareBps: 10_000 }])
    const { receipt } = trace.settlements[0]
    const buckets = ['operations', 'coupon', 'reserve', 'renewal', 'principal', 'loanReturned', 'surplus']
    const sum = buckets.reduce((all, name) => all + BigInt(receipt[`${name}Stroops`]), 0n)
    expect(sum).toBe(11_250_000n)
    expect(people.address('donor')).toMatch(/^G/)
    expect(await chain.now()).toBeGreaterThan(start)
  })

  test('from an asset that nobody changes says so', async () => {
    // The wallet has paid what was open.
    await interval(4_000n, 0n, [1_000n, 3_000n])
    const asset = `NADA:${createKey().address}`
    const refused = await api.build('donor', 'pay-bill', { system, party: 1, sendAsset: asset }, 409)
    expect(refused).toMatchObject({ reason: 'NO_PATH' })
  })

  test('one bill of several can be named', async () => {
    await interval(4_000n, 0n, [1_000n, 3_000n])
    const { bills } = await payPage(1)
    expect(bills).toHaveLength(2)
    const built = await api.build('donor', 'pay-bill', { system, party: 1, bill: bills[1].number })
    expect(built.facts).toMatchObject({ bill: bills[1].number, amountStroops: bills[1].openStroops })
    expect(await api.build('donor', 'pay-bill', { system, party: 1, bill: '99' }, 409)).toMatchObject({
      reason: 'NOTHING_TO_PAY',
    })
  })
})

describe('the prepaid wallet', () => {
  const wallet = async () => api.get(`/v1/wallets/${system}/1`, 200, await api.signIn('owner.1'))

  test('is shown to the party’s owner and the operator, and to nobody else', async () => {
    const shown = await wallet()
    expect(shown).toMatchObject({ autopay: true, tooPowerful: false, strangers: [], partyName: 'Clínica Loíza' })
    await api.get(`/v1/wallets/${system}/1`, 401)
    await api.get(`/v1/wallets/${system}/1`, 403, await api.signIn('owner.0'))
    await api.get(`/v1/wallets/${system}/1`, 200, await api.signIn('operator'))
    await api.get(`/v1/wallets/${system}/9`, 404, await api.signIn('operator'))
  })

  test('is topped up by anyone, and auto-pay is stopped by the owner at once, and started again', async () => {
    expect((await api.act('donor', 'wallet-top-up', { system, party: 1, amountStroops: String(UNIT) })).status).toBe(
      'success',
    )
    const topped = await wallet()
    expect(topped.balances.find(({ asset }: { asset: string }) => asset.startsWith('USDC'))).toMatchObject({
      spendableStroops: String(UNIT),
    })
    expect(await api.build('owner.0', 'autopay-stop', { system, party: 1 }, 409)).toMatchObject({ reason: 'NOT_YOURS' })
    const stopped = await api.act('owner.1', 'autopay-stop', { system, party: 1 })
    expect(stopped.status).toBe('success')
    expect((await wallet()).autopay).toBe(false)
    expect(await api.build('owner.1', 'autopay-stop', { system, party: 1 }, 409)).toMatchObject({
      reason: 'AUTOPAY_OFF',
    })
    expect((await api.act('owner.1', 'autopay-start', { system, party: 1 })).status).toBe('success')
    expect((await wallet()).autopay).toBe(true)
    const back = { system, party: 1, amountStroops: String(UNIT) }
    expect((await api.act('owner.1', 'wallet-withdraw', back)).status).toBe('success')
  })

  test('the first one is sponsored: the owner needs no lumens for it', async () => {
    // A party of another system, whose wallet was never opened.
    const { people, onSale } = api.stage
    const { systemId } = await api.get(`/v1/offerings/${onSale}`)
    await api.database.prisma.party.updateMany({ where: { systemId, index: 0 }, data: { wallet: '' } })
    const key = createKey()
    const params = { system: systemId, party: 0, wallet: key.address, floatStroops: String(UNIT) }
    const built = await api.build('park.owner.0', 'wallet-open', params)
    expect(built.signers).toEqual([people.address('park.owner.0'), key.address, people.address('fees')])
    expect(built.facts.reserveStroops).toBe('0')
    const envelope = {
      envelopeXdr: await api.signed(built.envelopeXdr, ['park.owner.0']),
      hash: '',
      expiresAt: 0n,
      builtAt: 0n,
    }
    const { envelopeXdr } = await sign(envelope, [key.signer], api.stage.chain.config.passphrase)
    expect(await api.post('/v1/transactions', { envelopeXdr }, 202)).toMatchObject({ status: 'success' })
    expect(await account(api.stage.chain, key.address)).toMatchObject({ balanceStroops: 0n, masterWeight: 0 })
  })

  test('a new one is opened by the owner alone; its own key has no weight afterwards', async () => {
    const key = createKey()
    const params = { system, party: 1, wallet: key.address, floatStroops: String(2n * UNIT) }
    expect(await api.build('donor', 'wallet-open', params, 409)).toMatchObject({ reason: 'NOT_YOURS' })
    const built = await api.build('owner.1', 'wallet-open', params)
    expect(built.signers).toEqual([api.stage.people.address('owner.1'), key.address])
    const once = await api.signed(built.envelopeXdr, ['owner.1'])
    const envelope = { envelopeXdr: once, hash: '', expiresAt: 0n, builtAt: 0n }
    const signed = await sign(envelope, [key.signer], api.stage.chain.config.passphrase)
    expect(await api.post('/v1/transactions', { envelopeXdr: signed.envelopeXdr }, 202)).toMatchObject({
      status: 'success',
    })
    expect(await wallet()).toMatchObject({
      address: key.address,
      autopay: true,
      tooPowerful: false,
      floatStroops: String(2n * UNIT),
    })
    const state = await account(api.stage.chain, key.address)
    expect(state).toMatchObject({ masterWeight: 0, thresholds: { low: 2, medium: 1, high: 2 } })
    // It is no place for savings.
    const much = { system, party: 1, amountStroops: String(3n * UNIT) }
    expect(await api.build('donor', 'wallet-top-up', much, 409)).toMatchObject({
      reason: 'OVER_FLOAT',
      mostStroops: String(2n * UNIT),
    })
    expect((await api.act('donor', 'wallet-top-up', { ...much, amountStroops: String(2n * UNIT) })).status).toBe(
      'success',
    )
    const { settlementAsset } = await api.get(`/v1/offerings/${api.stage.live}`)
    const held = await balances(api.stage.chain, [key.address], settlementAsset)
    expect(held.get(key.address)).toBe(2n * UNIT)
  })
})
