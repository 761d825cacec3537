/** A network with a system in direct mode, and nothing else: no broker, no server, no database. */
import {
  contractOf,
  createSac,
  deployedAddress,
  deployOurs,
  randomSalt,
  type Signer,
  uploadWasm,
  wasmHash,
} from '@heliobond/chain'
import { type ContractName, contractWasm } from '@heliobond/contracts'
import type { LocalnetOptions } from '@heliobond/localnet'
import { startTestNetwork, type TestNetwork } from '../../../../packages/chain/src/testing.ts'

export const INTERVAL_SECONDS = 3_600
export const DUE_SECONDS = 600
export const GRACE_SECONDS = 600
export const CRITICAL_FLOOR_W = 1_500n

const other = (symbol: string) => ({ tag: 'Other', values: [symbol] as [string] }) as const

export interface DirectWorld extends TestNetwork {
  readonly energyContract: string
  readonly system: number
  /** Registers a meter of party 0. @returns its number */
  register(publicKey: Uint8Array, kind?: 'Site' | 'Combined'): Promise<number>
  /** Ends a meter: an interval waits for every other one. */
  revoke(meter: number): Promise<void>
  /** Pays the party's open bills, as the bond's escrow does. */
  payBills(amountStroops: bigint): Promise<void>
  owed(): Promise<bigint>
  energy: ReturnType<typeof contractOf<'energy'>>
  suspend(seconds: bigint, mode: 'Shed' | 'Island'): Promise<void>
}

export async function startDirectWorld(options: LocalnetOptions = {}): Promise<DirectWorld> {
  const network = await startTestNetwork(options)
  const { chain } = network
  /** Acts of the world's own do not wait for the next second. */
  const act: TestNetwork['act'] = async (...args) => {
    const hurry = setInterval(() => network.net.closeLedger(), 20)
    return network.act(...args).finally(() => clearInterval(hurry))
  }
  const [admin, trustee, approver, feeder, escrow, owner] = [
    await network.account(),
    await network.account(),
    await network.account(),
    await network.account(),
    await network.account(),
    await network.account(),
  ] as [Signer, Signer, Signer, Signer, Signer, Signer]
  async function deploy<Name extends ContractName>(name: Name, args: Parameters<typeof deployOurs<Name>>[1]['args']) {
    const wasm = await contractWasm(name)
    await act(admin, [uploadWasm({ wasm })])
    const salt = randomSalt()
    const deployer = admin.address
    await act(admin, [deployOurs(name, { deployer, wasmHash: wasmHash(wasm), salt, args })])
    return deployedAddress({ deployer, salt, passphrase: chain.config.passphrase })
  }
  const governance = { admin: admin.address, trustee: trustee.address, upgrade_delay: 2_592_000n }
  const registryId = await deploy('registry', { governance, approver: approver.address })
  await act(admin, [createSac({ asset: 'native' })])
  const tariffId = await deploy('tariff', {
    governance,
    base: other('USD'),
    feeders: [feeder.address],
    max_age: 31_536_000n,
    deviation_bps: 2_500,
  })
  const energyContract = await deploy('energy', {
    governance,
    config: {
      ...{ registry: registryId, tariff: tariffId, retail: other('RETAIL'), export: other('EXPORT'), threshold: 1 },
      ...{ due_secs: BigInt(DUE_SECONDS), grace_secs: BigInt(GRACE_SECONDS), default_secs: 2_592_000n },
      interval_secs: BigInt(INTERVAL_SECONDS),
    },
    oracles: [admin.address],
  })
  const registry = contractOf('registry', registryId, chain)
  const tariff = contractOf('tariff', tariffId, chain)
  const energy = contractOf('energy', energyContract, chain)
  const shares = [{ owner: owner.address, portion_bps: 10_000 }]
  const proposal = { proposer: owner.address, name: 'school', capacity_w: 100_000n, shares }
  await act(owner, [registry.call('propose', proposal)])
  const system = 1
  await act(approver, [registry.call('approve', { system })])
  // An account stands in for the bond's contract: who pays is not what is tried here.
  await act(approver, [registry.call('bind_offering', { system, offering: escrow.address })])
  const now = await chain.now()
  for (const symbol of ['RETAIL', 'EXPORT']) {
    const price = { feeder: feeder.address, asset: other(symbol), price: 2_000_000n, effective_at: now - 7_200n }
    await act(feeder, [tariff.call('set_price', price)])
  }
  await act(admin, [
    energy.call('open_system', {
      system,
      from: now - (now % BigInt(INTERVAL_SECONDS)),
      settings: {
        source: { tag: 'Direct', values: undefined },
        exports: { tag: 'CashFeedIn', values: undefined },
        critical_floor_w: [CRITICAL_FLOOR_W],
      },
    }),
  ])
  let meters = 0
  return {
    ...network,
    ...{ energyContract, system, energy },
    async register(key, kind = 'Combined') {
      const meter = { system, kind: { tag: kind, values: undefined }, party: 0, key, capacity_w: 100_000n } as const
      await act(approver, [registry.call('register_meter', meter)])
      meters += 1
      return meters
    },
    async revoke(meter) {
      await act(approver, [registry.call('revoke_meter', { meter })])
    },
    async payBills(amount) {
      await act(escrow, [energy.call('settle', { system, party: 0, amount })])
    },
    owed: () => energy.read('outstanding', { system, party: 0 }),
    async suspend(seconds, mode) {
      const act_ = {
        who: trustee.address,
        system,
        until: (await chain.now()) + seconds,
        mode: { tag: mode, values: undefined },
      }
      await act(trustee, [energy.call('suspend', act_ as Parameters<typeof energy.call<'suspend'>>[1])])
    },
  }
}
