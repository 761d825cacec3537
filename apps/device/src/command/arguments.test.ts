import { expect, test } from 'vitest'
import { HELP, MOST_STORM_HOURS, readArguments, UsageError } from './arguments.ts'

test.each([
  [[], { kind: 'help' }],
  [['run', '--help'], { kind: 'help' }],
  [['run'], { kind: 'run', config: 'device.json', newStore: false }],
  [['run', '--config', '/etc/h.json', '--new-store'], { kind: 'run', config: '/etc/h.json', newStore: true }],
  [['enrol', '--code', 'ABCD', '--wait'], { kind: 'enrol', code: 'ABCD', wait: true }],
  [['look'], { kind: 'look' }],
  [['status'], { kind: 'status' }],
  [['storm', '--hours', '48'], { kind: 'storm', hours: 48 }],
  [['storm', '--off'], { kind: 'storm', hours: undefined }],
])('%j is understood', (argv, command) => expect(readArguments(argv)).toMatchObject(command))

test.each([
  [['start'], 'there is no command "start"'],
  [['run', 'status'], 'one command at a time'],
  [['run', '--colour'], '--colour'],
  [['storm'], '--hours N or --off'],
  [['storm', '--hours', '4', '--off'], '--hours N or --off'],
  [['storm', '--hours', '0'], `from 1 to ${MOST_STORM_HOURS}`],
  [['storm', '--hours', `${MOST_STORM_HOURS + 1}`], `from 1 to ${MOST_STORM_HOURS}`],
])('%j is refused in words', (argv, words) => {
  expect(() => readArguments(argv)).toThrow(UsageError)
  expect(() => readArguments(argv)).toThrow(words)
})

test('the help names every command', () => {
  for (const name of ['look', 'enrol', 'run', 'status', 'storm']) expect(HELP).toContain(`npm run device -- ${name}`)
})
