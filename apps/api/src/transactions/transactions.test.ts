import { account, balances, contractOf, trustline } from '@heliobond/chain'
import { stopTestServer } from '@heliobond/db'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStagedApi, type StagedApi } from '../stage.test-helper.ts'

const UNIT = 10_000_000n

let api: StagedApi
let bond: `${string}:${string}`
let settlement: `${string}:${string}`
let offeringContract: string

beforeAll(async () => {
  api = await openStagedApi()
  const row = await api.database.prisma.offering.findUniqueOrThrow({ where: { id: api.stage.onSale } })
  bond = row.bondAsset as typeof bond
  settlement = row.settlementAsset as typeof settlement
  offeringContract = row.contractId
})
afterAll(async () => {
  await api?.close()
  await stopTestServer()
})

const held = async (person: string, asset: typeof bond) =>
  (await balances(api.stage.chain, [api.stage.people.address(person)], asset)).values().next().value

describe('investing', () => {
  test('is built with what it costs, signed by the wallet alone, and done to the stroop', async () => {
    const { people } = api.stage
    const before = await held('investor.diego', settlement)
    const params = { offering: api.stage.onSale, bondStroops: String(1_000n * UNIT) }
    const built = await api.build('investor.diego', 'invest', params)
    expect(built).toMatchObject({
      action: 'invest',
      signers: [people.address('investor.diego')],
      facts: { bondStroops: '10000000000', costStroops: '9900000000' },
      moves: [
        {
          from: people.address('investor.diego'),
          to: offeringContract,
          asset: settlement,
          amountStroops: '9900000000',
        },
        { from: offeringContract, to: people.address('investor.diego'), asset: bond, amountStroops: '10000000000' },
      ],
    })
    const done = await api.act('investor.diego', 'invest', params)
    expect(done).toMatchObject({ status: 'success', code: 'tx_success', returnValue: '9900000000', action: 'invest' })
    expect(await held('investor.diego', bond)).toBe(1_000n * UNIT)
    expect(await held('investor.diego', settlement)).toBe((before ?? 0n) - 990n * UNIT)
  })

  test.each([
    ['off the denomination', 'investor.diego', '10000000001', 'OffDenomination', 4045],
    ['below the smallest ticket', 'investor.diego', String(100n * UNIT), 'BelowMinTicket', 4043],
    ['above what one investor may hold', 'investor.diego', String(60_000n * UNIT), 'AboveMaxTicket', 4044],
    ['without being on the allow-list', 'investor.eva', String(200n * UNIT), 'NotAllowed', 4040],
  ])(
    '%s is refused before anybody signs, by the contract’s error in words',
    async (_, person, bondStroops, name, code) => {
      const answer = await api.build(person, 'invest', { offering: api.stage.onSale, bondStroops }, 409)
      expect(answer).toMatchObject({
        code: 'HELIOBOND_CALL_REFUSED',
        contract: 'offering',
        contractError: code,
        contractErrorName: name,
      })
      expect(answer.detail).toMatch(/^[A-Z].+\.$/)
    },
  )

  test('in an account that does not exist says that it needs lumens', async () => {
    const nobody = 'GAAZI4TCR3TY5OJHCTJC2A4QSY6CJWJH5IAJTGKIN2ER7LBNVKOCCWN7'
    const body = { action: 'invest', source: nobody, params: { offering: api.stage.onSale, bondStroops: '10000000' } }
    expect(await api.post('/v1/transactions/build', body, 409)).toMatchObject({ code: 'HELIOBOND_ACCOUNT_NOT_FOUND' })
  })

  test('after the compliance office allowed it, goes through', async () => {
    const { people, onSale } = api.stage
    const who = people.address('investor.eva')
    const eligibility = `/v1/offerings/${onSale}/eligibility?address=${who}`
    expect(await api.get(eligibility)).toMatchObject({
      allowed: false,
      canInvest: false,
      canTrade: false,
      mostStroops: '0',
      reasons: ['NOT_ALLOWED', 'NO_LINE'],
    })
    expect(await api.build('investor.eva', 'allow', { offering: onSale, who, allowed: true }, 409)).toMatchObject({
      code: 'HELIOBOND_OTHER_SIGNER_NEEDED',
      addresses: [people.address('compliance')],
    })
    expect(await api.act('compliance', 'allow', { offering: onSale, who, allowed: true })).toMatchObject({
      status: 'success',
    })
    expect(await api.get(eligibility)).toMatchObject({
      allowed: true,
      canInvest: true,
      mostStroops: String(50_000n * UNIT),
    })
    const done = await api.act('investor.eva', 'invest', { offering: onSale, bondStroops: String(200n * UNIT) })
    expect(done.status).toBe('success')
    expect(await api.get(eligibility)).toMatchObject({
      bondStroops: String(200n * UNIT),
      boughtStroops: String(200n * UNIT),
      mostStroops: String(49_800n * UNIT),
      canTrade: false,
      reasons: ['LINE_NOT_FREE'],
    })
    await api.get(`/v1/offerings/${onSale}/eligibility?address=nobody`, 400)
  })
})

