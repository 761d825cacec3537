import { raiseAlarm, stopTestServer } from '@heliobond/db'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  HOLDERS,
  OFFERING_CONTRACT,
  START,
  seedBill,
  seedCoupon,
  seedOffering,
  seedSystem,
} from '../seed.test-helper.ts'
import { openSignedInApi, type SignedInApi } from '../signed-in.test-helper.ts'

let api: SignedInApi
let operator: Record<string, string>
let auditor: Record<string, string>
const TARIFF = 'CAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAD2KM'
const TX = 'ab'.repeat(32)
const TENDER = {
  ...{ offeringId: 1, number: 4, contractId: 'CT', stage: 'Open', terms: {}, documentsHash: TX, settlement: TARIFF },
  ...{ openedAt: START, openedTx: TX, ledger: 1 },
}

beforeAll(async () => {
  api = await openSignedInApi()
  operator = await api.someone('operator')
  auditor = await api.someone('auditor')
  await seedSystem(api.database, 1, false)
  await seedOffering(api.database, 1, 1)
  const shared = { registry: TARIFF, tariff: TARIFF, energy: TARIFF, retailSymbol: 'RETAIL', exportSymbol: 'EXPORT' }
  await api.database.prisma.setting.create({ data: { key: 'platform', value: shared } })
  await api.database.prisma.setting.create({ data: { key: 'project:9', value: shared } })
})
afterAll(async () => {
  await api?.close()
  await stopTestServer()
})

const get = (path: string, status = 200, headers = operator) => api.get(`/v1/operations${path}`, status, headers)
const post = (path: string, body: unknown, status: number, headers = operator) =>
  api.send('POST', `/v1/operations${path}`, body, status, headers)

const READS = [
  '/overview',
  '/alarms',
  '/channels',
  '/wallets',
  '/reconciliation',
  '/orphans',
  '/oracles',
  '/ladder',
  '/audit',
  '/search?q=1',
  '/decisions',
]
const reason = 'Read from the display with the caretaker.'
const WRITES: [string, object][] = [
  ['/alarms/1/acknowledge', {}],
  ['/meters/10/epochs', { reason }],
  ['/meters/10/edits', { at: '2025-12-01T00:00:00Z', generatedWh: '1', consumedWh: '0', exportedWh: '0', reason }],
  ['/meters/10/rejections', { epoch: 1, seq: '1', reason }],
  ['/systems/1/corrections', { generatedWh: '1', exportedWh: '0', consumedWh: ['0'], reason }],
  ['/tariffs', { symbol: 'RETAIL', effectiveAt: '2026-02-01T00:00:00Z', priceStroopsPerKwh: '2500000', reason }],
]

test.each(READS)(
  '%s is read by operators and auditors, by nobody else, also where nothing has happened',
  async (path) => {
    await get(path, 401, {})
    await get(path, 403, await api.someone('issuer', 'oracle', 'approver'))
    await get(path, 200, auditor)
  },
)

test.each(WRITES)('%s is an operator’s alone', async (path, body) => {
  await post(path, body, 401, {})
  await post(path, body, 403, auditor)
})

describe('alarms', () => {
  const raise = (kind: string, severity: 'warning' | 'critical', at: bigint) =>
    raiseAlarm(api.database.pool, { kind, subject: 'meter:10', severity, message: 'It is silent.', meterId: 10, at })

  test('are listed by what is asked for, acknowledged once, and no more when they are over', async () => {
    const { id } = await raise('meter.silent', 'warning', START)
    await raise('index.lag', 'critical', START + 5n)
    const kinds = async (query: string) =>
      (await get(`/alarms?${query}`)).data.map(({ kind }: { kind: string }) => kind)
    expect(await kinds('order=desc')).toEqual(['index.lag', 'meter.silent'])
    expect(await kinds('severity=critical')).toEqual(['index.lag'])
    expect(await kinds('kind=meter')).toEqual(['meter.silent'])
    expect(await kinds('kind=%25')).toEqual([])
    const seen = await post(`/alarms/${id}/acknowledge`, { note: 'Driving there.' }, 200)
    expect(seen).toMatchObject({ note: 'Driving there.', acknowledgedAt: '2026-01-01T00:00:00Z', clearedAt: null })
    expect(await kinds('acknowledged=false')).toEqual(['index.lag'])
    expect((await get('/overview')).alarms).toEqual({ critical: 1, warning: 1, info: 0, unacknowledged: 1 })
    // Somebody else's note changes nothing of who looks after it.
    const other = await post(`/alarms/${id}/acknowledge`, {}, 200, await api.someone('operator'))
    expect(other.acknowledgedBy).toBe(seen.acknowledgedBy)
    await api.database.pool.query('update alarm set cleared_at = $2 where id = $1', [id, START + 9n])
    expect(await post(`/alarms/${id}/acknowledge`, {}, 409)).toMatchObject({ code: 'HELIOBOND_ALARM_CLEARED' })
    await post('/alarms/999999/acknowledge', {}, 404)
    expect(await kinds('open=true')).toEqual(['index.lag'])
  })
})

