import type { RpcMethod } from './context.ts'
import { decode } from './decode.ts'
import { nothing } from './requests.ts'

/** Name and version that the network reports of itself. */
export const SOFTWARE = 'heliobond-localnet 0.1.0'

export const getHealth: RpcMethod = (params, { history }) => {
  const asked = decode(params, nothing('GetHealthRequest'))
  if ('error' in asked) return asked
  const latest = history.latest()
  const oldest = history.oldest()
  return {
    result: {
      status: 'healthy',
      latestLedger: latest.sequence,
      latestLedgerCloseTime: Number(latest.closeTime),
      oldestLedger: oldest.sequence,
      oldestLedgerCloseTime: Number(oldest.closeTime),
      ledgerRetentionWindow: latest.sequence - oldest.sequence + 1,
    },
  }
}

export const getNetwork: RpcMethod = (params, { core, friendbotUrl }) => {
  const asked = decode(params, nothing('GetNetworkRequest'))
  if ('error' in asked) return asked
  return { result: { friendbotUrl, passphrase: core.passphrase, protocolVersion: core.protocolVersion } }
}

export const getVersionInfo: RpcMethod = (params, { core }) => {
  const asked = decode(params, nothing('GetVersionInfoRequest'))
  if ('error' in asked) return asked
  return {
    result: {
      version: SOFTWARE,
      commitHash: '',
      buildTimestamp: '',
      captiveCoreVersion: SOFTWARE,
      protocolVersion: core.protocolVersion,
    },
  }
}
