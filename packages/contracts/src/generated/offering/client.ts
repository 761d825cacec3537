// Generated from the contract by `npm run contracts:build`. Do not edit.
import type { Receipt, OfferingError, Leaf, Links, Roles, State, Terms, Coupon, Buckets, Deposit, Period, Governance, RoleOffer, PartyAccount, PendingUpgrade, ContractEvent } from './types.ts';
import { Spec, Client as ContractClient } from '@stellar/stellar-sdk/contract';
import type { Result, AssembledTransaction, ClientOptions as ContractClientOptions, MethodOptions, ExternalExecutableRef } from '@stellar/stellar-sdk/contract';
import type { Address, xdr } from '@stellar/stellar-sdk';

export interface Client {
  /**
   * Pays a party's bills with money from anyone. The payer signs.
   */
  pay(args: { from: string | Address; party: number; amount: bigint }, options?: MethodOptions): Promise<AssembledTransaction<Result<Receipt, OfferingError>>>;
  /**
   * The bond's asset contract, from launch on.
   */
  bond(options?: MethodOptions): Promise<AssembledTransaction<string | null>>;
  /**
   * Calls the whole issue for the first pay date that leaves the notice; returns that date. Issuer or trustee signs.
   */
  call(args: { who: string | Address }, options?: MethodOptions): Promise<AssembledTransaction<Result<bigint, OfferingError>>>;
  /**
   * Who holds a role.
   */
  role(args: { role: string }, options?: MethodOptions): Promise<AssembledTransaction<string | null>>;
  /**
   * Pays one leaf of a coupon to its holder. Anyone may call it.
   */
  claim(args: { number: number; leaf: Leaf }, options?: MethodOptions): Promise<AssembledTransaction<Result<bigint, OfferingError>>>;
  /**
   * The contracts and the system that the offering is tied to.
   */
  links(options?: MethodOptions): Promise<AssembledTransaction<Links>>;
  /**
   * Stops new business. Administrator, trustee or a guardian signs.
   */
  pause(args: { who: string | Address }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, OfferingError>>>;
  /**
   * Who does what.
   */
  roles(options?: MethodOptions): Promise<AssembledTransaction<Roles>>;
  /**
   * Where the offering stands.
   */
  state(options?: MethodOptions): Promise<AssembledTransaction<State>>;
  /**
   * What is fixed at issue.
   */
  terms(options?: MethodOptions): Promise<AssembledTransaction<Terms>>;
  /**
   * A coupon by its number.
   */
  coupon(args: { number: number }, options?: MethodOptions): Promise<AssembledTransaction<Result<Coupon, OfferingError>>>;
  /**
   * Sells `amount` of bonds and returns what they cost. The investor signs.
   */
  invest(args: { investor: string | Address; amount: bigint }, options?: MethodOptions): Promise<AssembledTransaction<Result<bigint, OfferingError>>>;
  /**
   * Ties the bond's asset (its XDR) to the escrow and opens the sale: Draft -> Funding. The issuer signs. This
   * contract must be the administrator of the deployed asset contract, the issuer's three flags set, and the system
   * bound to this offering.
   */
  launch(args: { serialized_asset: Uint8Array }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, OfferingError>>>;
  /**
   * Closes the debt at the call date or the last pay time: Live or Defaulted -> Matured. Anyone may call it.
   */
  mature(options?: MethodOptions): Promise<AssembledTransaction<Result<null, OfferingError>>>;
  /**
   * Bonds ever minted.
   */
  minted(options?: MethodOptions): Promise<AssembledTransaction<bigint>>;
  /**
   * Whether new business is stopped.
   */
  paused(options?: MethodOptions): Promise<AssembledTransaction<boolean>>;
  /**
   * Redeems the whole balance of each holder, or pays that holder 0 and leaves the bonds. Anyone may call it.
   */
  redeem(args: { holders: Array<string | Address> }, options?: MethodOptions): Promise<AssembledTransaction<Result<Array<bigint>, OfferingError>>>;
  /**
   * Claws back the investor's bonds and pays the deposit, or does neither. Anyone may call it.
   */
  refund(args: { investor: string | Address }, options?: MethodOptions): Promise<AssembledTransaction<Result<bigint, OfferingError>>>;
  /**
   * Gives the works up after the long-stop date: Building -> Unwinding. Anyone may call it.
   */
  unwind(options?: MethodOptions): Promise<AssembledTransaction<Result<null, OfferingError>>>;
  /**
   * Whether somebody may hold bonds.
   */
  allowed(args: { who: string | Address }, options?: MethodOptions): Promise<AssembledTransaction<boolean>>;
  /**
   * What the escrow holds, by purpose.
   */
  buckets(options?: MethodOptions): Promise<AssembledTransaction<Buckets>>;
  /**
   * What a leaf was paid so far; `i128::MAX` when it was paid whole.
   */
  claimed(args: { number: number; index: number }, options?: MethodOptions): Promise<AssembledTransaction<bigint>>;
  /**
   * Pulls a party's whole collection account, pays its bills and runs the waterfall. Anyone may call it.
   */
  collect(args: { party: number }, options?: MethodOptions): Promise<AssembledTransaction<Result<Receipt, OfferingError>>>;
  /**
   * What an investor bought and paid during funding.
   */
  deposit(args: { investor: string | Address }, options?: MethodOptions): Promise<AssembledTransaction<Deposit>>;
  /**
   * Building -> Live. Works signs.
   */
  go_live(options?: MethodOptions): Promise<AssembledTransaction<Result<null, OfferingError>>>;
  /**
   * Brings what the previous build stored to the form of this one, once. Anyone may call it.
   */
  migrate(options?: MethodOptions): Promise<AssembledTransaction<Result<null, OfferingError>>>;
  /**
   * Authorizes the lines of allowed holders; says how many. Anyone may call it, once funding closed.
   */
  release(args: { holders: Array<string | Address> }, options?: MethodOptions): Promise<AssembledTransaction<Result<number, OfferingError>>>;
  /**
   * Puts the trustee in the place of a party that is in default with its bills. Anyone may call it.
   */
  step_in(args: { party: number }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, OfferingError>>>;
  /**
   * Lets new business go on. Administrator, trustee or a guardian signs.
   */
  unpause(args: { who: string | Address }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, OfferingError>>>;
  /**
   * Installs the announced code once its delay passed. The administrator signs.
   */
  upgrade(options?: MethodOptions): Promise<AssembledTransaction<Result<null, OfferingError>>>;
  /**
   * The version of this build.
   */
  version(options?: MethodOptions): Promise<AssembledTransaction<number>>;
  /**
   * Pays construction money out. Works signs.
   */
  disburse(args: { to: string | Address; amount: bigint }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, OfferingError>>>;
  /**
   * The coupon periods.
   */
  schedule(options?: MethodOptions): Promise<AssembledTransaction<Array<Period>>>;
  /**
   * The date it was called for.
   */
  call_date(options?: MethodOptions): Promise<AssembledTransaction<bigint | null>>;
  /**
   * Puts the owner back in place once the party's arrears are gone. Anyone may call it.
   */
  step_back(args: { party: number }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, OfferingError>>>;
  /**
   * Administrator, trustee, and the delay of upgrades in seconds.
   */
  governance(options?: MethodOptions): Promise<AssembledTransaction<Governance>>;
  /**
   * Offers a role to somebody, who has to accept it. Its holder signs; or administrator or trustee, and then it may
   * be accepted only after the upgrade delay, and the holder may cancel it.
   */
  offer_role(args: { who: string | Address; role: string; to: string | Address }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, OfferingError>>>;
  /**
   * Pays many leaves; one that cannot be paid gets 0 and blocks nobody. Anyone may call it.
   */
  pay_claims(args: { number: number; leaves: Array<Leaf> }, options?: MethodOptions): Promise<AssembledTransaction<Result<Array<bigint>, OfferingError>>>;
  /**
   * Pays for exports, at most what is due. The payer signs.
   */
  pay_export(args: { from: string | Address; amount: bigint }, options?: MethodOptions): Promise<AssembledTransaction<Result<Receipt, OfferingError>>>;
  /**
   * The open offer of a role.
   */
  role_offer(args: { role: string }, options?: MethodOptions): Promise<AssembledTransaction<RoleOffer | null>>;
  /**
   * Takes over a role. Who was offered it signs.
   */
  accept_role(args: { role: string }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, OfferingError>>>;
  /**
   * Sets money aside for a final coupon from its pay time on; again for arrears. Returns what was added. Anyone may
   * call it.
   */
  fund_coupon(args: { number: number }, options?: MethodOptions): Promise<AssembledTransaction<Result<bigint, OfferingError>>>;
  /**
   * Bonds minted and not clawed back.
   */
  outstanding(options?: MethodOptions): Promise<AssembledTransaction<bigint>>;
  /**
   * Puts somebody on the allow-list or takes them off. Compliance signs. After funding it also sets the line's
   * authorization, if there is a line.
   */
  set_allowed(args: { who: string | Address; allowed: boolean }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, OfferingError>>>;
  /**
   * Rejects a coupon that is not final. The trustee signs.
   */
  void_coupon(args: { number: number }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, OfferingError>>>;
  /**
   * What is left to disburse.
   */
  construction(options?: MethodOptions): Promise<AssembledTransaction<bigint>>;
  /**
   * Confirms a proposed coupon. Issuer or trustee signs, each once.
   */
  attest_coupon(args: { who: string | Address; number: number; root: Uint8Array }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, OfferingError>>>;
  /**
   * Ends funding: the issuer any time once the minimum is sold, anyone after the deadline. Funding -> Building, or
   * Refunding below the minimum.
   */
  close_funding(options?: MethodOptions): Promise<AssembledTransaction<Result<null, OfferingError>>>;
  /**
   * Everything about one party.
   */
  party_account(args: { party: number }, options?: MethodOptions): Promise<AssembledTransaction<Result<PartyAccount, OfferingError>>>;
  /**
   * Drops the announced code. Administrator or trustee signs.
   */
  cancel_upgrade(args: { who: string | Address }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, OfferingError>>>;
  /**
   * Principal that is owed and not passed through yet.
   */
  principal_left(options?: MethodOptions): Promise<AssembledTransaction<bigint>>;
  /**
   * Proposes coupon `number` after its record time. `besides` is what goes out besides interest: principal that is passed
   * through, or equity's share of the revenue. Issuer, trustee or operator signs.
   */
  propose_coupon(args: { who: string | Address; number: number; root: Uint8Array; total: bigint; leaf_count: number; unattributed: bigint; besides: bigint; record_ledger: number; snapshot_hash: Uint8Array }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, OfferingError>>>;
  /**
   * Replaces a party's collection account. The trustee signs.
   */
  set_collection(args: { party: number; account: string | Address }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, OfferingError>>>;
  /**
   * Live -> Defaulted, when a coupon or the principal is short for longer than the grace. Anyone may call it.
   */
  declare_default(options?: MethodOptions): Promise<AssembledTransaction<Result<null, OfferingError>>>;
  /**
   * Pays operations money to the operator, who signs.
   */
  draw_operations(args: { amount: bigint }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, OfferingError>>>;
  /**
   * The announced code.
   */
  pending_upgrade(options?: MethodOptions): Promise<AssembledTransaction<PendingUpgrade | null>>;
  /**
   * Announces new code by its hash; a later announcement replaces it. The administrator signs.
   */
  propose_upgrade(args: { wasm_hash: Uint8Array }, options?: MethodOptions): Promise<AssembledTransaction<void>>;
  /**
   * What the coupon bucket lacks now: arrears and the whole coupon of the running period.
   */
  required_coupon(options?: MethodOptions): Promise<AssembledTransaction<Result<bigint, OfferingError>>>;
  /**
   * Hands unclaimed money to who keeps it for its owners, when the terms' time has passed. Anyone may call it.
   */
  sweep_unclaimed(options?: MethodOptions): Promise<AssembledTransaction<Result<bigint, OfferingError>>>;
  /**
   * Pays a party's credit to its owner, who signs; after maturity only.
   */
  withdraw_credit(args: { party: number; amount: bigint }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, OfferingError>>>;
  /**
   * Withdraws an offer. The role's holder or who offered it signs.
   */
  cancel_role_offer(args: { who: string | Address; role: string }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, OfferingError>>>;
}

export class Client extends ContractClient {
  constructor(options: ContractClientOptions) {
    super(
      new Spec(["AAAABAAAAERDb2RlcyBhcmUgcGFydCBvZiB0aGUgcHVibGljIGludGVyZmFjZTogbmV2ZXIgcmVudW1iZXIsIG5ldmVyIHJldXNlLgAAAAAAAAANT2ZmZXJpbmdFcnJvcgAAAAAAAD0AAABhV2hvIG1heSBjYWxsIHdoYXQsIGFuZCB3aGVuLCBzdGFydHMgYXQgNDAwMC4gVGhlIHNpZ25lciBob2xkcyBub25lIG9mIHRoZSByb2xlcyB0aGF0IG1heSBkbyB0aGlzLgAAAAAAAAxOb3RQZXJtaXR0ZWQAAA+gAAAAOFRoZSBvZmZlcmluZyBpcyBpbiBhIHN0YXRlIGluIHdoaWNoIHRoaXMgY2Fubm90IGJlIGRvbmUuAAAACldyb25nU3RhdGUAAAAAD6EAAAAUTmV3IG1vbmV5IGlzIHBhdXNlZC4AAAAGUGF1c2VkAAAAAA+iAAAAclN0ZXBwaW5nIGluOiB0aGUgcGFydHkgaXMgbm90IGluIGRlZmF1bHQsIHRoZSB0cnVzdGVlIGlzIGluIGl0cyBwbGFjZSwgb3IgdGhlIGRlYnQgaXMgY2xvc2VkLiBCYWNrOiB0aGUgb3RoZXIgd2F5LgAAAAAACE5vU3RlcEluAAAPowAAACJUaGVyZSBpcyBubyBwYXJ0eSB3aXRoIHRoYXQgaW5kZXguAAAAAAAMVW5rbm93blBhcnR5AAAPpAAAABtUaGUgYW1vdW50IGlzIG5vdCBwb3NpdGl2ZS4AAAAACUJhZEFtb3VudAAAAAAAD6UAAAAgVGhlIGJ1Y2tldCBob2xkcyBsZXNzIHRoYW4gdGhhdC4AAAAOQnVja2V0VG9vU21hbGwAAAAAD6YAAAAfQSBwcm9kdWN0IG9yIGEgc3VtIGxlZnQgYGkxMjhgLgAAAAAIT3ZlcmZsb3cAAA+nAAAATUEgdG9rZW4gdHJhbnNmZXIgd2FzIHJlZnVzZWQ6IGJhbGFuY2UsIGFsbG93YW5jZSwgdHJ1c3RsaW5lIG9yIGF1dGhvcml6YXRpb24uAAAAAAAAD1RyYW5zZmVyUmVmdXNlZAAAAA+oAAAAX1Rlcm1zIGFuZCBsYXVuY2ggc3RhcnQgYXQgNDAyMC4gVGhlIGFtb3VudHMsIHJhdGVzIG9yIHJvbGVzIG9mIHRoZSB0ZXJtcyBjb250cmFkaWN0IGVhY2ggb3RoZXIuAAAAAAhCYWRUZXJtcwAAD7QAAABdVGhlIHBlcmlvZHMgYXJlIG5vdCBjb250aWd1b3VzIGFuZCBhc2NlbmRpbmcsIHRvbyBtYW55LCBvciB0b28gc2hvcnQgZm9yIHRoZSBjaGFsbGVuZ2UgZGVsYXkuAAAAAAAAC0JhZFNjaGVkdWxlAAAAD7UAAABUQ29sbGVjdGlvbiBhY2NvdW50czogbm9uZSwgbW9yZSB0aGFuIDE2LCBub3Qgb25lIGEgcGFydHksIG9yIHRoZSBzYW1lIGFjY291bnQgdHdpY2UuAAAADkJhZENvbGxlY3Rpb25zAAAAAA+2AAAAPFRoZSBzZXR0bGVtZW50IHRva2VuIGlzIG5vdCBhIFN0ZWxsYXIgYXNzZXQgd2l0aCA3IGRlY2ltYWxzLgAAAA1CYWRTZXR0bGVtZW50AAAAAAAPtwAAAFVUaGUgYm9uZCdzIGFzc2V0IGNvbnRyYWN0IGlzIG5vdCBkZXBsb3llZCwgb3IgdGhpcyBjb250cmFjdCBpcyBub3QgaXRzIGFkbWluaXN0cmF0b3IuAAAAAAAADE5vdEJvbmRBZG1pbgAAD7gAAABWVGhlIGJvbmQncyBpc3N1ZXIgaGFzIG5vdCBzZXQgQVVUSF9SRVFVSVJFRCwgQVVUSF9SRVZPQ0FCTEUgYW5kIEFVVEhfQ0xBV0JBQ0tfRU5BQkxFRC4AAAAAAAxCYWRCb25kRmxhZ3MAAA+5AAAAN1RoZSByZWdpc3RyeSBoYXMgbm90IGJvdW5kIHRoZSBzeXN0ZW0gdG8gdGhpcyBvZmZlcmluZy4AAAAACE5vdEJvdW5kAAAPugAAAD5GdW5kaW5nIHN0YXJ0cyBhdCA0MDQwLiBUaGUgaW52ZXN0b3IgaXMgbm90IG9uIHRoZSBhbGxvdy1saXN0LgAAAAAACk5vdEFsbG93ZWQAAAAAD8gAAAAgVGhlIGZ1bmRpbmcgZGVhZGxpbmUgaGFzIHBhc3NlZC4AAAALRnVuZGluZ092ZXIAAAAPyQAAAEZUaGUgZnVuZGluZyBkZWFkbGluZSBoYXMgbm90IHBhc3NlZCBhbmQgbGVzcyB0aGFuIHRoZSBtaW5pbXVtIGlzIHNvbGQuAAAAAAARTWluaW11bU5vdFJlYWNoZWQAAAAAAA/KAAAAGkJlbG93IHRoZSBzbWFsbGVzdCB0aWNrZXQuAAAAAAAOQmVsb3dNaW5UaWNrZXQAAAAAD8sAAAA1VGhlIGludmVzdG9yIHdvdWxkIGhvbGQgbW9yZSB0aGFuIHRoZSBsYXJnZXN0IHRpY2tldC4AAAAAAAAOQWJvdmVNYXhUaWNrZXQAAAAAD8wAAAAjTm90IGEgbXVsdGlwbGUgb2YgdGhlIGRlbm9taW5hdGlvbi4AAAAAD09mZkRlbm9taW5hdGlvbgAAAA/NAAAAH01vcmUgdGhhbiB3aGF0IGlzIGxlZnQgdG8gc2VsbC4AAAAAB092ZXJDYXAAAAAPzgAAABxUaGUgaW52ZXN0b3IgaGFzIG5vIGRlcG9zaXQuAAAAEE5vdGhpbmdEZXBvc2l0ZWQAAA/PAAAAUFRoZSBib25kcyBjb3VsZCBub3QgYmUgY2xhd2VkIGJhY2sgb3IgdGhlIGRlcG9zaXQgbm90IGJlIHBhaWQ6IG5laXRoZXIgaGFwcGVuZWQuAAAADVJlZnVuZEJsb2NrZWQAAAAAAA/QAAAAV1BheW1lbnRzIHN0YXJ0IGF0IDQwNjAuIFRoZSBjb2xsZWN0aW9uIGFjY291bnQgaXMgZW1wdHkgYW5kIG5vIGNyZWRpdCBjb3VsZCBwYXkgYSBiaWxsLgAAAAAQTm90aGluZ1RvQ29sbGVjdAAAD9wAAAAnTW9yZSB0aGFuIHRoZSB1dGlsaXR5IG93ZXMgZm9yIGV4cG9ydHMuAAAAABBFeGNlZWRzRXhwb3J0RHVlAAAP3QAAAD5UaGUgZW5lcmd5IGNvbnRyYWN0IGFwcGxpZWQgYW5vdGhlciBhbW91bnQgdGhhbiBpdCBjb3VsZCBoYXZlLgAAAAAADkVuZXJneU1pc21hdGNoAAAAAA/eAAAAO0NvdXBvbnMgc3RhcnQgYXQgNDA4MC4gVGhlcmUgaXMgbm8gY291cG9uIHdpdGggdGhhdCBudW1iZXIuAAAAAA1Vbmtub3duQ291cG9uAAAAAAAP8AAAAD5Db3Vwb25zIGFyZSBwcm9wb3NlZCBpbiBvcmRlciwgZWFjaCBvbmNlIHVubGVzcyBpdCB3YXMgdm9pZGVkLgAAAAAAEENvdXBvbk91dE9mT3JkZXIAAA/xAAAALVRoZSByZWNvcmQgdGltZSBvZiB0aGUgcGVyaW9kIGhhcyBub3QgcGFzc2VkLgAAAAAAAAxCZWZvcmVSZWNvcmQAAA/yAAAANlRoZSBvZmZlcmluZyB3YXMgY2FsbGVkIGZvciBhIGRhdGUgYmVmb3JlIHRoYXQgY291cG9uLgAAAAAADUFmdGVyQ2FsbERhdGUAAAAAAA/zAAAAXFRvdGFsLCBsZWFmIGNvdW50IGFuZCB1bmF0dHJpYnV0ZWQgdW5pdHMgZG8gbm90IGFkZCB1cCB0byB0aGUgY291cG9uIG9mIHdoYXQgaXMgb3V0c3RhbmRpbmcuAAAAD1Vuc291bmRQcm9wb3NhbAAAAA/0AAAAI0Fub3RoZXIgcm9vdCB0aGFuIHRoZSBwcm9wb3NlZCBvbmUuAAAAAAlXcm9uZ1Jvb3QAAAAAAA/1AAAAH1RoYXQgcm9sZSBoYXMgYXR0ZXN0ZWQgYWxyZWFkeS4AAAAAD0FscmVhZHlBdHRlc3RlZAAAAA/2AAAAFlRoZSBjb3Vwb24gd2FzIHZvaWRlZC4AAAAAAAxDb3Vwb25Wb2lkZWQAAA/3AAAAMVRoZSBjb3Vwb24gaXMgZmluYWw6IG5vYm9keSBjYW4gdm9pZCBpdCBhbnkgbW9yZS4AAAAAAAALQ291cG9uRmluYWwAAAAP+AAAAD9BdHRlc3RhdGlvbnMgYXJlIG1pc3Npbmcgb3IgdGhlIGNoYWxsZW5nZSBkZWxheSBoYXMgbm90IHBhc3NlZC4AAAAADkNvdXBvbk5vdEZpbmFsAAAAAA/5AAAAGlRoZSBwYXkgdGltZSBoYXMgbm90IGNvbWUuAAAAAAAJQmVmb3JlUGF5AAAAAAAP+gAAADVBbiBlYXJsaWVyIGNvdXBvbiBpcyBzdGlsbCBzaG9ydDogYXJyZWFycyBjb21lIGZpcnN0LgAAAAAAABJFYXJsaWVyQ291cG9uU2hvcnQAAAAAD/sAAAAdVGhlIGNvdXBvbiBpcyBmdW5kZWQgaW4gZnVsbC4AAAAAAAANQWxyZWFkeUZ1bmRlZAAAAAAAD/wAAAA5TmVpdGhlciB0aGUgY291cG9uIGJ1Y2tldCBub3IgdGhlIHJlc2VydmUgaG9sZHMgYW55dGhpbmcuAAAAAAAADU5vdGhpbmdUb0Z1bmQAAAAAAA/9AAAALVRoZSBwcm9vZiBkb2VzIG5vdCBsZWFkIHRvIHRoZSBjb3Vwb24ncyByb290LgAAAAAAAAhCYWRQcm9vZgAAD/4AAAAyVGhlIGxlYWYgaGFzIGJlZW4gcGFpZCB3aGF0IGl0IGNhbiBiZSBwYWlkIHNvIGZhci4AAAAAAA5Ob3RoaW5nVG9DbGFpbQAAAAAP/wAAADNUaGUgZW5kIHN0YXJ0cyBhdCA0MTEwLiBBIGNhbGwgZGF0ZSBpcyBzZXQgYWxyZWFkeS4AAAAADUFscmVhZHlDYWxsZWQAAAAAABAOAAAATE5vIHBheSBkYXRlIG9mIHRoZSBzY2hlZHVsZSBpcyBsYXRlIGVub3VnaCBmb3IgdGhlIG5vdGljZSwgb3IgaXQgaXMgbm8gYm9uZC4AAAAKTm9DYWxsRGF0ZQAAAAAQDwAAAFdQcmluY2lwYWwgYW5kIHJlc2VydmUgZG8gbm90IGNvdmVyIHdoYXQgaXMgb3V0c3RhbmRpbmcgYW5kIHRoZSBjb3Vwb25zIHVwIHRvIHRoYXQgZGF0ZS4AAAAACk5vdENvdmVyZWQAAAAAEBAAAAA1TmVpdGhlciB0aGUgY2FsbCBkYXRlIG5vciB0aGUgbGFzdCBwYXkgdGltZSBoYXMgY29tZS4AAAAAAAAOQmVmb3JlTWF0dXJpdHkAAAAAEBEAAAA4QSBjb3Vwb24gdGhhdCBpcyBkdWUgaXMgbm90IGZpbmFsIG9yIG5vdCBmdW5kZWQgaW4gZnVsbC4AAAASQ291cG9uc091dHN0YW5kaW5nAAAAABASAAAARk5laXRoZXIgYSBjb3Vwb24gbm9yIHRoZSBwcmluY2lwYWwgaXMgc2hvcnQgZm9yIGxvbmdlciB0aGFuIHRoZSBncmFjZS4AAAAAAAxOb3RJbkRlZmF1bHQAABATAAAAIFRoZSBsb25nLXN0b3AgZGF0ZSBoYXMgbm90IGNvbWUuAAAADkJlZm9yZUxvbmdTdG9wAAAAABAUAAAAPFRoZSB0aW1lIGZvciBjbGFpbXMgaGFzIG5vdCBwYXNzZWQsIG9yIG5vdGhpbmcgaXMgdW5jbGFpbWVkLgAAABBOb3RoaW5nVW5jbGFpbWVkAAAQFQAAAFxQcmluY2lwYWwsIG9yIGEgc2hhcmUgb2YgcmV2ZW51ZSwgdGhhdCB0aGUgdGVybXMgZG8gbm90IHBheSBvdXQgb3IgdGhlIGJ1Y2tldCBkb2VzIG5vdCBob2xkLgAAAAxCYWRQcmluY2lwYWwAABAWAAAANEdvdmVybmFuY2Ugc3RhcnRzIGF0IDQxODAuIFRoZSByb2xlIGlzIG5vdCBvbiBvZmZlci4AAAALTm9Sb2xlT2ZmZXIAAAAQVAAAAClUaGUgY2FsbGVyIG1heSBuZWl0aGVyIHBhdXNlIG5vciB1bnBhdXNlLgAAAAAAAAtOb3RHdWFyZGlhbgAAABBWAAAAFlRoZXJlIGlzIG5vIHN1Y2ggcm9sZS4AAAAAAAtVbmtub3duUm9sZQAAABBXAAAAKlNvbWVib2R5IGVsc2UncyBvZmZlciBvZiB0aGUgcm9sZSBpcyBvcGVuLgAAAAAADE9mZmVyUGVuZGluZwAAEFkAAAAdVGhlIGRlbGF5IGhhcyBub3QgcGFzc2VkIHlldC4AAAAAAAAIVG9vRWFybHkAABBaAAAAME5vIHVwZ3JhZGUgaXMgYW5ub3VuY2VkLCBvciBpdHMgdGltZSBoYXMgcGFzc2VkLgAAAAlOb1VwZ3JhZGUAAAAAABBbAAAAJlRoZSBzdG9yYWdlIGlzIGFzIHRoaXMgYnVpbGQgbmVlZHMgaXQuAAAAAAAQTm90aGluZ1RvTWlncmF0ZQAAEFwAAABRQWRtaW5pc3RyYXRvciBhbmQgdHJ1c3RlZSBhcmUgdHdvLCBhbmQgdGhlIHVwZ3JhZGUgZGVsYXkgaXMgMzAgZGF5cyB0byB0d28geWVhcnMuAAAAAAAADUJhZEdvdmVybmFuY2UAAAAAABBd", "AAAAAgAAAA1XaGF0IGlzIHNvbGQuAAAAAAAAAAAAAARLaW5kAAAAAwAAAAAAAAAuUHJpbmNpcGFsLCBhbmQgaW50ZXJlc3Qgb24gd2hhdCBpcyBsZWZ0IG9mIGl0LgAAAAAABEJvbmQAAAAAAAAANEEgc2hhcmUgb2YgdGhlIHJldmVudWUgYnkgcmVjb3JkIGRhdGU7IG5vIHByaW5jaXBhbC4AAAAGRXF1aXR5AAAAAAAAAAAAFE5vdGhpbmcgaXMgcmV0dXJuZWQuAAAACERvbmF0aW9u", "AAAAAQAAACxBIGhvbGRlcidzIGxpbmUgaW4gYSBjb3Vwb24sIHdpdGggaXRzIHByb29mLgAAAAAAAAAETGVhZgAAAAQAAAAAAAAABmFtb3VudAAAAAAACwAAAAAAAAAGaG9sZGVyAAAAAAATAAAAHVBvc2l0aW9uIGluIHRoZSB0cmVlLCBmcm9tIDAuAAAAAAAABWluZGV4AAAAAAAABAAAABpTaWJsaW5ncyBmcm9tIHRoZSBsZWFmIHVwLgAAAAAABXByb29mAAAAAAAD6gAAA+4AAAAg", "AAAAAQAAAD1XaGF0IGEgYm9ycm93ZXIgb3dlcyB0byBhIGxlbmRlciwgYm90aCBwYXJ0aWVzIG9mIHRoZSBzeXN0ZW0uAAAAAAAAAAAAAARMb2FuAAAAAgAAABlXaGF0IGlzIG5vdCByZXR1cm5lZCB5ZXQuAAAAAAAABmFtb3VudAAAAAAACwAAAB1JbmRleCBvZiB0aGUgcGFydHkgdGhhdCBsZW50LgAAAAAAAAZsZW5kZXIAAAAAAAQ=", "AAAAAQAAAA5XaG8gZG9lcyB3aGF0LgAAAAAAAAAAAAVSb2xlcwAAAAAAAAUAAAAVS2VlcHMgdGhlIGFsbG93LWxpc3QuAAAAAAAACmNvbXBsaWFuY2UAAAAAABMAAABIVGhlIG11bmljaXBhbGl0eTogbGF1bmNoZXMsIGNsb3NlcywgcHJvcG9zZXMgYW5kIGF0dGVzdHMgY291cG9ucywgY2FsbHMuAAAABmlzc3VlcgAAAAAAEwAAADFQcm9wb3NlcyBjb3Vwb25zLCByZWNlaXZlcyB0aGUgb3BlcmF0aW9ucyBidWRnZXQuAAAAAAAACG9wZXJhdG9yAAAAEwAAAFVUaGUgYm9uZGhvbGRlcnMnIHRydXN0ZWU6IGF0dGVzdHMgYW5kIHZvaWRzIGNvdXBvbnMsIGNhbGxzLCBzZXRzIGNvbGxlY3Rpb24gYWNjb3VudHMuAAAAAAAAB3RydXN0ZWUAAAAAEwAAAFFXaG8gZGlzYnVyc2VzIGFuZCBhbm5vdW5jZXMgYGdvX2xpdmVgOiB0aGUgdGVuZGVyIGNvbnRyYWN0LCBvciBpdHMgYWRtaW5pc3RyYXRvci4AAAAAAAAFd29ya3MAAAAAAAAT", "AAAAAgAAAEdXaGVyZSBhbiBvZmZlcmluZyBzdGFuZHMuIFNlZSB0aGUgZGlhZ3JhbSBpbiB0aGUgY3JhdGUncyBkb2N1bWVudGF0aW9uLgAAAAAAAAAABVN0YXRlAAAAAAAACQAAAAAAAAA0Q29uc3RydWN0ZWQ7IHRoZSBib25kJ3MgYXNzZXQgaXMgbm90IHRpZWQgdG8gaXQgeWV0LgAAAAVEcmFmdAAAAAAAAAAAAAAhQm9uZHMgYXJlIHNvbGQ7IHRoZXkgY2Fubm90IG1vdmUuAAAAAAAAB0Z1bmRpbmcAAAAAAAAAAClUaGUgbWluaW11bSB3YXMgbWlzc2VkOyBkZXBvc2l0cyBnbyBiYWNrLgAAAAAAAAlSZWZ1bmRpbmcAAAAAAAAAAAAAJkNsb3NlZDsgdGhlIHByb2NlZWRzIGJ1aWxkIHRoZSBzeXN0ZW0uAAAAAAAIQnVpbGRpbmcAAAAAAAAAPVRoZSB3b3JrcyB0b29rIHRvbyBsb25nOiB3aGF0IGlzIHVuc3BlbnQgZ29lcyB0byB0aGUgaG9sZGVycy4AAAAAAAAJVW53aW5kaW5nAAAAAAAAAAAAABRUaGUgc3lzdGVtIHByb2R1Y2VzLgAAAARMaXZlAAAAAAAAAFZBIGNvdXBvbiBvciB0aGUgcHJpbmNpcGFsIHN0YXllZCBzaG9ydDogcHJpbmNpcGFsIGlzIHBhc3NlZCB0aHJvdWdoIHVudGlsIGFsbCBpcyBwYWlkLgAAAAAACURlZmF1bHRlZAAAAAAAAAAAAAAnVGhlIGRlYnQgaXMgY2xvc2VkOyBib25kcyBhcmUgcmVkZWVtZWQuAAAAAAdNYXR1cmVkAAAAAAAAAAAZTm90aGluZyBpcyBvd2VkIGFueSBtb3JlLgAAAAAAAAZDbG9zZWQAAA==", "AAAAAQAAABdXaGF0IGlzIGZpeGVkIGF0IGlzc3VlLgAAAAAAAAAABVRlcm1zAAAAAAAAGgAAAEBBdHRlc3RhdGlvbnMgdGhhdCBhIGNvdXBvbiBuZWVkczogMSBvciAyLCBvZiBpc3N1ZXIgYW5kIHRydXN0ZWUuAAAADGF0dGVzdGF0aW9ucwAAAAQAAAAuU2Vjb25kcyBiZXR3ZWVuIGEgY2FsbCBhbmQgaXRzIGRhdGUsIGF0IGxlYXN0LgAAAAAAC2NhbGxfbm90aWNlAAAAAAYAAAATQm9uZHMgc29sZCBhdCBtb3N0LgAAAAADY2FwAAAAAAsAAAAjQ291cG9uIG1vbmV5IHRoYXQgdGhlIHByb2NlZWRzIHBheS4AAAAAFGNhcGl0YWxpemVkX2ludGVyZXN0AAAACwAAAEJTZWNvbmRzIGJldHdlZW4gYSBjb3Vwb24ncyBwcm9wb3NhbCBhbmQgaXRzIGJlaW5nIGZpbmFsLCBhdCBsZWFzdC4AAAAAAA9jaGFsbGVuZ2VfZGVsYXkAAAAABgAAAFJTZWNvbmRzIGZvciB3aGljaCBhIGNvdXBvbiBvciB0aGUgcHJpbmNpcGFsIG1heSBiZSBzaG9ydCBiZWZvcmUgdGhhdCBpcyBhIGRlZmF1bHQuAAAAAAANZGVmYXVsdF9ncmFjZQAAAAAAAAYAAAAkQm9uZHMgYXJlIHNvbGQgaW4gbXVsdGlwbGVzIG9mIHRoaXMuAAAADGRlbm9taW5hdGlvbgAAAAsAAAAhSGFzaCBvZiB0aGUgb2ZmZXJpbmcncyBkb2N1bWVudHMuAAAAAAAADmRvY3VtZW50c19oYXNoAAAAAAPuAAAAIAAAACRGcm9tIHRoaXMgdGltZSBvbiBub2JvZHkgY2FuIGludmVzdC4AAAAQZnVuZGluZ19kZWFkbGluZQAAAAYAAAANV2hhdCBpcyBzb2xkLgAAAAAAAARraW5kAAAH0AAAAARLaW5kAAAAOkZyb20gdGhpcyB0aW1lIG9uIHdvcmtzIHRoYXQgYXJlIG5vdCBsaXZlIGNhbiBiZSBnaXZlbiB1cC4AAAAAAAlsb25nX3N0b3AAAAAAAAAGAAAAJkJvbmRzIGJvdWdodCBieSBvbmUgaW52ZXN0b3IsIGF0IG1vc3QuAAAAAAAKbWF4X3RpY2tldAAAAAAACwAAACBCb25kcyBvZiBvbmUgcHVyY2hhc2UsIGF0IGxlYXN0LgAAAAptaW5fdGlja2V0AAAAAAALAAAAJUJvbmRzIHRvIGJlIHNvbGQsIG9yIGFsbCBpcyByZWZ1bmRlZC4AAAAAAAAHbWluaW11bQAAAAALAAAAN09wZXJhdGlvbnMgdGFrZSB0aGlzIG11Y2ggb2YgYSBwZXJpb2QncyByZXZlbnVlLCBmaXJzdC4AAAAAEW9wZXJhdGlvbnNfYnVkZ2V0AAAAAAAACwAAACNJc3N1ZSBwcmljZSBpbiBiYXNpcyBwb2ludHMgb2YgcGFyLgAAAAAJcHJpY2VfYnBzAAAAAAAABAAAABhIb3cgcHJpbmNpcGFsIGlzIHJlcGFpZC4AAAAJcHJpbmNpcGFsAAAAAAAH0AAAAAlQcmluY2lwYWwAAAAAAAAlQ291cG9uIGluIGJhc2lzIHBvaW50cyBvZiBwYXIgYSB5ZWFyLgAAAAAAAAhyYXRlX2JwcwAAAAQAAAAeVGhlIHJlbmV3YWwgcmVzZXJ2ZSB3aGVuIGZ1bGwuAAAAAAATcmVuZXdhbF9yZXF1aXJlbWVudAAAAAALAAAAJVdoYXQgb2YgdGhlIHJlc2VydmUgdGhlIHByb2NlZWRzIHBheS4AAAAAAAAVcmVzZXJ2ZV9mcm9tX3Byb2NlZWRzAAAAAAAACwAAACNUaGUgZGVidCBzZXJ2aWNlIHJlc2VydmUgd2hlbiBmdWxsLgAAAAATcmVzZXJ2ZV9yZXF1aXJlbWVudAAAAAALAAAAIFRoZSBzdGFibGVjb2luJ3MgYXNzZXQgY29udHJhY3QuAAAACnNldHRsZW1lbnQAAAAAABMAAABHT2YgZXF1aXR5OiBiYXNpcyBwb2ludHMgb2Ygd2hhdCBvcGVyYXRpb25zIGxlYXZlIHRoYXQgYXJlIHRoZSBob2xkZXJzJy4AAAAACXNoYXJlX2JwcwAAAAAAAAQAAABFU2Vjb25kcyBhZnRlciB0aGUgZW5kIGZyb20gd2hpY2ggb24gdW5jbGFpbWVkIG1vbmV5IGNhbiBiZSBoYW5kZWQgb24uAAAAAAAAD3VuY2xhaW1lZF9hZnRlcgAAAAAGAAAAKVdobyBrZWVwcyB1bmNsYWltZWQgbW9uZXkgZm9yIGl0cyBvd25lcnMuAAAAAAAADHVuY2xhaW1lZF90bwAAABMAAAAeU2Vjb25kcyB0aGF0IGFuIHVwZ3JhZGUgd2FpdHMuAAAAAAANdXBncmFkZV9kZWxheQAAAAAAAAY=", "AAAAAQAAAEdPbmUgY291cG9uOiB3aGF0IHdhcyBwcm9wb3NlZCwgd2hvIGF0dGVzdGVkIGl0LCBhbmQgd2hhdCBoYXMgYmVlbiBwYWlkLgAAAAAAAAAABkNvdXBvbgAAAAAADgAAAA1XaG8gYXR0ZXN0ZWQuAAAAAAAAC2F0dGVzdGVkX2J5AAAAA+oAAAATAAAAYFdoZXRoZXIgd2hhdCBub2JvZHkgY2FuIGNsYWltIHdhcyB0YWtlbiBvZmYgdGhlIGNvdXBvbiBuZWVkLiBEb25lIG9uY2UsIHdoZW4gaXQgaXMgZmlyc3QgZnVuZGVkLgAAAA1kdXN0X3JlbGVhc2VkAAAAAAAAAQAAABFTZXQgYXNpZGUgc28gZmFyLgAAAAAAAAZmdW5kZWQAAAAAAAsAAAAAAAAACmxlYWZfY291bnQAAAAAAAQAAAAPQ2xhaW1lZCBzbyBmYXIuAAAAAARwYWlkAAAACwAAAB1XaGF0IG9mIGB3aG9sZWAgaXMgcHJpbmNpcGFsLgAAAAAAAAlwcmluY2lwYWwAAAAAAAALAAAAAAAAAAtwcm9wb3NlZF9hdAAAAAAGAAAAG1RoZSBsZWRnZXIgb2YgdGhlIHNuYXBzaG90LgAAAAANcmVjb3JkX2xlZGdlcgAAAAAAAAQAAAAVUm9vdCBvdmVyIHRoZSBsZWF2ZXMuAAAAAAAABHJvb3QAAAPuAAAAIAAAADJIYXNoIG9mIHRoZSBzbmFwc2hvdCB0aGF0IGV2ZXJ5Ym9keSBjYW4gcmVjb21wdXRlLgAAAAAADXNuYXBzaG90X2hhc2gAAAAAAAPuAAAAIAAAABJTdW0gb2YgdGhlIGxlYXZlcy4AAAAAAAV0b3RhbAAAAAAAAAsAAAAsVW5pdHMgdGhhdCBhcmUgYnVybnQgb3IgaGF2ZSBubyBrbm93biBvd25lci4AAAAMdW5hdHRyaWJ1dGVkAAAACwAAAAAAAAAGdm9pZGVkAAAAAAABAAAAHFdoYXQgYWxsIHVuaXRzIHRvZ2V0aGVyIGdldC4AAAAFd2hvbGUAAAAAAAAL", "AAAAAQAAAFhPbmUgY291cG9uIHBlcmlvZC4gYHN0YXJ0IDwgcmVjb3JkIDwgcGF5YDsgdGhlIG5leHQgcGVyaW9kIHN0YXJ0cyB3aGVuIHRoaXMgb25lIGlzIHBhaWQuAAAAAAAAAAZQZXJpb2QAAAAAAAUAAAAiRGF5cyBvZiBpdHMgeWVhciwgMzYwIGZvciBleGFtcGxlLgAAAAAABWJhc2lzAAAAAAAABAAAAB1EYXlzIGJ5IHRoZSBib25kJ3MgZGF5IGNvdW50LgAAAAAAAARkYXlzAAAABAAAABdXaGVuIHRoZSBjb3Vwb24gaXMgZHVlLgAAAAADcGF5AAAAAAYAAABRV2hvIGhvbGRzIGJvbmRzIGluIHRoZSBsYXN0IGxlZGdlciBjbG9zZWQgYXQgb3IgYmVmb3JlIHRoaXMgdGltZSBnZXRzIHRoZSBjb3Vwb24uAAAAAAAABnJlY29yZAAAAAAABgAAABhJbnRlcmVzdCBydW5zIGZyb20gaGVyZS4AAAAFc3RhcnQAAAAAAAAG", "AAAAAQAAAFxXaGF0IHRoZSBlc2Nyb3cgaG9sZHMsIGJ5IHB1cnBvc2UuIFRoZSBzdW0gaXMgd2hhdCBpdCBtdXN0IGhvbGQ7IGBiYWxhbmNlKClgIGlzIG5ldmVyIGFza2VkLgAAAAAAAAAHQnVja2V0cwAAAAALAAAAHlRvIGJlIGRpc2J1cnNlZCBmb3IgdGhlIHdvcmtzLgAAAAAADGNvbnN0cnVjdGlvbgAAAAsAAAAURm9yIGNvdXBvbnMgdG8gY29tZS4AAAAGY291cG9uAAAAAAALAAAAJU1vdmVkIHRvIGNvdXBvbnMgYW5kIG5vdCBjbGFpbWVkIHlldC4AAAAAAAARY291cG9uc191bmNsYWltZWQAAAAAAAALAAAAJVdoYXQgYmVsb25ncyB0byBlYWNoIHBhcnR5LCBieSBpbmRleC4AAAAAAAAHY3JlZGl0cwAAAAPqAAAACwAAAC5EZXBvc2l0cyBvZiBpbnZlc3RvcnMgdW50aWwgY2xvc2luZyBvciByZWZ1bmQuAAAAAAAIZGVwb3NpdHMAAAALAAAAU0V4cG9ydCBtb25leSBub3QgYXBwbGllZCB5ZXQ7IGFsd2F5cyAwLCBzaW5jZSBubyBtb3JlIHRoYW4gdGhlIGV4cG9ydCBkdWUgaXMgdGFrZW4uAAAAAA1leHBvcnRfY3JlZGl0AAAAAAAACwAAABxUbyBiZSBkcmF3biBieSB0aGUgb3BlcmF0b3IuAAAACm9wZXJhdGlvbnMAAAAAAAsAAAANU2lua2luZyBmdW5kLgAAAAAAAAlwcmluY2lwYWwAAAAAAAALAAAAR1NldCBhc2lkZSBmb3IgdGhlIGhvbGRlcnMgYXQgbWF0dXJpdHksIG9yIHdoZW4gdGhlIHdvcmtzIHdlcmUgZ2l2ZW4gdXAuAAAAAApyZWRlbXB0aW9uAAAAAAALAAAAEFJlbmV3YWwgcmVzZXJ2ZS4AAAAHcmVuZXdhbAAAAAALAAAAFURlYnQgc2VydmljZSByZXNlcnZlLgAAAAAAAAdyZXNlcnZlAAAAAAs=", "AAAAAQAAADBXaGF0IGFuIGludmVzdG9yIGJvdWdodCBhbmQgcGFpZCBkdXJpbmcgZnVuZGluZy4AAAAAAAAAB0RlcG9zaXQAAAAAAgAAAAZCb25kcy4AAAAAAAVib25kcwAAAAAAAAsAAAALU3RhYmxlY29pbi4AAAAABHBhaWQAAAAL", "AAAAAQAAALdXaGVyZSBhIHBheW1lbnQgd2VudDogYHB1bGxlZCArIGNyZWRpdF91c2VkID0gb3BlcmF0aW9ucyArIGNvdXBvbiArIHJlc2VydmUgKyByZW5ld2FsICsgcHJpbmNpcGFsICsgbG9hbl9yZXR1cm5lZCArCnN1cnBsdXNgLiBgbG9hbl9yZXR1cm5lZGAgYW5kIGBzdXJwbHVzYCB3ZW50IHRvIGNyZWRpdHMgb2YgcGFydGllcy4AAAAAAAAAAAdSZWNlaXB0AAAAAAoAAAAAAAAABmNvdXBvbgAAAAAACwAAACZUaGUgcGFydHkncyBjcmVkaXQgYmVmb3JlIHRoZSBwYXltZW50LgAAAAAAC2NyZWRpdF91c2VkAAAAAAsAAAAAAAAADWxvYW5fcmV0dXJuZWQAAAAAAAALAAAAAAAAAApvcGVyYXRpb25zAAAAAAALAAAAMEluZGV4IG9mIHRoZSBwYXJ0eTsgW2BFWFBPUlRgXSBmb3IgZXhwb3J0IG1vbmV5LgAAAAVwYXJ0eQAAAAAAAAQAAAAAAAAACXByaW5jaXBhbAAAAAAAAAsAAAANV2hhdCBjYW1lIGluLgAAAAAAAAZwdWxsZWQAAAAAAAsAAAAAAAAAB3JlbmV3YWwAAAAACwAAAAAAAAAHcmVzZXJ2ZQAAAAALAAAAAAAAAAdzdXJwbHVzAAAAAAs=", "AAAAAgAAACFIb3cgYSBib25kJ3MgcHJpbmNpcGFsIGlzIHJlcGFpZC4AAAAAAAAAAAAACVByaW5jaXBhbAAAAAAAAAIAAAAAAAAAKEtlcHQgdW50aWwgaXQgY2FuIHJlcGF5IHRoZSB3aG9sZSBpc3N1ZS4AAAALU2lua2luZ0Z1bmQAAAAAAAAAAFBQYWlkIG91dCB3aXRoIGVhY2ggY291cG9uLCB0aHJvdWdoIHRoZSBzYW1lIHJvb3Q7IGludGVyZXN0IHJ1bnMgb24gd2hhdCBpcyBsZWZ0LgAAAAtQYXNzVGhyb3VnaAA=", "AAAAAQAAABtFdmVyeXRoaW5nIGFib3V0IG9uZSBwYXJ0eS4AAAAAAAAAAAxQYXJ0eUFjY291bnQAAAAIAAAANEl0cyBwb3J0aW9uIG9mIHRoZSBwcmluY2lwYWwgb3V0c3RhbmRpbmcgYXQgY2xvc2luZy4AAAAHYWNjb3VudAAAAAALAAAAIldoZXJlIGl0cyBwYXllcnMgc2VuZCB0aGVpciBtb25leS4AAAAAAApjb2xsZWN0aW9uAAAAAAATAAAAGEl0cyBtb25leSBpbiB0aGUgZXNjcm93LgAAAAZjcmVkaXQAAAAAAAsAAAAuV2hhdCB3YXMgcHV0IGludG8gaXQsIGJ5IGl0c2VsZiBhbmQgYnkgb3RoZXJzLgAAAAAABmZpbGxlZAAAAAAACwAAACxXaGF0IGl0IG93ZXMgdG8gb3RoZXIgcGFydGllcywgb2xkZXN0IGZpcnN0LgAAAAVsb2FucwAAAAAAA+oAAAfQAAAABExvYW4AAAAhV2hhdCBjb3VudHMgYXMgaXRzIG93biByZXBheW1lbnQuAAAAAAAAA293bgAAAAALAAAAI1doYXQgb2YgdGhlIHN5c3RlbSBpdCBvd25zIGJ5IHRoYXQuAAAAAAlvd25lZF9icHMAAAAAAAAEAAAAL0l0cyBwb3J0aW9uIG9mIHRoZSBzeXN0ZW0gYXQgY2xvc2luZzsgMCBiZWZvcmUuAAAAAAtwb3J0aW9uX2JwcwAAAAAE", "AAAABQAAAD5gYm9ycm93ZXJgIGdvdCBoZWxwOiBgbGVuZGVyYCBwYWlkIGludG8gaXRzIHByaW5jaXBhbCBhY2NvdW50LgAAAAAAAAAAAARMZW50AAAAAQAAAARsZW50AAAAAwAAAAAAAAAGbGVuZGVyAAAAAAAEAAAAAQAAAAAAAAAIYm9ycm93ZXIAAAAEAAAAAQAAAAAAAAAGYW1vdW50AAAAAAALAAAAAAAAAAI=", "AAAABQAAACZBcnJlYXJzIHdlcmUgbWFkZSBnb29kIGJlZm9yZSB0aGUgZW5kLgAAAAAAAAAAAAVDdXJlZAAAAAAAAAEAAAAFY3VyZWQAAAAAAAABAAAAAAAAAAJhdAAAAAAABgAAAAAAAAAC", "AAAABQAAACJUaGUgb2ZmZXJpbmcgaXMgY2FsbGVkIGZvciBgZGF0ZWAuAAAAAAAAAAAABkNhbGxlZAAAAAAAAQAAAAZjYWxsZWQAAAAAAAEAAAAAAAAABGRhdGUAAAAGAAAAAAAAAAI=", "AAAABQAAACBOb3RoaW5nIGlzIG91dHN0YW5kaW5nIGFueSBtb3JlLgAAAAAAAAAGQ2xvc2VkAAAAAAABAAAABmNsb3NlZAAAAAAAAQAAAAAAAAAGbWludGVkAAAAAAALAAAAAAAAAAI=", "AAAABQAAAFdUaGUgZGVidCBpcyBjbG9zZWQ6IGByZWRlbXB0aW9uYCBpcyBzZXQgYXNpZGUsIGByZXR1cm5lZGAgd2VudCB0byB0aGUgcGFydGllcycgY3JlZGl0cy4AAAAAAAAAAAdNYXR1cmVkAAAAAAEAAAAHbWF0dXJlZAAAAAADAAAAAAAAAARkYXRlAAAABgAAAAAAAAAAAAAACnJlZGVtcHRpb24AAAAAAAsAAAAAAAAAAAAAAAhyZXR1cm5lZAAAAAsAAAAAAAAAAg==", "AAAABQAAAENUaGUgd29ya3Mgd2VyZSBnaXZlbiB1cDogYHJlZGVtcHRpb25gIGlzIHNldCBhc2lkZSBmb3IgdGhlIGhvbGRlcnMuAAAAAAAAAAAHVW53b3VuZAAAAAABAAAAB3Vud291bmQAAAAAAQAAAAAAAAAKcmVkZW1wdGlvbgAAAAAACwAAAAAAAAAC", "AAAABQAAADlgaW52ZXN0b3JgIGJvdWdodCBib25kcy4gYG1pbnRlZGAgaXMgd2hhdCBpcyBzb2xkIGJ5IG5vdy4AAAAAAAAAAAAACEludmVzdGVkAAAAAQAAAAhpbnZlc3RlZAAAAAQAAAAAAAAACGludmVzdG9yAAAAEwAAAAEAAAAAAAAABWJvbmRzAAAAAAAACwAAAAAAAAAAAAAABGNvc3QAAAALAAAAAAAAAAAAAAAGbWludGVkAAAAAAALAAAAAAAAAAI=", "AAAABQAAABZTYWxlIG9mIGBib25kYCBiZWdpbnMuAAAAAAAAAAAACExhdW5jaGVkAAAAAQAAAAhsYXVuY2hlZAAAAAEAAAAAAAAABGJvbmQAAAATAAAAAAAAAAI=", "AAAABQAAAFtCb25kcyB3ZXJlIHJlZGVlbWVkOiBgYW1vdW50c1tpXWAgdG8gYGhvbGRlcnNbaV1gLiBIb2xkZXJzIHRoYXQgZ290IG5vdGhpbmcgYXJlIG5vdCBsaXN0ZWQuAAAAAAAAAAAIUmVkZWVtZWQAAAABAAAACHJlZGVlbWVkAAAAAgAAAAAAAAAHaG9sZGVycwAAAAPqAAAAEwAAAAAAAAAAAAAAB2Ftb3VudHMAAAAD6gAAAAsAAAAAAAAAAg==", "AAAABQAAADJgaW52ZXN0b3JgIGdvdCB0aGUgZGVwb3NpdCBiYWNrIGFnYWluc3QgaXRzIGJvbmRzLgAAAAAAAAAAAAhSZWZ1bmRlZAAAAAEAAAAIcmVmdW5kZWQAAAADAAAAAAAAAAhpbnZlc3RvcgAAABMAAAABAAAAAAAAAAVib25kcwAAAAAAAAsAAAAAAAAAAAAAAARwYWlkAAAACwAAAAAAAAAC", "AAAABQAAAB5TbyBtYW55IGxpbmVzIHdlcmUgYXV0aG9yaXplZC4AAAAAAAAAAAAIUmVsZWFzZWQAAAABAAAACHJlbGVhc2VkAAAAAQAAAAAAAAAFY291bnQAAAAAAAAEAAAAAAAAAAI=", "AAAABQAAABRUaGUgc3lzdGVtIHByb2R1Y2VzLgAAAAAAAAAIV2VudExpdmUAAAABAAAACXdlbnRfbGl2ZQAAAAAAAAEAAAAAAAAAAmF0AAAAAAAGAAAAAAAAAAI=", "AAAABQAAACdBIGNvdXBvbiBvciB0aGUgcHJpbmNpcGFsIHN0YXllZCBzaG9ydC4AAAAAAAAAAAlEZWZhdWx0ZWQAAAAAAAABAAAACWRlZmF1bHRlZAAAAAAAAAEAAAAAAAAAAmF0AAAAAAAGAAAAAAAAAAI=", "AAAABQAAABxDb25zdHJ1Y3Rpb24gbW9uZXkgd2VudCBvdXQuAAAAAAAAAAlEaXNidXJzZWQAAAAAAAABAAAACWRpc2J1cnNlZAAAAAAAAAIAAAAAAAAAAnRvAAAAAAATAAAAAQAAAAAAAAAGYW1vdW50AAAAAAALAAAAAAAAAAI=", "AAAABQAAAChgd2hvYCBtYXksIG9yIG1heSBubyBsb25nZXIsIGhvbGQgYm9uZHMuAAAAAAAAAApBbGxvd2VkU2V0AAAAAAABAAAAC2FsbG93ZWRfc2V0AAAAAAIAAAAAAAAAA3dobwAAAAATAAAAAQAAAAAAAAAHYWxsb3dlZAAAAAABAAAAAAAAAAI=", "AAAABQAAAFxMZWF2ZXMgd2VyZSBwYWlkOiBgYW1vdW50c1tpXWAgdG8gbGVhZiBgaW5kZXhlc1tpXWAuIExlYXZlcyB0aGF0IGdvdCBub3RoaW5nIGFyZSBub3QgbGlzdGVkLgAAAAAAAAAKQ2xhaW1zUGFpZAAAAAAAAQAAAAtjbGFpbXNfcGFpZAAAAAADAAAAAAAAAAZudW1iZXIAAAAAAAQAAAABAAAAAAAAAAdpbmRleGVzAAAAA+oAAAAEAAAAAAAAAAAAAAAHYW1vdW50cwAAAAPqAAAACwAAAAAAAAAC", "AAAABQAAAEZNb25leSB3YXMgc2V0IGFzaWRlIGZvciBhIGNvdXBvbi4gYGRyYXduYCBvZiBpdCBjYW1lIGZyb20gdGhlIHJlc2VydmUuAAAAAAAAAAAADENvdXBvbkZ1bmRlZAAAAAEAAAANY291cG9uX2Z1bmRlZAAAAAAAAAUAAAAAAAAABm51bWJlcgAAAAAABAAAAAEAAAAAAAAABmFtb3VudAAAAAAACwAAAAAAAAAAAAAABWRyYXduAAAAAAAACwAAAAAAAAAAAAAABmZ1bmRlZAAAAAAACwAAAAAAAAAAAAAABXRvdGFsAAAAAAAACwAAAAAAAAAC", "AAAABQAAACBUaGUgdHJ1c3RlZSByZWplY3RlZCBhIHByb3Bvc2FsLgAAAAAAAAAMQ291cG9uVm9pZGVkAAAAAQAAAA1jb3Vwb25fdm9pZGVkAAAAAAAAAQAAAAAAAAAGbnVtYmVyAAAAAAAEAAAAAQAAAAI=", "AAAABQAAADtBIHBhcnR5J3MgcGF5ZXJzIHNlbmQgdGhlaXIgbW9uZXkgdG8gYGFjY291bnRgIGZyb20gbm93IG9uLgAAAAAAAAAADUNvbGxlY3Rpb25TZXQAAAAAAAABAAAADmNvbGxlY3Rpb25fc2V0AAAAAAACAAAAAAAAAAVwYXJ0eQAAAAAAAAQAAAABAAAAAAAAAAdhY2NvdW50AAAAABMAAAAAAAAAAg==", "AAAABQAAAFFGdW5kaW5nIGlzIG92ZXI7IHdoYXQgdGhlIHByb2NlZWRzIHdlcmUgdXNlZCBmb3IuIEFsbCB6ZXJvIHdoZW4gZGVwb3NpdHMgZ28gYmFjay4AAAAAAAAAAAAADUZ1bmRpbmdDbG9zZWQAAAAAAAABAAAADmZ1bmRpbmdfY2xvc2VkAAAAAAAFAAAAAAAAAAVzdGF0ZQAAAAAAB9AAAAAFU3RhdGUAAAAAAAAAAAAAAAAAAAZtaW50ZWQAAAAAAAsAAAAAAAAAAAAAAAxjb25zdHJ1Y3Rpb24AAAALAAAAAAAAAAAAAAAHcmVzZXJ2ZQAAAAALAAAAAAAAAAAAAAAGY291cG9uAAAAAAALAAAAAAAAAAI=", "AAAABQAAADlgYm9ycm93ZXJgIHJldHVybmVkIGxvYW5zOyB0aGUgbGVuZGVycyBoYXZlIGl0IGFzIGNyZWRpdC4AAAAAAAAAAAAADUxvYW5zUmV0dXJuZWQAAAAAAAABAAAADmxvYW5zX3JldHVybmVkAAAAAAADAAAAAAAAAAhib3Jyb3dlcgAAAAQAAAABAAAAAAAAAAZhbW91bnQAAAAAAAsAAAAAAAAAIVdoYXQgaXMgc3RpbGwgb3dlZCwgb2xkZXN0IGZpcnN0LgAAAAAAAAlyZW1haW5pbmcAAAAAAAPqAAAH0AAAAARMb2FuAAAAAAAAAAI=", "AAAABQAAAC1BIHBheW1lbnQgYW5kIHdoZXJlIGl0IHdlbnQuIFNlZSBbYFJlY2VpcHRgXS4AAAAAAAAAAAAADVJlY2VpcHRJc3N1ZWQAAAAAAAABAAAAB3JlY2VpcHQAAAAACgAAAAAAAAAFcGFydHkAAAAAAAAEAAAAAQAAAAAAAAAGcHVsbGVkAAAAAAALAAAAAAAAAAAAAAALY3JlZGl0X3VzZWQAAAAACwAAAAAAAAAAAAAACm9wZXJhdGlvbnMAAAAAAAsAAAAAAAAAAAAAAAZjb3Vwb24AAAAAAAsAAAAAAAAAAAAAAAdyZXNlcnZlAAAAAAsAAAAAAAAAAAAAAAdyZW5ld2FsAAAAAAsAAAAAAAAAAAAAAAlwcmluY2lwYWwAAAAAAAALAAAAAAAAAAAAAAANbG9hbl9yZXR1cm5lZAAAAAAAAAsAAAAAAAAAAAAAAAdzdXJwbHVzAAAAAAsAAAAAAAAAAg==", "AAAABQAAAC9gd2hvYCByZWNvbXB1dGVkIHRoZSBjb3Vwb24gYW5kIGZvdW5kIGl0IHJpZ2h0LgAAAAAAAAAADkNvdXBvbkF0dGVzdGVkAAAAAAABAAAAD2NvdXBvbl9hdHRlc3RlZAAAAAADAAAAAAAAAAZudW1iZXIAAAAAAAQAAAABAAAAAAAAAAN3aG8AAAAAEwAAAAAAAAAAAAAABHJvb3QAAAPuAAAAIAAAAAAAAAAC", "AAAABQAAABxBIGNvdXBvbiBhd2FpdHMgYXR0ZXN0YXRpb24uAAAAAAAAAA5Db3Vwb25Qcm9wb3NlZAAAAAAAAQAAAA9jb3Vwb25fcHJvcG9zZWQAAAAACgAAAAAAAAAGbnVtYmVyAAAAAAAEAAAAAQAAAAAAAAADd2hvAAAAABMAAAAAAAAAAAAAAARyb290AAAD7gAAACAAAAAAAAAAAAAAAAV0b3RhbAAAAAAAAAsAAAAAAAAAAAAAAApsZWFmX2NvdW50AAAAAAAEAAAAAAAAAAAAAAAMdW5hdHRyaWJ1dGVkAAAACwAAAAAAAAAAAAAABXdob2xlAAAAAAAACwAAAAAAAAAAAAAACXByaW5jaXBhbAAAAAAAAAsAAAAAAAAAAAAAAA1yZWNvcmRfbGVkZ2VyAAAAAAAABAAAAAAAAAAAAAAADXNuYXBzaG90X2hhc2gAAAAAAAPuAAAAIAAAAAAAAAAC", "AAAABQAAADtXaGF0IG5vYm9keSBjbGFpbWVkIGluIHRpbWUgaXMga2VwdCBmb3IgaXRzIG93bmVycyBieSBgdG9gLgAAAAAAAAAADlVuY2xhaW1lZFN3ZXB0AAAAAAABAAAAD3VuY2xhaW1lZF9zd2VwdAAAAAADAAAAAAAAAAJ0bwAAAAAAEwAAAAAAAAAqRm9yIGJvbmRzOiBvZiB0aGUgcmVkZW1wdGlvbiwgb3IgZGVwb3NpdHMuAAAAAAAKcmVkZW1wdGlvbgAAAAAACwAAAAAAAAAAAAAAB2NvdXBvbnMAAAAACwAAAAAAAAAC", "AAAABQAAACJUaGUgcGFydHkncyBvd25lciB0b29rIGNyZWRpdCBvdXQuAAAAAAAAAAAAD0NyZWRpdFdpdGhkcmF3bgAAAAABAAAAEGNyZWRpdF93aXRoZHJhd24AAAADAAAAAAAAAAVwYXJ0eQAAAAAAAAQAAAABAAAAAAAAAAJ0bwAAAAAAEwAAAAAAAAAAAAAABmFtb3VudAAAAAAACwAAAAAAAAAC", "AAAABQAAACZPcGVyYXRpb25zIG1vbmV5IHdlbnQgdG8gdGhlIG9wZXJhdG9yLgAAAAAAAAAAAA9PcGVyYXRpb25zRHJhd24AAAAAAQAAABBvcGVyYXRpb25zX2RyYXduAAAAAgAAAAAAAAACdG8AAAAAABMAAAABAAAAAAAAAAZhbW91bnQAAAAAAAsAAAAAAAAAAg==", "AAAAAAAAAD1QYXlzIGEgcGFydHkncyBiaWxscyB3aXRoIG1vbmV5IGZyb20gYW55b25lLiBUaGUgcGF5ZXIgc2lnbnMuAAAAAAAAA3BheQAAAAADAAAAAAAAAARmcm9tAAAAEwAAAAAAAAAFcGFydHkAAAAAAAAEAAAAAAAAAAZhbW91bnQAAAAAAAsAAAABAAAD6QAAB9AAAAAHUmVjZWlwdAAAAAfQAAAADU9mZmVyaW5nRXJyb3IAAAA=", "AAAAAAAAACpUaGUgYm9uZCdzIGFzc2V0IGNvbnRyYWN0LCBmcm9tIGxhdW5jaCBvbi4AAAAAAARib25kAAAAAAAAAAEAAAPoAAAAEw==", "AAAAAAAAAHBDYWxscyB0aGUgd2hvbGUgaXNzdWUgZm9yIHRoZSBmaXJzdCBwYXkgZGF0ZSB0aGF0IGxlYXZlcyB0aGUgbm90aWNlOyByZXR1cm5zIHRoYXQgZGF0ZS4gSXNzdWVyIG9yIHRydXN0ZWUgc2lnbnMuAAAABGNhbGwAAAABAAAAAAAAAAN3aG8AAAAAEwAAAAEAAAPpAAAABgAAB9AAAAANT2ZmZXJpbmdFcnJvcgAAAA==", "AAAAAAAAABFXaG8gaG9sZHMgYSByb2xlLgAAAAAAAARyb2xlAAAAAQAAAAAAAAAEcm9sZQAAABEAAAABAAAD6AAAABM=", "AAAAAAAAADxQYXlzIG9uZSBsZWFmIG9mIGEgY291cG9uIHRvIGl0cyBob2xkZXIuIEFueW9uZSBtYXkgY2FsbCBpdC4AAAAFY2xhaW0AAAAAAAACAAAAAAAAAAZudW1iZXIAAAAAAAQAAAAAAAAABGxlYWYAAAfQAAAABExlYWYAAAABAAAD6QAAAAsAAAfQAAAADU9mZmVyaW5nRXJyb3IAAAA=", "AAAAAAAAADpUaGUgY29udHJhY3RzIGFuZCB0aGUgc3lzdGVtIHRoYXQgdGhlIG9mZmVyaW5nIGlzIHRpZWQgdG8uAAAAAAAFbGlua3MAAAAAAAAAAAAAAQAAB9AAAAAFTGlua3MAAAA=", "AAAAAAAAAD9TdG9wcyBuZXcgYnVzaW5lc3MuIEFkbWluaXN0cmF0b3IsIHRydXN0ZWUgb3IgYSBndWFyZGlhbiBzaWducy4AAAAABXBhdXNlAAAAAAAAAQAAAAAAAAADd2hvAAAAABMAAAABAAAD6QAAAAIAAAfQAAAADU9mZmVyaW5nRXJyb3IAAAA=", "AAAAAAAAAA5XaG8gZG9lcyB3aGF0LgAAAAAABXJvbGVzAAAAAAAAAAAAAAEAAAfQAAAABVJvbGVzAAAA", "AAAAAAAAABpXaGVyZSB0aGUgb2ZmZXJpbmcgc3RhbmRzLgAAAAAABXN0YXRlAAAAAAAAAAAAAAEAAAfQAAAABVN0YXRlAAAA", "AAAAAAAAABdXaGF0IGlzIGZpeGVkIGF0IGlzc3VlLgAAAAAFdGVybXMAAAAAAAAAAAAAAQAAB9AAAAAFVGVybXMAAAA=", "AAAAAAAAABdBIGNvdXBvbiBieSBpdHMgbnVtYmVyLgAAAAAGY291cG9uAAAAAAABAAAAAAAAAAZudW1iZXIAAAAAAAQAAAABAAAD6QAAB9AAAAAGQ291cG9uAAAAAAfQAAAADU9mZmVyaW5nRXJyb3IAAAA=", "AAAAAAAAAEdTZWxscyBgYW1vdW50YCBvZiBib25kcyBhbmQgcmV0dXJucyB3aGF0IHRoZXkgY29zdC4gVGhlIGludmVzdG9yIHNpZ25zLgAAAAAGaW52ZXN0AAAAAAACAAAAAAAAAAhpbnZlc3RvcgAAABMAAAAAAAAABmFtb3VudAAAAAAACwAAAAEAAAPpAAAACwAAB9AAAAANT2ZmZXJpbmdFcnJvcgAAAA==", "AAAAAAAAAPJUaWVzIHRoZSBib25kJ3MgYXNzZXQgKGl0cyBYRFIpIHRvIHRoZSBlc2Nyb3cgYW5kIG9wZW5zIHRoZSBzYWxlOiBEcmFmdCAtPiBGdW5kaW5nLiBUaGUgaXNzdWVyIHNpZ25zLiBUaGlzCmNvbnRyYWN0IG11c3QgYmUgdGhlIGFkbWluaXN0cmF0b3Igb2YgdGhlIGRlcGxveWVkIGFzc2V0IGNvbnRyYWN0LCB0aGUgaXNzdWVyJ3MgdGhyZWUgZmxhZ3Mgc2V0LCBhbmQgdGhlIHN5c3RlbQpib3VuZCB0byB0aGlzIG9mZmVyaW5nLgAAAAAABmxhdW5jaAAAAAAAAQAAAAAAAAAQc2VyaWFsaXplZF9hc3NldAAAAA4AAAABAAAD6QAAAAIAAAfQAAAADU9mZmVyaW5nRXJyb3IAAAA=", "AAAAAAAAAGhDbG9zZXMgdGhlIGRlYnQgYXQgdGhlIGNhbGwgZGF0ZSBvciB0aGUgbGFzdCBwYXkgdGltZTogTGl2ZSBvciBEZWZhdWx0ZWQgLT4gTWF0dXJlZC4gQW55b25lIG1heSBjYWxsIGl0LgAAAAZtYXR1cmUAAAAAAAAAAAABAAAD6QAAAAIAAAfQAAAADU9mZmVyaW5nRXJyb3IAAAA=", "AAAAAAAAABJCb25kcyBldmVyIG1pbnRlZC4AAAAAAAZtaW50ZWQAAAAAAAAAAAABAAAACw==", "AAAAAAAAACBXaGV0aGVyIG5ldyBidXNpbmVzcyBpcyBzdG9wcGVkLgAAAAZwYXVzZWQAAAAAAAAAAAABAAAAAQ==", "AAAAAAAAAGlSZWRlZW1zIHRoZSB3aG9sZSBiYWxhbmNlIG9mIGVhY2ggaG9sZGVyLCBvciBwYXlzIHRoYXQgaG9sZGVyIDAgYW5kIGxlYXZlcyB0aGUgYm9uZHMuIEFueW9uZSBtYXkgY2FsbCBpdC4AAAAAAAAGcmVkZWVtAAAAAAABAAAAAAAAAAdob2xkZXJzAAAAA+oAAAATAAAAAQAAA+kAAAPqAAAACwAAB9AAAAANT2ZmZXJpbmdFcnJvcgAAAA==", "AAAAAAAAAFpDbGF3cyBiYWNrIHRoZSBpbnZlc3RvcidzIGJvbmRzIGFuZCBwYXlzIHRoZSBkZXBvc2l0LCBvciBkb2VzIG5laXRoZXIuIEFueW9uZSBtYXkgY2FsbCBpdC4AAAAAAAZyZWZ1bmQAAAAAAAEAAAAAAAAACGludmVzdG9yAAAAEwAAAAEAAAPpAAAACwAAB9AAAAANT2ZmZXJpbmdFcnJvcgAAAA==", "AAAAAAAAAFdHaXZlcyB0aGUgd29ya3MgdXAgYWZ0ZXIgdGhlIGxvbmctc3RvcCBkYXRlOiBCdWlsZGluZyAtPiBVbndpbmRpbmcuIEFueW9uZSBtYXkgY2FsbCBpdC4AAAAABnVud2luZAAAAAAAAAAAAAEAAAPpAAAAAgAAB9AAAAANT2ZmZXJpbmdFcnJvcgAAAA==", "AAAAAAAAACBXaGV0aGVyIHNvbWVib2R5IG1heSBob2xkIGJvbmRzLgAAAAdhbGxvd2VkAAAAAAEAAAAAAAAAA3dobwAAAAATAAAAAQAAAAE=", "AAAAAAAAACJXaGF0IHRoZSBlc2Nyb3cgaG9sZHMsIGJ5IHB1cnBvc2UuAAAAAAAHYnVja2V0cwAAAAAAAAAAAQAAB9AAAAAHQnVja2V0cwA=", "AAAAAAAAAEBXaGF0IGEgbGVhZiB3YXMgcGFpZCBzbyBmYXI7IGBpMTI4OjpNQVhgIHdoZW4gaXQgd2FzIHBhaWQgd2hvbGUuAAAAB2NsYWltZWQAAAAAAgAAAAAAAAAGbnVtYmVyAAAAAAAEAAAAAAAAAAVpbmRleAAAAAAAAAQAAAABAAAACw==", "AAAAAAAAAGRQdWxscyBhIHBhcnR5J3Mgd2hvbGUgY29sbGVjdGlvbiBhY2NvdW50LCBwYXlzIGl0cyBiaWxscyBhbmQgcnVucyB0aGUgd2F0ZXJmYWxsLiBBbnlvbmUgbWF5IGNhbGwgaXQuAAAAB2NvbGxlY3QAAAAAAQAAAAAAAAAFcGFydHkAAAAAAAAEAAAAAQAAA+kAAAfQAAAAB1JlY2VpcHQAAAAH0AAAAA1PZmZlcmluZ0Vycm9yAAAA", "AAAAAAAAADBXaGF0IGFuIGludmVzdG9yIGJvdWdodCBhbmQgcGFpZCBkdXJpbmcgZnVuZGluZy4AAAAHZGVwb3NpdAAAAAABAAAAAAAAAAhpbnZlc3RvcgAAABMAAAABAAAH0AAAAAdEZXBvc2l0AA==", "AAAAAAAAAB5CdWlsZGluZyAtPiBMaXZlLiBXb3JrcyBzaWducy4AAAAAAAdnb19saXZlAAAAAAAAAAABAAAD6QAAAAIAAAfQAAAADU9mZmVyaW5nRXJyb3IAAAA=", "AAAAAAAAAFhCcmluZ3Mgd2hhdCB0aGUgcHJldmlvdXMgYnVpbGQgc3RvcmVkIHRvIHRoZSBmb3JtIG9mIHRoaXMgb25lLCBvbmNlLiBBbnlvbmUgbWF5IGNhbGwgaXQuAAAAB21pZ3JhdGUAAAAAAAAAAAEAAAPpAAAAAgAAB9AAAAANT2ZmZXJpbmdFcnJvcgAAAA==", "AAAAAAAAAGBBdXRob3JpemVzIHRoZSBsaW5lcyBvZiBhbGxvd2VkIGhvbGRlcnM7IHNheXMgaG93IG1hbnkuIEFueW9uZSBtYXkgY2FsbCBpdCwgb25jZSBmdW5kaW5nIGNsb3NlZC4AAAAHcmVsZWFzZQAAAAABAAAAAAAAAAdob2xkZXJzAAAAA+oAAAATAAAAAQAAA+kAAAAEAAAH0AAAAA1PZmZlcmluZ0Vycm9yAAAA", "AAAAAAAAAF9QdXRzIHRoZSB0cnVzdGVlIGluIHRoZSBwbGFjZSBvZiBhIHBhcnR5IHRoYXQgaXMgaW4gZGVmYXVsdCB3aXRoIGl0cyBiaWxscy4gQW55b25lIG1heSBjYWxsIGl0LgAAAAAHc3RlcF9pbgAAAAABAAAAAAAAAAVwYXJ0eQAAAAAAAAQAAAABAAAD6QAAAAIAAAfQAAAADU9mZmVyaW5nRXJyb3IAAAA=", "AAAAAAAAAERMZXRzIG5ldyBidXNpbmVzcyBnbyBvbi4gQWRtaW5pc3RyYXRvciwgdHJ1c3RlZSBvciBhIGd1YXJkaWFuIHNpZ25zLgAAAAd1bnBhdXNlAAAAAAEAAAAAAAAAA3dobwAAAAATAAAAAQAAA+kAAAACAAAH0AAAAA1PZmZlcmluZ0Vycm9yAAAA", "AAAAAAAAAEtJbnN0YWxscyB0aGUgYW5ub3VuY2VkIGNvZGUgb25jZSBpdHMgZGVsYXkgcGFzc2VkLiBUaGUgYWRtaW5pc3RyYXRvciBzaWducy4AAAAAB3VwZ3JhZGUAAAAAAAAAAAEAAAPpAAAAAgAAB9AAAAANT2ZmZXJpbmdFcnJvcgAAAA==", "AAAAAAAAABpUaGUgdmVyc2lvbiBvZiB0aGlzIGJ1aWxkLgAAAAAAB3ZlcnNpb24AAAAAAAAAAAEAAAAE", "AAAAAAAAAClQYXlzIGNvbnN0cnVjdGlvbiBtb25leSBvdXQuIFdvcmtzIHNpZ25zLgAAAAAAAAhkaXNidXJzZQAAAAIAAAAAAAAAAnRvAAAAAAATAAAAAAAAAAZhbW91bnQAAAAAAAsAAAABAAAD6QAAAAIAAAfQAAAADU9mZmVyaW5nRXJyb3IAAAA=", "AAAAAAAAABNUaGUgY291cG9uIHBlcmlvZHMuAAAAAAhzY2hlZHVsZQAAAAAAAAABAAAD6gAAB9AAAAAGUGVyaW9kAAA=", "AAAAAAAAABtUaGUgZGF0ZSBpdCB3YXMgY2FsbGVkIGZvci4AAAAACWNhbGxfZGF0ZQAAAAAAAAAAAAABAAAD6AAAAAY=", "AAAAAAAAAFNQdXRzIHRoZSBvd25lciBiYWNrIGluIHBsYWNlIG9uY2UgdGhlIHBhcnR5J3MgYXJyZWFycyBhcmUgZ29uZS4gQW55b25lIG1heSBjYWxsIGl0LgAAAAAJc3RlcF9iYWNrAAAAAAAAAQAAAAAAAAAFcGFydHkAAAAAAAAEAAAAAQAAA+kAAAACAAAH0AAAAA1PZmZlcmluZ0Vycm9yAAAA", "AAAAAAAAAD1BZG1pbmlzdHJhdG9yLCB0cnVzdGVlLCBhbmQgdGhlIGRlbGF5IG9mIHVwZ3JhZGVzIGluIHNlY29uZHMuAAAAAAAACmdvdmVybmFuY2UAAAAAAAAAAAABAAAH0AAAAApHb3Zlcm5hbmNlAAA=", "AAAAAAAAALdPZmZlcnMgYSByb2xlIHRvIHNvbWVib2R5LCB3aG8gaGFzIHRvIGFjY2VwdCBpdC4gSXRzIGhvbGRlciBzaWduczsgb3IgYWRtaW5pc3RyYXRvciBvciB0cnVzdGVlLCBhbmQgdGhlbiBpdCBtYXkKYmUgYWNjZXB0ZWQgb25seSBhZnRlciB0aGUgdXBncmFkZSBkZWxheSwgYW5kIHRoZSBob2xkZXIgbWF5IGNhbmNlbCBpdC4AAAAACm9mZmVyX3JvbGUAAAAAAAMAAAAAAAAAA3dobwAAAAATAAAAAAAAAARyb2xlAAAAEQAAAAAAAAACdG8AAAAAABMAAAABAAAD6QAAAAIAAAfQAAAADU9mZmVyaW5nRXJyb3IAAAA=", "AAAAAAAAAFdQYXlzIG1hbnkgbGVhdmVzOyBvbmUgdGhhdCBjYW5ub3QgYmUgcGFpZCBnZXRzIDAgYW5kIGJsb2NrcyBub2JvZHkuIEFueW9uZSBtYXkgY2FsbCBpdC4AAAAACnBheV9jbGFpbXMAAAAAAAIAAAAAAAAABm51bWJlcgAAAAAABAAAAAAAAAAGbGVhdmVzAAAAAAPqAAAH0AAAAARMZWFmAAAAAQAAA+kAAAPqAAAACwAAB9AAAAANT2ZmZXJpbmdFcnJvcgAAAA==", "AAAAAAAAADdQYXlzIGZvciBleHBvcnRzLCBhdCBtb3N0IHdoYXQgaXMgZHVlLiBUaGUgcGF5ZXIgc2lnbnMuAAAAAApwYXlfZXhwb3J0AAAAAAACAAAAAAAAAARmcm9tAAAAEwAAAAAAAAAGYW1vdW50AAAAAAALAAAAAQAAA+kAAAfQAAAAB1JlY2VpcHQAAAAH0AAAAA1PZmZlcmluZ0Vycm9yAAAA", "AAAAAAAAABlUaGUgb3BlbiBvZmZlciBvZiBhIHJvbGUuAAAAAAAACnJvbGVfb2ZmZXIAAAAAAAEAAAAAAAAABHJvbGUAAAARAAAAAQAAA+gAAAfQAAAACVJvbGVPZmZlcgAAAA==", "AAAAAAAAACxUYWtlcyBvdmVyIGEgcm9sZS4gV2hvIHdhcyBvZmZlcmVkIGl0IHNpZ25zLgAAAAthY2NlcHRfcm9sZQAAAAABAAAAAAAAAARyb2xlAAAAEQAAAAEAAAPpAAAAAgAAB9AAAAANT2ZmZXJpbmdFcnJvcgAAAA==", "AAAAAAAAAHhTZXRzIG1vbmV5IGFzaWRlIGZvciBhIGZpbmFsIGNvdXBvbiBmcm9tIGl0cyBwYXkgdGltZSBvbjsgYWdhaW4gZm9yIGFycmVhcnMuIFJldHVybnMgd2hhdCB3YXMgYWRkZWQuIEFueW9uZSBtYXkKY2FsbCBpdC4AAAALZnVuZF9jb3Vwb24AAAAAAQAAAAAAAAAGbnVtYmVyAAAAAAAEAAAAAQAAA+kAAAALAAAH0AAAAA1PZmZlcmluZ0Vycm9yAAAA", "AAAAAAAAACFCb25kcyBtaW50ZWQgYW5kIG5vdCBjbGF3ZWQgYmFjay4AAAAAAAALb3V0c3RhbmRpbmcAAAAAAAAAAAEAAAAL", "AAAAAAAAAI1QdXRzIHNvbWVib2R5IG9uIHRoZSBhbGxvdy1saXN0IG9yIHRha2VzIHRoZW0gb2ZmLiBDb21wbGlhbmNlIHNpZ25zLiBBZnRlciBmdW5kaW5nIGl0IGFsc28gc2V0cyB0aGUgbGluZSdzCmF1dGhvcml6YXRpb24sIGlmIHRoZXJlIGlzIGEgbGluZS4AAAAAAAALc2V0X2FsbG93ZWQAAAAAAgAAAAAAAAADd2hvAAAAABMAAAAAAAAAB2FsbG93ZWQAAAAAAQAAAAEAAAPpAAAAAgAAB9AAAAANT2ZmZXJpbmdFcnJvcgAAAA==", "AAAAAAAAADZSZWplY3RzIGEgY291cG9uIHRoYXQgaXMgbm90IGZpbmFsLiBUaGUgdHJ1c3RlZSBzaWducy4AAAAAAAt2b2lkX2NvdXBvbgAAAAABAAAAAAAAAAZudW1iZXIAAAAAAAQAAAABAAAD6QAAAAIAAAfQAAAADU9mZmVyaW5nRXJyb3IAAAA=", "AAAAAAAAABlXaGF0IGlzIGxlZnQgdG8gZGlzYnVyc2UuAAAAAAAADGNvbnN0cnVjdGlvbgAAAAAAAAABAAAACw==", "AAAAAAAAAGNGaXhlcyByb2xlcywgdGVybXMsIHNjaGVkdWxlIGFuZCBvbmUgY29sbGVjdGlvbiBhY2NvdW50IHBlciBwYXJ0eS4gVGhlIGlzc3VlciBpcyB0aGUgYWRtaW5pc3RyYXRvci4AAAAADV9fY29uc3RydWN0b3IAAAAAAAAHAAAAAAAAAAVyb2xlcwAAAAAAB9AAAAAFUm9sZXMAAAAAAAAAAAAACHJlZ2lzdHJ5AAAAEwAAAAAAAAAGZW5lcmd5AAAAAAATAAAAAAAAAAZzeXN0ZW0AAAAAAAQAAAAAAAAABXRlcm1zAAAAAAAH0AAAAAVUZXJtcwAAAAAAAAAAAAAIc2NoZWR1bGUAAAPqAAAH0AAAAAZQZXJpb2QAAAAAAAAAAAALY29sbGVjdGlvbnMAAAAD6gAAABMAAAABAAAD6QAAAAIAAAfQAAAADU9mZmVyaW5nRXJyb3IAAAA=", "AAAAAAAAAD9Db25maXJtcyBhIHByb3Bvc2VkIGNvdXBvbi4gSXNzdWVyIG9yIHRydXN0ZWUgc2lnbnMsIGVhY2ggb25jZS4AAAAADWF0dGVzdF9jb3Vwb24AAAAAAAADAAAAAAAAAAN3aG8AAAAAEwAAAAAAAAAGbnVtYmVyAAAAAAAEAAAAAAAAAARyb290AAAD7gAAACAAAAABAAAD6QAAAAIAAAfQAAAADU9mZmVyaW5nRXJyb3IAAAA=", "AAAAAAAAAItFbmRzIGZ1bmRpbmc6IHRoZSBpc3N1ZXIgYW55IHRpbWUgb25jZSB0aGUgbWluaW11bSBpcyBzb2xkLCBhbnlvbmUgYWZ0ZXIgdGhlIGRlYWRsaW5lLiBGdW5kaW5nIC0+IEJ1aWxkaW5nLCBvcgpSZWZ1bmRpbmcgYmVsb3cgdGhlIG1pbmltdW0uAAAAAA1jbG9zZV9mdW5kaW5nAAAAAAAAAAAAAAEAAAPpAAAAAgAAB9AAAAANT2ZmZXJpbmdFcnJvcgAAAA==", "AAAAAAAAABtFdmVyeXRoaW5nIGFib3V0IG9uZSBwYXJ0eS4AAAAADXBhcnR5X2FjY291bnQAAAAAAAABAAAAAAAAAAVwYXJ0eQAAAAAAAAQAAAABAAAD6QAAB9AAAAAMUGFydHlBY2NvdW50AAAH0AAAAA1PZmZlcmluZ0Vycm9yAAAA", "AAAAAAAAADlEcm9wcyB0aGUgYW5ub3VuY2VkIGNvZGUuIEFkbWluaXN0cmF0b3Igb3IgdHJ1c3RlZSBzaWducy4AAAAAAAAOY2FuY2VsX3VwZ3JhZGUAAAAAAAEAAAAAAAAAA3dobwAAAAATAAAAAQAAA+kAAAACAAAH0AAAAA1PZmZlcmluZ0Vycm9yAAAA", "AAAAAAAAADJQcmluY2lwYWwgdGhhdCBpcyBvd2VkIGFuZCBub3QgcGFzc2VkIHRocm91Z2ggeWV0LgAAAAAADnByaW5jaXBhbF9sZWZ0AAAAAAAAAAAAAQAAAAs=", "AAAAAAAAAMNQcm9wb3NlcyBjb3Vwb24gYG51bWJlcmAgYWZ0ZXIgaXRzIHJlY29yZCB0aW1lLiBgYmVzaWRlc2AgaXMgd2hhdCBnb2VzIG91dCBiZXNpZGVzIGludGVyZXN0OiBwcmluY2lwYWwgdGhhdCBpcyBwYXNzZWQKdGhyb3VnaCwgb3IgZXF1aXR5J3Mgc2hhcmUgb2YgdGhlIHJldmVudWUuIElzc3VlciwgdHJ1c3RlZSBvciBvcGVyYXRvciBzaWducy4AAAAADnByb3Bvc2VfY291cG9uAAAAAAAJAAAAAAAAAAN3aG8AAAAAEwAAAAAAAAAGbnVtYmVyAAAAAAAEAAAAAAAAAARyb290AAAD7gAAACAAAAAAAAAABXRvdGFsAAAAAAAACwAAAAAAAAAKbGVhZl9jb3VudAAAAAAABAAAAAAAAAAMdW5hdHRyaWJ1dGVkAAAACwAAAAAAAAAHYmVzaWRlcwAAAAALAAAAAAAAAA1yZWNvcmRfbGVkZ2VyAAAAAAAABAAAAAAAAAANc25hcHNob3RfaGFzaAAAAAAAA+4AAAAgAAAAAQAAA+kAAAACAAAH0AAAAA1PZmZlcmluZ0Vycm9yAAAA", "AAAAAAAAADlSZXBsYWNlcyBhIHBhcnR5J3MgY29sbGVjdGlvbiBhY2NvdW50LiBUaGUgdHJ1c3RlZSBzaWducy4AAAAAAAAOc2V0X2NvbGxlY3Rpb24AAAAAAAIAAAAAAAAABXBhcnR5AAAAAAAABAAAAAAAAAAHYWNjb3VudAAAAAATAAAAAQAAA+kAAAACAAAH0AAAAA1PZmZlcmluZ0Vycm9yAAAA", "AAAAAAAAAGlMaXZlIC0+IERlZmF1bHRlZCwgd2hlbiBhIGNvdXBvbiBvciB0aGUgcHJpbmNpcGFsIGlzIHNob3J0IGZvciBsb25nZXIgdGhhbiB0aGUgZ3JhY2UuIEFueW9uZSBtYXkgY2FsbCBpdC4AAAAAAAAPZGVjbGFyZV9kZWZhdWx0AAAAAAAAAAABAAAD6QAAAAIAAAfQAAAADU9mZmVyaW5nRXJyb3IAAAA=", "AAAAAAAAADFQYXlzIG9wZXJhdGlvbnMgbW9uZXkgdG8gdGhlIG9wZXJhdG9yLCB3aG8gc2lnbnMuAAAAAAAAD2RyYXdfb3BlcmF0aW9ucwAAAAABAAAAAAAAAAZhbW91bnQAAAAAAAsAAAABAAAD6QAAAAIAAAfQAAAADU9mZmVyaW5nRXJyb3IAAAA=", "AAAAAAAAABNUaGUgYW5ub3VuY2VkIGNvZGUuAAAAAA9wZW5kaW5nX3VwZ3JhZGUAAAAAAAAAAAEAAAPoAAAH0AAAAA5QZW5kaW5nVXBncmFkZQAA", "AAAAAAAAAFpBbm5vdW5jZXMgbmV3IGNvZGUgYnkgaXRzIGhhc2g7IGEgbGF0ZXIgYW5ub3VuY2VtZW50IHJlcGxhY2VzIGl0LiBUaGUgYWRtaW5pc3RyYXRvciBzaWducy4AAAAAAA9wcm9wb3NlX3VwZ3JhZGUAAAAAAQAAAAAAAAAJd2FzbV9oYXNoAAAAAAAD7gAAACAAAAAA", "AAAAAAAAAFVXaGF0IHRoZSBjb3Vwb24gYnVja2V0IGxhY2tzIG5vdzogYXJyZWFycyBhbmQgdGhlIHdob2xlIGNvdXBvbiBvZiB0aGUgcnVubmluZyBwZXJpb2QuAAAAAAAAD3JlcXVpcmVkX2NvdXBvbgAAAAAAAAAAAQAAA+kAAAALAAAH0AAAAA1PZmZlcmluZ0Vycm9yAAAA", "AAAAAAAAAGpIYW5kcyB1bmNsYWltZWQgbW9uZXkgdG8gd2hvIGtlZXBzIGl0IGZvciBpdHMgb3duZXJzLCB3aGVuIHRoZSB0ZXJtcycgdGltZSBoYXMgcGFzc2VkLiBBbnlvbmUgbWF5IGNhbGwgaXQuAAAAAAAPc3dlZXBfdW5jbGFpbWVkAAAAAAAAAAABAAAD6QAAAAsAAAfQAAAADU9mZmVyaW5nRXJyb3IAAAA=", "AAAAAAAAAENQYXlzIGEgcGFydHkncyBjcmVkaXQgdG8gaXRzIG93bmVyLCB3aG8gc2lnbnM7IGFmdGVyIG1hdHVyaXR5IG9ubHkuAAAAAA93aXRoZHJhd19jcmVkaXQAAAAAAgAAAAAAAAAFcGFydHkAAAAAAAAEAAAAAAAAAAZhbW91bnQAAAAAAAsAAAABAAAD6QAAAAIAAAfQAAAADU9mZmVyaW5nRXJyb3IAAAA=", "AAAAAAAAAD5XaXRoZHJhd3MgYW4gb2ZmZXIuIFRoZSByb2xlJ3MgaG9sZGVyIG9yIHdobyBvZmZlcmVkIGl0IHNpZ25zLgAAAAAAEWNhbmNlbF9yb2xlX29mZmVyAAAAAAAAAgAAAAAAAAADd2hvAAAAABMAAAAAAAAABHJvbGUAAAARAAAAAQAAA+kAAAACAAAH0AAAAA1PZmZlcmluZ0Vycm9yAAAA", "AAAAAQAAABBBIHJvbGUgb24gb2ZmZXIuAAAAAAAAAAlSb2xlT2ZmZXIAAAAAAAADAAAAD1dobyBvZmZlcmVkIGl0LgAAAAACYnkAAAAAABMAAABORnJvbSB3aGVuIG9uIGl0IG1heSBiZSBhY2NlcHRlZCwgVW5peCBzZWNvbmRzOyAzMCBkYXlzIGxhdGVyIHRoZSBvZmZlciBsYXBzZXMuAAAAAAAIcmVhZHlfYXQAAAAGAAAAEldobyBtYXkgYWNjZXB0IGl0LgAAAAAAAnRvAAAAAAAT", "AAAAAQAAAC9XaGF0IHRoZSBjb25zdHJ1Y3RvciBvZiBldmVyeSBjb250cmFjdCBpcyB0b2xkLgAAAAAAAAAACkdvdmVybmFuY2UAAAAAAAMAAAA0QW5ub3VuY2VzIHVwZ3JhZGVzIGFuZCBydW5zIHRoZSBjb250cmFjdCdzIHNldHRpbmdzLgAAAAVhZG1pbgAAAAAAABMAAAAuU3RhbmRzIGZvciB0aGUgYm9uZGhvbGRlcnM7IGNhbiB2ZXRvIHVwZ3JhZGVzLgAAAAAAB3RydXN0ZWUAAAAAEwAAAF1TZWNvbmRzIGZvciB3aGljaCBhbiB1cGdyYWRlLCBhbmQgYSByb2xlIG9mZmVyZWQgZm9yIGl0cyBob2xkZXIsIHdhaXRzOiAzMCBkYXlzIHRvIHR3byB5ZWFycy4AAAAAAAANdXBncmFkZV9kZWxheQAAAAAAAAY=", "AAAABQAAABtgd2hvYCBzdG9wcGVkIG5ldyBidXNpbmVzcy4AAAAAAAAAAAZQYXVzZWQAAAAAAAEAAAAGcGF1c2VkAAAAAAABAAAAAAAAAAN3aG8AAAAAEwAAAAEAAAAC", "AAAABQAAAClUaGUgc3RvcmFnZSBoYXMgdGhlIGZvcm0gb2YgdmVyc2lvbiBgdG9gLgAAAAAAAAAAAAAITWlncmF0ZWQAAAABAAAACG1pZ3JhdGVkAAAAAgAAAAAAAAAEZnJvbQAAAAQAAAAAAAAAAAAAAAJ0bwAAAAAABAAAAAAAAAAC", "AAAABQAAAB1gd2hvYCBsZXQgbmV3IGJ1c2luZXNzIGdvIG9uLgAAAAAAAAAAAAAIVW5wYXVzZWQAAAABAAAACHVucGF1c2VkAAAAAQAAAAAAAAADd2hvAAAAABMAAAABAAAAAg==", "AAAABQAAACRUaGUgYW5ub3VuY2VkIGNvZGUgcnVucyBmcm9tIG5vdyBvbi4AAAAAAAAACFVwZ3JhZGVkAAAAAQAAAAh1cGdyYWRlZAAAAAEAAAAAAAAACXdhc21faGFzaAAAAAAAA+4AAAAgAAAAAQAAAAI=", "AAAABQAAAFFgYnlgIG9mZmVyZWQgYSByb2xlIHRvIGB0b2AsIHdobyBtYXkgYWNjZXB0IGl0IGZyb20gYHJlYWR5X2F0YCBvbiAoVW5peCBzZWNvbmRzKS4AAAAAAAAAAAAAC1JvbGVPZmZlcmVkAAAAAAEAAAAMcm9sZV9vZmZlcmVkAAAABAAAAAAAAAAEcm9sZQAAABEAAAABAAAAAAAAAAJ0bwAAAAAAEwAAAAAAAAAAAAAAAmJ5AAAAAAATAAAAAAAAAAAAAAAIcmVhZHlfYXQAAAAGAAAAAAAAAAI=", "AAAABQAAAChgaG9sZGVyYCB0b29rIG92ZXIgYSByb2xlIGZyb20gYGZvcm1lcmAuAAAAAAAAAAxSb2xlQWNjZXB0ZWQAAAABAAAADXJvbGVfYWNjZXB0ZWQAAAAAAAADAAAAAAAAAARyb2xlAAAAEQAAAAEAAAAAAAAABmhvbGRlcgAAAAAAEwAAAAAAAAAAAAAABmZvcm1lcgAAAAAAEwAAAAAAAAAC", "AAAABQAAAGxUaGUgYWRtaW5pc3RyYXRvciBhbm5vdW5jZWQgbmV3IGNvZGUsIHdoaWNoIG1heSBiZSBpbnN0YWxsZWQgZnJvbSBgcmVhZHlfYXRgIHRvIGBleHBpcmVzX2F0YCAoVW5peCBzZWNvbmRzKS4AAAAAAAAAD1VwZ3JhZGVQcm9wb3NlZAAAAAABAAAAEHVwZ3JhZGVfcHJvcG9zZWQAAAADAAAAAAAAAAl3YXNtX2hhc2gAAAAAAAPuAAAAIAAAAAEAAAAAAAAACHJlYWR5X2F0AAAABgAAAAAAAAAAAAAACmV4cGlyZXNfYXQAAAAAAAYAAAAAAAAAAg==", "AAAABQAAACBgYnlgIGRyb3BwZWQgdGhlIGFubm91bmNlZCBjb2RlLgAAAAAAAAAQVXBncmFkZUNhbmNlbGxlZAAAAAEAAAARdXBncmFkZV9jYW5jZWxsZWQAAAAAAAACAAAAAAAAAAl3YXNtX2hhc2gAAAAAAAPuAAAAIAAAAAEAAAAAAAAAAmJ5AAAAAAATAAAAAAAAAAI=", "AAAABQAAACJgYnlgIHdpdGhkcmV3IHRoZSBvZmZlciBvZiBhIHJvbGUuAAAAAAAAAAAAElJvbGVPZmZlckNhbmNlbGxlZAAAAAAAAQAAABRyb2xlX29mZmVyX2NhbmNlbGxlZAAAAAIAAAAAAAAABHJvbGUAAAARAAAAAQAAAAAAAAACYnkAAAAAABMAAAAAAAAAAg==", "AAAAAQAAADFDb2RlIHRoYXQgd2FzIGFubm91bmNlZCBhbmQgaXMgbm90IGluc3RhbGxlZCB5ZXQuAAAAAAAAAAAAAA5QZW5kaW5nVXBncmFkZQAAAAAAAwAAADtBZnRlciB3aGljaCBpdCBtYXkgbm90IGJlIGluc3RhbGxlZCBhbnkgbW9yZSwgVW5peCBzZWNvbmRzLgAAAAAKZXhwaXJlc19hdAAAAAAABgAAAC9Gcm9tIHdoZW4gb24gaXQgbWF5IGJlIGluc3RhbGxlZCwgVW5peCBzZWNvbmRzLgAAAAAIcmVhZHlfYXQAAAAGAAAAKkhhc2ggb2YgdGhlIGNvZGUsIHdoaWNoIGlzIHVwbG9hZGVkIGFwYXJ0LgAAAAAACXdhc21faGFzaAAAAAAAA+4AAAAg", "AAAAAQAAADlUaGUgY29udHJhY3RzIGFuZCB0aGUgc3lzdGVtIHRoYXQgYW4gb2ZmZXJpbmcgaXMgdGllZCB0by4AAAAAAAAAAAAABUxpbmtzAAAAAAAABQAAACpUaGUgYm9uZCdzIGFzc2V0IGNvbnRyYWN0LCBmcm9tIGxhdW5jaCBvbi4AAAAAAARib25kAAAD6AAAABMAAAAAAAAABmVuZXJneQAAAAAAEwAAAAAAAAAIcmVnaXN0cnkAAAATAAAAIFRoZSBzdGFibGVjb2luJ3MgYXNzZXQgY29udHJhY3QuAAAACnNldHRsZW1lbnQAAAAAABMAAAAgVGhlIHN5c3RlbSdzIGlkIGluIHRoZSByZWdpc3RyeS4AAAAGc3lzdGVtAAAAAAAE"]),
      options
    );
  }

   static override deploy<T = Client>(args: { roles: Roles; registry: string | Address; energy: string | Address; system: number; terms: Terms; schedule: Array<Period>; collections: Array<string | Address> }, options: MethodOptions & Omit<ContractClientOptions, 'contractId'> & { salt?: Uint8Array; address?: string; } & ({ wasmHash: Uint8Array | string; format?: "hex" | "base64"; externalRef?: never; } | { externalRef: ExternalExecutableRef; wasmHash?: never; format?: never; })): Promise<AssembledTransaction<T>> {
    return ContractClient.deploy(args, options);
  }
  public readonly fromJson = {
    pay : this.txFromJson<Result<Receipt, OfferingError>>,  bond : this.txFromJson<string | null>,  call : this.txFromJson<Result<bigint, OfferingError>>,  role : this.txFromJson<string | null>,  claim : this.txFromJson<Result<bigint, OfferingError>>,  links : this.txFromJson<Links>,  pause : this.txFromJson<Result<null, OfferingError>>,  roles : this.txFromJson<Roles>,  state : this.txFromJson<State>,  terms : this.txFromJson<Terms>,  coupon : this.txFromJson<Result<Coupon, OfferingError>>,  invest : this.txFromJson<Result<bigint, OfferingError>>,  launch : this.txFromJson<Result<null, OfferingError>>,  mature : this.txFromJson<Result<null, OfferingError>>,  minted : this.txFromJson<bigint>,  paused : this.txFromJson<boolean>,  redeem : this.txFromJson<Result<Array<bigint>, OfferingError>>,  refund : this.txFromJson<Result<bigint, OfferingError>>,  unwind : this.txFromJson<Result<null, OfferingError>>,  allowed : this.txFromJson<boolean>,  buckets : this.txFromJson<Buckets>,  claimed : this.txFromJson<bigint>,  collect : this.txFromJson<Result<Receipt, OfferingError>>,  deposit : this.txFromJson<Deposit>,  go_live : this.txFromJson<Result<null, OfferingError>>,  migrate : this.txFromJson<Result<null, OfferingError>>,  release : this.txFromJson<Result<number, OfferingError>>,  step_in : this.txFromJson<Result<null, OfferingError>>,  unpause : this.txFromJson<Result<null, OfferingError>>,  upgrade : this.txFromJson<Result<null, OfferingError>>,  version : this.txFromJson<number>,  disburse : this.txFromJson<Result<null, OfferingError>>,  schedule : this.txFromJson<Array<Period>>,  call_date : this.txFromJson<bigint | null>,  step_back : this.txFromJson<Result<null, OfferingError>>,  governance : this.txFromJson<Governance>,  offer_role : this.txFromJson<Result<null, OfferingError>>,  pay_claims : this.txFromJson<Result<Array<bigint>, OfferingError>>,  pay_export : this.txFromJson<Result<Receipt, OfferingError>>,  role_offer : this.txFromJson<RoleOffer | null>,  accept_role : this.txFromJson<Result<null, OfferingError>>,  fund_coupon : this.txFromJson<Result<bigint, OfferingError>>,  outstanding : this.txFromJson<bigint>,  set_allowed : this.txFromJson<Result<null, OfferingError>>,  void_coupon : this.txFromJson<Result<null, OfferingError>>,  construction : this.txFromJson<bigint>,  attest_coupon : this.txFromJson<Result<null, OfferingError>>,  close_funding : this.txFromJson<Result<null, OfferingError>>,  party_account : this.txFromJson<Result<PartyAccount, OfferingError>>,  cancel_upgrade : this.txFromJson<Result<null, OfferingError>>,  principal_left : this.txFromJson<bigint>,  propose_coupon : this.txFromJson<Result<null, OfferingError>>,  set_collection : this.txFromJson<Result<null, OfferingError>>,  declare_default : this.txFromJson<Result<null, OfferingError>>,  draw_operations : this.txFromJson<Result<null, OfferingError>>,  pending_upgrade : this.txFromJson<PendingUpgrade | null>,  propose_upgrade : this.txFromJson<void>,  required_coupon : this.txFromJson<Result<bigint, OfferingError>>,  sweep_unclaimed : this.txFromJson<Result<bigint, OfferingError>>,  withdraw_credit : this.txFromJson<Result<null, OfferingError>>,  cancel_role_offer : this.txFromJson<Result<null, OfferingError>>
  };

  /** @deprecated Use fromJson instead. */
  public readonly fromJSON = this.fromJson;

  /**
   * Parse a raw contract event (topics + data) into a typed {@link ContractEvent}.
   */
  parseEvent(topics: xdr.ScVal[] | string[], data: xdr.ScVal | string): ContractEvent | undefined {
    return this.spec.parseEvent(topics, data) as ContractEvent | undefined;
  }
  /**
   * Build a topics filter row for the "Lent" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  lentEventFilter(topicValues?: { lender?: number; borrower?: number }): string[] {
    return this.spec.eventTopicFilter("Lent", topicValues);
  }
  /**
   * Build a topics filter row for the "Cured" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  curedEventFilter(): string[] {
    return this.spec.eventTopicFilter("Cured");
  }
  /**
   * Build a topics filter row for the "Called" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  calledEventFilter(): string[] {
    return this.spec.eventTopicFilter("Called");
  }
  /**
   * Build a topics filter row for the "Closed" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  closedEventFilter(): string[] {
    return this.spec.eventTopicFilter("Closed");
  }
  /**
   * Build a topics filter row for the "Matured" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  maturedEventFilter(): string[] {
    return this.spec.eventTopicFilter("Matured");
  }
  /**
   * Build a topics filter row for the "Unwound" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  unwoundEventFilter(): string[] {
    return this.spec.eventTopicFilter("Unwound");
  }
  /**
   * Build a topics filter row for the "Invested" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  investedEventFilter(topicValues?: { investor?: string | Address }): string[] {
    return this.spec.eventTopicFilter("Invested", topicValues);
  }
  /**
   * Build a topics filter row for the "Launched" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  launchedEventFilter(): string[] {
    return this.spec.eventTopicFilter("Launched");
  }
  /**
   * Build a topics filter row for the "Redeemed" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  redeemedEventFilter(): string[] {
    return this.spec.eventTopicFilter("Redeemed");
  }
  /**
   * Build a topics filter row for the "Refunded" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  refundedEventFilter(topicValues?: { investor?: string | Address }): string[] {
    return this.spec.eventTopicFilter("Refunded", topicValues);
  }
  /**
   * Build a topics filter row for the "Released" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  releasedEventFilter(): string[] {
    return this.spec.eventTopicFilter("Released");
  }
  /**
   * Build a topics filter row for the "WentLive" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  wentLiveEventFilter(): string[] {
    return this.spec.eventTopicFilter("WentLive");
  }
  /**
   * Build a topics filter row for the "Defaulted" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  defaultedEventFilter(): string[] {
    return this.spec.eventTopicFilter("Defaulted");
  }
  /**
   * Build a topics filter row for the "Disbursed" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  disbursedEventFilter(topicValues?: { to?: string | Address }): string[] {
    return this.spec.eventTopicFilter("Disbursed", topicValues);
  }
  /**
   * Build a topics filter row for the "AllowedSet" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  allowedSetEventFilter(topicValues?: { who?: string | Address }): string[] {
    return this.spec.eventTopicFilter("AllowedSet", topicValues);
  }
  /**
   * Build a topics filter row for the "ClaimsPaid" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  claimsPaidEventFilter(topicValues?: { number?: number }): string[] {
    return this.spec.eventTopicFilter("ClaimsPaid", topicValues);
  }
  /**
   * Build a topics filter row for the "CouponFunded" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  couponFundedEventFilter(topicValues?: { number?: number }): string[] {
    return this.spec.eventTopicFilter("CouponFunded", topicValues);
  }
  /**
   * Build a topics filter row for the "CouponVoided" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  couponVoidedEventFilter(topicValues?: { number?: number }): string[] {
    return this.spec.eventTopicFilter("CouponVoided", topicValues);
  }
  /**
   * Build a topics filter row for the "CollectionSet" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  collectionSetEventFilter(topicValues?: { party?: number }): string[] {
    return this.spec.eventTopicFilter("CollectionSet", topicValues);
  }
  /**
   * Build a topics filter row for the "FundingClosed" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  fundingClosedEventFilter(): string[] {
    return this.spec.eventTopicFilter("FundingClosed");
  }
  /**
   * Build a topics filter row for the "LoansReturned" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  loansReturnedEventFilter(topicValues?: { borrower?: number }): string[] {
    return this.spec.eventTopicFilter("LoansReturned", topicValues);
  }
  /**
   * Build a topics filter row for the "ReceiptIssued" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  receiptIssuedEventFilter(topicValues?: { party?: number }): string[] {
    return this.spec.eventTopicFilter("ReceiptIssued", topicValues);
  }
  /**
   * Build a topics filter row for the "CouponAttested" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  couponAttestedEventFilter(topicValues?: { number?: number }): string[] {
    return this.spec.eventTopicFilter("CouponAttested", topicValues);
  }
  /**
   * Build a topics filter row for the "CouponProposed" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  couponProposedEventFilter(topicValues?: { number?: number }): string[] {
    return this.spec.eventTopicFilter("CouponProposed", topicValues);
  }
  /**
   * Build a topics filter row for the "UnclaimedSwept" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  unclaimedSweptEventFilter(): string[] {
    return this.spec.eventTopicFilter("UnclaimedSwept");
  }
  /**
   * Build a topics filter row for the "CreditWithdrawn" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  creditWithdrawnEventFilter(topicValues?: { party?: number }): string[] {
    return this.spec.eventTopicFilter("CreditWithdrawn", topicValues);
  }
  /**
   * Build a topics filter row for the "OperationsDrawn" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  operationsDrawnEventFilter(topicValues?: { to?: string | Address }): string[] {
    return this.spec.eventTopicFilter("OperationsDrawn", topicValues);
  }
  /**
   * Build a topics filter row for the "Paused" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  pausedEventFilter(topicValues?: { who?: string | Address }): string[] {
    return this.spec.eventTopicFilter("Paused", topicValues);
  }
  /**
   * Build a topics filter row for the "Migrated" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  migratedEventFilter(): string[] {
    return this.spec.eventTopicFilter("Migrated");
  }
  /**
   * Build a topics filter row for the "Unpaused" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  unpausedEventFilter(topicValues?: { who?: string | Address }): string[] {
    return this.spec.eventTopicFilter("Unpaused", topicValues);
  }
  /**
   * Build a topics filter row for the "Upgraded" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  upgradedEventFilter(topicValues?: { wasm_hash?: Uint8Array }): string[] {
    return this.spec.eventTopicFilter("Upgraded", topicValues);
  }
  /**
   * Build a topics filter row for the "RoleOffered" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  roleOfferedEventFilter(topicValues?: { role?: string }): string[] {
    return this.spec.eventTopicFilter("RoleOffered", topicValues);
  }
  /**
   * Build a topics filter row for the "RoleAccepted" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  roleAcceptedEventFilter(topicValues?: { role?: string }): string[] {
    return this.spec.eventTopicFilter("RoleAccepted", topicValues);
  }
  /**
   * Build a topics filter row for the "UpgradeProposed" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  upgradeProposedEventFilter(topicValues?: { wasm_hash?: Uint8Array }): string[] {
    return this.spec.eventTopicFilter("UpgradeProposed", topicValues);
  }
  /**
   * Build a topics filter row for the "UpgradeCancelled" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  upgradeCancelledEventFilter(topicValues?: { wasm_hash?: Uint8Array }): string[] {
    return this.spec.eventTopicFilter("UpgradeCancelled", topicValues);
  }
  /**
   * Build a topics filter row for the "RoleOfferCancelled" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  roleOfferCancelledEventFilter(topicValues?: { role?: string }): string[] {
    return this.spec.eventTopicFilter("RoleOfferCancelled", topicValues);
  }
}