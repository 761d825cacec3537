import { err, type Result } from '@heliobond/domain'
import { ask } from '../api/browser.ts'
import { type ApiProblem, clientProblem } from '../api/problem.ts'
import { fileHash } from './file-hash.ts'

/** A document as the API keeps it. */
export interface KeptDocument {
  /** SHA-256 of its bytes: what the chain knows of it. */
  readonly hash: string
  readonly name: string
  readonly sizeBytes: number
}

/** What the API keeps at most of one document. */
export const MOST_DOCUMENT_BYTES = 10 * 1_048_576
const LONGEST_NAME = 120

/** Hands a file to the API, which keeps it under its hash; the hash is taken here, too, and the two must agree. */
export async function uploadDocument(
  file: File,
  about: { readonly kind: string; readonly offering: number },
): Promise<Result<KeptDocument, ApiProblem>> {
  const query = new URLSearchParams({
    name: file.name.slice(-LONGEST_NAME) || about.kind,
    kind: about.kind,
    offering: String(about.offering),
  })
  const [hash, kept] = await Promise.all([
    fileHash(file),
    ask<KeptDocument>(`/api/v1/documents?${query}`, { method: 'POST', bytes: file }),
  ])
  if (kept.ok && kept.value.hash !== hash) {
    return err(clientProblem('API_ANSWER_UNEXPECTED', 'The document was kept under another hash than its own.'))
  }
  return kept
}
