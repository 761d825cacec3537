import { execFileSync } from 'node:child_process'
import type { Mutant, Span } from './weave.ts'

/** What cargo-mutants lists, of which we read this. */
type Listed = {
  readonly file: string
  readonly package: string
  readonly name: string
  readonly function: { readonly span: Span } | null
  readonly span: Span
  readonly replacement: string
}

/**
 * The mutants of the workspace at `folder` that are to be tried, numbered from 1.
 *
 * @param files paths below the workspace, `offering/src/need.rs`, or crates, `offering`; none: all
 * @param every how many of a file's mutants stand for one that is tried: every eighth, for example
 * @param first which of them, from 0
 * @throws {Error} if cargo-mutants is missing, or nothing is left
 */
export function listMutants(folder: string, files: readonly string[], every: number, first: number): Mutant[] {
  const globs = files.flatMap((file) => ['--file', file.endsWith('.rs') ? file : `${file}/src/**`])
  const output = execFileSync('cargo', ['mutants', '--list', '--json', '--workspace', ...globs], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const listed = JSON.parse(output) as readonly Listed[]
  const seen = new Map<string, number>()
  const chosen = listed.filter((mutant) => {
    // A change outside of functions has no place where it could be chosen; there is none in the contracts.
    if (!mutant.function || /\/(test|tests|testing|vectors)(\.rs$|\/)/.test(mutant.file)) return false
    const place = seen.get(mutant.file) ?? 0
    seen.set(mutant.file, place + 1)
    return place % every === first % every
  })
  if (chosen.length === 0) throw new Error(`no mutants in ${files.join(', ') || 'the workspace'}`)
  return chosen.map((mutant, at) => ({
    id: at + 1,
    crate: mutant.package.replace(/^heliobond-/, ''),
    file: mutant.file,
    name: mutant.name,
    functionSpan: (mutant.function as { readonly span: Span }).span,
    span: mutant.span,
    replacement: mutant.replacement,
  }))
}
