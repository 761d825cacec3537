import {
  CertificateClient,
  type ContractName,
  EnergyClient,
  OfferingClient,
  RegistryClient,
  TariffClient,
  TenderClient,
} from '@heliobond/contracts'
import type { Spec } from '@stellar/stellar-sdk/contract'
import type { Chain } from './chain.ts'
import { deployContract } from './contract-operations.ts'
import { type ContractHandle, contractWith } from './contracts.ts'
import type { ChainOperation, OperationSource } from './operation.ts'

/** The generated clients of the house's contracts, by name. */
export interface ContractClients {
  readonly certificate: CertificateClient
  readonly energy: EnergyClient
  readonly offering: OfferingClient
  readonly registry: RegistryClient
  readonly tariff: TariffClient
  readonly tender: TenderClient
}

const CLIENTS = {
  certificate: CertificateClient,
  energy: EnergyClient,
  offering: OfferingClient,
  registry: RegistryClient,
  tariff: TariffClient,
  tender: TenderClient,
}

/** What each contract's constructor takes. */
export type ConstructorArgs<Name extends ContractName> = Parameters<(typeof CLIENTS)[Name]['deploy']>[0]

const specs = new Map<ContractName, Spec>()

/** A contract's interface. The generated clients carry it; they are used for nothing else, since they keep their own time. */
export function specOf(name: ContractName): Spec {
  const known = specs.get(name)
  if (known) return known
  const { spec } = new CLIENTS[name]({ contractId: NONE, networkPassphrase: '', rpcUrl: 'https://localhost' })
  specs.set(name, spec)
  return spec
}

/** A contract's address of 32 zero bytes: clients want one, their interface does not depend on it. */
const NONE = 'CAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAD2KM'

/** One of the house's contracts on a network. */
export const contractOf = <Name extends ContractName>(
  name: Name,
  contractId: string,
  chain: Chain,
): ContractHandle<ContractClients[Name]> => contractWith<ContractClients[Name]>(specOf(name), contractId, chain)

/** Makes one of the house's contracts, of code that is uploaded already. */
export function deployOurs<Name extends ContractName>(
  name: Name,
  p: OperationSource & {
    readonly deployer: string
    readonly wasmHash: string
    readonly salt: string
    readonly args: ConstructorArgs<Name>
  },
): ChainOperation {
  return deployContract({ ...p, spec: specOf(name) })
}
