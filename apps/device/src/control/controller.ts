/** Moves the relays as the contract decides: hears its words, plans, holds, switches, logs. */
import type { Logger } from 'pino'
import type { ControlConfig } from '../config/control-config.ts'
import type { DeviceStore } from '../store/device-store.ts'
import { type LoggedDecision, openDecisionLog } from './decision-log.ts'
import { movesNow, type Switched } from './hold.ts'
import { type Obeyed, obey } from './obey.ts'
import { type Plan, planCircuits } from './plan.ts'
import { energizedIsOff, openRelay } from './relay/open-relay.ts'
import type { Relay } from './relay/relay.ts'
import { stormUntil } from './storm.ts'
import { type Mode, parseWord, type Word, wordText } from './word.ts'

type Position = 'own' | 'grid' | 'none' | 'closed' | 'open'

/** How the switching is, for people. */
export interface ControlStatus {
  readonly mode: Mode | 'in doubt'
  readonly reason: string
  readonly word: { readonly ledger: number; readonly hash: string; readonly secondsAgo: number | undefined } | undefined
  readonly stormSeconds: number
  readonly circuits: Readonly<Record<string, Position | 'unknown'>>
  readonly failing: Readonly<Record<string, string>>
  readonly log: readonly LoggedDecision[]
}

export interface Controller {
  /** Takes a word of the contract's. Older ones than the last are passed over. */
  hear(word: Word): void
  /** Since when nothing was heard; undefined: never. */
  quietSeconds(): number | undefined
  status(): ControlStatus
  /** Lets every circuit be fed, then stops. */
  close(): Promise<void>
}

export interface ControllerOptions {
  readonly control: ControlConfig
  readonly store: DeviceStore
  readonly log: Logger
  readonly tickMs?: number
  readonly wallSeconds?: () => bigint
}

const GRID = 'grid contact'
const WORD = 'word'
const HEARD = 'word heard'
/** A word that says nothing new is written down this seldom: an SD card wears out by writing. */
const REFRESH_SECONDS = 300
const isOn = (position: Position): boolean => position === 'own' || position === 'closed'

