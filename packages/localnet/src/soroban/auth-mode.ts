import type { xdr } from '@stellar/stellar-sdk/base'

export type AuthMode = 'enforce' | 'record' | 'record_allow_nonroot'

/** In the order of the host's own numbers. */
const AUTH_MODES: readonly AuthMode[] = ['enforce', 'record', 'record_allow_nonroot']

/** The host's number for an authorization mode, or the RPC's refusal of it; by default signed entries are enforced. */
export function authModeOf(op: xdr.OperationBody, asked: string): number | { error: string } {
  if (asked !== '' && !AUTH_MODES.includes(asked as AuthMode)) {
    return {
      error: `optional 'authMode' must be one of ${AUTH_MODES.join(',')} when included`,
    }
  }
  if (op.type !== 'invokeHostFunction') {
    return asked === '' ? 0 : { error: 'cannot set authMode with non-InvokeHostFunction operations' }
  }
  const signed = op.invokeHostFunctionOp.auth.length > 0
  if (asked === '') return signed ? 0 : 1
  if (signed && asked !== 'enforce')
    return {
      error: `cannot set authMode to '${asked}' with an auth footprint`,
    }
  return AUTH_MODES.indexOf(asked as AuthMode)
}
