import { Asset, Horizon, type Keypair, Operation } from '@stellar/stellar-sdk'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Localnet, startLocalnet } from '../server/localnet.ts'
import { carryOut, fundedAccount, payment } from '../server/testing.ts'
import type { Json } from './testing.ts'

// Server-sent events: render/sse/{stream,stream_handler}.go and httpx/handler.go.

let net: Localnet
let server: Horizon.Server
let ana: Keypair
let luis: Keypair

beforeAll(async () => {
  net = await startLocalnet()
  server = new Horizon.Server(net.horizonUrl, { allowHttp: true })
  ana = await fundedAccount(net)
  luis = await fundedAccount(net)
})

afterAll(() => net.close())

const pay = (amount: string) => carryOut(net, ana, [payment(luis.publicKey(), Asset.native(), amount)])

/** The body of a stream up to a text, and the connection's headers. */
async function readUntil(path: string, text: string, headers: Record<string, string> = {}, meanwhile = async () => {}) {
  const controller = new AbortController()
  const response = await fetch(`${net.url}${path}`, {
    headers: { accept: 'text/event-stream', ...headers },
    signal: controller.signal,
  })
  const decoder = new TextDecoder()
  let told = ''
  await meanwhile()
  for await (const chunk of response.body ?? []) {
    told += decoder.decode(chunk, { stream: true })
    if (told.includes(text)) break
  }
  controller.abort()
  return { told, response }
}

interface Streamable {
  cursor(at: string): Streamable
  stream(options: { onmessage: (record: never) => void }): () => void
}

/** The first records that the public client's stream tells while something is done. */
function streamed(builder: unknown, count: number, doing: () => Promise<unknown>): Promise<Json[]> {
  const records: Json[] = []
  return new Promise((resolve, reject) => {
    const close = (builder as Streamable).stream({
      onmessage: (record: Json) => {
        if (records.length === count) return
        records.push(record)
        if (records.length < count) return
        close()
        resolve(records)
      },
    })
    // The stream must be open before anything happens that it is to tell from now on.
    setTimeout(() => doing().catch(reject), 300)
  })
}

test('a stream says hello, tells what comes after the cursor, and byebye after a page', async () => {
  await pay('1')
  const path = `/accounts/${luis.publicKey()}/payments?limit=2`
  const { told, response } = await readUntil(path, 'byebye')
  expect(response.headers.get('content-type')).toContain('text/event-stream')
  expect(response.headers.get('access-control-allow-origin')).toBe('*')
  expect(told.startsWith('retry: 1000\nevent: open\ndata: "hello"\n\n')).toBe(true)
  expect(told.endsWith('retry: 10\nevent: close\ndata: "byebye"\n\n')).toBe(true)
  expect(told.match(/^id: \d+$/gm)).toHaveLength(2)
})

test('a stream that was cut goes on after its last event', async () => {
  const first = await readUntil(`/payments?limit=1`, 'byebye')
  const id = /^id: (\d+)$/m.exec(first.told)?.[1] ?? ''
  const second = await readUntil(`/payments?limit=1`, 'byebye', { 'last-event-id': id })
  const next = /^id: (\d+)$/m.exec(second.told)?.[1] ?? ''
  expect(BigInt(next)).toBeGreaterThan(BigInt(id))
})

test('from now on means: what ledgers bring that close after the stream began', async () => {
  const path = `/accounts/${luis.publicKey()}/payments?cursor=now`
  const { told } = await readUntil(path, 'id: ', {}, async () => {
    await pay('2.5')
  })
  expect(told.match(/^id: /gm)).toHaveLength(1)
  expect(told).toContain('"amount":"2.5000000"')
})

test('the public client streams ledgers, transactions, operations, payments, effects and trades as they come', async () => {
  const usdc = new Asset('USDC', ana.publicKey())
  await carryOut(net, luis, [Operation.changeTrust({ asset: usdc })])
  const sell = { selling: usdc, buying: Asset.native(), amount: '1', price: '1' }
  const doing = async () => {
    await carryOut(net, ana, [Operation.manageSellOffer(sell)])
    await carryOut(net, luis, [
      Operation.manageBuyOffer({ ...sell, selling: Asset.native(), buying: usdc, buyAmount: '1' }),
    ])
    await pay('3')
  }
  const told = await Promise.all([
    streamed(server.ledgers().cursor('now'), 3, doing),
    streamed(server.transactions().forAccount(ana.publicKey()).cursor('now'), 2, async () => {}),
    streamed(server.operations().forAccount(ana.publicKey()).cursor('now'), 2, async () => {}),
    streamed(server.payments().forAccount(ana.publicKey()).cursor('now'), 1, async () => {}),
    streamed(server.effects().forAccount(luis.publicKey()).cursor('now'), 2, async () => {}),
    streamed(server.trades().cursor('now'), 1, async () => {}),
  ])
  const [ledgers, transactions, operations, payments, effects, trades] = told
  const sequences = ledgers?.map(({ sequence }) => Number(sequence)) ?? []
  expect(sequences).toEqual([sequences[0], (sequences[0] ?? 0) + 1, (sequences[0] ?? 0) + 2])
  // The second is luis's, which takes ana's offer and so changes her account.
  expect(transactions?.map(({ source_account }) => source_account)).toEqual([ana.publicKey(), luis.publicKey()])
  expect(operations?.map(({ type }) => type)).toEqual(['manage_sell_offer', 'payment'])
  expect(payments).toMatchObject([{ amount: '3.0000000' }])
  expect(effects?.map(({ type }) => type)).toEqual(['trade', 'account_credited'])
  expect(trades).toMatchObject([{ base_amount: '1.0000000' }])
})

test('the public client streams an account, its offers and the order book as they change', async () => {
  const gold = new Asset('GOLD', ana.publicKey())
  const offer = { selling: gold, buying: Asset.native(), amount: '1', price: '7' }
  const doing = () => carryOut(net, ana, [Operation.manageSellOffer(offer)])
  const [account, book, offers] = await Promise.all([
    streamed(server.accounts().accountId(ana.publicKey()), 2, doing),
    streamed(server.orderbook(gold, Asset.native()), 2, async () => {}),
    readOffers(),
  ])
  expect(Number(account?.[1]?.subentry_count)).toBe(Number(account?.[0]?.subentry_count) + 1)
  expect(book?.map(({ asks }) => (asks as unknown[]).length)).toEqual([0, 1])
  expect(offers).toMatchObject([{ price: '7.0000000' }])
})

/** Offers stream under their account only; the public client asks for them elsewhere. */
async function readOffers(): Promise<Json[]> {
  const { told } = await readUntil(`/accounts/${ana.publicKey()}/offers`, '"price":"7.0000000"')
  const data = told.split('\n').findLast((line) => line.startsWith('data: {'))
  return [JSON.parse(data?.slice('data: '.length) ?? '{}') as Json]
}

test('a stream of what does not exist is the same problem as a page of it', async () => {
  const response = await fetch(`${net.url}/accounts/GNOBODY/payments`, { headers: { accept: 'text/event-stream' } })
  expect([response.status, response.headers.get('content-type')]).toEqual([
    400,
    'application/problem+json; charset=utf-8',
  ])
})

test('a client that goes away leaves nothing behind', async () => {
  await readUntil('/ledgers?cursor=now', 'hello')
  await pay('1')
  // A write to a connection that is gone would end the test run with an error.
  expect((await fetch(`${net.url}/ledgers?order=desc&limit=1`)).status).toBe(200)
})
