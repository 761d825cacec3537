import type { Database, Draft } from '@heliobond/db'
import { Value } from 'typebox/value'
import { Problem } from '../errors.ts'
import { rolesOf } from '../identity/sessions.ts'
import { DraftBody } from './body.ts'

/** The body of a stored draft. @throws if it is none: a bug of whoever wrote it. */
export function bodyOf({ id, body }: Draft): DraftBody {
  if (!Value.Check(DraftBody, body)) {
    const [first] = Value.Errors(DraftBody, body)
    throw new Error(`draft ${id} has no draft's body: ${first?.instancePath} ${first?.message}`)
  }
  return body
}

/** Whether somebody may see a draft: its owner, and who approves or runs the platform. */
export async function maySee(database: Database, { owner }: Pick<Draft, 'owner'>, address: string): Promise<boolean> {
  if (address === owner) return true
  const roles = await rolesOf(database, address)
  return roles.some((role) => role === 'approver' || role === 'operator' || role === 'auditor')
}

/**
 * A draft that this address may see.
 *
 * @throws {Problem} HELIOBOND_DRAFT_NOT_FOUND for one that there is not, and for one of somebody else: what others plan is not told.
 */
export async function draftOf(database: Database, id: number, address: string): Promise<Draft> {
  const draft = await database.prisma.draft.findUnique({ where: { id } })
  if (!draft || !(await maySee(database, draft, address))) {
    throw new Problem('HELIOBOND_DRAFT_NOT_FOUND', 'There is no draft {draft} of yours.', { draft: id })
  }
  return draft
}
