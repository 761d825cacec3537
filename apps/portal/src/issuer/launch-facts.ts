import type { SigningNetwork } from '../signing/site-network.ts'
import { moneyOf } from './money.ts'
import type { LaunchFacts } from './sign-step.tsx'
import type { Draft } from './types.ts'

/** What the steps of a draft's launch need to know, for who is signed in. */
export async function launchFacts(
  { id, name, body, bondIssuer, offeringContract }: Draft,
  signer: {
    readonly address: string
    readonly network: SigningNetwork
    readonly names: Readonly<Record<string, string>>
  },
): Promise<LaunchFacts> {
  return {
    draft: { id, name },
    ...signer,
    settlementAsset: await moneyOf(body),
    bondAsset: bondIssuer === null || body.bondCode === undefined ? null : `${body.bondCode}:${bondIssuer}`,
    bondIssuer,
    offeringContract,
  }
}
