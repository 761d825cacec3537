/** Reading and changing the body of a draft by JSON pointers of at most two names. Pure. */
import type { DraftBody } from './types.ts'

type Section = Readonly<Record<string, unknown>>

const namesOf = (path: string): string[] => path.split('/').slice(1)

/** What stands at the path; undefined where nothing does. */
export function valueAt(body: DraftBody, path: string): unknown {
  const [section = '', name] = namesOf(path)
  const found = body[section]
  if (name === undefined || found === undefined) return found
  return (found as Section)[name]
}

/** The body with another value at the path; undefined takes it away, and its section with it once that is empty. */
export function withValue(body: DraftBody, path: string, value: unknown): DraftBody {
  const [section = '', name] = namesOf(path)
  if (name === undefined) return withEntry(body, section, value)
  const changed = withEntry((body[section] ?? {}) as Section, name, value)
  // A tender without offices yet is a tender all the same.
  const isEmpty = Object.keys(changed).length === 0 && section !== 'tender'
  return withEntry(body, section, isEmpty ? undefined : changed)
}

function withEntry(object: Section, name: string, value: unknown): Section {
  const { [name]: _, ...rest } = object
  return value === undefined ? rest : { ...rest, [name]: value }
}
