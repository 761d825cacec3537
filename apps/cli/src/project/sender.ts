import { type Chain, type ChainOperation, type Signer, type Submitted, submitNow } from '@heliobond/chain'

/** A transaction of people's own did not succeed. The message names the step and the network's codes. */
export class StepFailedError extends Error {}

/** What a step came to. */
export type Sent = Extract<Submitted, { kind: 'success' }>

/** Signs and sends one transaction whose source is the first of `addresses`, and waits for its ledger. */
export type Sender = (
  step: string,
  addresses: readonly string[],
  operations: readonly ChainOperation[],
) => Promise<Sent>

/** A sender that finds each address's key among the given signers. @throws {StepFailedError} from its calls. */
export function createSender(chain: Chain, signers: () => readonly Signer[], onStep: (step: string) => void): Sender {
  return async (step, addresses, operations) => {
    onStep(step)
    const known = new Map(signers().map((signer) => [signer.address, signer]))
    const wanted = [...new Set(addresses)].map((address) => {
      const signer = known.get(address)
      if (!signer) throw new Error(`${step}: no key of ${address}`)
      return signer
    })
    const source = wanted[0]
    if (!source) throw new Error(`${step}: nobody signs`)
    const outcome = await submitNow(chain, { source, operations, signers: wanted.slice(1) })
    if (outcome.kind === 'success') return outcome
    throw new StepFailedError(`${step}: ${reasonOf(outcome)}`)
  }
}

function reasonOf(outcome: Exclude<Submitted, { kind: 'success' }>): string {
  switch (outcome.kind) {
    case 'failed':
    case 'rejected':
      return `${outcome.failure.code}${outcome.failure.operationIndex === undefined ? '' : ` in operation ${outcome.failure.operationIndex}`}`
    case 'refused':
      return `${outcome.refusal.code}${outcome.refusal.contractError === undefined ? '' : ` #${outcome.refusal.contractError}`}: ${outcome.refusal.message}`
    case 'no-account':
      return `account ${outcome.address} does not exist`
    case 'needs-authorization':
      return `nobody signs for ${outcome.addresses.join(', ')}`
    default:
      return outcome.kind
  }
}
