/** A page of ours sends this with everything that changes something. A form or a link of a stranger's page cannot. */
export const REQUEST_HEADER = 'x-heliobond-request'

/**
 * Whether a request that changes something comes from a page of ours.
 *
 * The session's cookie is same-site, which already keeps it from most strangers' requests; this keeps out those of a sister domain, and
 * of browsers that know no same-site cookies. A header of our own makes a browser ask before it sends a stranger's request, and nobody
 * here says yes.
 */
export function isOwnRequest(headers: Headers): boolean {
  if (headers.get(REQUEST_HEADER) === null) return false
  const site = headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin'
  const origin = headers.get('origin')
  const host = headers.get('x-forwarded-host') ?? headers.get('host')
  return origin !== null && host !== null && URL.canParse(origin) && new URL(origin).host === host
}
