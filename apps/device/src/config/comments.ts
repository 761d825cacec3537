/**
 * JSON with what people write into it: line comments, block comments, and a comma after the last entry. Comments become
 * blanks of the same length, so that a parser's line numbers stay true.
 */
export function withoutComments(text: string): string {
  const plain = text.replace(STRING_OR_COMMENT, (found) =>
    found.startsWith('"') ? found : found.replace(/[^\n]/g, ' '),
  )
  return plain.replace(STRING_OR_LAST_COMMA, (found, rest: string | undefined) =>
    rest === undefined ? found : ` ${rest}`,
  )
}

/** A text ends at its quote, at the line's end if that is missing: a comment sign inside an address is none. */
const STRING_OR_COMMENT = /"(?:\\.|[^"\\\n])*"?|\/\/[^\n]*|\/\*[\s\S]*?\*\//g
const STRING_OR_LAST_COMMA = /"(?:\\.|[^"\\\n])*"?|,(\s*[\]}])/g
