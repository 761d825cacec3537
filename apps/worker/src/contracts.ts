import {
  assetOfContract,
  type Chain,
  type ContractEventXdr,
  contractCall,
  contractWith,
  eventsOf,
  type ReadResult,
  specOf,
  tokenOf,
} from '@heliobond/chain'
import type { ContractName, ContractsPort } from './contracts-port.ts'

/** A handle whose methods are named by text: handlers give and take the shapes that docs/contracts.md names. */
interface NamedHandle {
  read(method: string, args: object): Promise<unknown>
  tryRead(method: string, args: object): Promise<ReadResult<unknown>>
  decodeResult(method: string, scValXdr: string): unknown
  decodeEvents(events: readonly ContractEventXdr[]): readonly { readonly name: string; readonly data: unknown }[]
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
    async wouldPass<T>(contract: ContractName, id: string, method: string, args: Record<string, unknown> = {}) {
      const asked = await handle(contract, id).tryRead(method, args)
      if (asked.ok) return { ok: true, value: asked.value as T }
      return { ok: false, refusal: asked.error.contractErrorName ?? asked.error.code }
    },
    returned<T>(contract: ContractName, method: string, outcome: { hash: string; returnValueXdr?: string }) {
      if (outcome.returnValueXdr === undefined)
        throw new Error(`${contract}.${method} in ${outcome.hash} returned nothing`)
      // What a method returns does not depend on the instance.
      return handle(contract, '').decodeResult(method, outcome.returnValueXdr) as T
    },
    decode(contract, event) {
      const [decoded] = handle(contract, event.contractId).decodeEvents([event])
      return decoded && { name: decoded.name, data: decoded.data as Readonly<Record<string, unknown>> }
    },
    assetOf: (contractId) => assetOfContract(chain, contractId),
    events<T>(contract: ContractName, id: string, name: string, outcome: Parameters<ContractsPort['events']>[3]) {
      return handle(contract, id)
        .decodeEvents(eventsOf(outcome))
        .flatMap((event) => (event.name === name ? [event.data as T] : []))
    },
  }
}
