import { createTranslator } from 'next-intl'
import { describe, expect, test } from 'vitest'
import en from '../../messages/en/index.ts'
import es from '../../messages/es/index.ts'
import { fillText } from './fill.ts'
import { FORMATTING_LOCALES } from './formatting-locale.ts'

/** Namespaces that pages hand to the browser (`ClientTexts`). */
const IN_THE_BROWSER = [
  'check',
  'common',
  'decide',
  'energy',
  'enrol',
  'invest',
  'market',
  'network',
  'offering',
  'pay',
  'problem',
  'refusal',
  'signing',
  'user',
  'wallet',
] as const

describe.each([
  ['es', es],
  ['en', en],
] as const)('in %s', (locale, messages) => {
  test.each(IN_THE_BROWSER)('the browser fills the texts of %s as the server does', (space) => {
    const translate = createTranslator({
      locale: FORMATTING_LOCALES[locale] as 'es',
      messages: { here: messages[space] },
    })
    for (const [name, text] of Object.entries(messages[space]) as [string, string][]) {
      const names = new Set([...text.matchAll(/\{\s*(\w+)\s*[,}]/g)].map(([, found = '']) => found))
      for (const count of [0, 1, 2, 5_000]) {
        const values = Object.fromEntries([...names].map((place) => [place, text.includes(`{${place},`) ? count : 'x']))
        expect(fillText(text, values, FORMATTING_LOCALES[locale])).toBe(
          translate(`here.${name}` as never, values as never),
        )
      }
    }
  })
})

test('a number chooses its branch', () => {
  const text = 'There {n, plural, =0 {is nothing} one {is # bill} other {are # bills of {who}}}.'
  expect([0, 1, 1_200].map((n) => fillText(text, { n, who: 'Ana' }, 'en-US'))).toEqual([
    'There is nothing.',
    'There is 1 bill.',
    'There are 1,200 bills of Ana.',
  ])
})

test.each([['{a'], ['{a, select, x {y} other {z}}']])('%s is a mistake, and is told', (text) => {
  expect(() => fillText(text, { a: 'x' }, 'en')).toThrow()
})
test('what is not given is a mistake, and is told', () => {
  expect(() => fillText('{a}', {}, 'en')).toThrow('{a}')
})
