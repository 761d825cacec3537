import { contractWasm } from '@heliobond/contracts'
import { afterAll, beforeAll, describe, expect, expectTypeOf, test } from 'vitest'
import {
  type ChainEvent,
  type ContractClients,
  ContractReadError,
  contractOf,
  deployedAddress,
  deployOurs,
  eventPages,
  eventsOf,
  type MethodArgs,
  type MethodName,
  type MethodResult,
  randomSalt,
  uploadWasm,
  wasmHash,
} from './index.ts'
import type { Signer } from './keys.ts'
import { startTestNetwork, type TestNetwork } from './testing.ts'

type Tariff = ContractClients['tariff']

describe('a contract through its generated client', () => {
  let network: TestNetwork
  let admin: Signer
  let feeder: Signer
  let contractId: string
  const kwh = { tag: 'Other', values: ['KWH'] } as const

  beforeAll(async () => {
    network = await startTestNetwork()
    admin = await network.account()
    feeder = await network.account()
    const wasm = await contractWasm('tariff')
    const salt = randomSalt()
    contractId = deployedAddress({ deployer: admin.address, salt, passphrase: network.net.passphrase })
    await network.act(admin, [uploadWasm({ wasm })])
    await network.act(admin, [
      deployOurs('tariff', {
        deployer: admin.address,
        wasmHash: wasmHash(wasm),
        salt,
        args: {
          governance: { admin: admin.address, trustee: feeder.address, upgrade_delay: 30n * 86_400n },
          base: { tag: 'Other', values: ['USD'] },
          feeders: [feeder.address],
          max_age: 86_400n,
          deviation_bps: 2_500,
        },
      }),
    ])
  })
  afterAll(() => network.close())

  test('method names, arguments and results come from the client', () => {
    expectTypeOf<'set_price'>().toExtend<MethodName<Tariff>>()
    expectTypeOf<'spec'>().not.toExtend<MethodName<Tariff>>()
    expectTypeOf<MethodArgs<Tariff, 'paused'>>().toEqualTypeOf<undefined>()
    expectTypeOf<MethodArgs<Tariff, 'prices'>>().toHaveProperty('records')
    expectTypeOf<MethodResult<Tariff, 'paused'>>().toEqualTypeOf<boolean>()
    // A contract's `Result` is taken apart: an error is a refusal, not a value.
    expectTypeOf<MethodResult<Tariff, 'pause'>>().toEqualTypeOf<null>()
  })

  test('its address is known before it is deployed', async () => {
    expect(await contractOf('tariff', contractId, network.chain).read('role', { role: 'admin' })).toBe(admin.address)
  })

  test('a call authorized by another account than the source passes, and its event is read by its interface', async () => {
    const tariff = contractOf('tariff', contractId, network.chain)
    const now = await network.chain.now()
    const call = tariff.call('set_price', { feeder: feeder.address, asset: kwh, price: 2_620_000n, effective_at: now })
    const done = await network.act(admin, [call], [feeder])

    const price = await tariff.read('lastprice', { asset: kwh })
    expect(price).toEqual({ price: 2_620_000n, timestamp: now })
    expect(done.returnValueXdr).toBeDefined()

    const pages = eventPages(network.chain, { contractIds: [contractId], from: { ledger: done.ledger } })
    const events: ChainEvent[] = []
    for await (const page of pages) events.push(...page.events)
    const [event] = tariff.decodeEvents(events)
    expect(event?.event.txHash).toBe(done.hash)
    expect(event?.data).toMatchObject({ price: 2_620_000n })
    // The same event, straight from the transaction.
    const [same] = tariff.decodeEvents(eventsOf(done))
    expect(same).toMatchObject({ name: event?.name, data: event?.data, event: { operationIndex: 0 } })
  })

  test('a refusal comes as a value with the contract’s own error and its name', async () => {
    const tariff = contractOf('tariff', contractId, network.chain)
    const args = { feeder: admin.address, asset: kwh, price: 1n, effective_at: await network.chain.now() }
    const refused = await tariff.tryRead('set_price', args)
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'CONTRACT_ERROR', contractError: 2000, contractErrorName: 'NotFeeder' },
    })
    await expect(tariff.read('set_price', args)).rejects.toBeInstanceOf(ContractReadError)
  })
})
