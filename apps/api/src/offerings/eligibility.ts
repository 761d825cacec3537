import { type Asset, addressKind, type Chain, contractOf, trustline } from '@heliobond/chain'
import type { Offering } from '@heliobond/db'
import { max, min } from '@heliobond/domain'
import { Problem } from '../errors.ts'
import type { ContractTerms } from './terms.ts'

/** Who may hold a bond of ours, in words: the same in stellar.toml. */
export const CONDITIONS =
  'Investors on the allow-list of the offering, which its compliance office keeps. Lines are authorized after funding closes and trade freely among allowed holders; the issuing account is locked, so no transaction needs its approval.'

export interface Eligibility {
  readonly allowed: boolean
  readonly canInvest: boolean
  readonly canTrade: boolean
  readonly reasons: string[]
  readonly bondStroops: string
  readonly boughtStroops: string
  readonly mostStroops: string
  readonly conditions: string
}

/**
 * Whether an address may hold, buy or trade a bond, as its contract says now.
 *
 * @throws {Problem} if the address is none.
 */
export async function eligibilityOf(
  chain: Chain,
  offering: Offering,
  address: string,
  terms: ContractTerms | null,
): Promise<Eligibility> {
  const kind = addressKind(address)
  if (kind !== 'account' && kind !== 'contract') {
    throw new Problem(
      'HELIOBOND_INVALID_REQUEST',
      '{field} must be an account (G...) or a contract (C...).',
      { field: 'address' },
      { reason: 'NOT_AN_ADDRESS' },
    )
  }
  const contract = contractOf('offering', offering.contractId, chain)
  const [allowed, deposit, minted, state, line, now] = await Promise.all([
    contract.read('allowed', { who: address }),
    contract.read('deposit', { investor: address }),
    contract.read('minted'),
    contract.read('state'),
    kind === 'account' ? trustline(chain, address, offering.bondAsset as Asset) : undefined,
    chain.now(),
  ])
  const onSale = state.tag === 'Funding'
  const open = onSale && terms !== null && now < BigInt(Date.parse(terms.fundingDeadline) / 1_000)
  const left = terms ? BigInt(terms.capStroops) - minted : 0n
  const ticket = terms ? max(BigInt(terms.maxTicketStroops) - deposit.bonds, 0n) : 0n
  const most = open && allowed ? floorTo(min(left, ticket), BigInt(terms.denominationStroops)) : 0n
  const canInvest = most > 0n && terms !== null && most >= BigInt(terms.minTicketStroops)
  const reasons: string[] = []
  if (!allowed) reasons.push('NOT_ALLOWED')
  if (!onSale) reasons.push('NOT_ON_SALE')
  else if (!open) reasons.push('FUNDING_OVER')
  else if (left <= 0n) reasons.push('SOLD_OUT')
  else if (ticket <= 0n) reasons.push('TICKET_FULL')
  if (!line) reasons.push('NO_LINE')
  else if (!line.authorized) reasons.push('LINE_NOT_FREE')
  return {
    allowed,
    canInvest,
    canTrade: line?.authorized ?? false,
    reasons,
    bondStroops: (line?.balanceStroops ?? 0n).toString(),
    boughtStroops: deposit.bonds.toString(),
    mostStroops: (canInvest ? most : 0n).toString(),
    conditions: CONDITIONS,
  }
}

const floorTo = (amount: bigint, step: bigint): bigint => (amount > 0n ? amount - (amount % step) : 0n)
