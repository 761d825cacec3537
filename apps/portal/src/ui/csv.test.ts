import { expect, test } from 'vitest'
import { csvText } from './csv.ts'

test('cells with commas, quotes and breaks stay one cell', () => {
  expect(
    csvText([
      ['Party', 'To pay'],
      ['Escuela "Loíza", primary', '1,176.29 USDC'],
      ['two\nlines', '—'],
    ]),
  ).toBe('Party,To pay\r\n"Escuela ""Loíza"", primary","1,176.29 USDC"\r\n"two\nlines",—\r\n')
})

test('no cell is a formula, and a number below zero stays one', () => {
  expect(csvText([['=1+1', '@home', '-5.25', '-Ana']])).toBe("'=1+1,'@home,-5.25,'-Ana\r\n")
})
