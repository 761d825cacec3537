// Many mutants in one build: each changed function keeps its own body and holds that of each of its mutants beside it, and a
// number that is read once, when the tests start, says which of them runs.

/** A place in a source file, lines and columns from 1, as cargo-mutants writes it; columns count characters. */
export type Position = { readonly line: number; readonly column: number }
export type Span = { readonly start: Position; readonly end: Position }

/** One change of cargo-mutants' list: `span` becomes `replacement`; `functionSpan` is the function around it. */
export type Mutant = {
  /** From 1: what chooses it; 0 chooses none. */
  readonly id: number
  readonly crate: string
  readonly file: string
  /** File, line, column and what is replaced by what. */
  readonly name: string
  readonly functionSpan: Span
  readonly span: Span
  readonly replacement: string
}

/** A woven file, and which mutant each of its lines, from 1, belongs to; the lines of the program itself to none. */
export type Woven = { readonly text: string; readonly mutantOfLine: ReadonlyMap<number, number> }

/**
 * Puts every mutant of one file beside what it changes.
 *
 * @param chosen the expression, of type `u32`, that yields the number of the mutant that runs
 * @throws {Error} if a mutant's function has no body at its end
 */
export function weave(source: string, mutants: readonly Mutant[], chosen: string): Woven {
  const offsetOf = offsets(source)
  const bodies = new Map<number, { readonly open: number; readonly close: number; readonly mutants: Mutant[] }>()
  for (const mutant of mutants) {
    const close = offsetOf(mutant.functionSpan.end) - 1
    const open = openingOf(source, close)
    const body = bodies.get(close) ?? { open, close, mutants: [] }
    body.mutants.push(mutant)
    bodies.set(close, body)
  }
  const mutantOfLine = new Map<number, number>()
  let text = ''
  let line = 1
  let from = 0
  const add = (piece: string, mutant?: number) => {
    const last = line + piece.split('\n').length - 1
    if (mutant !== undefined) for (let at = line; at <= last; at += 1) mutantOfLine.set(at, mutant)
    text += piece
    line = last
  }
  for (const { open, close, mutants: ofBody } of [...bodies.values()].sort((a, b) => a.open - b.open)) {
    // The choice is made anew at run time, so a function that is evaluated by the compiler can be one no more.
    const start = offsetOf((ofBody[0] as Mutant).functionSpan.start)
    add(source.slice(from, start))
    add(source.slice(start, open).replace(/\bconst fn\b/, 'fn'))
    add(`{ match ${chosen} {\n`)
    for (const mutant of ofBody) {
      const [cut, end] = [offsetOf(mutant.span.start), offsetOf(mutant.span.end)]
      add(`${mutant.id} => {`, mutant.id)
      add(`${source.slice(open + 1, cut)}${mutant.replacement}${source.slice(end, close)}`, mutant.id)
      add('}', mutant.id)
      add('\n')
    }
    add(`_ => {${source.slice(open + 1, close)}}\n}}`)
    from = close + 1
  }
  add(source.slice(from))
  return { text, mutantOfLine }
}

/** The brace that the one at `close` ends; those in strings and comments are taken to come in pairs. */
function openingOf(source: string, close: number): number {
  let depth = 0
  for (let at = close; at >= 0; at -= 1) {
    if (source[at] === '}') depth += 1
    if (source[at] === '{') depth -= 1
    if (depth === 0) return at
  }
  throw new Error(`no body ends at character ${close}`)
}

/** Where a line and column lie in the text. */
function offsets(source: string): (position: Position) => number {
  const starts = [0]
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1)
  return ({ line, column }) => {
    const start = starts[line - 1]
    if (start === undefined) throw new Error(`no line ${line}`)
    // Columns count characters, offsets UTF-16 units.
    return start + [...source.slice(start, starts[line] ?? source.length)].slice(0, column - 1).join('').length
  }
}
