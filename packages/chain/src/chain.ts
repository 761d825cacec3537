import type { Api } from '@stellar/stellar-sdk/rpc'
import { type ChainConfig, requestTimeout } from './config.ts'
import { createJsonRpc, type JsonRpc } from './json-rpc.ts'

/** A network as servers see it: its configuration, its RPC, its time. */
export interface Chain {
  readonly config: ChainConfig
  readonly rpc: JsonRpc
  /** The network's time: the latest ledger's close time in Unix seconds. Every decision about money uses it. */
  now(): Promise<bigint>
  /** The number of the latest ledger. */
  ledger(): Promise<number>
  /** The protocol version in force, at most a minute old: a vote changes it. */
  protocolVersion(): Promise<number>
  /** The network's friendbot, where it has one. */
  friendbotUrl(): Promise<string | undefined>
}

/** A hash that no transaction has. Asking for it yields the network's time at no other cost. */
const NO_TRANSACTION = '0'.repeat(64)

const PROTOCOL_AGE_MS = 60_000

/** Opens the way to a network. Nothing is asked of it before the first call. */
export function createChain(config: ChainConfig): Chain {
  const rpc = createJsonRpc(config.rpcUrl, requestTimeout(config))
  const network = (): Promise<{ protocolVersion: number | string; friendbotUrl?: string }> => rpc.ask('getNetwork')
  let protocol: { readonly version: number; readonly readAtMs: number } | undefined
  return {
    config,
    rpc,
    async now() {
      const answer = await rpc.ask<Api.RawGetTransactionResponse>('getTransaction', { hash: NO_TRANSACTION })
      return BigInt(answer.latestLedgerCloseTime)
    },
    async ledger() {
      return (await rpc.ask<Api.GetHealthResponse>('getHealth')).latestLedger
    },
    async protocolVersion() {
      if (!protocol || performance.now() - protocol.readAtMs > PROTOCOL_AGE_MS) {
        protocol = { version: Number((await network()).protocolVersion), readAtMs: performance.now() }
      }
      return protocol.version
    },
    async friendbotUrl() {
      return (await network()).friendbotUrl || undefined
    },
  }
}
