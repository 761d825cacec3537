import { dirname, join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { toBase64, toHex } from '@heliobond/domain'
import { openIdentity, paths } from '../agent/identity.ts'
import { ConfigError, dataFolder, loadConfig, parseJson, readConfigText } from '../config/config.ts'
import { readEnrolment, writeEnrolment } from '../config/enrolment-file.ts'
import { redeemCode } from '../enrolment/redeem.ts'
import { openMeterKey } from '../key/meter-key.ts'

export interface EnrolOptions {
  readonly code: string | undefined
  /** The platform's address; the configuration's `http.url` when absent. */
  readonly url: string | undefined
  /** Asks again until the approver has registered the meter. */
  readonly wait: boolean
}

const WAIT_MS = 10_000

/**
 * Makes the meter's key if there is none. With a code: shows it and the public key to Heliobond and keeps what that says
 * once the approver has registered the meter. Without: prints what an approver needs to register it by hand.
 *
 * @param say prints a line.
 * @returns the exit code: 2 while the approver has not acted.
 * @throws {ConfigError} when Heliobond refuses, or cannot be asked.
 */
export async function enrol(configPath: string, options: EnrolOptions, say: (line: string) => void): Promise<number> {
  const json = parseJson(await readConfigText(configPath))
  const folder = dirname(resolve(configPath))
  const dataDir = dataFolder(json, folder)
  const { key } = openMeterKey(paths(dataDir).key)
  say(`public key (hex):    ${toHex(key.publicKey)}`)
  say(`public key (base64): ${toBase64(key.publicKey)}`)
  if (isObject(json) && isObject(json.direct)) {
    const { ownAccount } = await import('../direct/account-key.ts')
    const named = json.direct.accountKeyFile
    const account = ownAccount(resolve(folder, typeof named === 'string' ? named : join(dataDir, 'account.key')))
    say(
      `own account:         ${account.address} (open it with a few lumens: it pays for its reports, or its sponsor does)`,
    )
  }
  say(`The private key is in ${paths(dataDir).key} and never leaves this device.`)
  if (options.code === undefined) {
    say("Give the public key to the approver, or run this with --code and the operator's one-time code.")
    return 0
  }
  const url = options.url ?? urlOf(json)
  if (url === undefined) throw new ConfigError('where is Heliobond? Give --url, or "http": { "url": ... } in the file')
  if (!/^[\x21-\x7e]{4,128}$/.test(options.code))
    throw new ConfigError('the one-time code is 4 to 128 letters and digits')
  for (;;) {
    const redeemed = await redeemCode(url, options.code, key).catch((cause: unknown) => {
      throw new ConfigError(`${url} cannot be asked: ${cause instanceof Error ? cause.message : cause}`, { cause })
    })
    if (redeemed.kind === 'refused') throw new ConfigError(`Heliobond refuses: ${redeemed.code}: ${redeemed.detail}`)
    if (redeemed.kind === 'registered') {
      const isFirst = readEnrolment(dataDir) === undefined
      writeEnrolment(dataDir, redeemed.enrolment)
      const config = await loadConfig(configPath)
      // The key may be older than the store by what an approver needs; it has signed nothing yet.
      openIdentity(config, { newStore: isFirst }).store.close()
      const { system, meter, kind, capacityW, epoch } = config
      say(
        `Registered: system ${system}, meter ${meter}, epoch ${epoch}, kind ${kind}, capacity ${capacityW} W. Start with "run".`,
      )
      return 0
    }
    say(`Known to Heliobond for system ${redeemed.system}; the approver has not registered the meter yet.`)
    if (!options.wait) {
      say('Run this again with the same code once that is done.')
      return 2
    }
    await sleep(WAIT_MS)
  }
}

function urlOf(json: unknown): string | undefined {
  const url = isObject(json) && isObject(json.http) ? json.http.url : undefined
  return typeof url === 'string' ? url : undefined
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null
