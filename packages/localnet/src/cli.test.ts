import { expect, test } from 'vitest'
import { readLocalnetCommand, runLocalnetCommand } from './cli.ts'

test('without arguments it is what the quickstart image is: port 8000, ledgers at once', () => {
  expect(readLocalnetCommand([])).toEqual({
    kind: 'start',
    options: { port: 8000 },
  })
})

test('arguments become options', () => {
  const args = [
    '--port',
    '0',
    '--ledger-seconds',
    '5',
    '--state',
    'net.json',
    '--host',
    '0.0.0.0',
    '--passphrase',
    'Test',
    '--operations',
    '50',
  ]
  expect(readLocalnetCommand(args)).toEqual({
    kind: 'start',
    options: {
      port: 0,
      mode: { everySeconds: 5 },
      stateFile: 'net.json',
      host: '0.0.0.0',
      passphrase: 'Test',
      opsPerLedger: 50,
    },
  })
})

test.each([
  [['--port', 'http'], '--port must be a number from 0 to 65535, not "http"'],
  [['--port', '70000'], '--port must be a number from 0 to 65535, not "70000"'],
  [['--ledger-seconds', '0'], '--ledger-seconds must be a number from 1 to 3600, not "0"'],
])('%j is refused in words', (args, message) => {
  expect(readLocalnetCommand(args)).toEqual({ kind: 'refused', message })
})

test('an unknown option is refused with exit status 2', async () => {
  expect(readLocalnetCommand(['--moon'])).toMatchObject({ kind: 'refused' })
  expect(await runLocalnetCommand(['--moon'])).toBe(2)
})
