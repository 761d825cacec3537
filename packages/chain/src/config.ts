/** Which Stellar network a chain speaks to. */
export type NetworkName = 'local' | 'testnet' | 'mainnet' | 'custom'

/** Where the network is and what it is called. */
export interface ChainConfig {
  readonly network: NetworkName
  /** The JSON-RPC address of a Stellar RPC. */
  readonly rpcUrl: string
  /** A Horizon, where there is one: it finds paths. Without it `routes` given to the path source are used. */
  readonly horizonUrl?: string
  /** The network's passphrase; every signature and hash depends on it. */
  readonly passphrase: string
  /** Milliseconds between two looks at a transaction that is not in a ledger yet. */
  readonly pollMs?: number
  /** Milliseconds after which a request counts as lost. */
  readonly requestTimeoutMs?: number
}

const DEFAULT_REQUEST_TIMEOUT_MS = 30_000
const DEFAULT_POLL_MS = 1_000
const LOCAL_POLL_MS = 20

/** The polling interval in force: short where ledgers close at once, the ledger's rhythm elsewhere. */
export const pollInterval = (config: ChainConfig): number =>
  config.pollMs ?? (config.network === 'local' ? LOCAL_POLL_MS : DEFAULT_POLL_MS)

/** The request timeout in force, in milliseconds. */
export const requestTimeout = (config: ChainConfig): number => config.requestTimeoutMs ?? DEFAULT_REQUEST_TIMEOUT_MS
