import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { createChain, RpcRefusedError, RpcUnavailableError } from './index.ts'
import { startTestNetwork, type TestNetwork } from './testing.ts'

describe('a question to the network', () => {
  let network: TestNetwork
  beforeAll(async () => {
    network = await startTestNetwork()
  })
  afterEach(() => network.net.fault(undefined))
  afterAll(() => network.close())

  test('is asked again when no answer comes, a few times', async () => {
    network.net.fault({ kind: 'drop', count: 1 })
    network.net.fault({ kind: 'http5xx', count: 1 })
    expect(await network.chain.ledger()).toBeGreaterThan(0)
    network.net.fault({ kind: 'drop', count: 3 })
    await expect(network.chain.ledger()).rejects.toBeInstanceOf(RpcUnavailableError)
  })

  test('that must not be repeated is asked once', async () => {
    network.net.fault({ kind: 'http5xx', count: 1 })
    await expect(network.chain.rpc.once('getHealth')).rejects.toMatchObject({
      code: 'RPC_UNAVAILABLE',
      method: 'getHealth',
    })
    expect(await network.chain.rpc.once('getHealth')).toMatchObject({ status: 'healthy' })
  })

  test('that is refused is not repeated, and keeps the network’s own code', async () => {
    const refused = network.chain.rpc.ask('getEverything')
    await expect(refused).rejects.toBeInstanceOf(RpcRefusedError)
    await expect(refused).rejects.toMatchObject({ code: 'RPC_REFUSED', rpcCode: -32_601 })
  })

  test('is lost after its time', async () => {
    const hasty = createChain({ ...network.chain.config, requestTimeoutMs: 30 })
    network.net.fault({ kind: 'delay', ms: 300, count: 1 })
    await expect(hasty.rpc.once('getHealth')).rejects.toBeInstanceOf(RpcUnavailableError)
  })
})
