/** `npm run portal`: the portal alone, for an installation of several processes. */
import { parseArgs } from 'node:util'
import { ensurePortalBuilt } from './build.ts'
import { servePortal } from './serve.ts'

const HELP = `npm run portal -- [options]

Builds the portal if its files have changed, and serves it. It needs the API and nothing else.

  HELIOBOND_API_URL         where the API is (default http://localhost:4000)
  HELIOBOND_PORTAL_RPC_URL  a Stellar RPC that browsers may ask: proof pages recompute from it
  HELIOBOND_PORTAL_HOST     address to listen on (default 127.0.0.1)
  HELIOBOND_PORTAL_PORT     port to listen on (default 3000; 0 for any free one)

  --build-only              builds and ends
  --help                    this text
`

const { values } = parseArgs({
  options: { help: { type: 'boolean', short: 'h' }, 'build-only': { type: 'boolean' } },
})
if (values.help) {
  process.stdout.write(HELP)
} else {
  const built = await ensurePortalBuilt()
  process.stdout.write(built ? 'The portal was built\n' : 'The portal was built before, from the same files\n')
  if (!values['build-only']) await serve()
}

async function serve(): Promise<void> {
  const { env } = process
  const server = await servePortal({
    host: env.HELIOBOND_PORTAL_HOST || '127.0.0.1',
    port: Number(env.HELIOBOND_PORTAL_PORT || 3000),
    apiUrl: env.HELIOBOND_API_URL || 'http://localhost:4000',
    rpcUrl: env.HELIOBOND_PORTAL_RPC_URL || null,
    onCrash: (status) => process.stderr.write(`The portal's server ${status}; starting another\n`),
  })
  process.stdout.write(`Portal  ${server.url}\n`)
  const stop = () => void server.close()
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}
