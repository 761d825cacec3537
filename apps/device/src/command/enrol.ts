import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { toBase64, toHex } from '@heliobond/domain'
import { openIdentity, paths } from '../agent/identity.ts'
import { ConfigError, loadConfig } from '../config/config.ts'

/**
 * Makes the meter's key if there is none, keeps the one-time code in the configuration, and says what the approver needs.
 *
 * @returns the text to print.
 */
export async function enrol(configPath: string, code: string | undefined): Promise<string> {
  const config = await loadConfig(configPath)
  if (code !== undefined) keepCode(configPath, code)
  const { key, store } = openIdentity(config)
  store.close()
  const lines = [
    `system ${config.system}, meter ${config.meter}, kind ${config.kind}, capacity ${config.capacityW} W`,
    `public key (hex):    ${toHex(key.publicKey)}`,
    `public key (base64): ${toBase64(key.publicKey)}`,
    `The private key is in ${paths(config.dataDir).key} and leaves this device never.`,
    code === undefined
      ? 'Give the public key to the approver.'
      : 'The one-time code is kept; the device says it when it first connects.',
  ]
  if (config.direct) {
    const { feeAccount } = await import('../direct/fee-account.ts')
    lines.push(`Fees are paid by ${(await feeAccount(config.direct.accountKeyFile)).address}: give it some lumens.`)
  }
  return `${lines.join('\n')}\n`
}

function keepCode(path: string, code: string): void {
  if (!/^[\x21-\x7e]{4,128}$/.test(code))
    throw new ConfigError('the one-time code is 4 to 128 letters, digits and signs')
  const json = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>
  const draft = `${path}.new`
  writeFileSync(draft, `${JSON.stringify({ ...json, enrolmentCode: code }, null, 2)}\n`, { mode: 0o600 })
  renameSync(draft, path)
}
