import { type Checked, INVALID_PARAMS } from './outcome.ts'

/**
 * What a field of the parameters holds. The network's RPC is written in Go, and what it says of a field of another kind are Go's
 * words; clients that show them, or tell by them, get the same here.
 */
export type Shape =
  | 'string'
  | 'bool'
  | 'uint'
  | 'uint32'
  | 'uint64'
  | { readonly list: Shape }
  | { readonly struct: string; readonly fields: Readonly<Record<string, Shape>> }
  /** A value with rules of its own. `read` says what is wrong in a text. */
  | { readonly own: (value: unknown) => { readonly value: unknown } | { readonly wrong: string } }

/** A value of that shape. Fields that are absent, or null, are undefined. */
export type Decoded<S> = S extends 'string'
  ? string
  : S extends 'bool'
    ? boolean
    : S extends 'uint' | 'uint32' | 'uint64'
      ? number
      : S extends { readonly list: infer Each }
        ? readonly (Decoded<Each> | undefined)[]
        : S extends { readonly fields: infer Fields }
          ? { readonly [Name in keyof Fields]?: Decoded<Fields[Name]> }
          : S extends { readonly own: (value: unknown) => infer Read }
            ? Extract<Read, { readonly value: unknown }>['value']
            : never

const LARGEST = { uint: Number.MAX_SAFE_INTEGER, uint32: 0xffff_ffff, uint64: Number.MAX_SAFE_INTEGER } as const

/** Where a value stands: the struct at the root and the path from there. */
interface Place {
  readonly root: string
  readonly path: string
}

class Mismatch extends Error {}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'array'
  return typeof value === 'boolean' ? 'bool' : typeof value
}

function typeName(shape: Shape): string {
  if (typeof shape === 'string') return shape
  if ('list' in shape) return `[]${typeName(shape.list)}`
  return 'struct' in shape ? `protocol.${shape.struct}` : 'string'
}

function mismatch(what: string, shape: Shape, { root, path }: Place): Mismatch {
  const where = path === '' ? 'Go value' : `Go struct field ${root}.${path}`
  return new Mismatch(`json: cannot unmarshal ${what} into ${where} of type ${typeName(shape)}`)
}

function number(value: number, shape: 'uint' | 'uint32' | 'uint64', place: Place): number {
  if (Number.isInteger(value) && value >= 0 && value <= LARGEST[shape]) return value
  throw mismatch(`number ${value}`, shape, place)
}

function decodeAt(value: unknown, shape: Shape, place: Place): unknown {
  if (value === undefined || value === null) return undefined
  if (typeof shape === 'string') {
    const kind = kindOf(value)
    if (typeof value === 'number' && shape !== 'string' && shape !== 'bool') return number(value, shape, place)
    if (kind === shape) return value
    throw mismatch(kind, shape, place)
  }
  if ('own' in shape) {
    const read = shape.own(value)
    if ('wrong' in read) throw new Mismatch(read.wrong)
    return read.value
  }
  if ('list' in shape) {
    if (!Array.isArray(value)) throw mismatch(kindOf(value), shape, place)
    return value.map((each) => decodeAt(each, shape.list, place))
  }
  if (typeof value !== 'object' || Array.isArray(value)) throw mismatch(kindOf(value), shape, place)
  return decodeFields(value as Record<string, unknown>, shape.fields, place)
}

/** Names are compared without regard to case where none is the same, as Go does; names that nobody knows are ignored. */
function decodeFields(value: Record<string, unknown>, fields: Readonly<Record<string, Shape>>, { root, path }: Place) {
  const decoded: Record<string, unknown> = {}
  for (const [given, each] of Object.entries(value)) {
    const lower = given.toLowerCase()
    const name = given in fields ? given : Object.keys(fields).find((field) => field.toLowerCase() === lower)
    const shape = name === undefined ? undefined : fields[name]
    if (name === undefined || shape === undefined) continue
    const read = decodeAt(each, shape, { root, path: path === '' ? name : `${path}.${name}` })
    if (read !== undefined) decoded[name] = read
  }
  return decoded
}

/**
 * Reads the parameters of a call.
 *
 * @returns what the call asks for, or the refusal `invalid parameters` with the reason as its data
 */
export function decode<const S extends Shape & { readonly struct: string }>(
  params: unknown,
  shape: S,
): Checked<Decoded<S>> {
  try {
    return { value: (decodeAt(params ?? {}, shape, { root: shape.struct, path: '' }) ?? {}) as Decoded<S> }
  } catch (error) {
    if (!(error instanceof Mismatch)) throw error
    return { error: { code: INVALID_PARAMS, message: 'invalid parameters', data: error.message } }
  }
}
