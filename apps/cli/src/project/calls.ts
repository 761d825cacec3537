import { type Asset, addressBytes, type Chain, tokenOf } from '@heliobond/chain'
import { type ContractName, createContractsPort } from '@heliobond/worker'
import type { People } from './people.ts'
import type { Sender } from './sender.ts'

/** Contract calls by the people of a project, each signed by the one it is of. */
export interface Calls {
  /** Calls as that person. `self` names the argument that takes the caller's own address, where there is one. */
  as<T>(
    person: string,
    contract: ContractName,
    id: string,
    method: string,
    args: Record<string, unknown>,
    self?: string,
  ): Promise<T>
  /** Hands an asset's contract to a new administrator. */
  sacSetAdmin(person: string, asset: Asset, admin: string): Promise<void>
  /** The raw Ed25519 key of that name, 32 bytes. */
  publicKey(name: string): Uint8Array
}

export function createCalls(chain: Chain, send: Sender, people: People): Calls {
  const contracts = createContractsPort(chain)
  return {
    async as<T>(
      person: string,
      contract: ContractName,
      id: string,
      method: string,
      args: Record<string, unknown>,
      self?: string,
    ) {
      const source = people.address(person)
      const named = self === undefined ? args : { ...args, [self]: source }
      const sent = await send(`${contract}.${method}`, [source], [contracts.call(contract, id, method, named, source)])
      return contracts.returned<T>(contract, method, sent)
    },
    async sacSetAdmin(person, asset, admin) {
      const source = people.address(person)
      await send('asset contract: administrator', [source], [tokenOf(asset, chain).setAdmin({ source, admin })])
    },
    publicKey: (name) => addressBytes(people.address(name)),
  }
}
