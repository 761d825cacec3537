import { toHex } from '@heliobond/domain'
import type { Queryable } from '../context.ts'
import { wakeOfSystem } from '../jobs.ts'
import { type LoggedEvent, tagOf } from './logged-event.ts'

interface Retired {
  readonly number: bigint
  readonly system: number
  readonly kind: unknown
  readonly holder: string
  readonly units: bigint
  readonly claim: { readonly beneficiary: unknown; readonly purpose: unknown; readonly period: unknown }
}

interface DonorClaimed {
  readonly system: number
  readonly kind: unknown
  readonly holder: string
  readonly root: Uint8Array
  readonly index: number
  readonly units: bigint
}

/** Enters what was certified, for donors by themselves, and what was retired. The systems' accounts are read from the contract afterwards. */
export async function projectCertificate(client: Queryable, { source, name, data, event }: LoggedEvent): Promise<void> {
  if (data.system !== undefined) await wakeOfSystem(client, 'service', Number(data.system), event.closedAt)
  if (name === 'Certified') {
    await client.query(
      `INSERT INTO certificate_mint (system_id, kind, index, from_at, to_at, new_wh, mwh, units, carry_wh, factor, tx_hash, ledger, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) ON CONFLICT DO NOTHING`,
      [
        data.system,
        tagOf(data.kind),
        data.index,
        data.from,
        data.to,
        data.new_wh,
        data.mwh,
        data.units,
        data.carry_wh,
        data.factor,
        event.txHash,
        event.ledger,
        event.closedAt,
      ],
    )
  }
  if (name === 'SharedOut' && (data.donors_units as bigint) > 0n)
    await client.query(
      `INSERT INTO donor_pot (system_id, kind, root, certified_stroops) VALUES ($1, $2, $3, $4)
       ON CONFLICT (system_id, kind, root) DO UPDATE SET certified_stroops = donor_pot.certified_stroops + EXCLUDED.certified_stroops`,
      [data.system, tagOf(data.kind), toHex(data.donors_root as Uint8Array), data.donors_units],
    )
  if (name === 'DonorClaimed') {
    const claimed = data as unknown as DonorClaimed
    await client.query(
      `INSERT INTO donor_claim (tx_hash, system_id, kind, root, index, holder, stroops, ledger, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING`,
      [
        event.txHash,
        claimed.system,
        tagOf(claimed.kind),
        toHex(claimed.root),
        claimed.index,
        claimed.holder,
        claimed.units,
        event.ledger,
        event.closedAt,
      ],
    )
  }
  if (name === 'Retired') {
    const retired = data as unknown as Retired
    await client.query(
      `INSERT INTO certificate_retirement (contract_id, number, system_id, kind, holder, units, beneficiary, purpose, period, tx_hash, ledger, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT DO NOTHING`,
      [
        source.contractId,
        retired.number,
        retired.system,
        tagOf(retired.kind),
        retired.holder,
        retired.units,
        text(retired.claim.beneficiary),
        text(retired.claim.purpose),
        text(retired.claim.period),
        event.txHash,
        event.ledger,
        event.closedAt,
      ],
    )
  }
}

/** PostgreSQL's text holds no NUL; a contract's does. */
const text = (value: unknown): string => String(value).toWellFormed().replaceAll('\0', '\uFFFD')
