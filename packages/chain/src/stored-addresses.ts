import { Address } from '@stellar/stellar-sdk/base'
import * as xdr from '@stellar/stellar-sdk/xdr'
import type { Chain } from './chain.ts'
import { contractDataKey } from './contracts.ts'
import { ledgerEntries } from './ledger-entries.ts'

/**
 * A list of addresses that one of our contracts keeps in an entry of its own, as the ledger has it: an offering's `Collections`, say, for which it has no
 * call. Empty where there is no such entry.
 *
 * @throws if the entry holds something else (a caller bug).
 */
export async function storedAddresses(chain: Chain, contractId: string, entry: string): Promise<readonly string[]> {
  const name = xdr.ScVal.scvVec([xdr.ScVal.scvSymbol(entry)])
  const key = xdr.LedgerKey.fromXdr(contractDataKey(contractId, name), 'base64')
  const [found] = (await ledgerEntries(chain, [key])).values()
  if (!found) return []
  if (found.data.type !== 'contractData') throw new Error(`not a contract's entry: ${found.data.type}`)
  const value = found.data.contractData.val
  if (value.type !== 'scvVec' || !value.vec) throw new Error(`${entry} is no list`)
  return value.vec.map((item) => Address.fromScVal(item).toString())
}
