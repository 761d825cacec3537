// The embedded network stands on its own and is no dependency of this package: only its tests start one.
import { type Localnet, type LocalnetOptions, startLocalnet } from '../../localnet/src/index.ts'
import { type Chain, createChain } from './chain.ts'
import { createKey, type Signer } from './keys.ts'
import type { ChainOperation } from './operation.ts'
import { type Submitted, submitNow } from './submit-now.ts'

/** A network for one test file, reached over real sockets. */
export interface TestNetwork {
  readonly net: Localnet
  readonly chain: Chain
  /** A new account with 10,000 lumens. */
  account(): Promise<Signer>
  /** Carries operations out. @throws if they do not succeed. */
  act(
    source: Signer,
    operations: readonly ChainOperation[],
    signers?: readonly Signer[],
  ): Promise<Extract<Submitted, { kind: 'success' }>>
  close(): Promise<void>
}

export async function startTestNetwork(options: LocalnetOptions = {}): Promise<TestNetwork> {
  const net = await startLocalnet({ port: 0, ...options })
  const chain = createChain({
    network: 'local',
    rpcUrl: net.rpcUrl,
    horizonUrl: net.horizonUrl,
    passphrase: net.passphrase,
    pollMs: 5,
  })
  return {
    net,
    chain,
    async account() {
      const { signer } = createKey()
      await net.fund(signer.address)
      return signer
    },
    async act(source, operations, signers = []) {
      const done = await submitNow(chain, { source, operations, signers })
      if (done.kind !== 'success') throw new Error(`not carried out: ${JSON.stringify(done, bigintText)}`)
      return done
    },
    close: () => net.close(),
  }
}

const bigintText = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? value.toString() : value)
