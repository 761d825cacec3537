import { account, deployedAddress } from '@heliobond/chain'
import { Type } from 'typebox'
import { bodyOf, draftOf } from '../../drafts/draft-of.ts'
import { collectionKey, launchState, saltOf } from '../../drafts/launch-state.ts'
import { readDraft } from '../../drafts/plan.ts'
import { STEP_NAMES, type StepName, stepsOf } from '../../drafts/steps.ts'
import { Problem } from '../../errors.ts'
import { platformOf } from '../../platform.ts'
import { defineAction } from '../action.ts'
import { refused } from '../checks.ts'
import { accountIn, params } from '../params.ts'

const draftStep = defineAction({
  name: 'draft-step',
  summary:
    'One step of the launch of a draft: see /v1/drafts/:id/steps for who signs it and what it waits for. Needs a session of who may see the draft.',
  params: Type.Object(
    {
      draft: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }),
      step: Type.Unsafe<StepName>({ type: 'string', enum: [...STEP_NAMES] }),
      bondIssuer: Type.Optional(
        params.account('Of the step open-issuer: a new key that was made for this bond, where the issuer is.'),
      ),
    },
    { additionalProperties: false },
  ),
  returns: ({ step }) => (step === 'propose-system' ? { contract: 'registry', method: 'propose' } : undefined),
  async plan({ draft: id, step: name, bondIssuer }, tools) {
    const { database, chain, source, actor, now } = tools
    if (actor === null)
      throw new Problem(
        'HELIOBOND_UNAUTHENTICATED',
        'Sign in first: a draft is not public.',
        {},
        { reason: 'NO_TOKEN' },
      )
    const draft = await draftOf(database, id, actor)
    if (draft.status === 'abandoned') throw refused('WRONG_STATE', 'This draft is abandoned.')
    const platform = await platformOf(database)
    // The terms of a contract that is made were right then; what time has done to them since is no problem of the next step.
    const readAt = draft.offeringContract === null ? now : draft.updatedAt
    const context = { issuer: draft.owner, settlement: platform.settlement, now: readAt }
    const { plan, problems } = readDraft(bodyOf(draft), context)
    if (plan === null) {
      throw refused('INCOMPLETE', 'The draft has problems: they are told with it.', {}, { problems })
    }
    const state = await launchState(tools, draft, plan, platform)
    const found = stepsOf(state).find(({ step }) => step.name === name)
    if (!found) throw refused('WRONG_STATE', 'This launch has no step {step}.', { step: name })
    const { step, status, signer, waitsFor } = found
    if (status === 'done') throw refused('DONE', 'The step {step} is done.', { step: name })
    if (status === 'waiting')
      throw refused('WAITS', 'Before {step} comes {waitsFor}.', { step: name, waitsFor }, { waitsFor })
    if (source !== signer) {
      throw new Problem(
        'HELIOBOND_OTHER_SIGNER_NEEDED',
        'This has to be signed by {signer}.',
        { signer },
        { addresses: [signer] },
      )
    }
    const address = bondIssuer === undefined ? undefined : accountIn(bondIssuer, 'bondIssuer')
    if (address !== undefined && (await account(chain, address))) {
      throw new Problem(
        'HELIOBOND_INVALID_REQUEST',
        'bondIssuer exists already: a new key is wanted for each bond.',
        {},
        { reason: 'BOND_ISSUER_USED' },
      )
    }
    const planned = await step.plan(state, tools, address)
    return {
      ...planned,
      describe(returned) {
        const { moves, facts } = planned.describe(returned)
        return { moves, facts: { draft: String(id), step: name, ...facts } }
      },
    }
  },
  async cosigners({ draft: id, step }, { database }) {
    if (step !== 'open-collections') return []
    const draft = await database.prisma.draft.findUniqueOrThrow({ where: { id } })
    const parties = bodyOf(draft).system?.parties ?? []
    return draft.systemId === null ? [] : parties.map((_, party) => collectionKey(draft.systemId ?? 0, party))
  },
  // What has happened first stays: a step that was built twice and signed twice changes nothing the second time.
  async booked({ draft: id, step, bondIssuer }, { tx, passphrase, returnValue }) {
    const draft = await tx.draft.findUniqueOrThrow({ where: { id } })
    const contract = (what: 'offering' | 'tender') =>
      deployedAddress({ deployer: draft.owner, salt: saltOf(draft, what), passphrase })
    switch (step) {
      case 'propose-system':
        await tx.draft.updateMany({ where: { id, systemId: null }, data: { systemId: Number(returnValue) } })
        return
      case 'open-issuer':
        await tx.draft.updateMany({ where: { id, bondIssuer: null }, data: { bondIssuer: bondIssuer ?? null } })
        return
      case 'deploy-offering':
        await tx.draft.updateMany({
          where: { id, status: 'draft' },
          data: { offeringContract: contract('offering'), status: 'launching' },
        })
        return
      case 'deploy-tender':
        await tx.draft.update({ where: { id }, data: { tenderContract: contract('tender') } })
        return
    }
  },
})

export const draftActions = [draftStep]
