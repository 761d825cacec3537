import { account, buildEnvelope, describeEnvelope, type Envelope, prepare } from '@heliobond/chain'
import type { Prisma } from '@heliobond/db'
import { formatUtcSeconds } from '@heliobond/domain'
import { Problem } from '../errors.ts'
import type { Action, Description, Plan, Tools } from './action.ts'
import { requireSpendable } from './checks.ts'
import { callRefused } from './refusals.ts'

/** How long a wallet has to sign: a person reads what it says first. */
const LIFETIME_SECONDS = 600
/** What is bid for a place in a ledger, per operation. */
const BASE_FEE_STROOPS = 100n

/** A transaction to sign, and what it will do. */
export interface BuiltTransaction {
  readonly action: string
  readonly envelopeXdr: string
  readonly networkPassphrase: string
  readonly hash: string
  readonly expiresAt: string
  readonly feeStroops: string
  /** Accounts whose signatures it needs. */
  readonly signers: readonly string[]
  readonly moves: readonly { from: string; to: string; asset: string; amountStroops: string }[]
  readonly facts: Readonly<Record<string, string>>
}

/** Who asked, and where a draft's step belongs. */
export interface Origin {
  readonly actor: string | null
  readonly draftId?: number
}

/**
 * Builds a transaction and writes it down, so that it alone can be submitted later. Nothing is signed.
 *
 * Where archived entries must come back first, the answer is the transaction that restores them (action `restore`): sign it, then build again.
 *
 * @throws {Problem} when it would fail now, with the contract's error in words.
 */
export async function buildTransaction(
  action: Action,
  params: Record<string, unknown>,
  tools: Tools,
  origin: Origin,
): Promise<BuiltTransaction> {
  const { chain, source, now } = tools
  const state = await account(chain, source)
  if (!state) {
    throw new Problem(
      'HELIOBOND_ACCOUNT_NOT_FOUND',
      '{source} has no account on this network: it needs lumens first.',
      { source },
    )
  }
  const plan = await action.plan(params, tools)
  const envelopeOf = (operations: Plan['operations'], memo?: Plan['memo']): Envelope =>
    buildEnvelope(
      {
        source,
        sequence: state.sequence + 1n,
        operations,
        now,
        lifetimeSeconds: LIFETIME_SECONDS,
        baseFeeStroops: BASE_FEE_STROOPS,
        ...(memo && { memo }),
      },
      chain.config.passphrase,
    )
  const prepared = await prepare(chain, envelopeOf(plan.operations, plan.memo))
  switch (prepared.kind) {
    case 'refused':
      throw callRefused(prepared.refusal)
    case 'needs-authorization':
      throw new Problem(
        'HELIOBOND_OTHER_SIGNER_NEEDED',
        'This has to be signed by {addresses}.',
        { addresses: prepared.addresses },
        {
          addresses: prepared.addresses,
        },
      )
    case 'needs-restore': {
      const restored = await prepare(chain, envelopeOf([prepared.restore]))
      if (restored.kind !== 'ready') throw new Error(`a restoration of archived entries is ${restored.kind}`)
      const description: Description = { moves: [], facts: { next: action.name } }
      return keep({ action: 'restore', params, plan, envelope: restored.envelope, description, tools, origin })
    }
    case 'ready': {
      const description = plan.describe(prepared.returnValueXdr)
      return keep({ action: action.name, params, plan, envelope: prepared.envelope, description, tools, origin })
    }
  }
}

interface Kept {
  readonly action: string
  readonly params: Record<string, unknown>
  readonly plan: Plan
  readonly envelope: Envelope
  readonly description: Description
  readonly tools: Tools
  readonly origin: Origin
}

async function keep({ action, params, plan, envelope, description, tools, origin }: Kept): Promise<BuiltTransaction> {
  const { chain, database, source, now } = tools
  const { passphrase } = chain.config
  const { feeStroops } = describeEnvelope(envelope.envelopeXdr, passphrase)
  // The network takes the fee before anything else: without it the signature would be for nothing.
  await requireSpendable(chain, source, 'native', feeStroops)
  const row = {
    hash: envelope.hash,
    action,
    source,
    actor: origin.actor,
    params: params as Prisma.InputJsonObject,
    envelopeXdr: envelope.envelopeXdr,
    feeStroops,
    expiresAt: envelope.expiresAt,
    draftId: origin.draftId ?? null,
    createdAt: now,
    updatedAt: now,
  }
  // The same request in the same ledger makes the same transaction: it is one, however often it is asked for.
  await database.prisma.trackedTransaction.createMany({ data: [row], skipDuplicates: true })
  return {
    action,
    envelopeXdr: envelope.envelopeXdr,
    networkPassphrase: passphrase,
    hash: envelope.hash,
    expiresAt: formatUtcSeconds(envelope.expiresAt),
    feeStroops: feeStroops.toString(),
    signers: [...new Set([source, ...(action === 'restore' ? [] : (plan.signers ?? []))])],
    moves: description.moves.map(({ from, to, asset, amountStroops }) => ({
      from,
      to,
      asset,
      amountStroops: amountStroops.toString(),
    })),
    facts: description.facts,
  }
}
