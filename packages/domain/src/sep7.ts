/** Links that a wallet understands: SEP-7, "URI Scheme to facilitate delegated signing". Pure: they are built here, and signed by who holds the domain's key. */
import { concatBytes, toBase64, utf8Bytes } from './bytes.ts'
import { formatStroops, requireNotNegative } from './money.ts'

/** A request to pay, which any wallet fills in: whoever follows the link pays from their own account. */
export type PayRequest = {
  /** The account to pay (`G...`). Not a muxed one: few wallets take those, and the memo says the same. */
  readonly destination: string
  readonly amountStroops: bigint
  /** `CODE:ISSUER`, or `native`. */
  readonly asset: string
  /** A number that says what the payment is for: the bill's. */
  readonly memoId?: bigint
  /** For the payer's eyes; at most 300 characters are kept. */
  readonly message?: string
}

/** What both kinds of requests may say of where they come from. */
export type UriOrigin = {
  /** The network's passphrase; wallets take the public network where there is none. */
  readonly networkPassphrase?: string
  /** The domain whose stellar.toml has the key that signs the link. A link with a domain and without its signature is refused by wallets. */
  readonly originDomain?: string
}

const PUBLIC_PASSPHRASE = 'Public Global Stellar Network ; September 2015'
const MOST_MESSAGE_CHARACTERS = 300

/**
 * A link by which anyone can pay: `web+stellar:pay?destination=G...&amount=12.5&asset_code=USDC&...`.
 *
 * @throws {RangeError} if the amount is negative, or the asset is neither `native` nor `CODE:ISSUER` (a caller bug).
 * @see SEP-7, operation `pay`
 */
export function payUri(
  { destination, amountStroops, asset, memoId, message }: PayRequest,
  origin: UriOrigin = {},
): string {
  requireNotNegative('amountStroops', amountStroops)
  const parts = asset === 'native' ? null : /^([A-Za-z0-9]{1,12}):(G[A-Z2-7]{55})$/.exec(asset)
  if (asset !== 'native' && !parts) throw new RangeError(`not an asset: ${asset}`)
  return uri('pay', [
    ['destination', destination],
    ['amount', formatStroops(amountStroops)],
    ['asset_code', parts?.[1]],
    ['asset_issuer', parts?.[2]],
    ['memo', memoId?.toString()],
    ['memo_type', memoId === undefined ? undefined : 'MEMO_ID'],
    ['msg', message === undefined ? undefined : [...message].slice(0, MOST_MESSAGE_CHARACTERS).join('')],
    ...originFields(origin),
  ])
}

/**
 * A link to a whole transaction that a wallet is to sign and send: `web+stellar:tx?xdr=...`.
 *
 * @see SEP-7, operation `tx`
 */
export function transactionUri(
  { envelopeXdr, message }: { readonly envelopeXdr: string; readonly message?: string },
  origin: UriOrigin = {},
): string {
  return uri('tx', [
    ['xdr', envelopeXdr],
    ['msg', message === undefined ? undefined : [...message].slice(0, MOST_MESSAGE_CHARACTERS).join('')],
    ...originFields(origin),
  ])
}

/** The bytes that the domain's URI_REQUEST_SIGNING_KEY signs (Ed25519): 35 zeros, a 4, `stellar.sep.7 - URI Scheme` and the link. */
export const uriSignedBytes = (link: string): Uint8Array =>
  concatBytes(new Uint8Array(35), Uint8Array.of(4), utf8Bytes(`stellar.sep.7 - URI Scheme${link}`))

/** The link with its signature, which stands last. */
export const withUriSignature = (link: string, signature: Uint8Array): string =>
  `${link}&signature=${encodeURIComponent(toBase64(signature))}`

const originFields = ({ networkPassphrase, originDomain }: UriOrigin): readonly Field[] => [
  ['network_passphrase', networkPassphrase === PUBLIC_PASSPHRASE ? undefined : networkPassphrase],
  ['origin_domain', originDomain],
]

type Field = readonly [name: string, value: string | undefined]

function uri(operation: 'pay' | 'tx', fields: readonly Field[]): string {
  const given = fields.filter((field): field is readonly [string, string] => field[1] !== undefined)
  return `web+stellar:${operation}?${given.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`
}
