/** Which addresses a webhook may reach: those of the public internet. A stranger's URL must not make us knock at our own doors. */
import { BlockList, isIP } from 'node:net'

/** Special-purpose IPv4 (IANA registry, RFC 6890 and its successors), multicast and what is reserved. */
const NOT_PUBLIC_V4 = blockList('ipv4', [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
])
/** Global unicast is all that is handed out of IPv6; what maps, translates or tunnels IPv4 lies outside it, or is taken out here. */
const GLOBAL_V6 = blockList('ipv6', [['2000::', 3]])
const NOT_PUBLIC_V6 = blockList('ipv6', [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
])

function blockList(family: 'ipv4' | 'ipv6', nets: readonly (readonly [net: string, bits: number])[]): BlockList {
  const list = new BlockList()
  for (const [net, bits] of nets) list.addSubnet(net, bits, family)
  return list
}

/** Whether an IP address is one of the public internet. Anything else, also what is no address, is not. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address)
  if (version === 4) return !NOT_PUBLIC_V4.check(address, 'ipv4')
  return version === 6 && GLOBAL_V6.check(address, 'ipv6') && !NOT_PUBLIC_V6.check(address, 'ipv6')
}

/** Why a URL is none that deliveries go to; null when it may be tried. */
export type UrlRefusal = 'NOT_A_URL' | 'NOT_HTTPS' | 'CREDENTIALS' | 'NOT_PUBLIC'

/**
 * Looks at a URL before it is kept. What its name leads to is looked at again with every delivery.
 *
 * @param isLocal on a local network this machine may be reached, and http is enough
 */
export function refuseUrl(text: string, isLocal: boolean): UrlRefusal | null {
  if (!URL.canParse(text)) return 'NOT_A_URL'
  const url = new URL(text)
  if (url.protocol !== 'https:' && !(isLocal && url.protocol === 'http:')) return 'NOT_HTTPS'
  if (url.username !== '' || url.password !== '') return 'CREDENTIALS'
  if (isLocal) return null
  const host = hostOf(url)
  if (isIP(host) !== 0) return isPublicAddress(host) ? null : 'NOT_PUBLIC'
  // A name without a dot, and those that never leave a house, lead nowhere in public.
  return /^(?:localhost|[^.]*|.*\.(?:localhost|local|internal|home\.arpa|invalid|test|example|onion))\.?$/i.test(host)
    ? 'NOT_PUBLIC'
    : null
}

/** The host of a URL as sockets take it: without the brackets of IPv6. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[(.*)\]$/, '$1')
