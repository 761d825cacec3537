import { createKey, type Signer, signerFromSecret } from '@heliobond/chain'
import { KeyFileError, readSecret, writeOnce } from '../key/secret-file.ts'

/** The device's own account; its key is made when the file is absent. It signs transactions, never a reading. @throws {KeyFileError} */
export function ownAccount(path: string): Signer {
  if (readSecret(path) === undefined) writeOnce(path, `${createKey().secret}\n`)
  return accountOf(path)
}

/** The account of a secret (`S...`) that somebody put into a file. @throws {KeyFileError} */
export function accountOf(path: string): Signer {
  const secret = readSecret(path)
  if (secret === undefined) throw new KeyFileError(`there is no ${path}`)
  try {
    return signerFromSecret(secret.trim())
  } catch (cause) {
    throw new KeyFileError(`${path} does not hold a secret key (S...)`, { cause })
  }
}
