/** XDR bytes as the base64 text that the RPC and Horizon carry. */
export function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
}

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/

/** Reads base64 as nodes do: the alphabet of `+` and `/`, padded; line breaks do not count. @throws {TypeError} if it is none */
export function fromBase64(text: string): Uint8Array {
  const compact = text.replaceAll(/[\r\n]/g, '')
  if (compact.length % 4 !== 0 || !BASE64.test(compact)) throw new TypeError('no base64')
  return Buffer.from(compact, 'base64')
}

/** Unix seconds as Horizon and the RPC print a moment: RFC 3339 in UTC, whole seconds. */
export function toRfc3339(seconds: bigint): string {
  return new Date(Number(seconds) * 1_000).toISOString().replace('.000Z', 'Z')
}

const STROOPS_PER_UNIT = 10_000_000n

/** Stroops as the decimal text with seven places that Horizon carries. */
export function toAmount(stroops: bigint): string {
  const sign = stroops < 0n ? '-' : ''
  const absolute = stroops < 0n ? -stroops : stroops
  return `${sign}${absolute / STROOPS_PER_UNIT}.${(absolute % STROOPS_PER_UNIT).toString().padStart(7, '0')}`
}

/** Reads a decimal amount; undefined when it is not one of at most seven places within an int64. */
export function parseAmount(text: string): bigint | undefined {
  const match = /^(\d{1,12})(?:\.(\d{1,7}))?$/.exec(text)
  if (!match) return undefined
  const stroops = BigInt(match[1] ?? '0') * STROOPS_PER_UNIT + BigInt((match[2] ?? '').padEnd(7, '0'))
  return stroops <= 9_223_372_036_854_775_807n ? stroops : undefined
}
