/** Who may say and hear what at the broker: one account a meter, one for the platform. Pure; what it returns are files of Mosquitto. */

import {
  SPARKPLUG_GROUP,
  SPARKPLUG_NAMESPACE,
  type SparkplugMessage,
  sparkplugNode,
  sparkplugTopic,
} from '@heliobond/domain'

export interface RegisteredMeter {
  readonly id: number
  readonly systemId: number
  readonly revoked: boolean
}

/** The platform's account: it reads what meters say, and alone says what was stored. */
export const PLATFORM = 'platform'

/** The account of a meter. No name of Mosquitto's own patterns, in which a slash is not allowed. */
export const accountOf = (meter: Pick<RegisteredMeter, 'id'>): string => `meter-${meter.id}`

/**
 * The rules, as Mosquitto's `acl_file`. Nothing is allowed that is not written here: a meter speaks for itself only, hears its own
 * acknowledgements only, and nobody but the platform can acknowledge a reading.
 */
export function accessRules(meters: readonly RegisteredMeter[]): string {
  const accounts = meters.filter((meter) => !meter.revoked).map(rulesOf)
  return `${[platformRules(), ...accounts].join('\n\n')}\n`
}

function platformRules(): string {
  return [
    `user ${PLATFORM}`,
    'topic read heliobond/v1/+/+/reading',
    'topic read heliobond/v1/+/+/status',
    'topic write heliobond/v1/+/+/ack',
    // Sparkplug B: every node's births, data and deaths; the command to be born again.
    `topic read ${SPARKPLUG_NAMESPACE}/${SPARKPLUG_GROUP}/#`,
    `topic write ${SPARKPLUG_NAMESPACE}/${SPARKPLUG_GROUP}/NCMD/+`,
  ].join('\n')
}

function rulesOf(meter: RegisteredMeter): string {
  const own = `heliobond/v1/${meter.systemId}/${meter.id}`
  return [
    `user ${accountOf(meter)}`,
    `topic write ${own}/reading`,
    `topic write ${own}/status`,
    `topic read ${own}/ack`,
    ...(['NBIRTH', 'NDATA', 'NDEATH'] as const).map((message) => `topic write ${nodeTopic(meter, message)}`),
    `topic read ${nodeTopic(meter, 'NCMD')}`,
  ].join('\n')
}

const nodeTopic = ({ systemId, id }: RegisteredMeter, message: SparkplugMessage): string =>
  sparkplugTopic({ group: SPARKPLUG_GROUP, message, node: sparkplugNode(systemId, id) })

/** The accounts of a `password_file`, by name; lines that are none are dropped. */
export function readPasswords(text: string): Map<string, string> {
  const accounts = new Map<string, string>()
  for (const line of text.split('\n')) {
    const colon = line.indexOf(':')
    if (colon > 0) accounts.set(line.slice(0, colon), line.slice(colon + 1).trim())
  }
  return accounts
}

export function writePasswords(accounts: ReadonlyMap<string, string>): string {
  return [...accounts].map(([name, hash]) => `${name}:${hash}\n`).join('')
}

export interface AccessChange {
  /** Accounts that need a new password: those without one, and those to be renewed. */
  readonly issue: readonly string[]
  /** Accounts whose password goes on: nobody has to touch the device. */
  readonly keep: readonly string[]
  /** Accounts that end: their meter is revoked or gone. */
  readonly end: readonly string[]
}

/** What must change so that exactly the platform and the meters in force have an account. */
export function planAccess(
  known: ReadonlySet<string>,
  meters: readonly RegisteredMeter[],
  renew: ReadonlySet<string>,
): AccessChange {
  const wanted = [PLATFORM, ...meters.filter((meter) => !meter.revoked).map(accountOf)]
  const isKept = (name: string) => known.has(name) && !renew.has(name)
  return {
    issue: wanted.filter((name) => !isKept(name)),
    keep: wanted.filter(isKept),
    end: [...known].filter((name) => !wanted.includes(name)),
  }
}
