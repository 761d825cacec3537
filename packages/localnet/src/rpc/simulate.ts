import type { xdr } from '@stellar/stellar-sdk/base'
import type { RpcMethod } from './context.ts'
import { decode } from './decode.ts'
import { decodeEnvelope, memoOf, operationsOf, sorobanDataOf } from './envelope.ts'
import { readFormat } from './format.ts'
import type { RpcOutcome } from './outcome.ts'
import { simulateTransactionRequest } from './requests.ts'
import { simulationAsJson } from './simulate-json.ts'

const AUTH_MODES = ['enforce', 'record', 'record_allow_nonroot']

/** An operation's type as Go's XDR library writes it. */
const goName = (type: string): string => `OperationType${type.charAt(0).toUpperCase()}${type.slice(1)}`

const NEEDS_DATA =
  'To perform a SimulateTransaction for ExtendFootprintTtl or RestoreFootprint operations, SorobanTransactionData must be provided'

/** Why the network would not simulate this with that way of authorizing; undefined when it would. */
function refusalOf(envelope: xdr.TransactionEnvelope, authMode: string): string | undefined {
  const operations = operationsOf(envelope)
  const [operation] = operations
  if (operations.length !== 1 || !operation) return 'Transaction contains more than one operation'
  if (authMode !== '' && !AUTH_MODES.includes(authMode)) {
    return `optional 'authMode' must be one of ${AUTH_MODES.join(',')} when included`
  }
  switch (operation.body.type) {
    case 'invokeHostFunction':
      if (operation.body.invokeHostFunctionOp.auth.length > 0 && authMode.startsWith('record')) {
        return `cannot set authMode to '${authMode}' with an auth footprint`
      }
      break
    case 'extendFootprintTtl':
    case 'restoreFootprint':
      if (authMode !== '') return 'cannot set authMode with non-InvokeHostFunction operations'
      if (sorobanDataOf(envelope) === undefined) return NEEDS_DATA
      break
    default:
      return `transaction contains unsupported operation type: ${goName(operation.body.type)}`
  }
  if (memoOf(envelope) !== 'memoNone') return 'Transaction contains a memo. Soroban transactions do not support memos.'
  return undefined
}

/** Refusals of what was sent are results with an `error` text here, not JSON-RPC errors: so does the network. */
export const simulateTransaction: RpcMethod = (params, { core }): RpcOutcome => {
  // They are found before the ledger is looked at, and say so by its number.
  const failed = (error: string): RpcOutcome => ({ result: { error, latestLedger: 0 } })
  const asked = decode(params, simulateTransactionRequest)
  if ('error' in asked) return asked
  const { transaction = '', authMode = '', useUpgradedAuth = false, resourceConfig } = asked.value
  const format = readFormat(asked.value.xdrFormat)
  if ('error' in format) return failed(format.error.message)
  const envelope = decodeEnvelope(transaction)
  if (!envelope) return failed('Could not unmarshal transaction')
  const refusal = refusalOf(envelope, authMode)
  if (refusal) return failed(refusal)
  const instructionLeeway = resourceConfig?.instructionLeeway ?? 0
  const result = core.simulate(envelope, {
    useUpgradedAuth,
    ...(authMode !== '' && { authMode }),
    ...(instructionLeeway > 0 && { instructionLeeway }),
  })
  return { result: format.value === 'json' ? simulationAsJson(result) : result }
}
