import { forward } from '../../../session/forward.ts'

/** The description of the public interface. */
export const GET = (request: Request): Promise<Response> => forward(request, '/openapi.json', undefined)