test('channels say what they carry, wallets what they hold, the books what they lack: each in pages', async () => {
  const { prisma } = api.database
  const entry = await prisma.outbox.create({
    data: {
      ...{ idempotencyKey: 'pay:1', kind: 'pay.bills', lane: 'x', payload: {}, status: 'sent', hash: 'cd'.repeat(32) },
      ...{ envelopeXdr: 'AAAA', innerHash: TX, expiresAt: START + 60n, createdAt: START - 30n, updatedAt: START },
    },
  })
  await prisma.channelAccount.createMany({
    data: HOLDERS.map((address, index) => ({
      ...{ address, secretName: `channel.${index}`, lockedByOutbox: index === 0 ? entry.id : null },
      retiring: index === 2,
    })),
  })
  const channels = await get('/channels?limit=2')
  expect(channels.data).toMatchObject([
    { address: HOLDERS[0], state: 'lent', transaction: { id: String(entry.id), kind: 'pay.bills' } },
    { state: 'free', transaction: null },
  ])
  expect((await get(`/channels?limit=2&cursor=${channels.nextCursor}`)).data).toMatchObject([{ state: 'retiring' }])

  const wallet = { systemId: 1, userKey: HOLDERS[0], armed: true, readAt: START }
  await prisma.prepaidWallet.createMany({
    data: [0, 1].map((partyIndex) => ({ ...wallet, partyIndex, address: HOLDERS[1], low: partyIndex === 1 })),
  })
  expect((await get('/wallets?low=true')).data).toMatchObject([{ partyIndex: 1, floatStroops: null, armed: true }])
  const { nextCursor } = await get('/wallets?limit=1')
  expect((await get(`/wallets?limit=1&cursor=${nextCursor}`)).data).toMatchObject([{ partyIndex: 1 }])
  await get('/ladder?cursor=eyJub25lIjoxfQ', 400)

  const finding = { what: 'bill 1 of party 0: due', unit: 'stroops', expected: '5', actual: '4' }
  const compared = { offeringId: 1, ledger: 7, compared: 12, at: START }
  await prisma.reconciliation.create({ data: { ...compared, differenceStroops: 1n, findings: [finding] } })
  expect((await get('/overview')).reconciliation).toMatchObject({ offeringsOff: 1, differenceStroops: '1' })
  await prisma.reconciliation.create({ data: { ...compared, differenceStroops: 0n, findings: [] } })
  expect((await get('/reconciliation?off=true')).data).toMatchObject([{ differenceStroops: '1', findings: [finding] }])
  expect((await get('/reconciliation?off=false&offering=1')).data).toMatchObject([{ findings: [] }])
  // Found once and gone since: the books are right.
  expect((await get('/overview')).reconciliation).toMatchObject({ offeringsOff: 0, differenceStroops: '0' })

  await prisma.orphanPayment.create({
    data: {
      ...{ txHash: TX, operationIndex: 0, eventIndex: 0, account: HOLDERS[2], asset: 'native', amountStroops: 3n },
      ...{ reason: 'no-bill', status: 'found', ledger: 5, at: START },
    },
  })
  expect((await get('/orphans?status=found')).data).toMatchObject([{ reason: 'no-bill', amountStroops: '3' }])
  expect(await get('/overview')).toMatchObject({
    queue: { open: 1, oldestSeconds: '30', givenUp: 0 },
    channels: { free: 1, lent: 1 },
    meters: { registered: 2, silent: 2 },
    wallets: { armed: 2, low: 1 },
    orphans: 1,
  })
})

