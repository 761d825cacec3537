import { forward } from '../../../session/forward.ts'

/** Whether the API answers: pages that found it down ask here until it does. */
export const GET = (request: Request): Promise<Response> => forward(request, '/healthz', undefined)
