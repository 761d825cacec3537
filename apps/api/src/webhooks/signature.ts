import { createHmac, timingSafeEqual } from 'node:crypto'

/** The header that a delivery is signed in. */
export const SIGNATURE_HEADER = 'heliobond-signature'

/**
 * The signature of a delivery: `t=<Unix seconds>,v1=<hex HMAC-SHA256 of "t.body" under the webhook's secret>`. The time is under the signature, so that
 * what was recorded once cannot be sent again later.
 */
export function signDelivery(secret: string, atSeconds: number, body: string): string {
  return `t=${atSeconds},v1=${macOf(secret, atSeconds, body)}`
}

/**
 * Whether a delivery is ours and fresh: what a receiver does.
 *
 * @param toleranceSeconds how far its time may be from `nowSeconds`
 */
export function verifyDelivery(
  secret: string,
  header: string,
  body: string,
  nowSeconds: number,
  toleranceSeconds = 300,
): boolean {
  const [, time = '', mac = ''] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(header) ?? []
  if (mac === '' || Math.abs(nowSeconds - Number(time)) > toleranceSeconds) return false
  return timingSafeEqual(Buffer.from(mac, 'hex'), Buffer.from(macOf(secret, Number(time), body), 'hex'))
}

const macOf = (secret: string, atSeconds: number, body: string): string =>
  createHmac('sha256', secret).update(`${atSeconds}.${body}`).digest('hex')
