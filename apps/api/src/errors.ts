/**
 * Everything that goes wrong over HTTP, as RFC 9457 problem details with a stable `code`. A client switches on the code; titles and
 * details are for people and may change.
 */
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { fill, type ParamsOf, type Place, type PlacesOf } from './sentence.ts'

/** Codes are part of the public interface: never renamed, never reused. */
export const PROBLEMS = {
  HELIOBOND_INVALID_REQUEST: { status: 400, title: 'The request does not have the form that this route wants' },
  HELIOBOND_BAD_CURSOR: { status: 400, title: 'The cursor is none that this list gave out' },
  HELIOBOND_MALFORMED_BODY: { status: 400, title: 'The body is not the JSON that it claims to be' },
  HELIOBOND_UNAUTHENTICATED: { status: 401, title: 'Sign in first' },
  HELIOBOND_SIGN_IN_REFUSED: { status: 401, title: 'The answer to the challenge proves nothing' },
  HELIOBOND_FORBIDDEN: { status: 403, title: 'Your address may not do this' },
  HELIOBOND_TOO_MANY_REQUESTS: { status: 429, title: 'Too many requests: wait as long as Retry-After says' },
  HELIOBOND_NOT_FOUND: { status: 404, title: 'There is nothing at this address' },
  HELIOBOND_OFFERING_NOT_FOUND: { status: 404, title: 'There is no such offering' },
  HELIOBOND_SYSTEM_NOT_FOUND: { status: 404, title: 'There is no such solar system' },
  HELIOBOND_COUPON_NOT_FOUND: { status: 404, title: 'There is no such coupon' },
  HELIOBOND_COUPON_NOT_RECORDED: { status: 404, title: 'The holders of this coupon are not recorded yet' },
  HELIOBOND_HOLDER_NOT_FOUND: { status: 404, title: 'This address has no claim on this coupon' },
  HELIOBOND_PARTY_NOT_FOUND: { status: 404, title: 'The system has no such party' },
  HELIOBOND_TRANSACTION_NOT_FOUND: { status: 404, title: 'This transaction was not built here' },
  HELIOBOND_DOCUMENT_NOT_FOUND: { status: 404, title: 'There is no such document' },
  HELIOBOND_TENDER_NOT_FOUND: { status: 404, title: 'There is no such tender' },
  HELIOBOND_NOT_CERTIFIED: { status: 404, title: 'The system has no certificates' },
  HELIOBOND_NO_DONORS: { status: 404, title: 'Nobody is recorded as a donor of the system' },
  HELIOBOND_DONOR_NOT_FOUND: { status: 404, title: 'This address is not among the donors' },
  HELIOBOND_DRAFT_NOT_FOUND: { status: 404, title: 'There is no such draft' },
  HELIOBOND_BILL_NOT_FOUND: { status: 404, title: 'There is no such bill' },
  HELIOBOND_ENROLMENT_CODE_UNKNOWN: {
    status: 404,
    title: 'This code was never given out, has run out, or was another device’s',
  },
  HELIOBOND_ENROLMENT_NOT_PROVEN: { status: 422, title: 'The device does not prove that it holds this key' },
  HELIOBOND_NOT_RETRIABLE: { status: 409, title: 'This transaction is not one to try again' },
  HELIOBOND_STILL_REFUSED: { status: 409, title: 'It is refused today as well' },
  HELIOBOND_TOO_MANY_WEBHOOKS: { status: 409, title: 'The address has as many webhooks as it may' },
  HELIOBOND_ALARM_CLEARED: { status: 409, title: 'The alarm is over' },
  HELIOBOND_DECISION_REFUSED: { status: 409, title: 'This cannot be decided so' },
  HELIOBOND_DRAFT_CHANGED: { status: 409, title: 'The draft was changed meanwhile: read it again' },
  HELIOBOND_DRAFT_FIXED: { status: 409, title: 'What is on the network cannot be changed in the draft any more' },
  HELIOBOND_CALL_REFUSED: { status: 409, title: 'The contract would refuse this now' },
  HELIOBOND_ACTION_REFUSED: { status: 409, title: 'This cannot be done now' },
  HELIOBOND_OTHER_SIGNER_NEEDED: { status: 409, title: 'Somebody else has to sign this' },
  HELIOBOND_ACCOUNT_NOT_FOUND: { status: 409, title: 'The account does not exist on this network' },
  HELIOBOND_SUBMISSION_REFUSED: { status: 409, title: 'The network refused the transaction' },
  HELIOBOND_IDEMPOTENCY_IN_PROGRESS: { status: 409, title: 'A request with this key is under way' },
  HELIOBOND_IDEMPOTENCY_MISMATCH: { status: 422, title: 'This key was used for another request' },
  HELIOBOND_MALFORMED_ENVELOPE: { status: 422, title: 'This is no transaction envelope' },
  HELIOBOND_NOT_SIGNED: { status: 422, title: 'The transaction lacks a signature' },
  HELIOBOND_BODY_TOO_LARGE: { status: 413, title: 'The body is larger than this route takes' },
  HELIOBOND_TOO_MANY_DOCUMENTS: { status: 413, title: 'The address keeps as much as it may' },
  HELIOBOND_TOO_MANY_READINGS: { status: 413, title: 'More readings than one request may bring' },
  HELIOBOND_UNSUPPORTED_DOCUMENT: { status: 415, title: 'A document of this kind is not kept here' },
  HELIOBOND_UNSUPPORTED_MEDIA_TYPE: { status: 415, title: 'The body must be application/json' },
  HELIOBOND_NOT_A_PARTICLE_EVENT: { status: 422, title: 'This is no event of the Particle cloud' },
  HELIOBOND_NO_READING: { status: 422, title: 'Nothing in the body is a reading' },
  HELIOBOND_REQUEST_REFUSED: { status: 400, title: 'The request cannot be answered' },
  HELIOBOND_INTERNAL: { status: 500, title: 'Something failed here; it is in our log under this request id' },
  HELIOBOND_NETWORK_UNAVAILABLE: { status: 503, title: 'The Stellar network does not answer: try again' },
  HELIOBOND_UNHEALTHY: { status: 503, title: 'A part that this service needs does not answer' },
} as const satisfies Record<string, { status: number; title: string }>

