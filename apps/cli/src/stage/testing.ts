/** The whole example on a network and a database of its own: what tests of other programs play on. */
import { randomBytes } from 'node:crypto'
import { type Chain, createChain } from '@heliobond/chain'
import { type Database, withDatabase } from '@heliobond/db'
import { type Localnet, startLocalnet } from '@heliobond/localnet'
import { type Example, issueExample } from './issue.ts'

export interface Stage extends Example {
  readonly chain: Chain
  readonly database: Database
  readonly localnet: Localnet
  readonly secretKey: Uint8Array
  close(): Promise<void>
}

/** Opens it; takes a few seconds. Close it, then stop the test server of the database. */
export async function openStage(): Promise<Stage> {
  const localnet = await startLocalnet({ port: 0 })
  const database = await withDatabase()
  const { rpcUrl, horizonUrl, passphrase } = localnet
  const chain = createChain({ network: 'local', rpcUrl, horizonUrl, passphrase, pollMs: 5 })
  const secretKey = new Uint8Array(randomBytes(32))
  const example = await issueExample({
    chain,
    database,
    secretKey,
    advance: (seconds) => localnet.advance({ seconds }),
    onStep: () => undefined,
    say: () => undefined,
  })
  return {
    ...example,
    chain,
    database,
    localnet,
    secretKey,
    async close() {
      await database.close()
      await localnet.close()
    },
  }
}
