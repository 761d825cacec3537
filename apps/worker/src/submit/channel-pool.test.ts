import { account, createKey, mergeAccount, submitNow } from '@heliobond/chain'
import { sealSecret, stopTestServer } from '@heliobond/db'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { ChannelsNotResizedError, type ResizedChannels, resizeChannels } from './channel-pool.ts'
import { type OutboxWorld, pay, startOutboxWorld } from './outbox.test-helper.ts'
import { createSubmitter } from './submitter.ts'

let world: OutboxWorld
beforeEach(async () => {
  world = await startOutboxWorld()
})
afterEach(() => world.close())
afterAll(() => stopTestServer())

const resize = (count: number): Promise<ResizedChannels> =>
  resizeChannels({ context: world.process(), chain: world.chain, secretKey: world.secretKey, count })

const channels = () => world.database.prisma.channelAccount.findMany({ orderBy: { address: 'asc' } })
const living = async () => {
  const found = await Promise.all((await channels()).map(({ address }) => account(world.chain, address)))
  return found.filter((one) => one !== undefined).length
}
test('the pool grows and shrinks; keys go with their accounts, and what serves pays', async () => {
  expect(await resize(20)).toEqual({ opened: 17, reopened: 0, closed: 0, leaving: 0, serving: 20 })
  expect([(await channels()).length, await living()]).toEqual([20, 20])
  const submitter = createSubmitter(world.process(), [pay])
  for (const number of [1, 2, 3, 4, 5]) await world.ask(number)
  await expect.poll(async () => (await submitter.tick()).waiting, { timeout: 60_000, interval: 20 }).toBe(0)
  expect(await world.arrivedStroops()).toBe(150_000_005n)

  expect(await resize(2)).toEqual({ opened: 0, reopened: 0, closed: 18, leaving: 0, serving: 2 })
  expect([(await channels()).length, await living()]).toEqual([2, 2])
  expect(await world.database.prisma.secret.count({ where: { name: { startsWith: 'channel.' } } })).toBe(2)
  expect(await resize(2)).toEqual({ opened: 0, reopened: 0, closed: 0, leaving: 0, serving: 2 })
})

test('a channel with a transaction under way is left alone, takes no new one, and goes with the next call', async () => {
  const [busy] = await channels()
  if (!busy) throw new Error('there are channels')
  const at = { where: { address: busy.address } }
  await world.ask(1)
  const { id } = await world.database.prisma.outbox.findFirstOrThrow()
  await world.database.prisma.channelAccount.update({ ...at, data: { lockedByOutbox: id } })
  expect(await resize(0)).toEqual({ opened: 0, reopened: 0, closed: 2, leaving: 1, serving: 0 })
  expect(await channels()).toMatchObject([{ address: busy.address, retiring: true, lockedByOutbox: id }])
  await world.database.prisma.channelAccount.update({ ...at, data: { lockedByOutbox: null } })
  expect(await resize(0)).toMatchObject({ closed: 1, leaving: 0 })
  expect(await channels()).toEqual([])
})

test('channels that a reset network has forgotten are opened anew, under their keys, and serve again', async () => {
  const before = await channels()
  const [forgotten] = before
  if (!forgotten) throw new Error('there are channels')
  const { keys } = world.process()
  const [fees, channel] = [await keys.signer('fees'), await keys.signer(forgotten.secretName)]
  const operations = [mergeAccount({ source: channel.address, destination: fees.address })]
  expect(await submitNow(world.chain, { source: fees, operations, signers: [channel] })).toMatchObject({
    kind: 'success',
  })
  expect(await living()).toBe(2)
  expect(await resize(3)).toEqual({ opened: 1, reopened: 1, closed: 0, leaving: 0, serving: 3 })
  expect(await living()).toBe(3)
  expect(await channels()).toEqual(before)
})

test('what a call wrote down before it was stopped is opened by the next one', async () => {
  const key = createKey()
  const name = `channel.${key.address}`
  const { ciphertext, nonce } = sealSecret(world.secretKey, name, key.secret)
  await world.database.prisma.secret.create({ data: { name, publicKey: key.address, ciphertext, nonce } })
  const written = { address: key.address, secretName: name, retiring: true, createdAt: await world.chain.now() }
  await world.database.prisma.channelAccount.create({ data: written })
  expect(await resize(4)).toEqual({ opened: 1, reopened: 1, closed: 0, leaving: 0, serving: 4 })
  expect(await account(world.chain, key.address)).toBeDefined()
})

test('a fee account that cannot lend so much is said so, and nothing is changed', async () => {
  const before = await channels()
  const { publicKey } = await world.database.prisma.secret.findUniqueOrThrow({ where: { name: 'fees' } })
  await expect(resize(100_000)).rejects.toThrow(ChannelsNotResizedError)
  await expect(resize(100_000)).rejects.toThrow(new RegExp(`^99997 channels take .* of the fee account ${publicKey}`))
  expect(await channels()).toEqual(before)
})
