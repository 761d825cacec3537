import type { NextRequest, NextResponse } from 'next/server'
import createMiddleware from 'next-intl/middleware'
import { routing } from './i18n/routing.ts'
import { browserRpcUrl } from './site/rpc.ts'

const handleLocale = createMiddleware(routing)

/**
 * Language and Content Security Policy of every page.
 *
 * Each answer has a nonce of its own: no script runs that this server did not put there, inline or not. Next reads the nonce from the
 * policy in the request's headers and puts it on its own scripts.
 */
export default function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.randomUUID()).toString('base64')
  const policy = contentSecurityPolicy(nonce, request.nextUrl.pathname)
  request.headers.set('x-nonce', nonce)
  request.headers.set('content-security-policy', policy)
  const response = handleLocale(request)
  response.headers.set('content-security-policy', policy)
  response.headers.set('referrer-policy', 'strict-origin-when-cross-origin')
  response.headers.set('x-content-type-options', 'nosniff')
  response.headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=()')
  return response
}

function contentSecurityPolicy(nonce: string, path: string): string {
  // React's development tools evaluate; what is built does not.
  const development = process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : ''
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development}`,
    // Styles that charts set on elements; no style sheet of a stranger.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    `connect-src 'self' ${connectSources(path)}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/**
 * What pages may talk to besides this server: the RPC that this site names. Proof pages may ask any server that their reader names: whom
 * one trusts for a proof is one's own choice, and these pages hold nothing that could be carried off.
 */
function connectSources(path: string): string {
  const rpc = browserRpcUrl()
  const named = rpc !== null && URL.canParse(rpc) ? [new URL(rpc).origin] : []
  return [...named, ...(/^\/\w+\/check(\/|$)/.test(path) ? ['https:', 'http://localhost:*'] : [])].join(' ')
}

export const config = { matcher: ['/((?!api|_next|.*\\..*).*)'] }
