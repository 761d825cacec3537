import { fileURLToPath } from 'node:url'
import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

const config: NextConfig = {
  poweredByHeader: false,
  // A page's title comes with it, for every reader: streamed after it, a page that is loaded anew beneath its reader would lose it for a moment.
  htmlLimitedBots: /.*/,
  reactStrictMode: true,
  // `npm run typecheck` does that, tests and all: a start should not wait for it.
  typescript: { ignoreBuildErrors: true },
  // Pages carry a nonce of their own and are never the same twice; what may be cached are the API's answers.
  turbopack: { root: fileURLToPath(new URL('../..', import.meta.url)) },
}

export default createNextIntlPlugin('./src/i18n/request.ts')(config)
