import { setTimeout as sleep } from 'node:timers/promises'
import { account } from './accounts.ts'
import type { Chain } from './chain.ts'
import { pollInterval } from './config.ts'
import { buildEnvelope, type Envelope, type TransactionMemo } from './envelope.ts'
import type { Failure } from './errors.ts'
import { RpcUnavailableError } from './json-rpc.ts'
import type { Signer } from './keys.ts'
import type { ChainOperation } from './operation.ts'
import { type Prepared, type PrepareOptions, prepare } from './prepare.ts'
import { type Sent, send } from './send.ts'
import { outcomeOf, type Settled, settle } from './settle.ts'
import { sign } from './sign.ts'

/** A transaction to carry through at once. */
export interface SubmitNow extends PrepareOptions {
  /** Whose sequence number and lumens it uses; it signs. One transaction a source at a time. */
  readonly source: Signer
  readonly operations: readonly ChainOperation[]
  /** Who signs besides the source: as sources of operations, or to authorize a contract call. */
  readonly signers?: readonly Signer[]
  readonly lifetimeSeconds?: number
  readonly baseFeeStroops?: bigint
  readonly memo?: TransactionMemo
  /** Called with what will be sent, before it is: the place to write it down. */
  readonly onSigned?: (envelope: Envelope) => Promise<void> | void
}

/** How it ended. Refusals are values; only what is final is told. */
export type Submitted =
  | Settled
  /** The network did not take it and it is in no ledger. */
  | { readonly kind: 'rejected'; readonly hash: string; readonly failure: Failure }
  | { readonly kind: 'no-account'; readonly address: string }
  | Exclude<Prepared, { kind: 'ready' }>

/**
 * Builds, signs and sends one transaction and waits for its end: for setup, and for people's own acts. What pays bills goes
 * through an outbox.
 *
 * One call sends one envelope: it is sent again while the network says so, and never replaced by another.
 */
export async function submitNow(chain: Chain, p: SubmitNow): Promise<Submitted> {
  const source = await account(chain, p.source.address)
  if (!source) return { kind: 'no-account', address: p.source.address }
  const draft = buildEnvelope(
    {
      source: p.source.address,
      sequence: source.sequence + 1n,
      operations: p.operations,
      now: await chain.now(),
      ...(p.lifetimeSeconds !== undefined && { lifetimeSeconds: p.lifetimeSeconds }),
      ...(p.baseFeeStroops !== undefined && { baseFeeStroops: p.baseFeeStroops }),
      ...(p.memo && { memo: p.memo }),
    },
    chain.config.passphrase,
  )
  const prepared = await prepare(chain, draft, { ...p, authorizers: p.authorizers ?? p.signers ?? [] })
  if (prepared.kind !== 'ready') return prepared
  const signers = [p.source, ...envelopeSigners(p)]
  const signed = await sign(prepared.envelope, signers, chain.config.passphrase)
  await p.onSigned?.(signed)
  return deliver(chain, signed)
}

/** The network refuses an envelope with signatures it has no use for: who only authorizes a call signs no envelope. */
function envelopeSigners({ operations, signers = [] }: SubmitNow): readonly Signer[] {
  const sources = new Set(operations.map((operation) => operation.source))
  return signers.filter((signer) => sources.has(signer.address))
}

/**
 * Sends an envelope until it is taken, refused or dead, and waits for its end.
 *
 * @param envelope one that has never been sent. (A refusal then means that no ledger has it. A refusal of an envelope that
 *   was sent before may mean that a ledger has it already, which the node's history may show only a moment later.)
 */
export async function deliver(chain: Chain, envelope: Envelope): Promise<Submitted> {
  for (let attempt = 1; ; attempt++) {
    const sent = await sendOrLose(chain, envelope)
    if (sent?.kind === 'PENDING' || sent?.kind === 'DUPLICATE') return settle(chain, envelope.hash, envelope)
    if (sent?.kind === 'ERROR') {
      if (attempt > 1) return settle(chain, envelope.hash, envelope)
      return { kind: 'rejected', hash: envelope.hash, failure: sent.failure }
    }
    // An answer that never came and TRY_AGAIN_LATER leave open whether a ledger has it by now.
    const outcome = await outcomeOf(chain, envelope.hash, envelope)
    if (outcome) return outcome
    await sleep(pollInterval(chain.config))
  }
}

async function sendOrLose(chain: Chain, envelope: Envelope): Promise<Sent | undefined> {
  try {
    return await send(chain, envelope.envelopeXdr)
  } catch (error) {
    if (error instanceof RpcUnavailableError) return undefined
    throw error
  }
}
