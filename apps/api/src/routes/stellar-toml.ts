import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { ApiOptions } from '../app.ts'
import type { SignIn } from '../identity/sign-in.ts'
import { CONDITIONS } from '../offerings/eligibility.ts'

/** A TOML basic string. Control characters never stand in what we print. */
const quoted = (text: string) =>
  `"${text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replace(/\p{Cc}/gu, ' ')}"`

/**
 * `/.well-known/stellar.toml` (SEP-1): who signs our challenges, and the bonds we know of as currencies.
 *
 * The bonds are not `regulated` in the sense of SEP-8: their issuing accounts are locked and approve nothing.
 */
export const stellarTomlRoute =
  ({ database, network, publicUrl, version }: ApiOptions, signIn: SignIn): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get('/.well-known/stellar.toml', { schema: { hide: true } }, async (_, reply) => {
      const offerings = await database.prisma.offering.findMany({ orderBy: { id: 'asc' } })
      const systems = await database.prisma.system.findMany({
        where: { id: { in: offerings.map(({ systemId }) => systemId) } },
      })
      const names = new Map(systems.map(({ id, name }) => [id, name]))
      const lines = [
        'VERSION="2.7.0"',
        `NETWORK_PASSPHRASE=${quoted(network.passphrase)}`,
        `SIGNING_KEY=${quoted(signIn.serverAddress)}`,
        `WEB_AUTH_ENDPOINT=${quoted(`${publicUrl}/auth`)}`,
        `ACCOUNTS=[${offerings.map(({ bondAsset }) => quoted(bondAsset.split(':')[1] ?? '')).join(', ')}]`,
        '',
        '[DOCUMENTATION]',
        'ORG_NAME="Heliobond"',
        `ORG_URL=${quoted(publicUrl)}`,
        `ORG_DESCRIPTION=${quoted(`Municipal solar bonds (version ${version})`)}`,
      ]
      for (const { id, name, bondAsset, state, systemId } of offerings) {
        const [code = '', issuer = ''] = bondAsset.split(':')
        lines.push(
          '',
          '[[CURRENCIES]]',
          `code=${quoted(code)}`,
          `issuer=${quoted(issuer)}`,
          `status=${quoted(network.name === 'mainnet' ? 'live' : 'test')}`,
          'display_decimals=2',
          `name=${quoted((name || `Solar bond ${id}`).slice(0, 20))}`,
          `desc=${quoted(`Bond of the solar system ${names.get(systemId) ?? systemId}; state ${state}. One unit is one unit of principal.`)}`,
          `conditions=${quoted(`${CONDITIONS} Whether an address may hold it: ${publicUrl}/v1/offerings/${id}/eligibility?address=G...`)}`,
          'is_asset_anchored=true',
          'anchor_asset_type="bond"',
          'is_unlimited=false',
          'regulated=false',
          `attestation_of_reserve=${quoted(`${publicUrl}/v1/offerings/${id}/waterfall`)}`,
        )
      }
      // SEP-1 asks for any origin and this media type.
      return reply
        .header('access-control-allow-origin', '*')
        .header('cache-control', 'public, max-age=60')
        .type('text/plain; charset=utf-8')
        .send(`${lines.join('\n')}\n`)
    })
  }
