/** What the API of a local network lends a newcomer: the keys that the example kept, the clock, the stablecoin's issuer. */
import { createHash } from 'node:crypto'
import type { DevTools } from '@heliobond/api'
import {
  type Asset,
  type Chain,
  payment,
  type Signer,
  sign,
  signerFromSecret,
  submitNow,
  turnClock,
} from '@heliobond/chain'
import { type Database, openSecret } from '@heliobond/db'
import { CAST } from './cast.ts'
import { PERSON } from './stage.ts'

const GIFT_STROOPS = 100_000_000_000n
/** SEP-53: what a wallet puts before a message, so that no signature of one is good for anything else. */
const MESSAGE_PREFIX = 'Stellar Signed Message:\n'

/** The tools, over what the example kept. Of a local network only. */
export function createDevTools(p: {
  readonly database: Database
  readonly chain: Chain
  readonly secretKey: Uint8Array
  /** Turns the clock by `turn`, with whatever has to rest or to catch up around it. */
  readonly aroundTurn?: <T>(turn: () => Promise<T>) => Promise<T>
}): DevTools {
  const { database, chain, secretKey, aroundTurn = (turn) => turn() } = p
  const { prisma } = database

  async function signerOf(address: string): Promise<Signer | null> {
    const row = await prisma.secret.findFirst({ where: { publicKey: address, name: { startsWith: PERSON } } })
    return row && signerFromSecret(openSecret(secretKey, row.name, row))
  }

  return {
    async people() {
      const rows = await prisma.secret.findMany({
        where: { name: { in: CAST.map(({ key }) => `${PERSON}${key}`) } },
        select: { name: true, publicKey: true },
      })
      const addresses = new Map(rows.map((row) => [row.name.slice(PERSON.length), row.publicKey]))
      return CAST.flatMap(({ key, name, role }) => {
        const address = addresses.get(key)
        return address === undefined ? [] : [{ name, role, address }]
      })
    },
    async signEnvelope(address, envelopeXdr) {
      const signer = await signerOf(address)
      if (!signer) return null
      const envelope = { envelopeXdr, hash: '', expiresAt: 0n, builtAt: 0n }
      return (await sign(envelope, [signer], chain.config.passphrase)).envelopeXdr
    },
    async signMessage(address, message) {
      const signer = await signerOf(address)
      if (!signer) return null
      const hash = createHash('sha256').update(MESSAGE_PREFIX).update(message, 'utf8').digest()
      return Buffer.from(await signer.sign(new Uint8Array(hash))).toString('base64')
    },
    async advance(seconds) {
      const turned = await aroundTurn(() => turnClock(chain, { seconds }))
      if (!turned.ok) throw new Error('the clock of this network cannot be turned')
      return turned.value.closedAt
    },
    async giveStablecoins(address) {
      const offering = await prisma.offering.findFirst({ orderBy: { id: 'asc' } })
      const asset = offering?.settlementAsset as Asset | undefined
      const source = asset && (await signerOf(asset.split(':')[1] ?? ''))
      if (!asset || !source) return false
      const gift = payment({ destination: address, asset, amountStroops: GIFT_STROOPS })
      return (await submitNow(chain, { source, operations: [gift] })).kind === 'success'
    },
  }
}
