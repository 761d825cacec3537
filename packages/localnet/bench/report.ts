import { createPrivateKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import { parseArgs } from 'node:util'
import { type Keypair, xdr } from '@stellar/stellar-sdk/base'

const ED25519_PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')

/** Whether the smaller loads were asked for. Prints the help and ends the process if that was, or an option that there is not. */
export function readShort(help: string): boolean {
  const options = { short: { type: 'boolean' }, help: { type: 'boolean' } } as const
  try {
    const { values } = parseArgs({ options })
    if (values.help !== true) return values.short === true
    process.stdout.write(help)
    process.exit(0)
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)} (see --help)`)
    process.exit(2)
  }
}

/** One figure, and what it is to be measured by. */
export function line(what: string, value: string, goal: string): void {
  console.log(`${what.padEnd(44)}${value.padStart(12)}   ${goal}`)
}

let shownMs = 0

/** How far it is, ten times a second at most, for who watches; a log needs none of it. An empty text wipes it away. */
export function progress(text: string): void {
  const now = performance.now()
  if (!process.stderr.isTTY || (text !== '' && now - shownMs < 100)) return
  shownMs = now
  process.stderr.write(`\r${text.padEnd(60)}${text === '' ? '\r' : ''}`)
}

/** What this machine does now: bare Ed25519 verifications a second. */
export function verifiesPerSecond(): number {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const message = Buffer.alloc(32, 7)
  const signature = sign(null, message, privateKey)
  const started = performance.now()
  let count = 0
  while (performance.now() - started < 500) {
    if (!verify(null, message, publicKey, signature)) throw new Error('a signature does not verify')
    count += 1
  }
  return (count * 1_000) / (performance.now() - started)
}

interface Signable {
  hash(): Uint8Array
  addDecoratedSignature(signature: xdr.DecoratedSignature): void
}

/** Makes signatures of one account. Not the SDK's, which take as long as the network does: what is measured is the network. */
export function signerOf(source: Keypair): (transaction: Signable) => void {
  const der = Buffer.concat([ED25519_PKCS8, source.rawSecretKey()])
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  const hint = source.signatureHint()
  return (transaction) => {
    const signature = sign(null, transaction.hash(), key)
    transaction.addDecoratedSignature(new xdr.DecoratedSignature({ hint, signature }))
  }
}
