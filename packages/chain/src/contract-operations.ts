import { StrKey } from '@stellar/stellar-sdk/base'
import * as xdr from '@stellar/stellar-sdk/xdr'
import { scAddress, xdrText } from './address.ts'
import { type Asset, assetXdr } from './assets.ts'
import { bytesOfHex, sha256 } from './bytes.ts'
import { type ChainOperation, type OperationSource, operationOf } from './operation.ts'

/** Anything that turns named arguments into a contract's own: a contract's interface (`contract.Spec`). */
export interface ArgumentEncoder {
  funcArgsToScVals(method: string, args: object): xdr.ScVal[]
}

/** Calls a contract with arguments that are XDR already. Authorizations are added when the call is prepared. */
export function invokeContract(
  p: OperationSource & { contractId: string; method: string; args: readonly xdr.ScVal[] },
): ChainOperation {
  const call = new xdr.InvokeContractArgs({
    contractAddress: scAddress(p.contractId),
    functionName: p.method,
    args: [...p.args],
  })
  return hostFunction(xdr.HostFunction.hostFunctionTypeInvokeContract(call), p.source)
}

/** Calls a contract by its interface. */
export function contractCall(
  p: OperationSource & { spec: ArgumentEncoder; contractId: string; method: string; args: object },
): ChainOperation {
  const args = p.spec.funcArgsToScVals(p.method, p.args)
  return invokeContract({ contractId: p.contractId, method: p.method, args, ...(p.source && { source: p.source }) })
}

/** Puts a contract's code on the network. Its hash is `wasmHash(wasm)`. */
export const uploadWasm = (p: OperationSource & { wasm: Uint8Array }): ChainOperation =>
  hostFunction(xdr.HostFunction.hostFunctionTypeUploadContractWasm(p.wasm), p.source)

/** The hash by which the network knows code, in hex. */
export const wasmHash = (wasm: Uint8Array): string => Buffer.from(sha256(wasm)).toString('hex')

/** Makes a contract of uploaded code. */
export interface Deployment extends OperationSource {
  /** Who deploys; it signs, and with the salt it decides the contract's address. */
  readonly deployer: string
  /** 32 bytes in hex. */
  readonly wasmHash: string
  /** 32 bytes in hex. */
  readonly salt: string
  readonly spec: ArgumentEncoder
  /** The constructor's arguments by name; absent when it has none. */
  readonly args?: object
}

/** Makes a contract of uploaded code and runs its constructor. Its address is `deployedAddress(...)`. */
export function deployContract(p: Deployment): ChainOperation {
  const args = new xdr.CreateContractArgsV2({
    contractIdPreimage: addressPreimage(p.deployer, p.salt),
    executable: xdr.ContractExecutable.contractExecutableWasm(bytesOfHex(p.wasmHash, 32)),
    constructorArgs: p.args ? p.spec.funcArgsToScVals('__constructor', p.args) : [],
  })
  return hostFunction(xdr.HostFunction.hostFunctionTypeCreateContractV2(args), p.source)
}

/** The address that `deployContract` gives, known before it is sent. */
export function deployedAddress(p: { deployer: string; salt: string; passphrase: string }): string {
  const preimage = xdr.HashIdPreimage.envelopeTypeContractId(
    new xdr.HashIdPreimageContractId({
      networkId: new xdr.Hash(sha256(Buffer.from(p.passphrase, 'utf8'))),
      contractIdPreimage: addressPreimage(p.deployer, p.salt),
    }),
  )
  return StrKey.encodeContract(sha256(preimage.toXdr()))
}

/** Deploys the contract (SAC) of a classic asset; anyone may. Its address is `sacAddress(asset)`. */
export function createSac(p: OperationSource & { asset: Asset }): ChainOperation {
  const args = new xdr.CreateContractArgs({
    contractIdPreimage: xdr.ContractIdPreimage.contractIdPreimageFromAsset(assetXdr(p.asset)),
    executable: xdr.ContractExecutable.contractExecutableStellarAsset(),
  })
  return hostFunction(xdr.HostFunction.hostFunctionTypeCreateContract(args), p.source)
}

/** Keeps ledger entries alive for `ledgers` from now at least; entries that live longer are left alone. */
export function extendTtl(p: OperationSource & { keys: readonly string[]; ledgers: number }): ChainOperation {
  const operation = new xdr.ExtendFootprintTtlOp({ ext: xdr.ExtensionPoint.v0(), extendTo: p.ledgers })
  return operationOf(xdr.OperationBody.extendFootprintTtl(operation), p.source, footprint(p.keys, []))
}

/** Brings archived ledger entries back. */
export function restore(p: OperationSource & { keys: readonly string[] }): ChainOperation {
  return restoreWith(footprint([], p.keys), p.source)
}

/** Brings back what a simulation named: XDR `SorobanTransactionData`, base64. */
export function restoreWith(sorobanDataXdr: string, source?: string): ChainOperation {
  const operation = new xdr.RestoreFootprintOp({ ext: xdr.ExtensionPoint.v0() })
  return operationOf(xdr.OperationBody.restoreFootprint(operation), source, sorobanDataXdr)
}

function hostFunction(func: xdr.HostFunction, source?: string): ChainOperation {
  const operation = new xdr.InvokeHostFunctionOp({ hostFunction: func, auth: [] })
  return operationOf(xdr.OperationBody.invokeHostFunction(operation), source)
}

function addressPreimage(deployer: string, salt: string): xdr.ContractIdPreimage {
  return xdr.ContractIdPreimage.contractIdPreimageFromAddress(
    new xdr.ContractIdPreimageFromAddress({
      address: scAddress(deployer),
      salt: new xdr.Uint256Bytes(bytesOfHex(salt, 32)),
    }),
  )
}

/** Resources that name entries only; the simulation fills in the rest. */
function footprint(readOnly: readonly string[], readWrite: readonly string[]): string {
  const keys = (texts: readonly string[]) => texts.map((text) => xdr.LedgerKey.fromXdr(text, 'base64'))
  return xdrText(
    new xdr.SorobanTransactionData({
      ext: xdr.SorobanTransactionDataExt.v0(),
      resources: new xdr.SorobanResources({
        footprint: new xdr.LedgerFootprint({ readOnly: keys(readOnly), readWrite: keys(readWrite) }),
        instructions: 0,
        diskReadBytes: 0,
        writeBytes: 0,
      }),
      resourceFee: 0n,
    }),
  )
}
