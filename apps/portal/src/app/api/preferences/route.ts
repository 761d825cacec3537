import { readTheme, THEME_COOKIE } from '../../../site/cookies.ts'

const YEAR_SECONDS = 31_536_000

/** Keeps the colours that the reader chose. A plain form, so that it works without scripts; what it changes harms nobody. */
export async function POST(request: Request): Promise<Response> {
  const form = await request.formData()
  const theme = readTheme(String(form.get('theme') ?? ''))
  return new Response(null, {
    status: 303,
    headers: {
      location: backTo(request),
      'set-cookie': `${THEME_COOKIE}=${theme}; Path=/; SameSite=Lax; HttpOnly; Max-Age=${YEAR_SECONDS}`,
    },
  })
}

/** The page that the form stood on, as a path of ours; never an address of somebody else. */
function backTo(request: Request): string {
  const referer = request.headers.get('referer')
  if (referer === null || !URL.canParse(referer)) return '/'
  const { pathname, search } = new URL(referer)
  return pathname.startsWith('//') ? '/' : pathname + search
}
