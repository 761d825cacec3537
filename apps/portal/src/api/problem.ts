/** What went wrong with a question to the API, as a value: pages show it, they do not break. */
export interface ApiProblem {
  /** Stable: one of the API's, or of {@link CLIENT_CODES}. */
  readonly code: string
  /** HTTP status; 0 when there was no answer. */
  readonly status: number
  readonly title: string
  readonly detail: string
  /** Number of the request in the API's log. */
  readonly request: string | null
  /** What else the API said with it. */
  readonly extra: Readonly<Record<string, unknown>>
}

/** What is found here and not by the API. */
export const CLIENT_CODES = {
  API_UNREACHABLE: 'The API does not answer.',
  API_TIMEOUT: 'The API took too long.',
  API_ANSWER_UNEXPECTED: 'The API gave an answer that is none of its own.',
} as const

/** A problem found on this side. */
export const clientProblem = (code: keyof typeof CLIENT_CODES, detail: string, status = 0): ApiProblem => ({
  code,
  status,
  title: CLIENT_CODES[code],
  detail,
  request: null,
  extra: {},
})

/** Whether the API itself is the trouble, and not what it was asked. */
export const isOutage = ({ status }: ApiProblem): boolean => status === 0 || status >= 500

const STANDARD = new Set(['type', 'title', 'status', 'detail', 'code', 'instance'])
const REQUEST = 'urn:heliobond:request:'

/** Reads RFC 9457 problem details; null for a body that is none. */
export function readProblem(body: unknown): ApiProblem | null {
  if (typeof body !== 'object' || body === null) return null
  const { code, status, title, detail, instance, ...rest } = body as Readonly<Record<string, unknown>>
  if (typeof code !== 'string' || typeof status !== 'number') return null
  return {
    code,
    status,
    title: typeof title === 'string' ? title : code,
    detail: typeof detail === 'string' ? detail : '',
    request: typeof instance === 'string' && instance.startsWith(REQUEST) ? instance.slice(REQUEST.length) : null,
    extra: Object.fromEntries(Object.entries(rest).filter(([name]) => !STANDARD.has(name))),
  }
}
