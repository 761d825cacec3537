import { createKey, type Signer, signerFromSecret } from '@heliobond/chain'
import { type Database, openSecret, sealSecret } from '@heliobond/db'

/** Keys that the platform makes and keeps for what it opens itself: collection accounts. Nobody's own key is ever among them. */
export interface PlatformKeys {
  /** The address of the key of that name; made and sealed when there is none. */
  addressOf(name: string): Promise<string>
  /** Signs with it. @throws if there is none: a bug. */
  signer(name: string): Promise<Signer>
}

/** Keys sealed in the database under the platform's master key. */
export function createPlatformKeys({ prisma }: Database, masterKey: Uint8Array): PlatformKeys {
  return {
    async addressOf(name) {
      const known = await prisma.secret.findUnique({ where: { name }, select: { publicKey: true } })
      if (known) return known.publicKey
      const { address, secret } = createKey()
      const row = { name, publicKey: address, ...sealSecret(masterKey, name, secret) }
      // Two requests at once make one key: the first that is written.
      await prisma.secret.createMany({ data: [row], skipDuplicates: true })
      return (await prisma.secret.findUniqueOrThrow({ where: { name }, select: { publicKey: true } })).publicKey
    },
    async signer(name) {
      const row = await prisma.secret.findUnique({ where: { name } })
      if (!row) throw new Error(`there is no key ${name}`)
      return signerFromSecret(openSecret(masterKey, name, row))
    },
  }
}
