import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { startWorkerLoop } from './worker-loop.ts'

const log = pino({ level: 'silent' })

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('the worker loop', () => {
  test('goes on at once while there is something to do, and rests when there is not', async () => {
    let left = 5
    const tick = vi.fn(async () => ({ progress: left-- > 0 ? 1 : 0, waiting: 0 }))
    const loop = startWorkerLoop({ worker: { tick }, log, pollMs: 500 })
    await vi.advanceTimersByTimeAsync(10)
    expect(tick).toHaveBeenCalledTimes(6)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(tick).toHaveBeenCalledTimes(8)
    await loop.close()
  })

  test('outlives passes that throw, waiting longer each time, and recovers its pace', async () => {
    let broken = true
    const tick = vi.fn(async () => {
      if (broken) throw new Error('no answer')
      return { progress: 0, waiting: 0 }
    })
    const loop = startWorkerLoop({ worker: { tick }, log, pollMs: 500 })
    await vi.advanceTimersByTimeAsync(1_000 + 2_000 + 4_000 + 10)
    expect(tick).toHaveBeenCalledTimes(4)
    broken = false
    await vi.advanceTimersByTimeAsync(8_000)
    tick.mockClear()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(tick).toHaveBeenCalledTimes(2)
    await loop.close()
  })

  test('lets the pass in hand end when it is closed, and begins no other', async () => {
    let finish: () => void = () => undefined
    const tick = vi.fn(
      () =>
        new Promise<{ progress: number; waiting: number }>((resolve) => {
          finish = () => resolve({ progress: 1, waiting: 0 })
        }),
    )
    const loop = startWorkerLoop({ worker: { tick }, log, pollMs: 500 })
    let closed = false
    const closing = loop.close().then(() => {
      closed = true
    })
    await vi.advanceTimersByTimeAsync(5_000)
    expect(closed).toBe(false)
    finish()
    await closing
    expect(tick).toHaveBeenCalledTimes(1)
  })

  test('does not sleep through being closed', async () => {
    const loop = startWorkerLoop({ worker: { tick: async () => ({ progress: 0, waiting: 0 }) }, log, pollMs: 60_000 })
    await vi.advanceTimersByTimeAsync(10)
    await loop.close()
  })

  test('rests while somebody else is about something, and lets the pass in hand end before', async () => {
    const said: string[] = []
    const tick = async () => {
      said.push('pass begins')
      await new Promise((done) => setTimeout(done, 100))
      said.push('pass ends')
      return { progress: 1, waiting: 0 }
    }
    const loop = startWorkerLoop({ worker: { tick }, log, pollMs: 500 })
    const turned = loop.between(async () => {
      said.push('turn begins')
      await new Promise((done) => setTimeout(done, 300))
      said.push('turn ends')
      return 7
    })
    await vi.advanceTimersByTimeAsync(450)
    expect(await turned).toBe(7)
    expect(said.slice(0, 5)).toEqual(['pass begins', 'pass ends', 'turn begins', 'turn ends', 'pass begins'])
    const failed = expect(loop.between(() => Promise.reject(new Error('not turned')))).rejects.toThrow('not turned')
    await vi.advanceTimersByTimeAsync(200)
    await failed
    const closing = loop.close()
    await vi.advanceTimersByTimeAsync(200)
    await closing
  })
})
