'use client'

import { useEffect, useState } from 'react'
import { type BidPlace, type BidSecret, keptSecrets } from './bid-secret.ts'
import type { WorkFacts } from './facts.ts'

export const placeOfBid = ({ network, contractId, number, address }: WorkFacts): BidPlace => ({
  network: network.passphrase,
  contractId,
  tender: number,
  bidder: address,
})

/** The secret of the bid with this seal, where this browser keeps it; undefined until it was looked for. */
export function useBidSecret(facts: WorkFacts, commitment: string): BidSecret | null | undefined {
  const [secret, setSecret] = useState<BidSecret | null | undefined>(undefined)
  const { passphrase } = facts.network
  const { contractId, number, address } = facts
  useEffect(() => {
    const place = { network: passphrase, contractId, tender: number, bidder: address }
    setSecret(keptSecrets(window.localStorage, place).find((one) => one.commitment === commitment) ?? null)
  }, [passphrase, contractId, number, address, commitment])
  return secret
}