describe('lines and the order book', () => {
  test('a line is opened once, and costs what the network keeps for it', async () => {
    const { people, chain } = api.stage
    const params = { asset: (await api.get(`/v1/offerings/${api.stage.live}`)).bondAsset }
    const built = await api.build('investor.diego', 'trust', params)
    expect(built.facts).toEqual({ asset: params.asset, reserveStroops: '5000000' })
    expect((await api.act('investor.diego', 'trust', params)).status).toBe('success')
    expect(await trustline(chain, people.address('investor.diego'), params.asset)).toMatchObject({ authorized: false })
    expect(await api.build('investor.diego', 'trust', params, 409)).toMatchObject({ reason: 'LINE_EXISTS' })
  })

  test('bonds are offered, bought by somebody who is allowed, and an offer is withdrawn', async () => {
    const { live, people } = api.stage
    const offer = { offering: live, bondStroops: String(100n * UNIT), priceN: 99, priceD: 100 }
    expect(await api.build('investor.diego', 'buy', offer, 409)).toMatchObject({ reason: 'LINE_NOT_AUTHORIZED' })
    const who = people.address('investor.diego')
    await api.act('compliance', 'allow', { offering: live, who, allowed: true })
    const sold = await api.act('investor.ana', 'sell', offer)
    expect(sold).toMatchObject({ status: 'success', operationCodes: ['op_success'] })
    const half = { ...offer, bondStroops: String(40n * UNIT) }
    const built = await api.build('investor.diego', 'buy', half)
    expect(built.facts).toMatchObject({ side: 'buy', costStroops: String((40n * UNIT * 99n) / 100n) })
    expect((await api.act('investor.diego', 'buy', half)).status).toBe('success')
    const { bondAsset } = await api.get(`/v1/offerings/${live}`)
    expect(await held('investor.diego', bondAsset)).toBe(40n * UNIT)

    const book = await fetch(`${api.stage.localnet.horizonUrl}/accounts/${people.address('investor.ana')}/offers`)
    const { _embedded } = (await book.json()) as { _embedded: { records: { id: string }[] } }
    const [{ id: offerId } = { id: '' }] = _embedded.records
    const cancelled = await api.build('investor.ana', 'cancel-offer', { offerId })
    const shown = await api.get(`/v1/offerings/${live}/orderbook`)
    expect(shown).toMatchObject({ listed: true, bids: [] })
    expect(shown.asks[0]).toEqual({ priceN: 99, priceD: 100, bondStroops: String(60n * UNIT) })
    expect(cancelled.facts).toMatchObject({ remainingStroops: String(60n * UNIT) })
    expect((await api.act('investor.ana', 'cancel-offer', { offerId })).status).toBe('success')
    expect(await api.build('investor.ana', 'cancel-offer', { offerId }, 409)).toMatchObject({
      reason: 'OFFER_NOT_FOUND',
    })
  })

  test('more than is held cannot be offered', async () => {
    const offer = { offering: api.stage.live, bondStroops: String(10_000_000n * UNIT), priceN: 1, priceD: 1 }
    expect(await api.build('investor.ana', 'sell', offer, 409)).toMatchObject({ reason: 'BALANCE_TOO_SMALL' })
  })
})

