/** What the actions of tenders share. */
import { type Asset, type ContractClients, contractOf, type MethodArgs, type MethodName } from '@heliobond/chain'
import { Type } from 'typebox'
import { Problem } from '../../errors.ts'
import { TenderId, tenderKey } from '../../tenders/tender-id.ts'
import { type Description, type Plan, planCall, type Tools } from '../action.ts'
import { assetsOf } from './investor.ts'

/** A tender and what pays in it. */
export interface TenderFacts {
  readonly offeringId: number
  readonly offeringContract: string
  readonly contractId: string
  readonly number: number
  readonly settlement: Asset
}

export const tenderParam = TenderId
export const milestoneParam = Type.Integer({
  minimum: 0,
  maximum: 16,
  description: "The contract's index; one beyond the last is what was withheld.",
})

/** The tender contract of an offering. @throws {Problem} where its works are paid otherwise. */
export async function tenderContractOf(tools: Tools, offeringId: number): Promise<Omit<TenderFacts, 'number'>> {
  const { offering, settlement } = await assetsOf(tools, offeringId)
  const { tenderContract: contractId, contractId: offeringContract } = offering
  if (contractId === null) {
    throw new Problem(
      'HELIOBOND_INVALID_REQUEST',
      'The works of offering {offering} are not paid by a tender.',
      { offering: offeringId },
      { reason: 'WORKS_NOT_BY_TENDER' },
    )
  }
  return { offeringId, offeringContract, contractId, settlement }
}

/** @throws {Problem} if there is no such tender. What the chain knows counts, whether it is projected yet or not. */
export async function tenderOf(tools: Tools, id: string): Promise<TenderFacts> {
  const { offeringId, number } = tenderKey(id)
  const facts = await tenderContractOf(tools, offeringId)
  const count = await contractOf('tender', facts.contractId, tools.chain).read('tenders')
  if (number > count) throw new Problem('HELIOBOND_TENDER_NOT_FOUND', 'There is no tender {tender}.', { tender: id })
  return { ...facts, number }
}

type TenderMethod = MethodName<ContractClients['tender']>

/** A call about one tender; its number is the first argument. */
export async function planTenderCall<Method extends TenderMethod>(
  tools: Tools,
  { contractId, number }: Pick<TenderFacts, 'contractId' | 'number'>,
  method: Method,
  args: Omit<NonNullable<MethodArgs<ContractClients['tender'], Method>>, 'tender'>,
  describe: (returned: unknown) => Description,
): Promise<Plan> {
  const all = { ...args, tender: number } as unknown as MethodArgs<ContractClients['tender'], Method>
  return planCall(tools, 'tender', contractId, method, all, describe)
}

export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
