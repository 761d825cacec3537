import { type Chain, contractCall, contractWith, eventsOf, specOf, tokenOf } from '@heliobond/chain'
import type { ContractName, ContractsPort } from './contracts-port.ts'

/** A handle whose methods are named by text: handlers give and take the shapes that docs/contracts.md names. */
interface NamedHandle {
  read(method: string, args: object): Promise<unknown>
  decodeResult(method: string, scValXdr: string): unknown
  decodeEvents(events: ReturnType<typeof eventsOf>): readonly { readonly name: string; readonly data: unknown }[]
}

/** The house's contracts over a chain. */
export function createContractsPort(chain: Chain): ContractsPort {
  const handle = (name: ContractName, id: string) => contractWith(specOf(name), id, chain) as unknown as NamedHandle
  return {
    call: (contract, id, method, args, source) =>
      contractCall({ spec: specOf(contract), contractId: id, method, args, source }),
    approve: ({ asset, ...args }) => tokenOf(asset, chain).approve(args),
    balance: (asset, holder) => tokenOf(asset, chain).balance(holder),
    async read<T>(contract: ContractName, id: string, method: string, args: Record<string, unknown> = {}) {
      return (await handle(contract, id).read(method, args)) as T
    },
    returned<T>(contract: ContractName, method: string, outcome: { hash: string; returnValueXdr?: string }) {
      if (outcome.returnValueXdr === undefined)
        throw new Error(`${contract}.${method} in ${outcome.hash} returned nothing`)
      // What a method returns does not depend on the instance.
      return handle(contract, '').decodeResult(method, outcome.returnValueXdr) as T
    },
    events<T>(contract: ContractName, id: string, name: string, outcome: Parameters<ContractsPort['events']>[3]) {
      return handle(contract, id)
        .decodeEvents(eventsOf(outcome))
        .flatMap((event) => (event.name === name ? [event.data as T] : []))
    },
  }
}
