import type { SigningNetwork } from '../signing/site-network.ts'

/** What every part of a tender that signs needs to know. Amounts are decimal strings: they cross from the server. */
export interface WorkFacts {
  /** Of the offering and its tender: 3-1. */
  readonly id: string
  readonly offeringId: number
  readonly contractId: string
  readonly number: number
  /** Who is signed in. */
  readonly address: string
  readonly network: SigningNetwork
  readonly settlementAsset: string
  /** Names of the contracts that may take or give. */
  readonly names: Readonly<Record<string, string>>
}
