/** The way to the energy contract, for a device. Loaded only where it is used: the Stellar SDK is the largest part of it. */
import {
  account,
  buildEnvelope,
  type CallRefusal,
  type ContractHandle,
  contractOf,
  createChain,
  deliver,
  type Envelope,
  feeBump,
  outcomeOf,
  prepare,
  type Signer,
  type Submitted,
  sign,
  submitNow,
} from '@heliobond/chain'
import type { Reading } from '@heliobond/domain'
import { type Decision, isMode, type Ladder, type Word } from '../control/word.ts'

/** A transaction that was sent, or may have been: enough to ask what became of it. */
export interface SentReport {
  readonly epoch: number
  readonly seq: string
  readonly hash: string
  readonly expiresAt: string
  readonly builtAt: string
}

/** What came of a report. */
export type Reported =
  | { readonly kind: 'taken'; readonly word: Word; readonly feeStroops: bigint }
  /** The contract has this reading, or a later one: this one can never count and need not. */
  | { readonly kind: 'known' }
  /** The contract will never take it; `code` is the refusal's own name. */
  | { readonly kind: 'refused'; readonly code: string }
  /** Not now; the same may be taken later. */
  | { readonly kind: 'later'; readonly code: string; readonly detail: string }

export interface EnergyLink {
  /** What the contract decides for the party now. @throws if it cannot be asked. */
  ask(party: number): Promise<Word>
  /** Sends a reading in a transaction of the device's own. @throws if the network cannot be reached. */
  report(reading: Reading): Promise<Reported>
  /** What became of an earlier transaction; undefined while that is open. @throws if the network cannot be reached. */
  followUp(sent: SentReport): Promise<Reported | undefined>
}

export interface EnergyLinkOptions {
  readonly rpcUrl: string
  readonly passphrase: string
  readonly energyContract: string
  /** The registry's number of the device's system. */
  readonly system: number
  readonly pollMs?: number
}

export interface Payer {
  /** Whose sequence numbers the transactions use; pays if nobody else does. */
  readonly own: Signer
  readonly sponsor: Signer | undefined
  readonly baseFeeStroops: bigint
  /** Called before a transaction leaves the device: the place to write it down. */
  readonly onSending: (sent: SentReport) => void
}

/** By when a report is in a ledger or dead: a stuck one must not hold up the next for long. */
const LIFETIME_SECONDS = 60
const TIMEOUT_MS = 20_000
const POLL_MS = 500

/** Refusals by the contract that no waiting changes, by its errors' names. */
const FINAL: ReadonlySet<string> = new Set(['TimeFell', 'RegisterFell', 'ImpossibleJump', 'ForeignRegister'])

type Energy = ContractHandle<import('@heliobond/chain').ContractClients['energy']>

