import { Account, extractBaseAddress, MuxedAccount } from '@stellar/stellar-sdk/base'

/** An account under a field's name and, if it is muxed (`M...`), the fields that name its sub-account. */
export function accountFields(field: string, address: string, muxedField = `${field}_muxed`): Record<string, string> {
  if (!address.startsWith('M')) return { [field]: address }
  return {
    [field]: extractBaseAddress(address),
    [muxedField]: address,
    [`${muxedField}_id`]: MuxedAccount.fromAddress(address, '0').id(),
  }
}

/** The account itself, whether or not the address is muxed. */
export function baseAddress(address: string): string {
  return address.startsWith('M') ? extractBaseAddress(address) : address
}

/** The M address of a sub-account. */
export function muxedAddress(address: string, id: bigint): string {
  return new MuxedAccount(new Account(address, '0'), id.toString()).accountId()
}
