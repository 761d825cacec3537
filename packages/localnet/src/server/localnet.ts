import { createServer } from 'node:http'
import type { AccountChange } from '../core/change-account.ts'
import { type CoreOptions, createCore } from '../core/core.ts'
import type { AppliedTransaction, ClosedLedger, EmbeddedCore } from '../core/types.ts'
import { classicState } from '../horizon/state.ts'
import { createApp } from './app.ts'
import { createFaults, type Fault } from './faults.ts'
import { createFriendbot } from './friendbot.ts'
import { followLedgers } from './history.ts'
import { Snapshots } from './snapshots.ts'

export const STANDALONE_PASSPHRASE = 'Standalone Network ; February 2017'

const STROOPS_PER_LUMEN = 10_000_000n

export interface LocalnetOptions extends Partial<CoreOptions> {
  /** 0, the default, takes any free port. */
  readonly port?: number
  readonly host?: string
  /** Hears of errors inside the network that are bugs; printed to standard error when absent. */
  readonly onBug?: (error: unknown) => void
}

/** A running network. */
export interface Localnet {
  /** Also the address of Horizon. */
  readonly url: string
  readonly rpcUrl: string
  readonly horizonUrl: string
  readonly friendbotUrl: string
  readonly passphrase: string
  /** The ledger itself; `serialize` and `restore` take and put back a snapshot of all of it. */
  readonly core: EmbeddedCore
  /** Closes one ledger `seconds` later whose number is `ledgers` on (by default one every five seconds). */
  readonly advance: (by: { readonly seconds: number; readonly ledgers?: number }) => ClosedLedger
  /** Closes one ledger at that time, Unix seconds. @throws {RangeError} if it has passed */
  readonly setTime: (to: { readonly time: bigint; readonly ledgers?: number }) => ClosedLedger
  /** Closes a ledger now, with whatever waits. */
  readonly closeLedger: () => ClosedLedger
  /**
   * For tests: makes an account what it is told to be, or creates it, without any transaction.
   *
   * @throws {RangeError} if what comes out would be no account that a network can hold
   */
  readonly setAccount: (change: AccountChange) => ClosedLedger
  /**
   * Gives an account lumens (10,000 when not told) of the root account's; creates it if need be.
   *
   * @throws {Error} if the address is no account's or the transaction was not carried out
   */
  readonly fund: (address: string, lumens?: bigint) => Promise<AppliedTransaction>
  /** Puts the whole network aside. @returns the id under which `restore` finds it */
  readonly snapshot: () => string
  /** Goes back to a snapshot, which stays. @throws {Error} if there is none of that id */
  readonly restore: (id: string) => void
  /** Makes something go wrong; `undefined` removes every fault. */
  readonly fault: (fault: Fault | undefined) => void
  /** Stops serving and closing ledgers. Open connections are cut. */
  readonly close: () => Promise<void>
}

/** Starts a Stellar network in this process and serves it on one port. */
export async function startLocalnet(options: LocalnetOptions = {}): Promise<Localnet> {
  const { port = 0, host = '127.0.0.1', onBug = console.error, ...coreOptions } = options
  const core = await createCore({
    passphrase: STANDALONE_PASSPHRASE,
    protocolVersion: 28,
    mode: 'instant',
    opsPerLedger: 1_000,
    onInternalError: onBug,
    ...coreOptions,
  })
  const state = classicState(core.state)
  const history = followLedgers(core)
  const faults = createFaults()
  const friendbot = createFriendbot(core, state)
  const snapshots = new Snapshots(core)
  let url = ''
  const app = createApp({
    core,
    state,
    history,
    faults,
    friendbot,
    snapshots,
    url: () => url,
    onBug,
  })
  const server = createServer({ keepAlive: true }, app)
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(port, host, resolve)
    })
  } catch (error) {
    // A port that is taken must not leave a network behind that closes ledgers and holds its state file.
    core.stop()
    throw error
  }
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('the server has no port')
  url = `http://${host.includes(':') ? `[${host}]` : host}:${bound.port}`

  return {
    url,
    rpcUrl: `${url}/rpc`,
    horizonUrl: url,
    friendbotUrl: `${url}/friendbot`,
    passphrase: core.passphrase,
    core,
    advance: (by) => core.advance(by),
    setTime: (to) => core.setTime(to),
    closeLedger: () => core.close(),
    setAccount: (change) => core.setAccount(change),
    async fund(address, lumens = 10_000n) {
      const funding = await friendbot.pay(address, lumens * STROOPS_PER_LUMEN)
      if (!funding.ok) throw new Error(`${address} was not funded: ${funding.message}`)
      return funding.applied
    },
    snapshot: () => snapshots.take(),
    restore(id) {
      if (!snapshots.restore(id)) throw new Error(`there is no snapshot ${id}`)
    },
    fault(fault) {
      if (fault) faults.arm(fault, core.latestLedger().sequence)
      else faults.clear()
    },
    async close() {
      history.stop()
      friendbot.stop()
      await new Promise<void>((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()))
        server.closeAllConnections()
      })
      core.stop()
    },
  }
}
