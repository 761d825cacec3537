import type { xdr } from '@stellar/stellar-sdk/base'
import {
  ACCOUNT_AUTH_CLAWBACK_ENABLED,
  ACCOUNT_AUTH_IMMUTABLE,
  ACCOUNT_AUTH_REVOCABLE,
  type AccountEntry,
} from '../ledger/entries.ts'
import { addressOf, signerKeyId } from '../ledger/keys.ts'
import { bookNewSigner, removeSigner } from '../ledger/sponsorship.ts'
import type { OperationResultWire, Wire } from '../ledger/wire.ts'
import { COMMON, type OperationContext, type OperationHandler } from './context.ts'

type SetOptionsWire = Wire<xdr.SetOptionsOp>

const SUCCESS = 0
const LOW_RESERVE = -1
const TOO_MANY_SIGNERS = -2
const BAD_FLAGS = -3
const INVALID_INFLATION = -4
const CANT_CHANGE = -5
const UNKNOWN_FLAG = -6
const THRESHOLD_OUT_OF_RANGE = -7
const BAD_SIGNER = -8
const INVALID_HOME_DOMAIN = -9
const AUTH_REVOCABLE_REQUIRED = -10

const MAX_SIGNERS = 20
/** The flags that an immutable account keeps as they are: all four. */
const ALL_FLAGS = 0xf

const result = (code: Wire<xdr.SetOptionsResult>['code']): OperationResultWire => ({
  code: 0,
  tr: { type: 5, setOptionsResult: { code } },
})

function checkSigner(signer: Wire<xdr.Signer>, source: string): boolean {
  const { key } = signer
  if (key.type === 0 && addressOf(key.ed25519) === source) return false
  if (key.type === 3 && key.ed25519SignedPayload.payload.length === 0) return false
  return signer.weight <= 255
}

function weights(op: SetOptionsWire): (number | null)[] {
  return [op.masterWeight, op.lowThreshold, op.medThreshold, op.highThreshold]
}

/** @returns the result of a refusal; null if the signer was added, changed or removed */
function changeSigner(
  context: OperationContext,
  account: AccountEntry,
  { key, weight }: Wire<xdr.Signer>,
): OperationResultWire | null {
  const id = signerKeyId(key)
  const existing = account.signers.find((signer) => signer.id === id)
  if (weight === 0) {
    if (existing !== undefined) removeSigner(context.txn, account, existing)
    return null
  }
  if (existing !== undefined) {
    account.signers = account.signers.map((signer) => (signer.id === id ? { ...signer, weight } : signer))
    return null
  }
  if (account.signers.length >= MAX_SIGNERS) return result(TOO_MANY_SIGNERS)
  const booked = bookNewSigner(context.txn, context.sponsorships, account)
  if ('refusal' in booked) return booked.refusal === 'lowReserve' ? result(LOW_RESERVE) : COMMON[booked.refusal]
  const signers = [...account.signers, { key, id, weight, sponsor: booked.sponsor }]
  account.signers = signers.sort((a, b) => (a.id < b.id ? -1 : 1))
  return null
}

export const setOptions: OperationHandler<5> = {
  threshold: ({ setOptionsOp: op }) => (op.signer !== null || weights(op).some((w) => w !== null) ? 'high' : 'medium'),
  check({ setOptionsOp: op }, source) {
    const set = op.setFlags ?? 0
    const clear = op.clearFlags ?? 0
    if (((set | clear) & ~ALL_FLAGS) !== 0) return result(UNKNOWN_FLAG)
    if ((set & clear) !== 0) return result(BAD_FLAGS)
    if (weights(op).some((weight) => weight !== null && weight > 255)) return result(THRESHOLD_OUT_OF_RANGE)
    if (op.signer !== null && !checkSigner(op.signer, source)) return result(BAD_SIGNER)
    // Control characters and anything beyond ASCII are not allowed in a home domain.
    if (op.homeDomain?.bytes.some((byte) => byte < 0x20 || byte > 0x7e)) return result(INVALID_HOME_DOMAIN)
    return null
  },
  apply(context, { setOptionsOp: op }) {
    const { txn } = context
    const account = txn.requireAccount(context.source)
    if (op.inflationDest !== null) {
      const destination = addressOf(op.inflationDest.ed25519)
      if (txn.peekAccount(destination) === null) return result(INVALID_INFLATION)
      account.inflationDestination = destination
    }
    if (op.clearFlags !== null) {
      if (op.clearFlags !== 0 && (account.flags & ACCOUNT_AUTH_IMMUTABLE) !== 0) return result(CANT_CHANGE)
      account.flags &= ~op.clearFlags
    }
    if (op.setFlags !== null) {
      if (op.setFlags !== 0 && (account.flags & ACCOUNT_AUTH_IMMUTABLE) !== 0) return result(CANT_CHANGE)
      account.flags |= op.setFlags
    }
    const clawbackAlone =
      (account.flags & ACCOUNT_AUTH_CLAWBACK_ENABLED) !== 0 && (account.flags & ACCOUNT_AUTH_REVOCABLE) === 0
    if ((op.setFlags !== null || op.clearFlags !== null) && clawbackAlone) return result(AUTH_REVOCABLE_REQUIRED)
    if (op.homeDomain !== null) account.homeDomain = op.homeDomain
    account.thresholds = Uint8Array.from(weights(op).map((weight, at) => weight ?? account.thresholds[at] ?? 0))
    if (op.signer !== null) {
      const refused = changeSigner(context, account, op.signer)
      if (refused !== null) return refused
    }
    return result(SUCCESS)
  },
}
