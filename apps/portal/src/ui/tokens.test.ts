import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync(new URL('../app/globals.css', import.meta.url), 'utf8')

/** The tokens of the block that begins with `selector`. */
function tokensOf(selector: string): Map<string, string> {
  const from = css.indexOf(`${selector} {`)
  const block = css.slice(from, css.indexOf('}', from))
  return new Map([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map(([, name = '', value = '']) => [name, value]))
}

/** Relative luminance (WCAG 2.2). */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

const light = tokensOf(':root')
const dark = tokensOf(':root[data-theme="dark"]')
const BACKGROUNDS = ['canvas', 'surface', 'sunken']
const TEXTS = ['ink', 'muted', 'accent', 'sun', 'good', 'warn', 'bad']
const SOFT = ['accent', 'sun', 'good', 'warn', 'bad']
const GRAPHICS = ['line-strong', 'chart-generated', 'chart-used', 'chart-exported', 'chart-grid', 'chart-plan']

describe.each([
  ['light', light],
  ['dark', dark],
])('in the %s theme', (_, tokens) => {
  const of = (name: string) => tokens.get(name) ?? expect.fail(`no token ${name}`)

  test('text has a contrast of 4.5 on every background', () => {
    const pairs = TEXTS.flatMap((text) => BACKGROUNDS.map((background) => [text, background] as const))
    pairs.push(...SOFT.flatMap((name) => [[name, `${name}-soft`] as const, ['ink', `${name}-soft`] as const]))
    pairs.push(['accent-ink', 'accent'], ['accent-ink', 'accent-strong'])
    const low = pairs.map(([a, b]) => [a, b, contrast(of(a), of(b))] as const).filter(([, , ratio]) => ratio < 4.5)
    expect(low).toEqual([])
  })

  test('graphics and the edges of fields have a contrast of 3 on the surfaces they lie on', () => {
    const low = GRAPHICS.flatMap((name) => ['canvas', 'surface'].map((ground) => [name, ground] as const))
      .map(([a, b]) => [a, b, contrast(of(a), of(b))] as const)
      .filter(([, , ratio]) => ratio < 3)
    expect(low).toEqual([])
  })
})

test('the dark theme is the same whether the device or the reader asks for it', () => {
  expect([...tokensOf(':root:not([data-theme="light"])')]).toEqual([...dark])
  expect([...dark.keys()]).toEqual([...light.keys()])
})
