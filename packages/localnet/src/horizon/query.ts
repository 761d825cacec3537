/** Reads a parameter that is true or false, false when absent; undefined when it is neither. */
export function readFlag(query: URLSearchParams, name: string): boolean | undefined {
  const text = query.get(name) ?? ''
  if (text === '' || /^(false|f|0)$/i.test(text)) return false
  return /^(true|t|1)$/i.test(text) ? true : undefined
}
