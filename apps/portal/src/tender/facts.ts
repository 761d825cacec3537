import type { SigningNetwork } from '../signing/site-network.ts'

/** What every act on a tender needs to know. */
export interface OfficeFacts {
  /** Of the offering and its tender: 3-1. */
  readonly tender: string
  readonly offering: number
  readonly contractId: string
  /** Who is signed in. */
  readonly address: string
  readonly network: SigningNetwork
  readonly settlementAsset: string
  readonly names: Readonly<Record<string, string>>
}
