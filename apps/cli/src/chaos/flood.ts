import { type Chain, createAccount, createKey, payment, type Signer, submitNow } from '@heliobond/chain'

const STRANGERS = 6
/** As many as a transaction holds. */
const PAYMENTS_EACH = 100
/** More than anybody else offers for an operation. */
const BID_STROOPS = 5_000n

export interface Flood {
  /** Fills the network's next ledgers with payments of strangers who bid more. Resolves when all of them are in or dead. */
  pour(): Promise<void>
}

/** Opens the strangers' accounts. */
export async function prepareFlood(chain: Chain, funder: Signer): Promise<Flood> {
  const strangers = Array.from({ length: STRANGERS }, () => createKey().signer)
  const opened = await submitNow(chain, {
    source: funder,
    operations: strangers.map(({ address }) =>
      createAccount({ source: funder.address, destination: address, startingStroops: 100_000_0000000n }),
    ),
  })
  if (opened.kind !== 'success') throw new Error(`no accounts for the flood: ${opened.kind}`)
  return {
    async pour() {
      await Promise.allSettled(
        strangers.map((source) =>
          submitNow(chain, {
            source,
            baseFeeStroops: BID_STROOPS,
            operations: Array.from({ length: PAYMENTS_EACH }, () =>
              payment({ source: source.address, destination: funder.address, asset: 'native', amountStroops: 1n }),
            ),
          }),
        ),
      )
    },
  }
}
