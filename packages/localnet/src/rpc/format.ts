import { toBase64 } from '../server/encoding.ts'
import { type Checked, INVALID_PARAMS, refuse } from './outcome.ts'

/** How an answer carries XDR: as base64 text, or as JSON (SEP-51). */
export type XdrFormat = 'base64' | 'json'

/** The form in which the answer carries XDR; base64 unless JSON is asked for. @param code of the refusal */
export function readFormat(format: string | undefined, code: number = INVALID_PARAMS): Checked<XdrFormat> {
  if (format === undefined || format === '' || format === 'base64') return { value: 'base64' }
  if (format === 'json') return { value: 'json' }
  return refuse(code, `got '${format}': expected base64, json for optional 'xdrFormat'`)
}

interface XdrType {
  fromXdr(bytes: Uint8Array): { toJson(): unknown }
}

/** One XDR value in the form asked for. */
export function inFormat(format: XdrFormat, type: XdrType, bytes: Uint8Array): unknown {
  return format === 'json' ? type.fromXdr(bytes).toJson() : toBase64(bytes)
}

/** A field that is called `<stem>Xdr` as base64 and `<stem>Json` as JSON. */
export function xdrField(format: XdrFormat, stem: string, type: XdrType, bytes: Uint8Array): Record<string, unknown> {
  return { [`${stem}${format === 'json' ? 'Json' : 'Xdr'}`]: inFormat(format, type, bytes) }
}

/** Values that are decoded already, under a name of the same kind. */
export function valuesField(
  format: XdrFormat,
  stem: string,
  values: readonly unknown[],
): Record<string, readonly unknown[]> {
  return { [`${stem}${format === 'json' ? 'Json' : 'Xdr'}`]: values }
}

/** A decoded value in the form asked for. */
export function told(format: XdrFormat, value: { toJson(): unknown; toXdr(format: 'base64'): string }): unknown {
  return format === 'json' ? value.toJson() : value.toXdr('base64')
}
