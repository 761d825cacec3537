/**
 * A small writer of PDF 1.4: text and rules on A4, in the two fonts that every reader has. Enough for statements, and nothing runs on
 * the server but this file.
 */

/** Points: 72 to an inch. */
const WIDTH = 595
const HEIGHT = 842
const MARGIN = 48
const REGULAR = 'F1'
const BOLD = 'F2'

export interface TextStyle {
  readonly size?: number
  readonly bold?: boolean
}

export interface PdfColumn {
  readonly title: string
  /** Of the width between the margins; all columns together are 1. */
  readonly share: number
  readonly right?: boolean
}

/** Widths of Helvetica's letters in 1/1,000 of the size, from the space on (Adobe's metrics); others count as a digit. */
const WIDTHS = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
  556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
  722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
  556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
  260, 334, 584,
] as const
const DIGIT = 556
const FIRST = 32

/** How wide a text is, in points. Bold letters are a little wider than told here. */
export function textWidth(text: string, size: number): number {
  let width = 0
  for (const letter of text) width += WIDTHS[(letter.codePointAt(0) ?? 0) - FIRST] ?? DIGIT
  return (width * size) / 1000
}

/** A document that is written from the top of its first page to the bottom of its last. */
export class PdfDocument {
  readonly #pages: string[][] = [[]]
  readonly #title: string
  #y = HEIGHT - MARGIN

  constructor(title: string) {
    this.#title = title
  }

  /** One line of text; one that is too wide is cut with an ellipsis. */
  line(text: string, { size = 10, bold = false }: TextStyle = {}): this {
    this.#room(size * 1.5)
    this.#y -= size * 1.2
    this.#put(MARGIN, fit(text, size, WIDTH - 2 * MARGIN), size, bold)
    this.#y -= size * 0.3
    return this
  }

  space(points: number): this {
    this.#y -= points
    return this
  }

  /** A name at the left and its value at the right. */
  pair(name: string, value: string, style: TextStyle = {}): this {
    const { size = 10, bold = false } = style
    this.#room(size * 1.6)
    this.#y -= size * 1.3
    this.#put(MARGIN, name, size, bold)
    this.#put(WIDTH - MARGIN - textWidth(value, size), value, size, bold)
    this.#y -= size * 0.3
    return this
  }

  /** A table; its head stands again on every page. */
  table(columns: readonly PdfColumn[], rows: readonly (readonly string[])[], size = 8): this {
    const height = size * 1.7
    const head = () => {
      this.#row(
        columns,
        columns.map(({ title }) => title),
        size,
        true,
      )
      this.#page().push(`0.5 w ${MARGIN} ${this.#y - 2} m ${WIDTH - MARGIN} ${this.#y - 2} l S`)
      this.#y -= 4
    }
    this.#room(height * 2)
    head()
    for (const row of rows) {
      if (this.#room(height)) head()
      this.#row(columns, row, size, false)
    }
    return this
  }

  #row(columns: readonly PdfColumn[], cells: readonly string[], size: number, bold: boolean): void {
    this.#y -= size * 1.5
    let x = MARGIN
    for (const [index, { share, right }] of columns.entries()) {
      const width = (WIDTH - 2 * MARGIN) * share
      const text = fit(cells[index] ?? '', size, width - 6)
      this.#put(right ? x + width - 6 - textWidth(text, size) : x, text, size, bold)
      x += width
    }
    this.#y -= size * 0.2
  }

  #page(): string[] {
    return this.#pages.at(-1) ?? []
  }

  /** @returns whether a new page was begun */
  #room(points: number): boolean {
    if (this.#y - points >= MARGIN) return false
    this.#pages.push([])
    this.#y = HEIGHT - MARGIN
    return true
  }

  #put(x: number, text: string, size: number, bold: boolean): void {
    this.#page().push(
      `BT /${bold ? BOLD : REGULAR} ${size} Tf ${x.toFixed(1)} ${this.#y.toFixed(1)} Td (${escaped(text)}) Tj ET`,
    )
  }

  /** The file. */
  bytes(): Uint8Array<ArrayBuffer> {
    const count = this.#pages.length
    // 1 catalog, 2 pages, 3 and 4 fonts, 5 information, then a page and its content each.
    const pageId = (index: number) => 6 + 2 * index
    const kids = this.#pages.map((_, index) => `${pageId(index)} 0 R`).join(' ')
    const objects = [
      '<< /Type /Catalog /Pages 2 0 R >>',
      `<< /Type /Pages /Count ${count} /Kids [${kids}] >>`,
      font('Helvetica'),
      font('Helvetica-Bold'),
      `<< /Title (${escaped(this.#title)}) /Producer (Heliobond) >>`,
      ...this.#pages.flatMap((lines, index) => {
        const foot = `BT /${REGULAR} 8 Tf ${WIDTH - MARGIN - 40} 28 Td (${index + 1} / ${count}) Tj ET`
        const content = [...lines, foot].join('\n')
        return [
          `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Contents ${pageId(index) + 1} 0 R /Resources << /Font << /${REGULAR} 3 0 R /${BOLD} 4 0 R >> >> >>`,
          `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
        ]
      }),
    ]
    return assemble(objects)
  }
}

const font = (name: string) => `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`

/** Letters that WinAnsi keeps elsewhere than Unicode does. */
const WIN_ANSI: Readonly<Record<string, number>> = { '€': 0x80, '…': 0x85, '–': 0x96, '—': 0x97, '•': 0x95, '’': 0x92 }

/** A text as a PDF string of single bytes; a letter that the fonts lack is a question mark. */
function escaped(text: string): string {
  let out = ''
  for (const letter of text) {
    const code = WIN_ANSI[letter] ?? letter.codePointAt(0) ?? 0
    const isSpace = code === 0x202f || code === 0xa0
    const byte = isSpace ? 0x20 : code <= 0xff ? code : 0x3f
    const plain = byte >= 0x20 && byte < 0x7f && !'()\\'.includes(String.fromCharCode(byte))
    out += plain ? String.fromCharCode(byte) : `\\${byte.toString(8).padStart(3, '0')}`
  }
  return out
}

function fit(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text
  let cut = text
  while (cut !== '' && textWidth(`${cut}…`, size) > width) cut = cut.slice(0, -1)
  return `${cut}…`
}

/** Objects with their table of places; everything is plain ASCII, so that a character is a byte. */
function assemble(objects: readonly string[]): Uint8Array<ArrayBuffer> {
  let file = '%PDF-1.4\n'
  const places: number[] = []
  for (const [index, object] of objects.entries()) {
    places.push(file.length)
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
  }
  const start = file.length
  const table = places.map((place) => `${place.toString().padStart(10, '0')} 00000 n \n`).join('')
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 5 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return Uint8Array.from(file, (letter) => letter.charCodeAt(0))
}
