import { type ChildProcess, spawn } from 'node:child_process'
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Operation } from '@stellar/stellar-sdk/base'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { brokenLaws } from './invariants.ts'
import { TestNetwork } from './testing.ts'

let folder: string
let stateFile: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'localnet-journal-'))
  stateFile = join(folder, 'state')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Starts a writer and kills it after so many ledgers, at any moment of the next one. @returns the last ledger it told */
async function writeAndKill(ledgers: number): Promise<{ sequence: number; hash: string }> {
  const writer = fileURLToPath(new URL('./journal-writer.test-helper.ts', import.meta.url))
  const child: ChildProcess = spawn(process.execPath, [writer, stateFile], { stdio: ['ignore', 'pipe', 'inherit'] })
  let told = ''
  let lines = 0
  child.stdout?.on('data', (chunk: Buffer) => {
    told += chunk.toString()
    lines = told.split('\n').length - 1
    if (lines >= ledgers) child.kill('SIGKILL')
  })
  await new Promise((resolve) => child.once('close', resolve))
  expect(child.signalCode, 'the writer ended by itself').toBe('SIGKILL')
  const last = told.slice(0, told.lastIndexOf('\n')).split('\n').at(-1) ?? ''
  const [sequence, hash = ''] = last.split(' ')
  return { sequence: Number(sequence), hash }
}

describe('a process that is killed while it writes', { timeout: 300_000 }, () => {
  test('comes back to the last ledger that it told of, or to the one it was writing', async () => {
    for (let round = 0; round < 20; round += 1) {
      const told = await writeAndKill(1 + Math.floor(Math.random() * (round % 5 === 0 ? 1_500 : 60)))
      const net = await TestNetwork.start({ stateFile })
      const latest = net.core.latestLedger()
      expect(latest.sequence, `round ${round}`).toBeGreaterThanOrEqual(told.sequence)
      // Whatever came after was closed and not told any more; what was told is there as it was told.
      expect(net.core.ledger(told.sequence)?.hash ?? told.hash, `round ${round}`).toBe(told.hash)
      expect(brokenLaws(net.core.state)).toEqual([])
      net.core.stop()
    }
  })
})

describe('a state file', () => {
  const close = (net: TestNetwork, times: number) => {
    for (let at = 0; at < times; at += 1) net.core.close()
  }

  test('does not grow with ledgers in which nothing happens', async () => {
    const net = await TestNetwork.start({ stateFile })
    const hash = net.must(net.root, [Operation.bumpSequence({ bumpTo: '0' })]).hash
    close(net, 2_500)
    const early = statSync(stateFile).size
    close(net, 5_000)
    expect(statSync(stateFile).size).toBeLessThan(early * 1.05 + 1_000_000)
    const latest = net.core.latestLedger()
    net.core.stop()

    const again = await TestNetwork.start({ stateFile })
    expect(again.core.latestLedger()).toEqual(latest)
    expect(again.core.transaction(hash)?.successful).toBe(true)
    again.core.stop()
  })

  test('that is torn at its end loses the torn ledger only', async () => {
    const net = await TestNetwork.start({ stateFile })
    const { sequence } = net.core.close()
    net.core.stop()
    appendFileSync(stateFile, Buffer.from('half a ledger'))
    const again = await TestNetwork.start({ stateFile })
    expect(again.core.latestLedger().sequence).toBe(sequence)
    again.core.close()
    again.core.stop()
    const third = await TestNetwork.start({ stateFile })
    expect(third.core.latestLedger().sequence).toBe(sequence + 1)
    third.core.stop()
  })

  test('of another network, or that is none, is refused in words and left as it is', async () => {
    const net = await TestNetwork.start({ stateFile })
    net.core.stop()
    const before = readFileSync(stateFile)
    await expect(TestNetwork.start({ stateFile, passphrase: 'another' })).rejects.toThrow('not one of this network')
    expect(Buffer.compare(readFileSync(stateFile), before)).toBe(0)

    writeFileSync(stateFile, 'a letter to my grandmother, which is longer than the head of a state')
    await expect(TestNetwork.start({ stateFile })).rejects.toThrow('not one of this network')
    expect(readFileSync(stateFile, 'utf8')).toContain('grandmother')
  })
})
