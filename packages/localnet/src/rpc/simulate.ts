import type { xdr } from '@stellar/stellar-sdk/base'
import type { RpcMethod } from './context.ts'
import { decodeEnvelope, operationsOf } from './envelope.ts'
import { invalidParams, type RpcOutcome } from './outcome.ts'
import { isRecord, optionalCount, optionalText, readFormat, requiredText } from './params.ts'
import { simulationAsJson } from './simulate-json.ts'

const AUTH_MODES = ['enforce', 'record', 'record_allow_nonroot']

/** Why the network would not simulate this with that way of authorizing; undefined when it would. */
function refusalOf(operations: readonly xdr.Operation[], authMode: string): string | undefined {
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
      return undefined
    case 'extendFootprintTtl':
    case 'restoreFootprint':
      return authMode === '' ? undefined : 'cannot set authMode with non-InvokeHostFunction operations'
    default:
      return `transaction contains unsupported operation type: ${operation.body.type}`
  }
}

/** Refusals of what was sent are results with an `error` text here, not JSON-RPC errors: so does the network. */
export const simulateTransaction: RpcMethod = (params, { core, history }): RpcOutcome => {
  const failed = (error: string): RpcOutcome => ({
    result: { error, latestLedger: history.latest().sequence },
  })
  const format = readFormat(params)
  if ('error' in format) return failed(format.error.message)
  const text = requiredText(params, 'transaction')
  if ('error' in text) return text
  const envelope = decodeEnvelope(text.value)
  if (!envelope) return failed('Could not unmarshal transaction')
  const mode = optionalText(params, 'authMode')
  if ('error' in mode) return mode
  const authMode = mode.value ?? ''
  const refusal = refusalOf(operationsOf(envelope), authMode)
  if (refusal) return failed(refusal)
  const config = isRecord(params.resourceConfig) ? params.resourceConfig : {}
  const leeway = optionalCount(config, 'instructionLeeway')
  if ('error' in leeway) return leeway
  const { useUpgradedAuth } = params
  if (useUpgradedAuth !== undefined && useUpgradedAuth !== null && typeof useUpgradedAuth !== 'boolean') {
    return invalidParams('useUpgradedAuth must be true or false')
  }
  const result = core.simulate(envelope, {
    useUpgradedAuth: useUpgradedAuth === true,
    ...(authMode !== '' && { authMode }),
    ...(leeway.value > 0 && { instructionLeeway: leeway.value }),
  })
  return { result: format.value === 'json' ? simulationAsJson(result) : result }
}
