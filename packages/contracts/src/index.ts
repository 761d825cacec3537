// Each contract's whole generated module, by its name: types of the same name (`Asset`, `Party`) differ between contracts.
export * as energy from './generated/energy/index.ts'
export { Client as EnergyClient } from './generated/energy/index.ts'
export * as offering from './generated/offering/index.ts'
export { Client as OfferingClient } from './generated/offering/index.ts'
export * as registry from './generated/registry/index.ts'
export { Client as RegistryClient } from './generated/registry/index.ts'
export * as tariff from './generated/tariff/index.ts'
export { Client as TariffClient } from './generated/tariff/index.ts'

export { statementHash } from './statement-hash.ts'
export { type ContractName, contractWasm, manifest } from './wasm.ts'