describe('submitting', () => {
  test('the same envelope twice has the same answer and happens once', async () => {
    const { live, people, chain } = api.stage
    const offer = { offering: live, bondStroops: String(UNIT), priceN: 2, priceD: 1 }
    const built = await api.build('investor.luis', 'sell', offer)
    const envelopeXdr = await api.signed(built.envelopeXdr, ['investor.luis'])
    const before = await account(chain, people.address('investor.luis'))
    const first = await api.post('/v1/transactions', { envelopeXdr }, 202)
    const second = await api.post('/v1/transactions', { envelopeXdr }, 202)
    expect(second).toEqual(first)
    expect(first).toMatchObject({ hash: built.hash, status: 'success' })
    const after = await account(chain, people.address('investor.luis'))
    expect((after?.sequence ?? 0n) - (before?.sequence ?? 0n)).toBe(1n)
  })

  test('what was not built here is refused, and so is what is no envelope', async () => {
    const { chain, people } = api.stage
    const { buildEnvelope, payment } = await import('@heliobond/chain')
    const foreign = buildEnvelope(
      {
        source: people.address('investor.ana'),
        sequence: 1n,
        operations: [payment({ destination: people.address('investor.luis'), asset: 'native', amountStroops: 1n })],
        now: await chain.now(),
      },
      chain.config.passphrase,
    )
    const refused = await api.post('/v1/transactions', { envelopeXdr: foreign.envelopeXdr }, 404)
    expect(refused.code).toBe('HELIOBOND_TRANSACTION_NOT_FOUND')
    for (const envelopeXdr of ['AAAA', 'not base64', '=', 'A'.repeat(10_000)]) {
      const { code } = await api.post('/v1/transactions', { envelopeXdr }, 422)
      expect(code).toBe('HELIOBOND_MALFORMED_ENVELOPE')
    }
  })

  test('unsigned, or signed by somebody else, it is refused and can still be signed rightly', async () => {
    const offer = { offering: api.stage.live, bondStroops: String(UNIT), priceN: 3, priceD: 1 }
    const built = await api.build('investor.marta', 'sell', offer)
    const unsigned = await api.post('/v1/transactions', { envelopeXdr: built.envelopeXdr }, 422)
    expect(unsigned.code).toBe('HELIOBOND_NOT_SIGNED')
    const wrong = await api.signed(built.envelopeXdr, ['investor.ana'])
    const refused = await api.post('/v1/transactions', { envelopeXdr: wrong }, 422)
    expect(refused).toMatchObject({ code: 'HELIOBOND_NOT_SIGNED', networkCode: 'tx_bad_auth' })
    expect((await api.get(`/v1/transactions/${built.hash}`)).status).toBe('built')
    const right = await api.signed(built.envelopeXdr, ['investor.marta'])
    expect(await api.post('/v1/transactions', { envelopeXdr: right }, 202)).toMatchObject({ status: 'success' })
  })

  test('too late it is refused, and known as expired', async () => {
    const offer = { offering: api.stage.live, bondStroops: String(UNIT), priceN: 4, priceD: 1 }
    const built = await api.build('investor.marta', 'sell', offer)
    api.stage.localnet.advance({ seconds: 3_600 })
    const envelopeXdr = await api.signed(built.envelopeXdr, ['investor.marta'])
    const refused = await api.post('/v1/transactions', { envelopeXdr }, 202)
    expect(refused).toMatchObject({ status: 'expired', code: 'tx_too_late' })
    expect((await api.get(`/v1/transactions/${built.hash}`)).status).toBe('expired')
  })

  test.each(['drop', 'loseResponse', 'tryAgainLater'] as const)(
    'an answer of the network that never came (%s) changes nothing: it is followed to its end',
    async (kind) => {
      const offer = { offering: api.stage.live, bondStroops: String(UNIT), priceN: 5, priceD: 1 }
      const built = await api.build('investor.marta', 'sell', offer)
      const envelopeXdr = await api.signed(built.envelopeXdr, ['investor.marta'])
      api.stage.localnet.fault({ kind, method: 'sendTransaction' })
      const submitted = await api.post('/v1/transactions', { envelopeXdr }, 202)
      expect(submitted.hash).toBe(built.hash)
      const status = async () => (await api.get(`/v1/transactions/${built.hash}`)).status
      await expect.poll(status, { timeout: 10_000 }).toBe('success')
    },
  )

  test('an unknown hash is a 404', async () => {
    await api.get(`/v1/transactions/${'0'.repeat(64)}`, 404)
  })
})

describe('what is asked for', () => {
  test('is checked by the action’s own schema, with every fault named', async () => {
    const body = {
      action: 'invest',
      source: api.stage.people.address('investor.ana'),
      params: { offering: 'x', extra: 1 },
    }
    const answer = await api.post('/v1/transactions/build', body, 400)
    expect(answer.code).toBe('HELIOBOND_INVALID_REQUEST')
    expect(JSON.stringify(answer.errors)).toContain('/params')
  })

  test.each([
    ['no such action', { action: 'rob', source: 'G', params: {} }],
    ['no source', { action: 'invest', params: {} }],
    ['a contract as its source', { action: 'redeem', source: '', params: { offering: 1 } }],
    ['no object', []],
  ])('%s is a 400', async (_, body) => {
    const given = 'source' in body && body.source === '' ? { ...body, source: offeringContract } : body
    expect(await api.post('/v1/transactions/build', given, 400)).toMatchObject({ code: 'HELIOBOND_INVALID_REQUEST' })
  })
})

describe('paying', () => {
  test('a party that owes nothing cannot be paid for by bill, but straight: it is its credit', async () => {
    const { live, people, chain } = api.stage
    const system = (await api.get(`/v1/offerings/${live}`)).systemId
    expect(await api.build('donor', 'pay-bill', { system, party: 0 }, 409)).toMatchObject({ reason: 'NOTHING_TO_PAY' })
    const built = await api.build('donor', 'pay-direct', { offering: live, party: 0, amountStroops: '5000000' })
    expect(built.facts).toMatchObject({ surplusStroops: '5000000', couponStroops: '0' })
    const done = await api.act('donor', 'pay-direct', { offering: live, party: 0, amountStroops: '5000000' })
    expect(done).toMatchObject({ status: 'success', returnValue: { pulled: '5000000', surplus: '5000000' } })
    const { contractId } = await api.get(`/v1/offerings/${live}`)
    const partyAccount = await contractOf('offering', contractId, chain).read('party_account', { party: 0 })
    expect(partyAccount.credit).toBe(5_000_000n)
    expect(people.address('donor')).toMatch(/^G/)
  })
})
