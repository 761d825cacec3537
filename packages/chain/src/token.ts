import { Address } from '@stellar/stellar-sdk/base'
import * as xdr from '@stellar/stellar-sdk/xdr'
import { type Asset, parseAsset, sacAddress } from './assets.ts'
import type { Chain } from './chain.ts'
import { invokeContract } from './contract-operations.ts'
import { ask, ContractReadError } from './contracts.ts'
import type { ChainOperation, OperationSource } from './operation.ts'

/** A classic asset's contract (SAC), seen through the token interface (SEP-41). Amounts are stroops. */
export interface Token {
  readonly contractId: string
  /** `from` lets `spender` take up to an amount, until a ledger. An amount of 0 takes the allowance back. */
  approve(
    p: OperationSource & { from: string; spender: string; amountStroops: bigint; expiresLedger: number },
  ): ChainOperation
  transfer(p: OperationSource & { from: string; to: string; amountStroops: bigint }): ChainOperation
  /** `spender` moves money of `from` within its allowance. */
  transferFrom(
    p: OperationSource & { spender: string; from: string; to: string; amountStroops: bigint },
  ): ChainOperation
  /** Hands the asset's administration over; for an asset of our own to its contract, before the issuer is locked. */
  setAdmin(p: OperationSource & { admin: string }): ChainOperation
  setAuthorized(p: OperationSource & { holder: string; authorized: boolean }): ChainOperation
  mint(p: OperationSource & { to: string; amountStroops: bigint }): ChainOperation
  clawback(p: OperationSource & { from: string; amountStroops: bigint }): ChainOperation
  balance(holder: string): Promise<bigint>
  allowance(from: string, spender: string): Promise<bigint>
  admin(): Promise<string>
}

const address = (text: string): xdr.ScVal => new Address(text).toScVal()

/** An i128 as XDR. */
function i128(value: bigint): xdr.ScVal {
  if (value >= 1n << 127n || value < -(1n << 127n)) throw new RangeError(`not an i128: ${value}`)
  return xdr.ScVal.scvI128(new xdr.Int128Parts({ hi: value >> 64n, lo: BigInt.asUintN(64, value) }))
}

/** The token of an asset on a network; it may not be deployed yet. */
export function tokenOf(asset: Asset, chain: Chain): Token {
  const contractId = sacAddress(asset, chain.config.passphrase)
  const call = ({ source }: OperationSource, method: string, ...args: xdr.ScVal[]): ChainOperation =>
    invokeContract({ contractId, method, args, ...(source !== undefined && { source }) })

  async function read(method: string, ...args: xdr.ScVal[]): Promise<xdr.ScVal> {
    const simulated = await ask(chain, call({}, method, ...args))
    if (simulated.kind === 'refused') throw new ContractReadError(method, simulated.refusal)
    if (simulated.kind !== 'ok' || simulated.returnValueXdr === undefined) {
      throw new ContractReadError(method, { code: 'CALL_FAILED', message: 'entries that it reads are archived' })
    }
    return xdr.ScVal.fromXdr(simulated.returnValueXdr, 'base64')
  }
  const readAmount = async (method: string, ...args: xdr.ScVal[]): Promise<bigint> =>
    i128Of(await read(method, ...args))

  return {
    contractId,
    approve: (p) =>
      call(p, 'approve', address(p.from), address(p.spender), i128(p.amountStroops), xdr.ScVal.scvU32(p.expiresLedger)),
    transfer: (p) => call(p, 'transfer', address(p.from), address(p.to), i128(p.amountStroops)),
    transferFrom: (p) =>
      call(p, 'transfer_from', address(p.spender), address(p.from), address(p.to), i128(p.amountStroops)),
    setAdmin: (p) => call(p, 'set_admin', address(p.admin)),
    setAuthorized: (p) => call(p, 'set_authorized', address(p.holder), xdr.ScVal.scvBool(p.authorized)),
    mint: (p) => call(p, 'mint', address(p.to), i128(p.amountStroops)),
    clawback: (p) => call(p, 'clawback', address(p.from), i128(p.amountStroops)),
    balance: (holder) => readAmount('balance', address(holder)),
    allowance: (from, spender) => readAmount('allowance', address(from), address(spender)),
    async admin() {
      return Address.fromScVal(await read('admin')).toString()
    },
  }
}

/**
 * The classic asset whose contract (SAC) this is; null for any other contract. What the contract says of itself is believed only when the
 * asset's own contract address is this one.
 */
export async function assetOfContract(chain: Chain, contractId: string): Promise<Asset | null> {
  const simulated = await ask(chain, invokeContract({ contractId, method: 'name', args: [] }))
  if (simulated.kind !== 'ok' || simulated.returnValueXdr === undefined) return null
  const name = xdr.ScVal.fromXdr(simulated.returnValueXdr, 'base64')
  if (name.type !== 'scvString') return null
  const asset = parseAsset(name.value.toString())
  return asset.ok && sacAddress(asset.value, chain.config.passphrase) === contractId ? asset.value : null
}

/** The number that an i128 holds. @throws if the value is of another kind. */
export function i128Of(value: xdr.ScVal): bigint {
  if (value.type !== 'scvI128') throw new Error(`not an i128: ${value.type}`)
  return (BigInt(value.i128.hi) << 64n) | BigInt(value.i128.lo)
}
