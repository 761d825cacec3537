import { expect, test } from 'vitest'
import { Closers } from './closers.ts'

test('what was started last is stopped first, one after the other', async () => {
  const closers = new Closers()
  const seen: string[] = []
  for (const name of ['first', 'second', 'third']) {
    closers.add(name, async () => {
      seen.push(`${name} begins`)
      await new Promise((resolve) => setTimeout(resolve, 1))
      seen.push(`${name} ends`)
    })
  }
  await closers.close()
  expect(seen).toEqual(['third', 'second', 'first'].flatMap((name) => [`${name} begins`, `${name} ends`]))
})

test('one that fails keeps no other running, and is reported', async () => {
  const closers = new Closers()
  let stopped = false
  closers.add('database', async () => {
    stopped = true
  })
  closers.add('broker', () => Promise.reject(new Error('stuck')))
  await expect(closers.close()).rejects.toThrow('broker did not stop')
  expect(stopped).toBe(true)
})

test('nothing is stopped twice', async () => {
  const closers = new Closers()
  let times = 0
  closers.add('database', async () => {
    times += 1
  })
  await closers.close()
  await closers.close()
  expect(times).toBe(1)
})
