import type { RpcMethod } from './context.ts'

/** Name and version that the network reports of itself. */
export const SOFTWARE = 'heliobond-localnet 0.1.0'

export const getHealth: RpcMethod = (_params, { history }) => {
  const latest = history.latest()
  const oldest = history.oldest()
  return {
    result: {
      status: 'healthy',
      latestLedger: latest.sequence,
      latestLedgerCloseTime: Number(latest.closeTime),
      oldestLedger: oldest.sequence,
      ledgerRetentionWindow: latest.sequence - oldest.sequence + 1,
    },
  }
}

export const getNetwork: RpcMethod = (_params, { core, friendbotUrl }) => ({
  result: {
    friendbotUrl,
    passphrase: core.passphrase,
    protocolVersion: core.protocolVersion,
  },
})

export const getVersionInfo: RpcMethod = (_params, { core }) => ({
  result: {
    version: SOFTWARE,
    commitHash: '',
    buildTimestamp: '',
    captiveCoreVersion: SOFTWARE,
    protocolVersion: core.protocolVersion,
  },
})
