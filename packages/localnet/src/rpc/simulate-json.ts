import { xdr } from '@stellar/stellar-sdk/base'
import { isRecord } from './params.ts'

interface XdrType {
  fromXdr(text: string, format: 'base64'): { toJson(): unknown }
}

function json(type: XdrType, text: unknown): unknown {
  if (typeof text !== 'string') throw new Error('a simulation holds XDR that is no text')
  return type.fromXdr(text, 'base64').toJson()
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** The fields that carry XDR, as JSON under the names that the network's RPC gives them. */
const FIELDS: Readonly<Record<string, (value: unknown) => Record<string, unknown>>> = {
  transactionData: (value) => ({ transactionDataJson: json(xdr.SorobanTransactionData, value) }),
  events: (value) => ({ eventsJson: list(value).map((event) => json(xdr.DiagnosticEvent, event)) }),
  results: (value) => ({ results: list(value).map(resultAsJson) }),
  restorePreamble: (value) => ({ restorePreamble: isRecord(value) ? simulationAsJson(value) : value }),
  stateChanges: (value) => ({ stateChanges: list(value).map(changeAsJson) }),
}

function resultAsJson(result: unknown): unknown {
  if (!isRecord(result)) return result
  const authJson = list(result.auth).map((entry) => json(xdr.SorobanAuthorizationEntry, entry))
  return { ...(authJson.length > 0 && { authJson }), returnValueJson: json(xdr.ScVal, result.xdr) }
}

/** What was there before and is there after is null in XDR whenever it is told in JSON. */
function changeAsJson(change: unknown): unknown {
  if (!isRecord(change)) return change
  const { type, key, before, after } = change
  return {
    type,
    keyJson: json(xdr.LedgerKey, key),
    before: null,
    ...(before !== null && { beforeJson: json(xdr.LedgerEntry, before) }),
    after: null,
    ...(after !== null && { afterJson: json(xdr.LedgerEntry, after) }),
  }
}

/** The result of a simulation with its XDR told as JSON (SEP-51). */
export function simulationAsJson(result: Record<string, unknown>): Record<string, unknown> {
  const told = Object.entries(result).map(([name, value]) => FIELDS[name]?.(value) ?? { [name]: value })
  return Object.assign({}, ...told)
}