export type ErrorCode = keyof typeof PROBLEMS

/** What else a problem tells. `reason`, in capitals, is stable: which of several sentences of a code it is. */
type Extra = Readonly<Record<string, unknown>> & { readonly reason?: string | undefined }
/** The values of a sentence, where it has places, and what else is told. */
export type ProblemRest<Sentence extends string> = [PlacesOf<Sentence>] extends [never]
  ? [params?: Readonly<Record<string, never>>, extra?: Extra]
  : [params: ParamsOf<Sentence>, extra?: Extra]

/**
 * Thrown by a handler to end its request with a problem. The sentence becomes its `detail`; what fills its places is answered as `params`, so
 * that code, reason and params are enough to say it in another language. What others worded fills a place: `'{words}'`. `extra` is shown to the client as it is.
 */
export class Problem<const Sentence extends string = string> extends Error {
  readonly code: ErrorCode
  readonly params: Readonly<Record<string, Place>>
  readonly extra: Extra
  constructor(code: ErrorCode, sentence: Sentence, ...[params = {}, extra = {}]: ProblemRest<Sentence>) {
    super(fill(sentence, params))
    this.code = code
    this.params = params
    this.extra = extra
  }
}

/** What Fastify finds wrong before a handler runs, by its own code. */
const FASTIFY_CODES: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_VALIDATION: 'HELIOBOND_INVALID_REQUEST',
  FST_ERR_BAD_URL: 'HELIOBOND_INVALID_REQUEST',
  FST_ERR_CTP_BODY_TOO_LARGE: 'HELIOBOND_BODY_TOO_LARGE',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'HELIOBOND_UNSUPPORTED_MEDIA_TYPE',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'HELIOBOND_MALFORMED_BODY',
  FST_ERR_CTP_INVALID_JSON_BODY: 'HELIOBOND_MALFORMED_BODY',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'HELIOBOND_MALFORMED_BODY',
}

/** Codes of the network's own failures, as `chain` throws them. */
const UNAVAILABLE: ReadonlySet<string> = new Set(['RPC_UNAVAILABLE', 'HORIZON_UNAVAILABLE'])

/** The problem that a thrown error is; null for what nobody expected. */
function problemOf(error: FastifyError | Problem | Error): Problem | null {
  if (error instanceof Problem) return error
  const { code, statusCode, validation, validationContext } = error as Partial<FastifyError>
  if (code !== undefined && UNAVAILABLE.has(code)) {
    return new Problem('HELIOBOND_NETWORK_UNAVAILABLE', 'The network gave no answer: ask again.')
  }
  if (validation) {
    const errors = validation.map(({ instancePath, keyword, message, params }) => ({
      in: validationContext ?? 'request',
      path: instancePath || `/${params.missingProperty ?? params.additionalProperty ?? ''}`,
      // By JSON Schema's own name of the rule (`minimum`, `pattern`), with what it asks for.
      rule: keyword,
      params,
      message: message ?? 'invalid',
    }))
    return new Problem('HELIOBOND_INVALID_REQUEST', '{words}', { words: error.message }, { errors })
  }
  const known = FASTIFY_CODES[code ?? '']
  if (known) return new Problem(known, '{words}', { words: error.message })
  // A body with `__proto__` or `constructor.prototype`, or that is no JSON: the parser says 400 and gives no code of its own.
  if (statusCode === 400 && error instanceof SyntaxError)
    return new Problem('HELIOBOND_MALFORMED_BODY', '{words}', { words: error.message })
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return new Problem('HELIOBOND_REQUEST_REFUSED', '{words}', { words: error.message })
  }
  return null
}

/** Answers with a problem. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: Problem): FastifyReply {
  const { status, title } = PROBLEMS[problem.code]
  reply.problemCode = problem.code
  return reply
    .code(status)
    .type('application/problem+json')
    .send({
      type: `urn:heliobond:problem:${problem.code}`,
      title,
      status,
      detail: problem.message,
      code: problem.code,
      instance: `urn:heliobond:request:${request.id}`,
      params: problem.params,
      ...problem.extra,
    })
}

/** For `setErrorHandler`: what is expected is told to the client, what is not is told to the log only. */
export function handleError(error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = problemOf(error)
  if (problem?.code === 'HELIOBOND_NETWORK_UNAVAILABLE') request.log.warn({ err: error }, 'the network gave no answer')
  if (problem) return sendProblem(request, reply, problem)
  request.log.error({ err: error }, 'request failed')
  return sendProblem(request, reply, new Problem('HELIOBOND_INTERNAL', 'The request was not carried out.'))
}

/** For `setNotFoundHandler`. */
export function handleNotFound(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return sendProblem(
    request,
    reply,
    new Problem(
      'HELIOBOND_NOT_FOUND',
      'No route answers {method} here.',
      { method: request.method },
      { reason: 'NO_ROUTE' },
    ),
  )
}
