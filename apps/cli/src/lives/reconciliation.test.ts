import { loadProjects, type Reconciled, reconcile } from '@heliobond/worker'
import { afterEach, expect, test } from 'vitest'
import { CLINIC, type Launched, SCHOOL, startLaunched } from '../demo/launched.test-helper.ts'
import { at, couponOf, DAY, openAlarms, settle, UNIT } from './lives.test-helper.ts'

let launched: Launched
afterEach(() => launched.close())

async function reconciled(): Promise<Reconciled> {
  const [project] = await loadProjects(launched.context.store)
  if (!project) throw new Error('there is a project')
  return reconcile(launched.context, project)
}

const sql = (text: string) => launched.parts.database.pool.query(text)

/** What is found once the books say something else; the books are put back afterwards. */
async function findingsWith(wrong: string, right: string): Promise<string[]> {
  await sql(wrong)
  const { findings } = await reconciled()
  await sql(right)
  return findings.map(({ what }) => what)
}

test('months of bills, exports, gifts, payments and a coupon reconcile to the stroop, and a stroop that is off is found where it lies', async () => {
  launched = await startLaunched()
  const { life, parts } = launched
  await sql(`UPDATE setting SET value = value || '{"claimsLeftSeconds": "345600"}' WHERE key LIKE 'project:%'`)
  for (const party of [SCHOOL, CLINIC]) await launched.give(party, 40_000n * UNIT)
  for (const month of [1, 3, 6]) {
    await launched.monthEnds(month)
    await settle(launched)
  }
  const pay = life.plan.schedule[0]?.pay ?? 0n
  for (const time of [pay, pay + 3n * DAY]) await at(launched, time)
  // Holders were left four days to claim by hand: nobody did, and the rest is pushed.
  expect(await couponOf(launched, 1)).toMatchObject({ status: 'funded', paidStroops: 0n })
  await at(launched, pay + 4n * DAY)
  expect(await couponOf(launched, 1)).toMatchObject({ status: 'paid' })
  const whole = await reconciled()
  expect(whole.findings).toEqual([])
  expect(whole.differenceStroops).toBe(0n)
  expect(whole.compared).toBeGreaterThan(200)
  expect(await openAlarms(launched)).not.toContain('reconciliation.difference')
  const kept = await parts.database.prisma.reconciliation.findMany({ orderBy: { id: 'desc' } })
  expect(kept[0]).toMatchObject({ differenceStroops: 0n, findings: [] })

  const { rows } = await parts.database.pool.query<{ number: bigint; party_index: number }>(
    'SELECT number, party_index FROM bill WHERE paid_stroops > 0 ORDER BY number LIMIT 1',
  )
  const bill = `bill ${rows[0]?.number} of party ${rows[0]?.party_index}`
  const off = (table: string, column: string, by: 1 | -1, where: string) =>
    findingsWith(
      `UPDATE ${table} SET ${column} = ${column} + (${by}) WHERE ${where}`,
      `UPDATE ${table} SET ${column} = ${column} - (${by}) WHERE ${where}`,
    )
  const itself = `number = ${rows[0]?.number}`
  expect(await off('bill', 'due_stroops', 1, itself)).toContain(`${bill}: due`)
  expect(await off('bill', 'paid_stroops', -1, itself)).toContain(`${bill}: unpaid`)
  expect(await off('coupon_leaf', 'paid_stroops', -1, 'number = 1 AND index = 0')).toEqual(['coupon 1: paid by leaf'])
  const receipt = 'id = (SELECT max(id) FROM collection)'
  expect(await off('collection', 'surplus_stroops', 1, receipt)).toEqual([
    expect.stringMatching(/^receipt \d+ of party \w+: surplus in the books$/),
  ])
  const holder = life.people.address('investor.ana')
  expect(await off('holding', 'stroops', 1, `holder = '${holder}'`)).toContain('bonds held by everybody')
  expect((await reconciled()).findings).toEqual([])
}, 900_000)
