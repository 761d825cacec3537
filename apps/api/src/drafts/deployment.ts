/** What the contracts of a draft are made with. */
import { type ConstructorArgs, sacAddress } from '@heliobond/chain'
import type { LaunchState } from './launch-state.ts'

const variant = <Tag extends string>(tag: Tag) => ({ tag, values: undefined })

/** The constructor's arguments of the offering's contract. @throws before the system is proposed and its accounts are made: a bug. */
export function offeringArgs(
  { draft, plan, platform, collections, tender }: LaunchState,
  passphrase: string,
): ConstructorArgs<'offering'> {
  const { terms, roles, works, schedule } = plan
  if (draft.systemId === null) throw new Error(`draft ${draft.id} has no system yet`)
  const worksAddress = tender?.contractId ?? ('address' in works ? works.address : undefined)
  if (worksAddress === undefined) throw new Error(`draft ${draft.id} has nobody who pays the works`)
  return {
    roles: {
      issuer: draft.owner,
      trustee: roles.trustee,
      compliance: roles.compliance,
      operator: roles.operator,
      works: worksAddress,
    },
    registry: platform.registry,
    energy: platform.energy,
    system: draft.systemId,
    terms: {
      settlement: sacAddress(plan.settlementAsset, passphrase),
      cap: terms.capStroops,
      minimum: terms.minimumStroops,
      denomination: terms.denominationStroops,
      min_ticket: terms.minTicketStroops,
      max_ticket: terms.maxTicketStroops,
      price_bps: terms.priceBps,
      rate_bps: terms.rateBps,
      funding_deadline: terms.fundingDeadline,
      operations_budget: terms.operationsBudgetStroops,
      reserve_requirement: terms.reserveRequirementStroops,
      reserve_from_proceeds: terms.reserveFromProceedsStroops,
      capitalized_interest: terms.capitalizedInterestStroops,
      renewal_requirement: terms.renewalRequirementStroops,
      kind: variant(terms.kind),
      principal: variant(terms.principal),
      share_bps: terms.shareBps,
      default_grace: terms.defaultGraceSeconds,
      long_stop: terms.longStop,
      unclaimed_after: terms.unclaimedAfterSeconds,
      unclaimed_to: terms.unclaimedTo,
      upgrade_delay: terms.upgradeDelaySeconds,
      call_notice: terms.callNoticeSeconds,
      challenge_delay: terms.challengeDelaySeconds,
      attestations: terms.attestations,
      documents_hash: new Uint8Array(Buffer.from(terms.documentsHash, 'hex')),
    },
    schedule: schedule.map(({ start, record, pay, days, basis }) => ({ start, record, pay, days, basis })),
    collections: collections.map((address, party) => {
      if (address === null) throw new Error(`party ${party} of draft ${draft.id} has no collection account yet`)
      return address
    }),
  }
}

/** The constructor's arguments of the tender's contract, which knows its offering by the address that it will have. */
export function tenderArgs({ draft, plan, offering }: LaunchState): ConstructorArgs<'tender'> {
  const { works, roles, terms } = plan
  if (!('tender' in works)) throw new Error(`draft ${draft.id} has no tender`)
  return {
    governance: { admin: draft.owner, trustee: roles.trustee, upgrade_delay: terms.upgradeDelaySeconds },
    offering: offering.contractId,
    roles: works.tender,
  }
}