/** Opens the link. Nothing is sent before the first call. */
export function openEnergyLink(options: EnergyLinkOptions, payer?: Payer): EnergyLink {
  const chain = createChain({
    ...{ network: 'custom', rpcUrl: options.rpcUrl, passphrase: options.passphrase },
    ...{ pollMs: options.pollMs ?? POLL_MS, requestTimeoutMs: TIMEOUT_MS },
  })
  const { system } = options
  const energy: Energy = contractOf('energy', options.energyContract, chain)

  async function ask(party: number): Promise<Word> {
    // The ledger first: what is answered then is at least as new.
    const latest = await chain.rpc.ask<{ id: string; sequence: number }>('getLatestLedger')
    const [said, saidAt] = [await energy.read('decision', { system, party }), await chain.now()]
    const decision = decisionOf(said)
    const base = { decision, saidAt, ledger: latest.sequence, hash: latest.id, by: 'question' } as const
    return { ...base, ...(await actOf(decision, saidAt)) }
  }

  /** When the act of force majeure that set the mode ends. Selling is never an act's. */
  async function actOf({ mode }: Decision, now: bigint): Promise<{ actUntil?: bigint }> {
    if (mode !== 'Shed' && mode !== 'Island') return {}
    const acts = await energy.read('suspensions', { system })
    const running = acts.find(({ from, until }) => from <= now && now < until)
    return running ? { actUntil: running.until } : {}
  }

  async function report(reading: Reading): Promise<Reported> {
    if (!payer) throw new Error('this link only asks')
    const { own, sponsor, baseFeeStroops } = payer
    const source = await account(chain, own.address)
    if (!source) {
      return {
        kind: 'later',
        code: 'NO_ACCOUNT',
        detail: `the account ${own.address} does not exist: open it with a few lumens`,
      }
    }
    const draft = buildEnvelope(
      {
        ...{
          source: own.address,
          sequence: source.sequence + 1n,
          operations: [energy.call('report', argsOf(reading))],
        },
        ...{ now: await chain.now(), lifetimeSeconds: LIFETIME_SECONDS, baseFeeStroops },
      },
      options.passphrase,
    )
    const prepared = await prepare(chain, draft)
    switch (prepared.kind) {
      case 'refused':
        return refusedBy(prepared.refusal)
      case 'needs-authorization':
        return { kind: 'later', code: 'NEEDS_AUTHORIZATION', detail: prepared.addresses.join(', ') }
      case 'needs-restore': {
        const restored = await submitNow(chain, { source: own, operations: [prepared.restore], baseFeeStroops })
        if (restored.kind === 'success') return report(reading)
        return {
          kind: 'later',
          code: 'ARCHIVED',
          detail: `entries are archived and cannot be restored: ${restored.kind}`,
        }
      }
    }
    const signed = await sign(prepared.envelope, [own], options.passphrase)
    const envelope = sponsor ? await bumped(signed, sponsor, baseFeeStroops) : signed
    payer.onSending({
      ...{ epoch: reading.epoch, seq: `${reading.seq}`, hash: envelope.hash },
      ...{ expiresAt: `${envelope.expiresAt}`, builtAt: `${envelope.builtAt}` },
    })
    const submitted = await deliver(chain, envelope)
    return ended(submitted)
  }

  async function bumped(inner: Envelope, sponsor: Signer, baseFeeStroops: bigint): Promise<Envelope> {
    const { passphrase } = options
    return sign(feeBump(inner, { feeSource: sponsor.address, baseFeeStroops, passphrase }), [sponsor], passphrase)
  }

  async function ended(submitted: Submitted): Promise<Reported> {
    if (submitted.kind === 'success') {
      if (submitted.returnValueXdr === undefined) throw new Error(`${submitted.hash} returned nothing`)
      const decision = decisionOf(energy.decodeResult('report', submitted.returnValueXdr))
      const { closedAt: saidAt, ledger, hash, feeChargedStroops } = submitted
      const word: Word = { decision, saidAt, ledger, hash, by: 'report', ...(await actOf(decision, saidAt)) }
      return { kind: 'taken', word, feeStroops: feeChargedStroops }
    }
    // What failed in a ledger is simulated anew, which names the reason.
    const detail = 'failure' in submitted ? submitted.failure.code : submitted.kind
    return { kind: 'later', code: 'NOT_CARRIED_OUT', detail }
  }

  function refusedBy({ contractError, message }: CallRefusal): Reported {
    const name = contractError === undefined ? undefined : energy.errorName(contractError)
    if (name === 'SeqNotGrowing') return { kind: 'known' }
    if (name !== undefined && FINAL.has(name)) return { kind: 'refused', code: name }
    // The host's words run over many lines; the first says it.
    return { kind: 'later', code: name ?? 'CALL_FAILED', detail: message.split('\n')[0]?.slice(0, 200) ?? '' }
  }

  return {
    ask,
    report,
    async followUp({ hash, expiresAt, builtAt }) {
      const record = { expiresAt: BigInt(expiresAt), builtAt: BigInt(builtAt) }
      const outcome = await outcomeOf(chain, hash, record)
      return outcome && ended(outcome)
    },
  }
}

function argsOf(reading: Reading) {
  const { system, meter, epoch, seq, at, generatedWh, consumedWh, exportedWh, signature } = reading
  return {
    reading: {
      ...{ system, meter, epoch, seq, at },
      ...{ generated_wh: generatedWh, consumed_wh: consumedWh, exported_wh: exportedWh },
    },
    signature,
  }
}

interface SaidDecision {
  readonly mode: { readonly tag: string }
  readonly state: { readonly tag: string }
  readonly critical_floor_w: bigint
  readonly since: bigint
}

/** @throws if the contract says a mode that this program does not know: an upgrade it must be told of. */
function decisionOf({ mode, state, critical_floor_w, since }: SaidDecision): Decision {
  if (!isMode(mode.tag)) throw new Error(`the contract decides "${mode.tag}", which this program does not know`)
  return { mode: mode.tag, criticalFloorW: BigInt(critical_floor_w), since: BigInt(since), state: state.tag as Ladder }
}