test('oracles and tariffs say who spoke last; the ladder who is behind', async () => {
  const { prisma } = api.database
  const vote = { systemId: 1, attempt: 0, oracle: HOLDERS[0] }
  await prisma.statementVote.createMany({
    data: [
      { ...vote, index: 0, verdict: 'agrees', at: START - 20n },
      { ...vote, index: 1, verdict: 'differs', at: START - 10n },
    ],
  })
  const price = { contractId: TARIFF, symbol: 'RETAIL', feeder: HOLDERS[1], confirmed: false, txHash: TX, ledger: 1 }
  await prisma.tariffPrice.createMany({
    data: [
      { ...price, effectiveAt: START - 100n, priceStroops: 1n, at: START - 200n },
      { ...price, effectiveAt: START - 50n, priceStroops: 2n, at: START - 60n },
      { ...price, effectiveAt: START + 50n, priceStroops: 3n, at: START - 5n },
    ],
  })
  expect(await get('/oracles')).toMatchObject({
    energy: [{ oracle: HOLDERS[0], ageSeconds: '10', agrees: 1, differs: 1, cannotSay: 0 }],
    tariffs: [{ symbol: 'RETAIL', priceStroopsPerKwh: '2', ageSeconds: '60', next: { priceStroopsPerKwh: '3' } }],
  })
  await prisma.partyStanding.create({
    data: {
      ...{ systemId: 1, partyIndex: 0, state: 'Breach', arrearsStroops: 9n, sinceAt: START, suspended: false },
      ...{ mode: 'SellToGrid', criticalFloorW: 5_000n, readAt: START },
    },
  })
  expect((await get('/ladder?state=Breach')).data).toMatchObject([{ partyName: 'Escuela', arrearsStroops: '9' }])
  expect((await get('/ladder?state=Grace')).data).toEqual([])
  expect((await get('/overview')).parties).toEqual({ grace: 0, breach: 1, default: 0 })
})

describe('a search', () => {
  beforeAll(async () => {
    await seedBill(api.database, 1, 41n)
    await seedCoupon(api.database, 1, 1, { root: new Uint8Array(Buffer.from(TX, 'hex')) })
    await api.database.prisma.bill.updateMany({ where: { number: 41n }, data: { txHash: TX } })
    await api.database.prisma.offering.update({ where: { id: 1 }, data: { name: '100 % solar' } })
  })
  const found = async (q: string) =>
    (await get(`/search?q=${encodeURIComponent(q)}`)).data.map(
      ({ kind, id }: { kind: string; id: string }) => `${kind} ${id}`,
    )

  test('for a hash, in either case, finds all that it made', async () => {
    const all = await found(TX)
    expect(all).toEqual(expect.arrayContaining(['bill 1/41', 'coupon 1/1']))
    expect(all.some((one: string) => one.startsWith('queued '))).toBe(true)
    expect(await found(TX.toUpperCase())).toEqual(all)
  })

  test('for an address finds what it is and has', async () => {
    expect(await found(OFFERING_CONTRACT)).toEqual(['offering 1'])
    expect(await found(HOLDERS[0])).toEqual(expect.arrayContaining(['party 1/0', `channel ${HOLDERS[0]}`]))
  })

  test('for an address finds what it did: coupons that it held, tenders of its offices, what it asked for', async () => {
    const { prisma } = api.database
    const address = HOLDERS[1] ?? ''
    await prisma.couponLeaf.create({
      data: { offeringId: 1, number: 1, index: 7, holder: address, unitsStroops: 5n, amountStroops: 3n },
    })
    await prisma.tender.create({ data: { ...TENDER, offices: { issuer: address } } })
    await prisma.auditEntry.create({
      data: { at: 1n, requestId: 'a', actor: address, method: 'POST', path: '/v1/drafts', status: 201 },
    })
    expect(await found(address)).toEqual(expect.arrayContaining(['coupon 1/1', 'tender 1-4', `audit ${address}`]))
  })

  test('for a number finds everything of that number', async () => {
    expect(await found('1')).toEqual(expect.arrayContaining(['offering 1', 'system 1']))
    expect(await found('41')).toEqual(['bill 1/41'])
    expect(await found('999999999999999999')).toEqual([])
  })

  test.each([
    ['escuela', ['party 1/0']],
    ['100 %', ['offering 1']],
    ['% solar', ['offering 1']],
    ['1%solar', []],
    ["'; drop table bill; --", []],
    ['\\', []],
    ['pay:', ['queued']],
  ])('for %j finds what is called so, taken as it stands', async (q, expected) => {
    const kinds = (await found(q)).map((one: string) => (one.startsWith('queued') ? 'queued' : one))
    expect(kinds).toEqual(expected)
  })

  test('needs something to look for', async () => {
    await get('/search?q=', 400)
    await get(`/search?q=${'a'.repeat(101)}`, 400)
  })
})

