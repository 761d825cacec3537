/**
 * The wallet of a rehearsal: on a network of this machine the API signs as one of the example's people. It refuses anywhere else, and
 * nothing of it exists where money is real.
 */
import { err, ok } from '@heliobond/domain'
import { ask } from '../api/browser.ts'
import type { Wallet } from './wallet.ts'

/** One of the example's people, as `GET /v1/dev/people` tells. */
export interface Person {
  readonly name: string
  readonly role: string
  readonly address: string
}

export function developmentWallet(address: string): Wallet {
  return {
    kind: 'development',
    getAddress: async () => ok(address),
    async getNetwork() {
      const health = await ask<{ network: { name: string; passphrase: string } }>('/api/health')
      return health.ok ? ok(health.value.network) : err({ code: 'LOST' })
    },
    async signTransaction(envelopeXdr, { address: signer }) {
      const signed = await ask<{ envelopeXdr: string }>('/api/v1/dev/sign', {
        method: 'POST',
        body: { address: signer, envelopeXdr },
      })
      return signed.ok ? ok(signed.value.envelopeXdr) : err({ code: 'OTHER', message: signed.error.detail })
    },
  }
}

/** Everyone whom the development wallet can play. */
export const people = () => ask<{ data: readonly Person[] }>('/api/v1/dev/people')
