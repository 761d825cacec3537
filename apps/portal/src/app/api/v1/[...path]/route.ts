import { forward, refusalOfStrangers } from '../../../../session/forward.ts'
import { sessionToken } from '../../../../session/session.ts'

/** The API as pages in the browser see it: same origin, and with their session. */
async function handle(request: Request, { params }: { params: Promise<{ path: string[] }> }): Promise<Response> {
  const refusal = refusalOfStrangers(request)
  if (refusal) return refusal
  const { path } = await params
  return forward(request, `/v1/${path.map(encodeURIComponent).join('/')}`, await sessionToken())
}

export { handle as DELETE, handle as GET, handle as POST, handle as PUT }
