import { pbkdf2Sync, randomBytes } from 'node:crypto'

/** Rounds of PBKDF2. The passwords are 256 random bits, which no number of rounds makes harder to guess. */
const ITERATIONS = 1_000
const SALT_BYTES = 12
const HASH_BYTES = 64

/** 256 bits that nobody chose, in characters that any configuration file takes. */
export const newPassword = (): string => randomBytes(32).toString('base64url')

/**
 * A password as Mosquitto keeps it: `$7$rounds$salt$hash`, PBKDF2 with SHA-512, both in base64.
 *
 * @see mosquitto_passwd(1); the format is of Mosquitto 1.6 and later.
 */
export function hashPassword(password: string, salt: Uint8Array = randomBytes(SALT_BYTES)): string {
  const hash = pbkdf2Sync(password, salt, ITERATIONS, HASH_BYTES, 'sha512')
  return `$7$${ITERATIONS}$${Buffer.from(salt).toString('base64')}$${hash.toString('base64')}`
}
