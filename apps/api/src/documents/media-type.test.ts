import { expect, test } from 'vitest'
import { mediaTypeOf } from './media-type.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

test.each([
  ['a PDF', bytes('%PDF-1.7\n...'), 'application/pdf'],
  ['a PNG', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0), 'image/png'],
  ['a JPEG', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0), 'image/jpeg'],
  ['Spanish text', bytes('Fotografías y número de serie\r\n'), 'text/plain'],
  ['a page, which is only text here', bytes('<script>alert(1)</script>'), 'text/plain'],
  ['a program', Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0), null],
  ['an archive', Uint8Array.of(0x50, 0x4b, 3, 4), null],
  ['bytes that are no UTF-8', Uint8Array.of(0xc3, 0x28), null],
  ['text with a NUL', bytes('a\0b'), null],
  ['nothing', new Uint8Array(), null],
])('%s is told by its bytes', (_, given, type) => {
  expect(mediaTypeOf(given)).toBe(type)
})
