/** Looks at a sign-in challenge (SEP-10) before a wallet is asked to sign it. Loads the Stellar SDK: import it on demand only. */
import { inspectEnvelope } from './inspect.ts'

/**
 * Whether a challenge can do nothing but prove who signs it: its sequence number is 0, so no network ever takes it, and it only names
 * data of the account that signs in.
 */
export function isHarmlessChallenge(envelopeXdr: string, passphrase: string, address: string): boolean {
  try {
    const { sequence, source, operations } = inspectEnvelope(envelopeXdr, passphrase)
    const [first, ...rest] = operations
    return (
      sequence === 0n &&
      source !== address &&
      operations.every(({ type }) => type === 'manageData') &&
      first?.source === address &&
      rest.every((operation) => operation.source === source)
    )
  } catch {
    return false
  }
}
