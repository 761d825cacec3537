import { stopTestServer } from '@heliobond/db'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formatPosition, parsePosition } from './event-feed.ts'
import { seedBill, seedCollection, seedOffering, seedSystem } from './seed.test-helper.ts'
import { openTestApi, type TestApi } from './testing.test-helper.ts'

let api: TestApi
let url: string

beforeAll(async () => {
  api = await openTestApi({ corsOrigins: ['https://portal.example'] })
  await seedSystem(api.database, 1, false)
  await seedSystem(api.database, 2, false)
  await seedOffering(api.database, 1, 1)
  url = await api.app.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(async () => {
  await api?.close()
  await stopTestServer()
})

interface Heard {
  readonly event: string
  readonly id: string
  readonly data: Record<string, unknown>
}

/** A stream as a browser reads it. */
async function listen(query = '', lastEventId?: string) {
  const stop = new AbortController()
  const response = await fetch(`${url}/v1/events${query}`, {
    signal: stop.signal,
    headers: {
      origin: 'https://portal.example',
      ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
    },
  })
  const heard: Heard[] = []
  let firstId = ''
  const read = async () => {
    let rest = ''
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      rest += chunk
      for (let end = rest.indexOf('\n\n'); end >= 0; end = rest.indexOf('\n\n')) {
        const fields = new Map(
          rest
            .slice(0, end)
            .split('\n')
            .map((line) => line.split(/: (.*)/s) as [string, string]),
        )
        rest = rest.slice(end + 2)
        firstId ||= fields.get('id') ?? ''
        const event = fields.get('event')
        if (event) heard.push({ event, id: fields.get('id') ?? '', data: JSON.parse(fields.get('data') ?? 'null') })
      }
    }
  }
  const done = read().catch((error: unknown) => {
    if (!stop.signal.aborted) throw error
  })
  await expect.poll(() => firstId).not.toBe('')
  return {
    response,
    heard,
    id: () => firstId,
    async close() {
      stop.abort()
      await done
    },
  }
}

describe('/v1/events', () => {
  test('tells what happens to who listens, of the system that they asked for', async () => {
    const all = await listen()
    const second = await listen('?system=2')
    expect(all.response.headers.get('content-type')).toContain('text/event-stream')
    expect(all.response.headers.get('access-control-allow-origin')).toBe('https://portal.example')
    await seedBill(api.database, 1, 1n)
    await seedBill(api.database, 2, 2n)
    await seedCollection(api.database, 1, 1)
    await expect
      .poll(() => all.heard.map(({ event, data }) => [event, data.systemId]), { timeout: 5_000 })
      .toEqual([
        ['bill', 1],
        ['bill', 2],
        ['payment', 2],
        ['collection', 1],
      ])
    expect(all.heard[0]?.data).toMatchObject({ number: '1', dueStroops: '22517998136852', partyIndex: 0 })
    expect(second.heard.map(({ event }) => event)).toEqual(['bill', 'payment'])
    await Promise.all([all.close(), second.close()])
  })

  test('brings what was missed to who comes back, once', async () => {
    const before = await listen()
    const lastId = before.id()
    await before.close()
    for (let number = 11n; number < 14n; number += 1n) await seedBill(api.database, 1, number)
    const back = await listen('', lastId)
    const bills = () => back.heard.filter(({ event }) => event === 'bill').map(({ data }) => data.number)
    await expect.poll(bills, { timeout: 5_000 }).toEqual(['11', '12', '13'])
    await seedBill(api.database, 1, 14n)
    await expect.poll(bills, { timeout: 5_000 }).toEqual(['11', '12', '13', '14'])
    await back.close()
  })

  test('tells a new reading of a meter', async () => {
    const stream = await listen('?system=1')
    await api.database.prisma.meterHead.create({
      data: { meterId: 10, epoch: 1, seq: 5n, at: 1_767_225_600n, generatedWh: 7n, consumedWh: 0n, exportedWh: 0n },
    })
    await expect
      .poll(() => stream.heard.filter(({ event }) => event === 'reading').map(({ data }) => data), { timeout: 5_000 })
      .toMatchObject([{ meter: 10, at: '2026-01-01T00:00:00Z', generatedWh: '7', powerW: null }])
    await stream.close()
  })

  test('tells once that a transaction of a wallet was settled, whatever system is listened to', async () => {
    const stream = await listen('?system=1')
    const row = {
      action: 'invest',
      source: 'GSOURCE',
      params: {},
      envelopeXdr: 'AAAA',
      feeStroops: 100n,
      expiresAt: 1_767_226_200n,
      createdAt: 1_767_225_600n,
      updatedAt: 1_767_225_600n,
    }
    const { prisma } = api.database
    await prisma.trackedTransaction.create({ data: { ...row, hash: 'a'.repeat(64), status: 'pending' } })
    await prisma.trackedTransaction.create({
      data: { ...row, hash: 'b'.repeat(64), status: 'failed', code: 'op_no_trust' },
    })
    const told = () => stream.heard.filter(({ event }) => event === 'transaction').map(({ data }) => data)
    await expect.poll(told, { timeout: 5_000 }).toMatchObject([{ hash: 'b'.repeat(64), code: 'op_no_trust' }])
    const done = { status: 'success', code: 'tx_success', ledger: 9 }
    await prisma.trackedTransaction.update({ where: { hash: 'a'.repeat(64) }, data: done })
    await expect
      .poll(told, { timeout: 5_000 })
      .toMatchObject([
        { hash: 'b'.repeat(64) },
        { hash: 'a'.repeat(64), action: 'invest', source: 'GSOURCE', ...done, systemId: null },
      ])
    expect(JSON.stringify(stream.heard)).not.toContain('envelope')
    await stream.close()
  })

  test.each(['x', '1-2-3', "1-2-3-4'; drop table bill", '99999999999999999999-0-0-0', '-1-0-0-0'])(
    'Last-Event-ID %j is refused',
    async (id) => {
      const response = await api.app.inject({ url: '/v1/events', headers: { 'last-event-id': id } })
      expect(response.json().code).toBe('HELIOBOND_BAD_CURSOR')
    },
  )

  test('closing the API ends the streams', async () => {
    const other = await openTestApi()
    const address = await other.app.listen({ host: '127.0.0.1', port: 0 })
    const response = await fetch(`${address}/v1/events`)
    const body = response.text()
    await other.app.close()
    expect(await body).toContain('retry: 3000')
    await other.database.close()
  })
})

test('a position is read as it was written', () => {
  const position = { bill: 1n, payment: 2n ** 63n - 1n, collection: 0n, redemption: 4n }
  expect(parsePosition(formatPosition(position))).toEqual(position)
})
