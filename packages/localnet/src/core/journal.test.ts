import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Operation, xdr } from '@stellar/stellar-sdk/base'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { brokenLaws } from '../laws/state.ts'
import { TestNetwork } from './testing.ts'
import type { ClosedLedger } from './types.ts'

let folder: string
let stateFile: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'localnet-journal-'))
  stateFile = join(folder, 'state')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

interface Told {
  readonly sequence: number
  readonly hash: string
}

/** Starts a writer and kills it after so many ledgers, at any moment of the next one. @returns the ledgers that it told */
async function writeAndKill(ledgers: number): Promise<Told[]> {
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
  // What follows the last line break was not told whole.
  return told
    .slice(0, told.lastIndexOf('\n'))
    .split('\n')
    .map((line) => line.split(' '))
    .map(([sequence, hash = '']) => ({ sequence: Number(sequence), hash }))
}

describe('a process that is killed while it writes', { timeout: 300_000 }, () => {
  test('comes back to the last ledger that it told of, or to the one it was writing', async () => {
    const everTold = new Map<number, string>()
    let compacted = 0
    for (let round = 0; round < 20; round += 1) {
      // Seven of ten ledgers are empty, and a thousand of them are enough for the file to be written anew.
      const atLeast = round === 0 ? 1_600 : 1
      const told = await writeAndKill(atLeast + Math.floor(Math.random() * (round % 6 === 5 ? 1_200 : 60)))
      for (const { sequence, hash } of told) everTold.set(sequence, hash)
      const last = told.at(-1)
      if (last === undefined) throw new Error('nothing was told')
      const net = await TestNetwork.start({ stateFile })
      const latest = net.core.latestLedger()
      // It tells of a ledger before it begins the next.
      expect([last.sequence, last.sequence + 1], `round ${round}`).toContain(latest.sequence)
      const previous = latest.sequence === last.sequence ? undefined : latest.previousHash
      expect(previous ?? latest.hash, `round ${round}`).toBe(last.hash)
      // A ledger that was told is there as it was told; only empty ones are ever left out, when the file is written anew.
      for (const [sequence, hash] of everTold) {
        const kept = net.core.ledger(sequence)
        if (kept !== undefined) expect(kept.hash, `round ${round}, ledger ${sequence}`).toBe(hash)
        else compacted += 1
      }
      expect(hashOf(latest), `round ${round}`).toBe(latest.hash)
      expect(brokenLaws(net.core.state)).toEqual([])
      net.core.stop()
    }
    expect(compacted).toBeGreaterThan(0)
  })
})

/** SHA-256 of the header itself, which the entry of the history holds between its own hash and an empty extension. */
function hashOf({ headerXdr }: ClosedLedger): string {
  const { header } = xdr.LedgerHeaderHistoryEntry.fromXdr(headerXdr)
  return createHash('sha256').update(header.toXdr()).digest('hex')
}

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
