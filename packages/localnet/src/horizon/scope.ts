import { StrKey, xdr } from '@stellar/stellar-sdk/base'
import { type HttpAnswer, invalidField, notFound } from './answer.ts'
import type { HorizonContext } from './context.ts'
import type { Trail } from './ingest/history-index.ts'
import { keptTransactions, ledgerTransactions, type Range } from './window.ts'

/** What a list of history is of: the part of the path before its last segment. */
export type ScopeKind = 'all' | 'account' | 'ledger' | 'transaction' | 'balance' | 'pool' | 'operation'

/** The transactions that a list is looked for in, and the lists of the one it is of, if it is of one. */
export interface Scope {
  readonly range: Range
  readonly trail: Trail | undefined
}

const NO_TRAIL: Trail = { transactions: [], operations: [], payments: [], effects: [] }

export const ACCOUNT_REASON = 'Account ID must start with `G` and contain 56 alphanum characters'
export const BALANCE_REASON =
  'Claimable Balance ID must be the hex-encoded XDR representation of a Claimable Balance ID'
const HASH_REASON = 'Transaction hash must be a hex-encoded, lowercase SHA-256 hash'
const LEDGER_REASON = 'Ledger ID must be an integer higher than 0'
const POOL_REASON = 'does not validate as sha256'

export const isHash = (text: string): boolean => /^[0-9a-f]{64}$/.test(text)

/** Whether a text is the XDR of a claimable balance's id in hex. */
export function isBalanceId(text: string): boolean {
  try {
    return xdr.ClaimableBalanceId.fromXdr(text, 'hex').toXdr('hex') === text
  } catch {
    // Decoding throws on what is none, which is the client's mistake.
    return false
  }
}

export const invalidPoolId = (text: string): HttpAnswer => invalidField('liquidity_pool_id', `${text} ${POOL_REASON}`)

function ofAccount(address: string, context: HorizonContext): Scope | HttpAnswer {
  if (!StrKey.isValidEd25519PublicKey(address)) return invalidField('account_id', ACCOUNT_REASON)
  const trail = context.index.trail(address) ?? (context.state.account(address) && NO_TRAIL)
  return trail === undefined ? notFound() : { range: keptTransactions(context), trail }
}

function ofLedger(text: string, context: HorizonContext): Scope | HttpAnswer {
  if (!/^\d{1,10}$/.test(text) || Number(text) === 0) return invalidField('ledger_id', LEDGER_REASON)
  const sequence = Number(text)
  if (context.core.ledger(sequence) === undefined) return notFound()
  return { range: ledgerTransactions(context, sequence), trail: undefined }
}

function ofTransaction(hash: string, { core, index }: HorizonContext): Scope | HttpAnswer {
  if (!isHash(hash)) return invalidField('tx_id', HASH_REASON)
  const applied = core.transaction(hash)
  if (applied === undefined) return notFound()
  const from = index.ordinalAt({ ledger: applied.ledger, transaction: applied.applicationOrder })
  return { range: { from, to: from + 1 }, trail: undefined }
}

function ofNamed(name: string, context: HorizonContext): Scope | HttpAnswer {
  const trail = context.index.trail(name)
  return trail === undefined ? notFound() : { range: keptTransactions(context), trail }
}

/** Finds what a list is of, or says why there is no such thing. */
export function readScope(kind: ScopeKind, text: string, context: HorizonContext): Scope | HttpAnswer {
  switch (kind) {
    case 'account':
      return ofAccount(text, context)
    case 'ledger':
      return ofLedger(text, context)
    case 'transaction':
      return ofTransaction(text, context)
    case 'balance':
      return isBalanceId(text) ? ofNamed(text, context) : invalidField('claimable_balance_id', BALANCE_REASON)
    case 'pool':
      return isHash(text) ? ofNamed(text, context) : invalidPoolId(text)
    default:
      return { range: keptTransactions(context), trail: undefined }
  }
}
