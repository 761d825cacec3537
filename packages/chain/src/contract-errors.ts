import { type ContractName, manifest } from '@heliobond/contracts'
import { specOf } from './our-contracts.ts'

/** What an error number of a contract says. */
export interface ContractErrorWords {
  /** Whose number it is: one of the house's contracts, or an asset's contract. */
  readonly contract: ContractName | 'asset'
  /** Stable, as the contract's interface has it: `NotAllowed`. */
  readonly name: string
  /** For people, in English. */
  readonly words: string
}

/** The errors of asset contracts, which no interface publishes: `ContractError` of the network's own host. */
const ASSET_ERRORS: Readonly<Record<number, readonly [name: string, words: string]>> = {
  1: ['InternalError', 'The asset’s contract failed.'],
  2: ['OperationNotSupported', 'The asset’s contract does not do this.'],
  3: ['AlreadyInitialized', 'The asset’s contract exists already.'],
  4: ['Unauthorized', 'The signer may not do this with the asset.'],
  5: ['Authentication', 'A signature does not fit.'],
  6: ['AccountMissing', 'The account does not exist.'],
  7: ['AccountIsNotClassic', 'The account is of a kind that holds no assets.'],
  8: ['NegativeAmount', 'The amount is negative.'],
  9: ['Allowance', 'The allowance does not suffice, or has expired.'],
  10: ['Balance', 'The balance does not suffice, or the line would hold more than it may.'],
  11: ['BalanceDeauthorized', 'The line of the asset is not authorized.'],
  12: ['Overflow', 'The amount is beyond what an asset can hold.'],
  13: ['TrustlineMissing', 'There is no line of the asset: trust it first.'],
}

/** Each group of errors begins with a sentence that says so: "Funding starts at 4040. ..." It is for readers of the source. */
const GROUP = /^[^.]*(?:starts? at \d+|: \d+ on)\.\s+/

const known = new Map<number, ContractErrorWords>()

/**
 * What a contract's error number says. The numbers of the house's contracts do not overlap, so that a refusal by a contract that another one
 * called is told as whose it is. Undefined for a number that nobody published.
 */
export function contractErrorWords(contractError: number): ContractErrorWords | undefined {
  if (known.size === 0) readAll()
  return known.get(contractError)
}

function readAll(): void {
  for (const [number, [name, words]] of Object.entries(ASSET_ERRORS)) {
    known.set(Number(number), { contract: 'asset', name, words })
  }
  for (const contract of Object.keys(manifest.contracts) as ContractName[]) {
    for (const { value, name, doc } of specOf(contract).errorCases()) {
      known.set(value, { contract, name: String(name), words: String(doc).replace(GROUP, '').replaceAll(/\s+/g, ' ') })
    }
  }
}
