import { createKey, type Key, type Signer, signerFromSecret } from '@heliobond/chain'

/** Everyone who signs in a project on a network of its own. On a real one each keeps their key themselves. */
export const ROLE_NAMES = [
  'admin',
  'approver',
  'issuer',
  'trustee',
  'compliance',
  'operator',
  'works',
  'contractor',
  'oracle',
  'feeder',
  'fees',
  'autopay',
  'utility',
  'market-maker',
  'stablecoin-issuer',
  'euro-issuer',
  'bond-issuer',
  'investor.ana',
  'investor.luis',
  'investor.marta',
  'investor.diego',
] as const
export type RoleName = (typeof ROLE_NAMES)[number]

export const CHANNEL_COUNT = 4

/** Keys by name: the roles above, `channel.N`, and per party `owner.N`, `wallet.N`, `collection.N`, and per meter `meter.NAME`. */
export interface People {
  key(name: string): Key
  signer(name: string): Signer
  address(name: string): string
  /** All names and secrets, to be kept sealed. */
  entries(): readonly (readonly [string, Key])[]
}

/** Makes a key for every name on first use, or goes on with the secrets that are given. */
export function createPeople(secrets: ReadonlyMap<string, string> = new Map()): People {
  const keys = new Map<string, Key>()
  const key = (name: string): Key => {
    const known = keys.get(name)
    if (known) return known
    const secret = secrets.get(name)
    const made = secret === undefined ? createKey() : fromSecret(secret)
    keys.set(name, made)
    return made
  }
  return {
    key,
    signer: (name) => key(name).signer,
    address: (name) => key(name).address,
    entries: () => [...keys.entries()],
  }
}

function fromSecret(secret: string): Key {
  const signer = signerFromSecret(secret)
  return { address: signer.address, secret, signer }
}
