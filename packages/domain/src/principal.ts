import { apportion, splitByPortion } from './apportion.ts'
import { min, requireNotNegative, sum } from './money.ts'

/** What a party owes another for help with its principal. */
export type HelpLoan = { readonly lender: number; readonly amountStroops: bigint }

/** Loans of one borrower kept apart, at most: the contract's list is bounded. */
export const MAX_LOANS = 32

/**
 * One party's part of the joint debt.
 * Laws: `own <= filled <= account`; `filled = own + sum(loans)`; over all parties, `sum(filled)` is the principal bucket.
 */
export type PrincipalAccount = {
  readonly portionBps: number
  /** Its portion of the principal at closing. */
  readonly accountStroops: bigint
  /** What is filled, by itself and by others. */
  readonly filledStroops: bigint
  /** What counts as its own repayment. */
  readonly ownStroops: bigint
  /** What it owes others, oldest first. */
  readonly loans: readonly HelpLoan[]
}

/** What a payment into principal did. */
export type PrincipalPosting = {
  readonly accounts: readonly PrincipalAccount[]
  /** What went into the principal bucket. */
  readonly toPrincipalStroops: bigint
  /** Loans returned, to the lenders' credits by party index. It leaves the principal bucket untouched. */
  readonly returnedStroops: readonly bigint[]
}

/** The accounts at closing: portion of the principal each, rounded down, the rest to party 0. */
export const openPrincipalAccounts = (principalStroops: bigint, portionsBps: readonly number[]): PrincipalAccount[] =>
  splitByPortion(principalStroops, portionsBps).map((accountStroops, party) => ({
    portionBps: portionsBps[party] ?? 0,
    accountStroops,
    filledStroops: 0n,
    ownStroops: 0n,
    loans: [],
  }))

/** What an account still lacks. */
export const lackStroops = ({ accountStroops, filledStroops }: PrincipalAccount): bigint =>
  accountStroops - filledStroops

/** What a party owes for help. */
export const owedStroops = ({ loans }: PrincipalAccount): bigint => sum(loans.map((loan) => loan.amountStroops))

/** The most principal money that a party's payment can place: its loans, then all accounts' lack. */
export const partyPrincipalNeed = (accounts: readonly PrincipalAccount[], party: number): bigint =>
  owedStroops(accountOf(accounts, party)) + jointPrincipalNeed(accounts)

/** The most principal money that joint money can place: all accounts' lack. */
export const jointPrincipalNeed = (accounts: readonly PrincipalAccount[]): bigint => sum(accounts.map(lackStroops))

/**
 * Posts one party's money to principal: first it returns the party's loans, oldest first, as the lenders' credit and its
 * own repayment; then it fills its own account; then it helps the others by what they lack (largest remainder, ties to
 * the lower index), each help recorded as a loan.
 *
 * Law: `amount = toPrincipal + sum(returned)`.
 * @throws {RangeError} if the amount is negative or exceeds {@link partyPrincipalNeed} (a caller bug: the waterfall bounds it).
 */
export function postPartyPrincipal(
  accounts: readonly PrincipalAccount[],
  party: number,
  amountStroops: bigint,
): PrincipalPosting {
  requirePlaceable(amountStroops, partyPrincipalNeed(accounts, party))
  const repaid = returnLoans(accounts, party, amountStroops)
  const posted = [...repaid.accounts]
  const account = accountOf(posted, party)
  const toOwn = min(repaid.leftStroops, lackStroops(account))
  posted[party] = {
    ...account,
    filledStroops: account.filledStroops + toOwn,
    ownStroops: account.ownStroops + toOwn,
  }
  for (const [borrower, helpStroops] of apportionByLack(posted, repaid.leftStroops - toOwn).entries()) {
    if (helpStroops > 0n) posted[borrower] = lend(accountOf(posted, borrower), party, helpStroops)
  }
  return { accounts: posted, toPrincipalStroops: repaid.leftStroops, returnedStroops: repaid.returnedStroops }
}

/**
 * Posts joint money (exports) to principal: by portion, rounded down, the rest to party 0; what exceeds an account's lack
 * goes to the others by lack. All of it counts as each party's own repayment; no loan arises and none is returned.
 *
 * Law: `amount = toPrincipal`.
 * @throws {RangeError} if the amount is negative or exceeds {@link jointPrincipalNeed} (a caller bug: the waterfall bounds it).
 */
