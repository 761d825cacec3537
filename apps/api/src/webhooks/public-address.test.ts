import { describe, expect, test } from 'vitest'
import { isPublicAddress, refuseUrl } from './public-address.ts'

test.each([
  ...['8.8.8.8', '1.1.1.1', '172.15.255.255', '172.32.0.1', '100.63.255.255', '2606:4700:4700::1111', '2a00:1450::1'],
])('%s is public', (address) => {
  expect(isPublicAddress(address)).toBe(true)
})

test.each([
  ...[
    '127.0.0.1',
    '127.255.255.255',
    '0.0.0.0',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.0.1',
    '100.64.0.1',
  ],
  ...['169.254.169.254', '224.0.0.1', '255.255.255.255', '240.0.0.1', '198.18.0.1', '192.0.2.1', '203.0.113.9'],
  ...[
    '::1',
    '::',
    'fe80::1',
    'fc00::1',
    'fd00:ec2::254',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
  ],
  ...['2002:7f00:1::', '2001:db8::1', '2001::1', '', 'localhost', '127.1', '0x7f.1', '2130706433'],
])('%s is not', (address) => {
  expect(isPublicAddress(address)).toBe(false)
})

describe('a URL', () => {
  test.each(['https://hooks.municipality.org/x', 'https://8.8.8.8/', 'https://hooks.municipality.org:8443/x?y=z'])(
    '%s may be tried',
    (url) => {
      expect(refuseUrl(url, false)).toBeNull()
    },
  )

  test.each([
    ['x', 'NOT_A_URL'],
    ['http://hooks.municipality.org/', 'NOT_HTTPS'],
    ['file:///etc/passwd', 'NOT_HTTPS'],
    ['gopher://hooks.municipality.org/', 'NOT_HTTPS'],
    ['https://user:secret@hooks.municipality.org/', 'CREDENTIALS'],
    ['https://localhost/', 'NOT_PUBLIC'],
    ['https://localhost./', 'NOT_PUBLIC'],
    ['https://db/', 'NOT_PUBLIC'],
    ['https://x.internal/', 'NOT_PUBLIC'],
    ['https://printer.local/', 'NOT_PUBLIC'],
    ['https://127.0.0.1/', 'NOT_PUBLIC'],
    // As URLs write the same address.
    ['https://2130706433/', 'NOT_PUBLIC'],
    ['https://0x7f.1/', 'NOT_PUBLIC'],
    ['https://127.1/', 'NOT_PUBLIC'],
    ['https://[::1]/', 'NOT_PUBLIC'],
    ['https://[::ffff:7f00:1]/', 'NOT_PUBLIC'],
    ['https://169.254.169.254/latest/meta-data/', 'NOT_PUBLIC'],
  ])('%s is refused: %s', (url, why) => {
    expect(refuseUrl(url, false)).toBe(why)
  })

  test('of this machine may be tried on a local network alone', () => {
    expect(refuseUrl('http://127.0.0.1:9000/', true)).toBeNull()
    expect(refuseUrl('ftp://127.0.0.1/', true)).toBe('NOT_HTTPS')
  })
})
