/** What goes back over HTTP. */
export interface HttpAnswer {
  readonly status: number
  readonly contentType: string
  readonly body: unknown
}

const HAL = 'application/hal+json; charset=utf-8'
const PROBLEM = 'application/problem+json; charset=utf-8'
const PROBLEM_BASE = 'https://stellar.org/horizon-errors'

export function found(body: unknown): HttpAnswer {
  return { status: 200, contentType: HAL, body }
}

export interface Problem {
  /** The last part of the problem's type. */
  readonly code: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly extras?: Readonly<Record<string, unknown>>
}

/** A problem document (RFC 9457) as Horizon writes it. */
export function problem({ code, title, status, detail, extras }: Problem): HttpAnswer {
  const body = {
    type: `${PROBLEM_BASE}/${code}`,
    title,
    status,
    detail,
    ...(extras && { extras }),
  }
  return { status, contentType: PROBLEM, body }
}

export function notFound(): HttpAnswer {
  return problem({
    code: 'not_found',
    title: 'Resource Missing',
    status: 404,
    detail:
      'The resource at the url requested was not found.  This usually occurs for one of two reasons:  The url requested is not valid, or no data in our database could be found with the parameters provided.',
  })
}

export function badRequest(detail: string, extras?: Readonly<Record<string, unknown>>): HttpAnswer {
  return problem({
    code: 'bad_request',
    title: 'Bad Request',
    status: 400,
    detail,
    ...(extras && { extras }),
  })
}

/** A parameter that is wrong: its name and why. */
export function invalidField(field: string, reason: string): HttpAnswer {
  return badRequest('The request you sent was invalid in some way.', {
    invalid_field: field,
    reason,
  })
}

/** A page that would end where the history that is kept begins. */
export function beforeHistory(): HttpAnswer {
  return problem({
    code: 'before_history',
    title: 'Data Requested Is Before Recorded History',
    status: 410,
    detail:
      "This horizon instance is configured to only track a portion of the stellar network's latest history. This request is asking for results prior to the recorded history known to this horizon instance.",
  })
}

/** A form of answer that the path does not have: a stream of events of what does not stream. */
export function notAcceptable(): HttpAnswer {
  return problem({
    code: 'not_acceptable',
    title: 'An acceptable response content-type could not be provided for this request',
    status: 406,
    detail: '',
  })
}
