import type { Owner } from './freighter.test-helper.ts'
import type { Stack } from './stack.test-helper.ts'

/** The example's people by the beginning of their names. @throws if there is nobody of that name. */
export async function addressOf(stack: Stack, name: string): Promise<string> {
  const { data } = await stack.ask<{ data: { name: string; address: string }[] }>('/v1/dev/people')
  const person = data.find((one) => one.name.startsWith(name))
  if (!person) throw new Error(`nobody is called ${name}`)
  return person.address
}

/** One of the example's people as the owner of a Freighter that is installed, unlocked and on the right network. */
export async function ownerOf(stack: Stack, name: string): Promise<Owner> {
  const address = await addressOf(stack, name)
  const { network } = await stack.ask<{ network: { passphrase: string } }>('/healthz')
  return {
    address,
    passphrase: network.passphrase,
    confirms: true,
    decides: true,
    present: true,
    asked: [],
    async sign(envelopeXdr) {
      const signed = await stack.ask<{ envelopeXdr: string }>('/v1/dev/sign', { address, envelopeXdr })
      return signed.envelopeXdr
    },
  }
}