describe('a decision', () => {
  test('is recorded with who made it and why, takes effect, and is listed', async () => {
    expect(await post('/meters/10/epochs', { reason }, 200)).toMatchObject({
      ...{
        kind: 'register.reset',
        subject: 'meter:10',
        reason,
        payload: { epoch: 2 },
        decidedAt: '2026-01-01T00:00:00Z',
      },
    })
    expect(await api.database.prisma.meter.findUnique({ where: { id: 10 } })).toMatchObject({ epoch: 2 })
    const edit = { at: '2025-12-31T00:00:00Z', generatedWh: '500', consumedWh: '0', exportedWh: '0', reason }
    expect(await post('/meters/10/edits', edit, 200)).toMatchObject({ kind: 'reading.edited' })
    const correction = { generatedWh: '-5', exportedWh: '0', consumedWh: ['-5'], reason }
    const corrected = await post('/systems/1/corrections', correction, 200)
    expect(corrected).toMatchObject({ kind: 'statement.corrected', appliedAt: null, result: null })
    const tariff = { symbol: 'RETAIL', effectiveAt: '2026-02-01T00:00:00Z', priceStroopsPerKwh: '2500000', reason }
    expect(await post('/tariffs', tariff, 200)).toMatchObject({ kind: 'tariff.entered' })
    const kinds = (await get('/decisions?order=desc')).data.map(({ kind }: { kind: string }) => kind)
    expect(kinds).toEqual(['tariff.entered', 'statement.corrected', 'reading.edited', 'register.reset'])
    const open = (await get('/decisions?applied=false&system=1')).data.map(({ id }: { id: string }) => id)
    expect(open).toEqual([corrected.id])
    // The audit log has each, and what was refused besides.
    const refused = (await get('/audit?refused=true&path=/v1/operations/meters&limit=500')).data
    expect(refused.length).toBeGreaterThan(0)
    expect(refused.every(({ status }: { status: number }) => status >= 400)).toBe(true)
  })

  test.each([
    ['/meters/77/epochs', { reason }, 409, 'UNKNOWN_METER'],
    [
      '/meters/10/edits',
      { at: '2027-01-01T00:00:00Z', generatedWh: '1', consumedWh: '0', exportedWh: '0', reason },
      409,
      'FUTURE',
    ],
    [
      '/meters/10/edits',
      { at: '2025-12-31T00:00:00Z', generatedWh: '1', consumedWh: '1', exportedWh: '0', reason },
      409,
      'ROLE_REGISTER',
    ],
    ['/meters/10/rejections', { epoch: 1, seq: '4', reason }, 409, 'UNKNOWN_READING'],
    [
      '/systems/1/corrections',
      { generatedWh: '0', exportedWh: '0', consumedWh: ['0'], reason },
      409,
      'NOTHING_TO_CORRECT',
    ],
    [
      '/systems/1/corrections',
      { generatedWh: '1', exportedWh: '0', consumedWh: ['0', '0'], reason },
      409,
      'WRONG_PARTIES',
    ],
    [
      '/tariffs',
      { symbol: 'GRID', effectiveAt: '2026-02-01T00:00:00Z', priceStroopsPerKwh: '1', reason },
      409,
      'NO_SUCH_TARIFF',
    ],
    ['/meters/10/epochs', {}, 400, undefined],
    ['/meters/10/epochs', { reason: '' }, 400, undefined],
    [
      '/meters/10/edits',
      { at: '2025-02-30T00:00:00Z', generatedWh: '1', consumedWh: '0', exportedWh: '0', reason },
      400,
      'NO_SUCH_TIME',
    ],
    [
      '/meters/10/edits',
      { at: '2025-12-31T00:00:00Z', generatedWh: '9223372036854775808', consumedWh: '0', exportedWh: '0', reason },
      400,
      'TOO_LARGE',
    ],
    ['/systems/1/corrections', { generatedWh: '1e3', exportedWh: '0', consumedWh: ['0'], reason }, 400, undefined],
  ])('%s %j is refused and records nothing', async (path, body, status, why) => {
    const before = await api.database.prisma.operatorDecision.count()
    const answer = await post(path, body, status)
    expect(answer.reason).toBe(why)
    expect(await api.database.prisma.operatorDecision.count()).toBe(before)
  })
})
