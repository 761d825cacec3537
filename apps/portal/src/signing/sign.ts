/** One transaction from the request to its end, step by step. Each step is a value; nothing here draws. */
import { err, ok, type Result } from '@heliobond/domain'
import { ask } from '../api/browser.ts'
import { type ApiProblem, isOutage } from '../api/problem.ts'
import type { Wallet } from '../wallet/wallet.ts'
import type { WalletTrouble } from '../wallet/wallet-problem.tsx'
import { type BuildRequest, type BuiltTransaction, isFinal, type TrackedTransaction } from './built.ts'
import type { Expected, Mismatch } from './judge.ts'

/** What the API built, read from its own bytes, and in what it is not what is shown. */
export interface Reviewed {
  readonly built: BuiltTransaction
  readonly mismatches: readonly Mismatch[]
  /** Every operation as JSON, for whoever wants to read it. */
  readonly operations: readonly { readonly type: string; readonly json: string }[]
}

/** Lets the API build it, then reads what it really says. */
export async function buildAndReview(request: BuildRequest, expected: Expected): Promise<Result<Reviewed, ApiProblem>> {
  const built = await ask<BuiltTransaction>('/api/v1/transactions/build', { method: 'POST', body: request })
  if (!built.ok) return built
  const [{ assetContractId, inspectEnvelope }, { judge }] = await Promise.all([
    import('../chain/inspect.ts'),
    import('./judge.ts'),
  ])
  const inspected = inspectEnvelope(built.value.envelopeXdr, expected.passphrase)
  const { assets, contracts = [], passphrase } = expected
  const known = assets && { contracts: [...contracts, ...assets.map((asset) => assetContractId(asset, passphrase))] }
  return ok({
    built: built.value,
    mismatches: judge(inspected, built.value, { ...expected, ...known }),
    operations: inspected.operations.map(({ type, json }) => ({ type, json })),
  })
}

/** A further signature, by a key that only this browser has: of an issuing account that is being made, for one. */
export type CoSign = (envelopeXdr: string) => Promise<string>

/**
 * Asks the wallet to sign, having looked once more at its network and its address; what comes back must be the same transaction.
 */
export async function signReviewed(
  wallet: Wallet,
  { built }: Reviewed,
  { address, passphrase }: Expected,
  coSign?: CoSign,
): Promise<Result<string, WalletTrouble>> {
  const shown = await wallet.getAddress()
  if (!shown.ok) return shown
  if (shown.value !== address) return err({ code: 'WRONG_ADDRESS', expected: address, actual: shown.value })
  const network = await wallet.getNetwork()
  if (!network.ok) return network
  if (network.value.passphrase !== passphrase) {
    return err({ code: 'WRONG_NETWORK', site: passphrase, wallet: network.value.passphrase })
  }
  const signed = await wallet.signTransaction(built.envelopeXdr, { networkPassphrase: passphrase, address })
  if (!signed.ok) return signed
  const envelope = coSign ? await coSign(signed.value) : signed.value
  const { inspectEnvelope } = await import('../chain/inspect.ts')
  const { hash, signatures } = inspectEnvelope(envelope, passphrase)
  if (hash !== built.hash || signatures === 0) {
    return err({ code: 'OTHER', message: 'another transaction came back than was sent' })
  }
  return ok(envelope)
}

const LOOK_MS = 1_000
const LOOK_AGAIN_MS = 3_000

/** Whether the API said no to an envelope: neither an outage, nor too much at once, nor that it is at the same envelope already. */
const isRefusal = (problem: ApiProblem): boolean =>
  !isOutage(problem) && problem.status !== 429 && problem.code !== 'HELIOBOND_IDEMPOTENCY_IN_PROGRESS'

/**
 * Hands the signed envelope to the API and follows it to its end. Losing the connection is not its end: whether an unanswered envelope arrived is
 * known to the API, which is asked until it answers; one that it does not have is handed over again. The same envelope twice is one transaction.
 *
 * @param onOutage told while the API does not answer, and again when it does.
 * @returns its end or the API's refusal; null once the signal ends it.
 */
export async function carry(
  envelopeXdr: string,
  hash: string,
  signal: AbortSignal,
  onOutage: (down: boolean) => void,
): Promise<Result<TrackedTransaction, ApiProblem> | null> {
  const path = '/api/v1/transactions'
  let isToSend = true
  while (!signal.aborted) {
    const answer: Result<TrackedTransaction, ApiProblem> = isToSend
      ? await ask<TrackedTransaction>(path, { method: 'POST', body: { envelopeXdr }, idempotencyKey: hash })
      : await ask<TrackedTransaction>(`${path}/${hash}`)
    if (answer.ok && isFinal(answer.value)) return answer
    if (!answer.ok && isToSend && isRefusal(answer.error)) return answer
    isToSend = answer.ok && answer.value.status === 'built'
    onOutage(!answer.ok)
    await new Promise((resolve) => setTimeout(resolve, answer.ok ? LOOK_MS : LOOK_AGAIN_MS))
  }
  return null
}
