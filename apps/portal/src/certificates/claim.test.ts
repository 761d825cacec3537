import { buildEnvelope, contractCall, createKey } from '@heliobond/chain'
import { nativeToScVal } from '@stellar/stellar-sdk/base'
import { expect, test } from 'vitest'
import { inspectEnvelope } from '../chain/inspect.ts'
import { claimArgument, fitsClaim, isWhole } from './claim.ts'

const claim = {
  beneficiary: 'Café Oriente',
  purpose: 'Electricity of "our" roastery',
  periodFrom: '2027-01-01',
  periodTo: '2027-12-31',
}

test('the claim that a call carries is read back letter by letter', () => {
  const PASSPHRASE = 'Standalone Network ; February 2017'
  const value = nativeToScVal({
    beneficiary: claim.beneficiary,
    period: '2027-01-01/2027-12-31',
    purpose: claim.purpose,
  })
  const operation = contractCall({
    spec: { funcArgsToScVals: () => [value] },
    contractId: 'CAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAD2KM',
    method: 'retire',
    args: {},
  })
  const { envelopeXdr } = buildEnvelope(
    { source: createKey().address, sequence: 1n, operations: [operation], now: 1n, lifetimeSeconds: 60 },
    PASSPHRASE,
  )
  expect(inspectEnvelope(envelopeXdr, PASSPHRASE).operations[0]?.call?.args).toEqual([claimArgument(claim)])
})

test.each([
  [claim, true],
  [{ ...claim, periodTo: '2027-01-01' }, true],
  [{ ...claim, periodTo: '2026-12-31' }, false],
  [{ ...claim, periodFrom: '' }, false],
  [{ ...claim, beneficiary: ' ' }, false],
  [{ ...claim, purpose: 'é'.repeat(65) }, false],
])('a claim is whole or it is not: %o %s', (given, whole) => {
  expect(isWhole(given)).toBe(whole)
})

test('texts are measured in bytes, as the contract measures them', () => {
  expect(fitsClaim('é'.repeat(64))).toBe(true)
  expect(fitsClaim('é'.repeat(65))).toBe(false)
})