/** Starts it. The relays are driven to where they belong within the first tick. */
export async function startController(options: ControllerOptions): Promise<Controller> {
  const { control, store, log, tickMs = 1_000 } = options
  const wallSeconds = options.wallSeconds ?? (() => BigInt(Math.floor(Date.now() / 1_000)))
  const contacts = [
    ...control.circuits.map(({ name, relay }) => ({ name, config: relay })),
    ...(control.gridContact ? [{ name: GRID, config: control.gridContact }] : []),
  ]
  const relays = new Map<string, { readonly relay: Relay; readonly inverted: boolean }>()
  for (const { name, config } of contacts) {
    relays.set(name, { relay: await openRelay(config), inverted: !energizedIsOff(config) })
  }
  const decisions = openDecisionLog(store.database)
  const switched = new Map<string, Switched<Position>>()
  const failing = new Map<string, string>()
  let word = parseWord(store.note(WORD))
  let heard = heardBefore(store.note(HEARD), wallSeconds())
  let savedAt = 0n
  let obeyed: Obeyed | undefined
  let logged: string | undefined
  let closing = false

  /** How long ago the last word was heard; it goes on counting over a restart, by the machine's time. */
  const ageSeconds = () => heard && heard.ageSeconds + (performance.now() - heard.atMs) / 1_000

  function hear(said: Word): void {
    if (word && said.ledger < word.ledger) return
    const isNew = !word || meaningOf(said) !== meaningOf(word)
    word = said
    heard = { atMs: performance.now(), ageSeconds: 0 }
    if (isNew) look()
    const now = wallSeconds()
    if (!isNew && now - savedAt < REFRESH_SECONDS && now >= savedAt) return
    savedAt = now
    store.setNote(WORD, wordText(said))
    store.setNote(HEARD, `${now}`)
  }

  function plan(): Plan {
    const now = wallSeconds()
    obeyed = obey(word, obeyed?.mode, { ageSeconds: ageSeconds(), wallSeconds: now }, control)
    const conserve = stormUntil(store, now) > now
    const planned = planCircuits({ ...obeyed, conserve }, control.circuits)
    const key = JSON.stringify([obeyed.mode, conserve, ...planned.circuits, planned.islanded])
    if (key !== logged) {
      decisions.add(obeyed, planned, now)
      const { mode, reason, word: by } = obeyed
      log.info(
        {
          mode: mode ?? 'in doubt',
          reason,
          ledger: by?.ledger,
          hash: by?.hash,
          circuits: Object.fromEntries(planned.circuits),
        },
        'decision',
      )
      logged = key
    }
    return planned
  }

  async function move(name: string, position: Position): Promise<void> {
    const contact = relays.get(name)
    if (!contact) return
    const moved = await contact.relay.set(isOn(position) === contact.inverted)
    const { ledger, hash } = obeyed?.word ?? {}
    if (!moved.ok) {
      if (failing.get(name) !== moved.error.detail)
        log.error({ circuit: name, ...moved.error }, 'a relay does not move')
      failing.set(name, moved.error.detail)
      return
    }
    failing.delete(name)
    const isFirst = !switched.has(name)
    // Where it stood before this program is not known: a circuit that is on may stay no shorter for that.
    switched.set(name, { at: position, sinceMs: isFirst && isOn(position) ? undefined : performance.now() })
    log.info({ circuit: name, position, ledger, hash }, 'switched')
  }

  async function tick(): Promise<void> {
    const planned = plan()
    const wanted = new Map<string, Position>(planned.circuits)
    if (control.gridContact) wanted.set(GRID, planned.islanded ? 'open' : 'closed')
    const hold = { minOnMs: control.minOnSeconds * 1_000, minOffMs: control.minOffSeconds * 1_000 }
    const moves = new Map(movesNow(wanted, switched, isOn, hold, performance.now()))
    for (const [name, position] of wanted) if (!switched.has(name)) moves.set(name, position)
    await Promise.all([...moves].map(([name, position]) => move(name, position)))
  }

  let working: Promise<void> = Promise.resolve()
  let busy = false
  /** Looks after the relays now; one look at a time. */
  function look(): void {
    if (busy || closing) return
    busy = true
    working = tick()
      .catch((error: unknown) => log.error({ error }, 'the relays could not be looked after'))
      .finally(() => {
        busy = false
      })
  }
  const timer = setInterval(look, tickMs)

  return {
    hear,
    quietSeconds: ageSeconds,
    status: () => ({
      mode: obeyed?.mode ?? 'in doubt',
      reason: obeyed?.reason ?? 'starting',
      word: word && { ledger: word.ledger, hash: word.hash, secondsAgo: rounded(ageSeconds()) },
      stormSeconds: Number(stormUntil(store, wallSeconds()) - wallSeconds()),
      circuits: Object.fromEntries(contacts.map(({ name }) => [name, switched.get(name)?.at ?? 'unknown'])),
      failing: Object.fromEntries(failing),
      log: decisions.newest(20),
    }),
    async close() {
      closing = true
      clearInterval(timer)
      await working
      // Nobody would undo what stays switched: everything is fed while nobody decides.
      for (const { name } of contacts) await move(name, name === GRID ? 'closed' : 'own')
      for (const { relay } of relays.values()) await relay.close()
    },
  }
}

/** What of a word can move a relay; not where and when it was said again. */
const meaningOf = (word: Word): string => wordText({ ...word, ledger: 0, hash: '', saidAt: 0n, by: 'report' })

const rounded = (seconds: number | undefined) => (seconds === undefined ? undefined : Math.floor(seconds))

/** A clock that stands before the last word says nothing about its age. */
function heardBefore(note: string | undefined, now: bigint): { atMs: number; ageSeconds: number } | undefined {
  const ageSeconds = note === undefined ? -1 : Number(now - BigInt(note))
  return ageSeconds < 0 ? undefined : { atMs: performance.now(), ageSeconds }
}
