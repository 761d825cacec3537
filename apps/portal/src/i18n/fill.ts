/** What texts are filled with. */
export type TextValues = Readonly<Record<string, string | number>>

/**
 * Fills a text in the browser: `{name}`, and `{count, plural, =0 {..} one {..} other {..}}` with `#` for the number.
 *
 * The whole message format costs 12 KB of script on every page; this is the part of it that the texts for the browser use, and the
 * test holds the two to the same answers.
 */
export function fillText(text: string, values: TextValues, locale: string): string {
  let out = ''
  for (let at = 0; at < text.length; ) {
    if (text[at] !== '{') {
      out += text[at]
      at += 1
      continue
    }
    const end = closing(text, at)
    out += place(text.slice(at + 1, end), values, locale)
    at = end + 1
  }
  return out
}

/** Where the brace that opens at `from` closes. */
function closing(text: string, from: number): number {
  let depth = 0
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1
    else if (text[at] === '}') {
      depth -= 1
      if (depth === 0) return at
    }
  }
  throw new Error(`a brace is never closed: ${text}`)
}

function place(inner: string, values: TextValues, locale: string): string {
  const [name = '', kind, ...rest] = inner.split(',')
  const value = values[name.trim()]
  if (value === undefined) throw new Error(`nothing to fill in for {${name}}`)
  if (kind === undefined) return String(value)
  if (kind.trim() !== 'plural') throw new Error(`{${inner}} is not for the browser`)
  const number = Number(value)
  const options = branches(rest.join(','))
  const branch =
    options.get(`=${number}`) ?? options.get(new Intl.PluralRules(locale).select(number)) ?? options.get('other') ?? ''
  return fillText(branch.replaceAll('#', new Intl.NumberFormat(locale).format(number)), values, locale)
}

function branches(text: string): Map<string, string> {
  const found = new Map<string, string>()
  for (let at = text.indexOf('{'), from = 0; at >= 0; at = text.indexOf('{', from)) {
    const end = closing(text, at)
    found.set(text.slice(from, at).trim(), text.slice(at + 1, end))
    from = end + 1
  }
  return found
}
