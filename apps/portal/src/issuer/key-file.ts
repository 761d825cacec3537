import type { KeptKey } from '../chain/new-account.ts'

/** The file in which an issuer keeps the key of a bond's issuing account. */
export function keyFile(
  { address, secret }: KeptKey,
  about: { readonly draft: { readonly id: number; readonly name: string }; readonly network: string },
): string {
  return `${JSON.stringify({ kind: 'heliobond-issuing-key', address, secret, ...about }, null, 2)}\n`
}

/** The seed in such a file; null for any other file. */
export function readKeyFile(text: string): string | null {
  try {
    const found: unknown = JSON.parse(text)
    if (typeof found !== 'object' || found === null) return null
    const { kind, secret } = found as Readonly<Record<string, unknown>>
    return kind === 'heliobond-issuing-key' && typeof secret === 'string' ? secret : null
  } catch {
    return null
  }
}
