import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import en from '../../messages/en/index.ts'
import es from '../../messages/es/index.ts'

/** Every text by its full name. */
function textsOf(messages: object, path = ''): Map<string, unknown> {
  return new Map(
    Object.entries(messages).flatMap(([name, value]): [string, unknown][] =>
      typeof value === 'object' && value !== null
        ? [...textsOf(value, `${path}${name}.`)]
        : [[`${path}${name}`, value]],
    ),
  )
}

/** Names of what is filled in, and of the tags, of a text. What stands in the branch of a plural is text, not a name. */
const placesOf = (text: string) =>
  [...text.matchAll(/(?<!(?:=\d+|\bone|\bmany|\bother)\s*)\{\s*(\w+)|<(\w+)>/g)]
    .map(([, value, tag]) => value ?? `<${tag}>`)
    .sort()

const english = textsOf(en)
const spanish = textsOf(es)

describe('the texts', () => {
  test('have the same names in both languages', () => {
    expect([...spanish.keys()].sort()).toEqual([...english.keys()].sort())
  })

  test('are all of the files that lie there', () => {
    for (const [locale, messages] of [
      ['en', en],
      ['es', es],
    ] as const) {
      const files = readdirSync(new URL(`../../messages/${locale}/`, import.meta.url))
      const namespaces = files.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length))
      expect(Object.keys(messages).sort()).toEqual(namespaces.sort())
    }
  })

  test('all say something', () => {
    const empty = [...english, ...spanish].filter(([, text]) => typeof text !== 'string' || !/\S/.test(text))
    expect(empty).toEqual([])
  })

  test('have the same places to fill in both languages', () => {
    const places = (texts: Map<string, unknown>) =>
      [...texts.keys()].sort().map((name) => [name, ...new Set(placesOf(String(texts.get(name))))].join(' '))
    expect(places(spanish)).toEqual(places(english))
  })
})