export function postJointPrincipal(accounts: readonly PrincipalAccount[], amountStroops: bigint): PrincipalPosting {
  requirePlaceable(amountStroops, jointPrincipalNeed(accounts))
  const byPortion = splitByPortion(
    amountStroops,
    accounts.map(({ portionBps }) => portionBps),
  )
  const first = accounts.map((account, party) => repay(account, min(byPortion[party] ?? 0n, lackStroops(account))))
  const left = amountStroops - (filled(first) - filled(accounts))
  const spilled = apportionByLack(first, left)
  return {
    accounts: first.map((account, party) => repay(account, spilled[party] ?? 0n)),
    toPrincipalStroops: amountStroops,
    returnedStroops: accounts.map(() => 0n),
  }
}

/** What returning a party's loans did with an amount. */
export type LoansReturned = {
  readonly accounts: readonly PrincipalAccount[]
  /** To the lenders' credits, by party index. */
  readonly returnedStroops: readonly bigint[]
  readonly leftStroops: bigint
}

/**
 * Returns a party's loans, oldest first, as far as the amount goes. What is returned counts as the party's own repayment.
 *
 * Law: `amount = sum(returned) + left`.
 */
export function returnLoans(
  accounts: readonly PrincipalAccount[],
  party: number,
  amountStroops: bigint,
): LoansReturned {
  const account = accountOf(accounts, party)
  const returnedStroops = accounts.map(() => 0n)
  const loans: HelpLoan[] = []
  let leftStroops = amountStroops
  for (const loan of account.loans) {
    const returned = min(leftStroops, loan.amountStroops)
    leftStroops -= returned
    returnedStroops[loan.lender] = (returnedStroops[loan.lender] ?? 0n) + returned
    if (returned < loan.amountStroops) loans.push({ ...loan, amountStroops: loan.amountStroops - returned })
  }
  const ownStroops = account.ownStroops + amountStroops - leftStroops
  return { accounts: accounts.with(party, { ...account, ownStroops, loans }), returnedStroops, leftStroops }
}

const filled = (accounts: readonly PrincipalAccount[]): bigint => sum(accounts.map((account) => account.filledStroops))

const repay = (account: PrincipalAccount, amountStroops: bigint): PrincipalAccount => ({
  ...account,
  filledStroops: account.filledStroops + amountStroops,
  ownStroops: account.ownStroops + amountStroops,
})

/**
 * A loan joins the borrower's newest one if that is of the same lender, or becomes the newest. A full list is merged per
 * lender first, in the order of each lender's oldest loan.
 */
function lend(account: PrincipalAccount, lender: number, amountStroops: bigint): PrincipalAccount {
  return {
    ...account,
    filledStroops: account.filledStroops + amountStroops,
    loans: withLoan(account.loans, { lender, amountStroops }),
  }
}

function withLoan(loans: readonly HelpLoan[], loan: HelpLoan): readonly HelpLoan[] {
  const newest = loans.at(-1)
  if (newest?.lender === loan.lender) return loans.with(-1, mergedLoan(newest, loan))
  return [...(loans.length === MAX_LOANS ? mergeByLender(loans) : loans), loan]
}

function mergeByLender(loans: readonly HelpLoan[]): HelpLoan[] {
  const byLender = new Map<number, HelpLoan>()
  for (const loan of loans) {
    const earlier = byLender.get(loan.lender)
    byLender.set(loan.lender, earlier ? mergedLoan(earlier, loan) : loan)
  }
  return [...byLender.values()]
}

const mergedLoan = ({ lender, amountStroops }: HelpLoan, newer: HelpLoan): HelpLoan => ({
  lender,
  amountStroops: amountStroops + newer.amountStroops,
})

const apportionByLack = (accounts: readonly PrincipalAccount[], amountStroops: bigint): bigint[] =>
  apportion(amountStroops, accounts.map(lackStroops))

function accountOf(accounts: readonly PrincipalAccount[], party: number): PrincipalAccount {
  const account = accounts[party]
  if (!account) throw new RangeError(`no party ${party} of ${accounts.length}`)
  return account
}

function requirePlaceable(amountStroops: bigint, needStroops: bigint): void {
  requireNotNegative('amountStroops', amountStroops)
  if (amountStroops > needStroops) throw new RangeError(`${amountStroops} of principal for a need of ${needStroops}`)
}
