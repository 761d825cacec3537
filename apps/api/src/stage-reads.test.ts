import { stopTestServer } from '@heliobond/db'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStagedApi, type StagedApi } from './stage.test-helper.ts'

const UNIT = 10_000_000n
let api: StagedApi

beforeAll(async () => {
  api = await openStagedApi()
  await api.work('index')
})
afterAll(async () => {
  await api?.close()
  await stopTestServer()
})

describe('the example, read from what the network said', () => {
  test('offerings tell what is sold, to whom, and where each stands', async () => {
    const { live, onSale, building } = api.stage
    const sold = async (id: number) => {
      const { state, soldStroops, holdersCount, contractTerms } = await api.get(`/v1/offerings/${id}`)
      return [state, BigInt(soldStroops) / UNIT, holdersCount, contractTerms.rateBps]
    }
    expect(await sold(live)).toEqual(['Live', 50_000n, 3, 500])
    expect(await sold(onSale)).toEqual(['Funding', 40_000n, 2, 450])
    expect(await sold(building)).toEqual(['Building', 80_000n, 2, 475])
    const states = (await api.get(`/v1/offerings/${live}/timeline?states=true`)).data
    expect(states.map(({ state }: { state: string }) => state)).toEqual(['Funding', 'Building', 'Live'])
  })

  test('buckets are what the ledger holds, to the stroop', async () => {
    for (const id of [api.stage.live, api.stage.onSale, api.stage.building]) {
      const { totalStroops, heldStroops } = await api.get(`/v1/offerings/${id}/buckets`)
      expect(heldStroops).toBe(totalStroops)
      expect(BigInt(totalStroops)).toBeGreaterThan(0n)
    }
  })

  test('holders are who bought, and documents bear the hash of the terms', async () => {
    const { people, onSale } = api.stage
    const { data } = await api.get(`/v1/offerings/${onSale}/holders`)
    expect(
      data.map(({ holder, bondStroops }: { holder: string; bondStroops: string }) => [holder, bondStroops]),
    ).toEqual([
      [people.address('investor.ana'), String(30_000n * UNIT)],
      [people.address('investor.luis'), String(10_000n * UNIT)],
    ])
    for (const id of [api.stage.live, onSale, api.stage.building]) {
      const documents = await api.get(`/v1/offerings/${id}/documents`)
      expect(documents.data.some(({ inTerms }: { inTerms: boolean }) => inTerms)).toBe(true)
    }
  })

  test('the tender is open to bids, with its milestones in words', async () => {
    const { data } = await api.get('/v1/tenders?stage=Open')
    expect(data).toMatchObject([
      {
        id: `${api.stage.building}-1`,
        phase: 'commit',
        bidCount: 0,
        winner: null,
        terms: { pricing: 'FirstPrice', retentionBps: 500 },
      },
    ])
    const tender = await api.get(`/v1/tenders/${data[0].id}`)
    expect(tender.bids).toEqual([])
    const office = (name: string) => api.stage.people.address(name)
    expect(tender.offices).toEqual({
      issuer: office('issuer'),
      trustee: office('trustee'),
      approver: office('approver'),
      certifier: office('certifier'),
      arbiter: office('arbiter'),
      evaluator: office('evaluator'),
    })
    expect(tender.terms.ceilingStroops).toBe(
      (await api.get(`/v1/offerings/${api.stage.building}`)).buckets.construction,
    )
    expect(await api.get('/v1/tenders/99-1', 404)).toMatchObject({
      code: 'HELIOBOND_TENDER_NOT_FOUND',
      detail: 'There is no tender 99-1.',
      params: { tender: '99-1' },
    })
    await api.get('/v1/tenders/x', 400)
    expect((await api.get(`/v1/tenders?bidder=${api.stage.people.address('donor')}`)).data).toEqual([])
  })

  test('the live system is certified from its first day, and nothing is retired yet', async () => {
    const { systemId } = await api.get(`/v1/offerings/${api.stage.live}`)
    const account = await api.get(`/v1/certificates/${systemId}`)
    expect(account).toMatchObject({
      startWh: '0',
      recMwh: '0',
      policy: { kind: 'Rec', owner_bps: 8_000 },
      announcedPolicy: null,
    })
    expect((await api.get('/v1/certificates')).data).toHaveLength(1)
    expect((await api.get('/v1/certificates/retirements')).data).toEqual([])
    expect((await api.get(`/v1/certificates/${systemId}/mints`)).data).toEqual([])
    const { systemId: other } = await api.get(`/v1/offerings/${api.stage.onSale}`)
    expect((await api.get(`/v1/certificates/${other}`, 404)).code).toBe('HELIOBOND_NOT_CERTIFIED')
  })

  test('an investor sees holdings, cost and history of both bonds', async () => {
    const ana = await api.signIn('investor.ana')
    const { holdings, balances } = await api.get('/v1/portfolio', 200, ana)
    expect(holdings).toMatchObject([
      {
        offeringId: api.stage.live,
        bondStroops: String(25_000n * UNIT),
        costStroops: String(25_000n * UNIT),
        currentYieldBps: 500,
      },
      {
        offeringId: api.stage.onSale,
        bondStroops: String(30_000n * UNIT),
        costStroops: String(29_700n * UNIT),
        accruedStroops: '0',
      },
    ])
    expect(balances.map(({ asset }: { asset: string }) => asset.split(':')[0])).toEqual(['native', 'USDC'])
    const { data } = await api.get('/v1/portfolio/history', 200, ana)
    expect(data.map(({ kind }: { kind: string }) => kind)).toEqual(['invested', 'invested'])
  })
})
