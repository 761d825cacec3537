import { readFileSync } from 'node:fs'
import { createKey, type Signer, signerFromSecret } from '@heliobond/chain'
import { writeOnce } from '../key/meter-key.ts'

/** The account that pays for the device's transactions; made when its file is absent. It signs no reading. */
export async function feeAccount(path: string): Promise<Signer> {
  writeOnce(path, `${createKey().secret}\n`)
  return signerFromSecret(readFileSync(path, 'utf8').trim())
}
