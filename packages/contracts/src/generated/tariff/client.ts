// Generated from the contract by `npm run contracts:build`. Do not edit.
import type { Asset, TariffError, PriceData, Waiting, PriceAt, Components, Governance, RoleOffer, FeederOffer, PendingUpgrade, ContractEvent } from './types.ts';
import { Spec, Client as ContractClient } from '@stellar/stellar-sdk/contract';
import type { Result, AssembledTransaction, ClientOptions as ContractClientOptions, MethodOptions, ExternalExecutableRef } from '@stellar/stellar-sdk/contract';
import type { Address, xdr } from '@stellar/stellar-sdk';

export interface Client {
  /**
   * What prices are in (SEP-40).
   */
  base(options?: MethodOptions): Promise<AssembledTransaction<Asset>>;
  /**
   * Who holds a role.
   */
  role(args: { role: string }, options?: MethodOptions): Promise<AssembledTransaction<string | null>>;
  /**
   * Stops new business. Administrator, trustee or a guardian signs.
   */
  pause(args: { who: string | Address }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, TariffError>>>;
  /**
   * The price in force at a time not after now (SEP-40).
   */
  price(args: { asset: Asset; timestamp: bigint }, options?: MethodOptions): Promise<AssembledTransaction<PriceData | null>>;
  /**
   * What has a price (SEP-40).
   */
  assets(options?: MethodOptions): Promise<AssembledTransaction<Array<Asset>>>;
  /**
   * Whether new business is stopped.
   */
  paused(options?: MethodOptions): Promise<AssembledTransaction<boolean>>;
  /**
   * The last prices in force, newest first, as many as asked for and kept; none: no price yet (SEP-40).
   */
  prices(args: { asset: Asset; records: number }, options?: MethodOptions): Promise<AssembledTransaction<Array<PriceData> | null>>;
  /**
   * Who may set prices.
   */
  feeders(options?: MethodOptions): Promise<AssembledTransaction<Array<string>>>;
  /**
   * Brings what the previous build stored to the form of this one, once. Anyone may call it.
   */
  migrate(options?: MethodOptions): Promise<AssembledTransaction<Result<null, TariffError>>>;
  /**
   * Lets new business go on. Administrator, trustee or a guardian signs.
   */
  unpause(args: { who: string | Address }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, TariffError>>>;
  /**
   * Installs the announced code once its delay passed. The administrator signs.
   */
  upgrade(options?: MethodOptions): Promise<AssembledTransaction<Result<null, TariffError>>>;
  /**
   * The version of this build.
   */
  version(options?: MethodOptions): Promise<AssembledTransaction<number>>;
  /**
   * The price of an asset that waits for a second feeder.
   */
  waiting(args: { asset: Asset }, options?: MethodOptions): Promise<AssembledTransaction<Waiting | null>>;
  /**
   * Decimals of prices: 7 (SEP-40).
   */
  decimals(options?: MethodOptions): Promise<AssembledTransaction<number>>;
  /**
   * The price in force at a time, an announced one too, and whether it was stale by then.
   */
  price_at(args: { asset: Asset; timestamp: bigint }, options?: MethodOptions): Promise<AssembledTransaction<PriceAt | null>>;
  /**
   * Says that the asset's last price still holds, which makes it fresh again; the feeder signs.
   *
   * # Errors
   * * [`TariffError::NotFeeder`], [`TariffError::Paused`]
   * * [`TariffError::NoPrice`] - When the asset has no price.
   *
   * # Events
   * * [`PriceReaffirmed`]
   */
  reaffirm(args: { feeder: string | Address; asset: Asset }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, TariffError>>>;
  /**
   * The price in force now and the time since which it is (SEP-40).
   */
  lastprice(args: { asset: Asset }, options?: MethodOptions): Promise<AssembledTransaction<PriceData | null>>;
  /**
   * Sets the price of an asset, stroops per kWh, from `effective_at` on (Unix seconds); the feeder signs. The time may
   * lie in the past, after the last effective time: a late correction, by which provisional bills are trued up.
   *
   * A price beyond the deviation bound waits until a second feeder makes the same call; another price replaces what
   * waits. The first price of an asset waits too, where there is a second feeder.
   *
   * # Errors
   * * [`TariffError::NotFeeder`], [`TariffError::Paused`]
   * * [`TariffError::BadPrice`] - When the price is not above 0, or above a million.
   * * [`TariffError::NotLater`] - When the asset has a change at or after that time.
   * * [`TariffError::TooFarAhead`] - When that time is more than 366 days from now.
   * * [`TariffError::TooManyAssets`] - When it would be the 17th asset.
   * * [`TariffError::TooManyChanges`] - When so many are announced that the price in force would be forgotten.
   *
   * # Events
   * * [`PriceSet`](crate::events::PriceSet), or [`PriceWaiting`](crate::events::PriceWaiting) when it waits.
   */
  set_price(args: { feeder: string | Address; asset: Asset; price: bigint; effective_at: bigint }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, TariffError>>>;
  /**
   * What the price in force at a time is made of; nothing: no price, or it was told as a whole.
   */
  components(args: { asset: Asset; timestamp: bigint }, options?: MethodOptions): Promise<AssembledTransaction<Components | null>>;
  /**
   * Administrator, trustee, and the delay of upgrades in seconds.
   */
  governance(options?: MethodOptions): Promise<AssembledTransaction<Governance>>;
  /**
   * Offers a role to somebody, who has to accept it. Its holder signs; or administrator or trustee, and then it may
   * be accepted only after the upgrade delay, and the holder may cancel it.
   */
  offer_role(args: { who: string | Address; role: string; to: string | Address }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, TariffError>>>;
  /**
   * Seconds within which a price is confirmed anew (SEP-40): the maximum age.
   */
  resolution(options?: MethodOptions): Promise<AssembledTransaction<number>>;
  /**
   * The open offer of a role.
   */
  role_offer(args: { role: string }, options?: MethodOptions): Promise<AssembledTransaction<RoleOffer | null>>;
  /**
   * Takes over a role. Who was offered it signs.
   */
  accept_role(args: { role: string }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, TariffError>>>;
  /**
   * The first time after `after` at which another price comes into force, as far as is announced.
   */
  next_change(args: { asset: Asset; after: bigint }, options?: MethodOptions): Promise<AssembledTransaction<bigint | null>>;
  /**
   * The announced feeder.
   */
  feeder_offer(options?: MethodOptions): Promise<AssembledTransaction<FeederOffer | null>>;
  /**
   * Announces a new feeder, who may accept after the upgrade delay; a later offer replaces it. The administrator signs.
   *
   * # Errors
   * * [`TariffError::BadFeeders`] - When it is a feeder already, or there are 8.
   *
   * # Events
   * * [`FeederOffered`](crate::events::FeederOffered)
   */
  offer_feeder(args: { feeder: string | Address }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, TariffError>>>;
  /**
   * Makes who was offered it a feeder, who signs, within 30 days after the delay.
   *
   * # Errors
   * * [`TariffError::NoFeederOffer`], [`TariffError::TooEarly`]
   *
   * # Events
   * * [`FeederAccepted`](crate::events::FeederAccepted)
   */
  accept_feeder(options?: MethodOptions): Promise<AssembledTransaction<Result<null, TariffError>>>;
  /**
   * Withdraws the offer of a new feeder. Administrator or trustee signs.
   *
   * # Errors
   * * [`TariffError::NotPermitted`], [`TariffError::NoFeederOffer`]
   *
   * # Events
   * * [`FeederOfferCancelled`](crate::events::FeederOfferCancelled)
   */
  cancel_feeder(args: { who: string | Address }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, TariffError>>>;
  /**
   * Puts into force the price that the only feeder said beyond the bound; the administrator, who is not that feeder,
   * signs in place of a second feeder.
   *
   * # Errors
   * * [`TariffError::Paused`]
   * * [`TariffError::NothingWaits`] - When exactly that does not wait.
   * * [`TariffError::NotSoleFeeder`] - When another feeder could confirm it.
   * * [`TariffError::NotLater`], [`TariffError::TooManyChanges`] - When that came about since.
   *
   * # Events
   * * [`PriceSet`](crate::events::PriceSet)
   */
  confirm_price(args: { asset: Asset; price: bigint; effective_at: bigint }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, TariffError>>>;
  /**
   * How far one feeder alone may move a price within the maximum age, basis points.
   */
  deviation_bps(options?: MethodOptions): Promise<AssembledTransaction<number>>;
  /**
   * Removes a feeder at once, never the last. What only this feeder said and still waits counts no more. The
   * administrator signs.
   *
   * # Errors
   * * [`TariffError::NotFeeder`], [`TariffError::LastFeeder`]
   *
   * # Events
   * * [`FeederRemoved`](crate::events::FeederRemoved)
   */
  remove_feeder(args: { feeder: string | Address }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, TariffError>>>;
  /**
   * Drops the announced code. Administrator or trustee signs.
   */
  cancel_upgrade(args: { who: string | Address }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, TariffError>>>;
  /**
   * The same as `set_price`, with what the price is made of: the components add up to it.
   *
   * # Errors
   * * Those of `set_price`; [`TariffError::Overflow`] - When the sum leaves `i128`.
   *
   * # Events
   * * Those of `set_price`.
   */
  set_components(args: { feeder: string | Address; asset: Asset; components: Components; effective_at: bigint }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, TariffError>>>;
  /**
   * The announced code.
   */
  pending_upgrade(options?: MethodOptions): Promise<AssembledTransaction<PendingUpgrade | null>>;
  /**
   * Announces new code by its hash; a later announcement replaces it. The administrator signs.
   */
  propose_upgrade(args: { wasm_hash: Uint8Array }, options?: MethodOptions): Promise<AssembledTransaction<void>>;
  /**
   * Withdraws an offer. The role's holder or who offered it signs.
   */
  cancel_role_offer(args: { who: string | Address; role: string }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, TariffError>>>;
}

export class Client extends ContractClient {
  constructor(options: ContractClientOptions) {
    super(
      new Spec(["AAAABAAAAERDb2RlcyBhcmUgcGFydCBvZiB0aGUgcHVibGljIGludGVyZmFjZTogbmV2ZXIgcmVudW1iZXIsIG5ldmVyIHJldXNlLgAAAAAAAAALVGFyaWZmRXJyb3IAAAAAGQAAAC9XaG8gYW5kIHdoYXQ6IDIwMDAgb24uIFRoZSBjYWxsZXIgaXMgbm8gZmVlZGVyLgAAAAAJTm90RmVlZGVyAAAAAAAH0AAAABtUaGUgYXNzZXQgaGFzIG5vIHByaWNlIHlldC4AAAAAB05vUHJpY2UAAAAH0QAAAC9ObyBwcmljZSBvZiB0aGUgYXNzZXQgd2FpdHMgZm9yIGEgY29uZmlybWF0aW9uLgAAAAAMTm90aGluZ1dhaXRzAAAH0gAAACtObyBmZWVkZXIgaXMgb24gb2ZmZXIsIG9yIHRoZSBvZmZlciBsYXBzZWQuAAAAAA1Ob0ZlZWRlck9mZmVyAAAAAAAH0wAAAFRBbiBhcmd1bWVudCBtYWtlcyBubyBzZW5zZTogMjAxMCBvbi4gQSBwcmljZSBpcyBhYm92ZSAwIGFuZCBhdCBtb3N0IGEgbWlsbGlvbiBhIGtXaC4AAAAIQmFkUHJpY2UAAAfaAAAAOkEgY2hhbmdlIGNvbWVzIGludG8gZm9yY2UgbGF0ZXIgdGhhbiB0aGUgYXNzZXQncyBsYXN0IG9uZS4AAAAAAAhOb3RMYXRlcgAAB9sAAAA0QSBjaGFuZ2UgY29tZXMgaW50byBmb3JjZSBhdCBtb3N0IDM2NiBkYXlzIGZyb20gbm93LgAAAAtUb29GYXJBaGVhZAAAAAfcAAAAJDEgdG8gOCBkaWZmZXJlbnQgZmVlZGVycyBhcmUgbmVlZGVkLgAAAApCYWRGZWVkZXJzAAAAAAfdAAAALFRoZSBtYXhpbXVtIGFnZSBpcyBhYm92ZSAwIGFuZCBmaXRzIDMyIGJpdHMuAAAACUJhZE1heEFnZQAAAAAAB94AAAAyVGhlIGRldmlhdGlvbiBib3VuZCBpcyBhYm92ZSAwIGFuZCBhdCBtb3N0IDEwLDAwMC4AAAAAAAxCYWREZXZpYXRpb24AAAffAAAAOlRoZSBzdGF0ZSBkb2VzIG5vdCBhbGxvdyBpdDogMjAyMCBvbi4gVGhlcmUgYXJlIDE2IGFzc2V0cy4AAAAAAA1Ub29NYW55QXNzZXRzAAAAAAAH5AAAAERTbyBtYW55IGNoYW5nZXMgYXJlIGFubm91bmNlZCB0aGF0IHRoZSBwcmljZSBpbiBmb3JjZSB3b3VsZCBiZSBsb3N0LgAAAA5Ub29NYW55Q2hhbmdlcwAAAAAH5QAAADhBbm90aGVyIGZlZWRlciBoYXMgdG8gY29uZmlybSBpdCwgbm90IHRoZSBhZG1pbmlzdHJhdG9yLgAAAA1Ob3RTb2xlRmVlZGVyAAAAAAAH5gAAACJUaGUgbGFzdCBmZWVkZXIgY2Fubm90IGJlIHJlbW92ZWQuAAAAAAAKTGFzdEZlZWRlcgAAAAAH5wAAAENHb3Zlcm5hbmNlOiAyMDgwIG9uLiBUaGUgcm9sZSBpcyBub3Qgb24gb2ZmZXIsIG9yIHRoZSBvZmZlciBsYXBzZWQuAAAAAAtOb1JvbGVPZmZlcgAAAAggAAAAF1RoZSBjb250cmFjdCBpcyBwYXVzZWQuAAAAAAZQYXVzZWQAAAAACCEAAAA1T25seSBhZG1pbmlzdHJhdG9yIGFuZCB0cnVzdGVlIG1heSBwYXVzZSBhbmQgdW5wYXVzZS4AAAAAAAALTm90R3VhcmRpYW4AAAAIIgAAABZUaGVyZSBpcyBubyBzdWNoIHJvbGUuAAAAAAALVW5rbm93blJvbGUAAAAIIwAAABtUaGUgY2FsbGVyIG1heSBub3QgZG8gdGhpcy4AAAAADE5vdFBlcm1pdHRlZAAACCQAAAAeU29tZWJvZHkgZWxzZSdzIG9mZmVyIGlzIG9wZW4uAAAAAAAMT2ZmZXJQZW5kaW5nAAAIJQAAAB1UaGUgZGVsYXkgaGFzIG5vdCBwYXNzZWQgeWV0LgAAAAAAAAhUb29FYXJseQAACCYAAAAwTm8gdXBncmFkZSBpcyBhbm5vdW5jZWQsIG9yIGl0cyB0aW1lIGhhcyBwYXNzZWQuAAAACU5vVXBncmFkZQAAAAAACCcAAAAmVGhlIHN0b3JhZ2UgaXMgYXMgdGhpcyBidWlsZCBuZWVkcyBpdC4AAAAAABBOb3RoaW5nVG9NaWdyYXRlAAAIKAAAAFFBZG1pbmlzdHJhdG9yIGFuZCB0cnVzdGVlIGFyZSB0d28sIGFuZCB0aGUgdXBncmFkZSBkZWxheSBpcyAzMCBkYXlzIHRvIHR3byB5ZWFycy4AAAAAAAANQmFkR292ZXJuYW5jZQAAAAAACCkAAAArQXJpdGhtZXRpYzogMjA5MCBvbi4gQSBwcm9kdWN0IGxlZnQgYGkxMjhgLgAAAAAIT3ZlcmZsb3cAAAgq", "AAAABQAAAOZBIHByaWNlIGNvbWVzIGludG8gZm9yY2UgYXQgYGVmZmVjdGl2ZV9hdGAuIGBmZWVkZXJgIGlzIHdobyBzYWlkIHNvIGxhc3QgKHRoZSBhZG1pbmlzdHJhdG9yLCB3aGVyZSBpdCBjb25maXJtZWQgd2hhdAp0aGUgb25seSBmZWVkZXIgc2FpZCksIGBjb25maXJtZWRgIHdoZXRoZXIgYSBzZWNvbmQgb25lIGRpZCB0b28sIGBjb21wb25lbnRzYCB3aGF0IHRoZSBwcmljZSBpcyBtYWRlIG9mLCBpZiB0b2xkLgAAAAAAAAAAAAhQcmljZVNldAAAAAEAAAAJcHJpY2Vfc2V0AAAAAAAABgAAAAAAAAAFYXNzZXQAAAAAAAfQAAAABUFzc2V0AAAAAAAAAQAAAAAAAAAGZmVlZGVyAAAAAAATAAAAAAAAAAAAAAAFcHJpY2UAAAAAAAALAAAAAAAAAAAAAAAMZWZmZWN0aXZlX2F0AAAABgAAAAAAAAAAAAAACWNvbmZpcm1lZAAAAAAAAAEAAAAAAAAAAAAAAApjb21wb25lbnRzAAAAAAPoAAAH0AAAAApDb21wb25lbnRzAAAAAAAAAAAAAg==", "AAAABQAAAEFBIHByaWNlIHRoYXQgb25lIGZlZWRlciBhbG9uZSBtYXkgbm90IHNldCB3YWl0cyBmb3IgYSBzZWNvbmQgb25lLgAAAAAAAAAAAAAMUHJpY2VXYWl0aW5nAAAAAQAAAA1wcmljZV93YWl0aW5nAAAAAAAABQAAAAAAAAAFYXNzZXQAAAAAAAfQAAAABUFzc2V0AAAAAAAAAQAAAAAAAAAGZmVlZGVyAAAAAAATAAAAAAAAAAAAAAAFcHJpY2UAAAAAAAALAAAAAAAAAAAAAAAMZWZmZWN0aXZlX2F0AAAABgAAAAAAAAAAAAAACmNvbXBvbmVudHMAAAAAA+gAAAfQAAAACkNvbXBvbmVudHMAAAAAAAAAAAAC", "AAAABQAAAFlUaGUgYWRtaW5pc3RyYXRvciBvZmZlcmVkIHNvbWVib2R5IHRvIGJlY29tZSBhIGZlZWRlciwgZnJvbSBgcmVhZHlfYXRgIG9uIChVbml4IHNlY29uZHMpLgAAAAAAAAAAAAANRmVlZGVyT2ZmZXJlZAAAAAAAAAEAAAAOZmVlZGVyX29mZmVyZWQAAAAAAAIAAAAAAAAABmZlZWRlcgAAAAAAEwAAAAEAAAAAAAAACHJlYWR5X2F0AAAABgAAAAAAAAAC", "AAAABQAAAB1Tb21lYm9keSBpcyBhIGZlZWRlciBubyBtb3JlLgAAAAAAAAAAAAANRmVlZGVyUmVtb3ZlZAAAAAAAAAEAAAAOZmVlZGVyX3JlbW92ZWQAAAAAAAEAAAAAAAAABmZlZWRlcgAAAAAAEwAAAAEAAAAC", "AAAABQAAAB9XaG8gd2FzIG9mZmVyZWQgaXQgaXMgYSBmZWVkZXIuAAAAAAAAAAAORmVlZGVyQWNjZXB0ZWQAAAAAAAEAAAAPZmVlZGVyX2FjY2VwdGVkAAAAAAEAAAAAAAAABmZlZWRlcgAAAAAAEwAAAAEAAAAC", "AAAABQAAAC5BIGZlZWRlciBzYWlkIHRoYXQgdGhlIGxhc3QgcHJpY2Ugc3RpbGwgaG9sZHMuAAAAAAAAAAAAD1ByaWNlUmVhZmZpcm1lZAAAAAABAAAAEHByaWNlX3JlYWZmaXJtZWQAAAACAAAAAAAAAAVhc3NldAAAAAAAB9AAAAAFQXNzZXQAAAAAAAABAAAAAAAAAAZmZWVkZXIAAAAAABMAAAAAAAAAAg==", "AAAABQAAABhgYnlgIHdpdGhkcmV3IHRoZSBvZmZlci4AAAAAAAAAFEZlZWRlck9mZmVyQ2FuY2VsbGVkAAAAAQAAABZmZWVkZXJfb2ZmZXJfY2FuY2VsbGVkAAAAAAACAAAAAAAAAAZmZWVkZXIAAAAAABMAAAABAAAAAAAAAAJieQAAAAAAEwAAAAAAAAAC", "AAAAAQAAAChBIGNoYW5nZSB0aGF0IHdhaXRzIGZvciBhIHNlY29uZCBmZWVkZXIuAAAAAAAAAAdXYWl0aW5nAAAAAAQAAAA4V2hhdCB0aGUgcHJpY2UgaXMgbWFkZSBvZjsgbm9uZTogaXQgd2FzIHRvbGQgYXMgYSB3aG9sZS4AAAAKY29tcG9uZW50cwAAAAAD6gAAB9AAAAAKQ29tcG9uZW50cwAAAAAALFdoZW4gaXQgaXMgdG8gY29tZSBpbnRvIGZvcmNlLCBVbml4IHNlY29uZHMuAAAADGVmZmVjdGl2ZV9hdAAAAAYAAAAMV2hvIHNhaWQgc28uAAAABmZlZWRlcgAAAAAAEwAAABBTdHJvb3BzIHBlciBrV2guAAAABXByaWNlAAAAAAAACw==", "AAAAAQAAACxTb21lYm9keSB3aG8gd2FzIG9mZmVyZWQgdG8gYmVjb21lIGEgZmVlZGVyLgAAAAAAAAALRmVlZGVyT2ZmZXIAAAAAAgAAAAAAAAAGZmVlZGVyAAAAAAATAAAATkZyb20gd2hlbiBvbiBpdCBtYXkgYmUgYWNjZXB0ZWQsIFVuaXggc2Vjb25kczsgMzAgZGF5cyBsYXRlciB0aGUgb2ZmZXIgbGFwc2VzLgAAAAAACHJlYWR5X2F0AAAABg==", "AAAAAAAAABxXaGF0IHByaWNlcyBhcmUgaW4gKFNFUC00MCkuAAAABGJhc2UAAAAAAAAAAQAAB9AAAAAFQXNzZXQAAAA=", "AAAAAAAAABFXaG8gaG9sZHMgYSByb2xlLgAAAAAAAARyb2xlAAAAAQAAAAAAAAAEcm9sZQAAABEAAAABAAAD6AAAABM=", "AAAAAAAAAD9TdG9wcyBuZXcgYnVzaW5lc3MuIEFkbWluaXN0cmF0b3IsIHRydXN0ZWUgb3IgYSBndWFyZGlhbiBzaWducy4AAAAABXBhdXNlAAAAAAAAAQAAAAAAAAADd2hvAAAAABMAAAABAAAD6QAAAAIAAAfQAAAAC1RhcmlmZkVycm9yAA==", "AAAAAAAAADRUaGUgcHJpY2UgaW4gZm9yY2UgYXQgYSB0aW1lIG5vdCBhZnRlciBub3cgKFNFUC00MCkuAAAABXByaWNlAAAAAAAAAgAAAAAAAAAFYXNzZXQAAAAAAAfQAAAABUFzc2V0AAAAAAAAAAAAAAl0aW1lc3RhbXAAAAAAAAAGAAAAAQAAA+gAAAfQAAAACVByaWNlRGF0YQAAAA==", "AAAAAAAAABpXaGF0IGhhcyBhIHByaWNlIChTRVAtNDApLgAAAAAABmFzc2V0cwAAAAAAAAAAAAEAAAPqAAAH0AAAAAVBc3NldAAAAA==", "AAAAAAAAACBXaGV0aGVyIG5ldyBidXNpbmVzcyBpcyBzdG9wcGVkLgAAAAZwYXVzZWQAAAAAAAAAAAABAAAAAQ==", "AAAAAAAAAGNUaGUgbGFzdCBwcmljZXMgaW4gZm9yY2UsIG5ld2VzdCBmaXJzdCwgYXMgbWFueSBhcyBhc2tlZCBmb3IgYW5kIGtlcHQ7IG5vbmU6IG5vIHByaWNlIHlldCAoU0VQLTQwKS4AAAAABnByaWNlcwAAAAAAAgAAAAAAAAAFYXNzZXQAAAAAAAfQAAAABUFzc2V0AAAAAAAAAAAAAAdyZWNvcmRzAAAAAAQAAAABAAAD6AAAA+oAAAfQAAAACVByaWNlRGF0YQAAAA==", "AAAAAAAAABNXaG8gbWF5IHNldCBwcmljZXMuAAAAAAdmZWVkZXJzAAAAAAAAAAABAAAD6gAAABM=", "AAAAAAAAAFhCcmluZ3Mgd2hhdCB0aGUgcHJldmlvdXMgYnVpbGQgc3RvcmVkIHRvIHRoZSBmb3JtIG9mIHRoaXMgb25lLCBvbmNlLiBBbnlvbmUgbWF5IGNhbGwgaXQuAAAAB21pZ3JhdGUAAAAAAAAAAAEAAAPpAAAAAgAAB9AAAAALVGFyaWZmRXJyb3IA", "AAAAAAAAAERMZXRzIG5ldyBidXNpbmVzcyBnbyBvbi4gQWRtaW5pc3RyYXRvciwgdHJ1c3RlZSBvciBhIGd1YXJkaWFuIHNpZ25zLgAAAAd1bnBhdXNlAAAAAAEAAAAAAAAAA3dobwAAAAATAAAAAQAAA+kAAAACAAAH0AAAAAtUYXJpZmZFcnJvcgA=", "AAAAAAAAAEtJbnN0YWxscyB0aGUgYW5ub3VuY2VkIGNvZGUgb25jZSBpdHMgZGVsYXkgcGFzc2VkLiBUaGUgYWRtaW5pc3RyYXRvciBzaWducy4AAAAAB3VwZ3JhZGUAAAAAAAAAAAEAAAPpAAAAAgAAB9AAAAALVGFyaWZmRXJyb3IA", "AAAAAAAAABpUaGUgdmVyc2lvbiBvZiB0aGlzIGJ1aWxkLgAAAAAAB3ZlcnNpb24AAAAAAAAAAAEAAAAE", "AAAAAAAAADVUaGUgcHJpY2Ugb2YgYW4gYXNzZXQgdGhhdCB3YWl0cyBmb3IgYSBzZWNvbmQgZmVlZGVyLgAAAAAAAAd3YWl0aW5nAAAAAAEAAAAAAAAABWFzc2V0AAAAAAAH0AAAAAVBc3NldAAAAAAAAAEAAAPoAAAH0AAAAAdXYWl0aW5nAA==", "AAAAAAAAAB9EZWNpbWFscyBvZiBwcmljZXM6IDcgKFNFUC00MCkuAAAAAAhkZWNpbWFscwAAAAAAAAABAAAABA==", "AAAAAAAAAFVUaGUgcHJpY2UgaW4gZm9yY2UgYXQgYSB0aW1lLCBhbiBhbm5vdW5jZWQgb25lIHRvbywgYW5kIHdoZXRoZXIgaXQgd2FzIHN0YWxlIGJ5IHRoZW4uAAAAAAAACHByaWNlX2F0AAAAAgAAAAAAAAAFYXNzZXQAAAAAAAfQAAAABUFzc2V0AAAAAAAAAAAAAAl0aW1lc3RhbXAAAAAAAAAGAAAAAQAAA+gAAAfQAAAAB1ByaWNlQXQA", "AAAAAAAAAPVTYXlzIHRoYXQgdGhlIGFzc2V0J3MgbGFzdCBwcmljZSBzdGlsbCBob2xkcywgd2hpY2ggbWFrZXMgaXQgZnJlc2ggYWdhaW47IHRoZSBmZWVkZXIgc2lnbnMuCgojIEVycm9ycwoqIFtgVGFyaWZmRXJyb3I6Ok5vdEZlZWRlcmBdLCBbYFRhcmlmZkVycm9yOjpQYXVzZWRgXQoqIFtgVGFyaWZmRXJyb3I6Ok5vUHJpY2VgXSAtIFdoZW4gdGhlIGFzc2V0IGhhcyBubyBwcmljZS4KCiMgRXZlbnRzCiogW2BQcmljZVJlYWZmaXJtZWRgXQAAAAAAAAhyZWFmZmlybQAAAAIAAAAAAAAABmZlZWRlcgAAAAAAEwAAAAAAAAAFYXNzZXQAAAAAAAfQAAAABUFzc2V0AAAAAAAAAQAAA+kAAAACAAAH0AAAAAtUYXJpZmZFcnJvcgA=", "AAAAAAAAAD9UaGUgcHJpY2UgaW4gZm9yY2Ugbm93IGFuZCB0aGUgdGltZSBzaW5jZSB3aGljaCBpdCBpcyAoU0VQLTQwKS4AAAAACWxhc3RwcmljZQAAAAAAAAEAAAAAAAAABWFzc2V0AAAAAAAH0AAAAAVBc3NldAAAAAAAAAEAAAPoAAAH0AAAAAlQcmljZURhdGEAAAA=", "AAAAAAAAA/FTZXRzIHRoZSBwcmljZSBvZiBhbiBhc3NldCwgc3Ryb29wcyBwZXIga1doLCBmcm9tIGBlZmZlY3RpdmVfYXRgIG9uIChVbml4IHNlY29uZHMpOyB0aGUgZmVlZGVyIHNpZ25zLiBUaGUgdGltZSBtYXkKbGllIGluIHRoZSBwYXN0LCBhZnRlciB0aGUgbGFzdCBlZmZlY3RpdmUgdGltZTogYSBsYXRlIGNvcnJlY3Rpb24sIGJ5IHdoaWNoIHByb3Zpc2lvbmFsIGJpbGxzIGFyZSB0cnVlZCB1cC4KCkEgcHJpY2UgYmV5b25kIHRoZSBkZXZpYXRpb24gYm91bmQgd2FpdHMgdW50aWwgYSBzZWNvbmQgZmVlZGVyIG1ha2VzIHRoZSBzYW1lIGNhbGw7IGFub3RoZXIgcHJpY2UgcmVwbGFjZXMgd2hhdAp3YWl0cy4gVGhlIGZpcnN0IHByaWNlIG9mIGFuIGFzc2V0IHdhaXRzIHRvbywgd2hlcmUgdGhlcmUgaXMgYSBzZWNvbmQgZmVlZGVyLgoKIyBFcnJvcnMKKiBbYFRhcmlmZkVycm9yOjpOb3RGZWVkZXJgXSwgW2BUYXJpZmZFcnJvcjo6UGF1c2VkYF0KKiBbYFRhcmlmZkVycm9yOjpCYWRQcmljZWBdIC0gV2hlbiB0aGUgcHJpY2UgaXMgbm90IGFib3ZlIDAsIG9yIGFib3ZlIGEgbWlsbGlvbi4KKiBbYFRhcmlmZkVycm9yOjpOb3RMYXRlcmBdIC0gV2hlbiB0aGUgYXNzZXQgaGFzIGEgY2hhbmdlIGF0IG9yIGFmdGVyIHRoYXQgdGltZS4KKiBbYFRhcmlmZkVycm9yOjpUb29GYXJBaGVhZGBdIC0gV2hlbiB0aGF0IHRpbWUgaXMgbW9yZSB0aGFuIDM2NiBkYXlzIGZyb20gbm93LgoqIFtgVGFyaWZmRXJyb3I6OlRvb01hbnlBc3NldHNgXSAtIFdoZW4gaXQgd291bGQgYmUgdGhlIDE3dGggYXNzZXQuCiogW2BUYXJpZmZFcnJvcjo6VG9vTWFueUNoYW5nZXNgXSAtIFdoZW4gc28gbWFueSBhcmUgYW5ub3VuY2VkIHRoYXQgdGhlIHByaWNlIGluIGZvcmNlIHdvdWxkIGJlIGZvcmdvdHRlbi4KCiMgRXZlbnRzCiogW2BQcmljZVNldGBdKGNyYXRlOjpldmVudHM6OlByaWNlU2V0KSwgb3IgW2BQcmljZVdhaXRpbmdgXShjcmF0ZTo6ZXZlbnRzOjpQcmljZVdhaXRpbmcpIHdoZW4gaXQgd2FpdHMuAAAAAAAACXNldF9wcmljZQAAAAAAAAQAAAAAAAAABmZlZWRlcgAAAAAAEwAAAAAAAAAFYXNzZXQAAAAAAAfQAAAABUFzc2V0AAAAAAAAAAAAAAVwcmljZQAAAAAAAAsAAAAAAAAADGVmZmVjdGl2ZV9hdAAAAAYAAAABAAAD6QAAAAIAAAfQAAAAC1RhcmlmZkVycm9yAA==", "AAAAAAAAAFtXaGF0IHRoZSBwcmljZSBpbiBmb3JjZSBhdCBhIHRpbWUgaXMgbWFkZSBvZjsgbm90aGluZzogbm8gcHJpY2UsIG9yIGl0IHdhcyB0b2xkIGFzIGEgd2hvbGUuAAAAAApjb21wb25lbnRzAAAAAAACAAAAAAAAAAVhc3NldAAAAAAAB9AAAAAFQXNzZXQAAAAAAAAAAAAACXRpbWVzdGFtcAAAAAAAAAYAAAABAAAD6AAAB9AAAAAKQ29tcG9uZW50cwAA", "AAAAAAAAAD1BZG1pbmlzdHJhdG9yLCB0cnVzdGVlLCBhbmQgdGhlIGRlbGF5IG9mIHVwZ3JhZGVzIGluIHNlY29uZHMuAAAAAAAACmdvdmVybmFuY2UAAAAAAAAAAAABAAAH0AAAAApHb3Zlcm5hbmNlAAA=", "AAAAAAAAALdPZmZlcnMgYSByb2xlIHRvIHNvbWVib2R5LCB3aG8gaGFzIHRvIGFjY2VwdCBpdC4gSXRzIGhvbGRlciBzaWduczsgb3IgYWRtaW5pc3RyYXRvciBvciB0cnVzdGVlLCBhbmQgdGhlbiBpdCBtYXkKYmUgYWNjZXB0ZWQgb25seSBhZnRlciB0aGUgdXBncmFkZSBkZWxheSwgYW5kIHRoZSBob2xkZXIgbWF5IGNhbmNlbCBpdC4AAAAACm9mZmVyX3JvbGUAAAAAAAMAAAAAAAAAA3dobwAAAAATAAAAAAAAAARyb2xlAAAAEQAAAAAAAAACdG8AAAAAABMAAAABAAAD6QAAAAIAAAfQAAAAC1RhcmlmZkVycm9yAA==", "AAAAAAAAAElTZWNvbmRzIHdpdGhpbiB3aGljaCBhIHByaWNlIGlzIGNvbmZpcm1lZCBhbmV3IChTRVAtNDApOiB0aGUgbWF4aW11bSBhZ2UuAAAAAAAACnJlc29sdXRpb24AAAAAAAAAAAABAAAABA==", "AAAAAAAAABlUaGUgb3BlbiBvZmZlciBvZiBhIHJvbGUuAAAAAAAACnJvbGVfb2ZmZXIAAAAAAAEAAAAAAAAABHJvbGUAAAARAAAAAQAAA+gAAAfQAAAACVJvbGVPZmZlcgAAAA==", "AAAAAAAAACxUYWtlcyBvdmVyIGEgcm9sZS4gV2hvIHdhcyBvZmZlcmVkIGl0IHNpZ25zLgAAAAthY2NlcHRfcm9sZQAAAAABAAAAAAAAAARyb2xlAAAAEQAAAAEAAAPpAAAAAgAAB9AAAAALVGFyaWZmRXJyb3IA", "AAAAAAAAAF1UaGUgZmlyc3QgdGltZSBhZnRlciBgYWZ0ZXJgIGF0IHdoaWNoIGFub3RoZXIgcHJpY2UgY29tZXMgaW50byBmb3JjZSwgYXMgZmFyIGFzIGlzIGFubm91bmNlZC4AAAAAAAALbmV4dF9jaGFuZ2UAAAAAAgAAAAAAAAAFYXNzZXQAAAAAAAfQAAAABUFzc2V0AAAAAAAAAAAAAAVhZnRlcgAAAAAAAAYAAAABAAAD6AAAAAY=", "AAAAAAAAABVUaGUgYW5ub3VuY2VkIGZlZWRlci4AAAAAAAAMZmVlZGVyX29mZmVyAAAAAAAAAAEAAAPoAAAH0AAAAAtGZWVkZXJPZmZlcgA=", "AAAAAAAAAQZBbm5vdW5jZXMgYSBuZXcgZmVlZGVyLCB3aG8gbWF5IGFjY2VwdCBhZnRlciB0aGUgdXBncmFkZSBkZWxheTsgYSBsYXRlciBvZmZlciByZXBsYWNlcyBpdC4gVGhlIGFkbWluaXN0cmF0b3Igc2lnbnMuCgojIEVycm9ycwoqIFtgVGFyaWZmRXJyb3I6OkJhZEZlZWRlcnNgXSAtIFdoZW4gaXQgaXMgYSBmZWVkZXIgYWxyZWFkeSwgb3IgdGhlcmUgYXJlIDguCgojIEV2ZW50cwoqIFtgRmVlZGVyT2ZmZXJlZGBdKGNyYXRlOjpldmVudHM6OkZlZWRlck9mZmVyZWQpAAAAAAAMb2ZmZXJfZmVlZGVyAAAAAQAAAAAAAAAGZmVlZGVyAAAAAAATAAAAAQAAA+kAAAACAAAH0AAAAAtUYXJpZmZFcnJvcgA=", "AAAAAAAAAe1gYmFzZWAgaXMgd2hhdCBwcmljZXMgYXJlIGluLCBgbWF4X2FnZWAgdGhlIHNlY29uZHMgYWZ0ZXIgd2hpY2ggYW4gdW5jb25maXJtZWQgcHJpY2UgaXMgc3RhbGUgKGZlZWRlcnMgcmVhZmZpcm0KbW9udGhseTogc29tZSBkYXlzIG1vcmUgdGhhbiBhIG1vbnRoKSwgYGRldmlhdGlvbl9icHNgIGhvdyBmYXIgb25lIGZlZWRlciBhbG9uZSBtYXkgbW92ZSBhIHByaWNlIHdpdGhpbiB0aGF0IHRpbWUuCgojIEVycm9ycwoqIFtgVGFyaWZmRXJyb3I6OkJhZEdvdmVybmFuY2VgXQoqIFtgVGFyaWZmRXJyb3I6OkJhZEZlZWRlcnNgXSAtIFdoZW4gdGhlcmUgYXJlIG5vdCAxIHRvIDggZGlmZmVyZW50IGZlZWRlcnMuCiogW2BUYXJpZmZFcnJvcjo6QmFkTWF4QWdlYF0gLSBXaGVuIHRoZSBtYXhpbXVtIGFnZSBpcyAwIG9yIGJleW9uZCAzMiBiaXRzLgoqIFtgVGFyaWZmRXJyb3I6OkJhZERldmlhdGlvbmBdIC0gV2hlbiB0aGUgYm91bmQgaXMgMCBvciBhYm92ZSAxMCwwMDAuAAAAAAAADV9fY29uc3RydWN0b3IAAAAAAAAFAAAAAAAAAApnb3Zlcm5hbmNlAAAAAAfQAAAACkdvdmVybmFuY2UAAAAAAAAAAAAEYmFzZQAAB9AAAAAFQXNzZXQAAAAAAAAAAAAAB2ZlZWRlcnMAAAAD6gAAABMAAAAAAAAAB21heF9hZ2UAAAAABgAAAAAAAAANZGV2aWF0aW9uX2JwcwAAAAAAAAQAAAABAAAD6QAAAAIAAAfQAAAAC1RhcmlmZkVycm9yAA==", "AAAAAAAAANFNYWtlcyB3aG8gd2FzIG9mZmVyZWQgaXQgYSBmZWVkZXIsIHdobyBzaWducywgd2l0aGluIDMwIGRheXMgYWZ0ZXIgdGhlIGRlbGF5LgoKIyBFcnJvcnMKKiBbYFRhcmlmZkVycm9yOjpOb0ZlZWRlck9mZmVyYF0sIFtgVGFyaWZmRXJyb3I6OlRvb0Vhcmx5YF0KCiMgRXZlbnRzCiogW2BGZWVkZXJBY2NlcHRlZGBdKGNyYXRlOjpldmVudHM6OkZlZWRlckFjY2VwdGVkKQAAAAAAAA1hY2NlcHRfZmVlZGVyAAAAAAAAAAAAAAEAAAPpAAAAAgAAB9AAAAALVGFyaWZmRXJyb3IA", "AAAAAAAAANhXaXRoZHJhd3MgdGhlIG9mZmVyIG9mIGEgbmV3IGZlZWRlci4gQWRtaW5pc3RyYXRvciBvciB0cnVzdGVlIHNpZ25zLgoKIyBFcnJvcnMKKiBbYFRhcmlmZkVycm9yOjpOb3RQZXJtaXR0ZWRgXSwgW2BUYXJpZmZFcnJvcjo6Tm9GZWVkZXJPZmZlcmBdCgojIEV2ZW50cwoqIFtgRmVlZGVyT2ZmZXJDYW5jZWxsZWRgXShjcmF0ZTo6ZXZlbnRzOjpGZWVkZXJPZmZlckNhbmNlbGxlZCkAAAANY2FuY2VsX2ZlZWRlcgAAAAAAAAEAAAAAAAAAA3dobwAAAAATAAAAAQAAA+kAAAACAAAH0AAAAAtUYXJpZmZFcnJvcgA=", "AAAAAAAAAdBQdXRzIGludG8gZm9yY2UgdGhlIHByaWNlIHRoYXQgdGhlIG9ubHkgZmVlZGVyIHNhaWQgYmV5b25kIHRoZSBib3VuZDsgdGhlIGFkbWluaXN0cmF0b3IsIHdobyBpcyBub3QgdGhhdCBmZWVkZXIsCnNpZ25zIGluIHBsYWNlIG9mIGEgc2Vjb25kIGZlZWRlci4KCiMgRXJyb3JzCiogW2BUYXJpZmZFcnJvcjo6UGF1c2VkYF0KKiBbYFRhcmlmZkVycm9yOjpOb3RoaW5nV2FpdHNgXSAtIFdoZW4gZXhhY3RseSB0aGF0IGRvZXMgbm90IHdhaXQuCiogW2BUYXJpZmZFcnJvcjo6Tm90U29sZUZlZWRlcmBdIC0gV2hlbiBhbm90aGVyIGZlZWRlciBjb3VsZCBjb25maXJtIGl0LgoqIFtgVGFyaWZmRXJyb3I6Ok5vdExhdGVyYF0sIFtgVGFyaWZmRXJyb3I6OlRvb01hbnlDaGFuZ2VzYF0gLSBXaGVuIHRoYXQgY2FtZSBhYm91dCBzaW5jZS4KCiMgRXZlbnRzCiogW2BQcmljZVNldGBdKGNyYXRlOjpldmVudHM6OlByaWNlU2V0KQAAAA1jb25maXJtX3ByaWNlAAAAAAAAAwAAAAAAAAAFYXNzZXQAAAAAAAfQAAAABUFzc2V0AAAAAAAAAAAAAAVwcmljZQAAAAAAAAsAAAAAAAAADGVmZmVjdGl2ZV9hdAAAAAYAAAABAAAD6QAAAAIAAAfQAAAAC1RhcmlmZkVycm9yAA==", "AAAAAAAAAE9Ib3cgZmFyIG9uZSBmZWVkZXIgYWxvbmUgbWF5IG1vdmUgYSBwcmljZSB3aXRoaW4gdGhlIG1heGltdW0gYWdlLCBiYXNpcyBwb2ludHMuAAAAAA1kZXZpYXRpb25fYnBzAAAAAAAAAAAAAAEAAAAE", "AAAAAAAAAP1SZW1vdmVzIGEgZmVlZGVyIGF0IG9uY2UsIG5ldmVyIHRoZSBsYXN0LiBXaGF0IG9ubHkgdGhpcyBmZWVkZXIgc2FpZCBhbmQgc3RpbGwgd2FpdHMgY291bnRzIG5vIG1vcmUuIFRoZQphZG1pbmlzdHJhdG9yIHNpZ25zLgoKIyBFcnJvcnMKKiBbYFRhcmlmZkVycm9yOjpOb3RGZWVkZXJgXSwgW2BUYXJpZmZFcnJvcjo6TGFzdEZlZWRlcmBdCgojIEV2ZW50cwoqIFtgRmVlZGVyUmVtb3ZlZGBdKGNyYXRlOjpldmVudHM6OkZlZWRlclJlbW92ZWQpAAAAAAAADXJlbW92ZV9mZWVkZXIAAAAAAAABAAAAAAAAAAZmZWVkZXIAAAAAABMAAAABAAAD6QAAAAIAAAfQAAAAC1RhcmlmZkVycm9yAA==", "AAAAAAAAADlEcm9wcyB0aGUgYW5ub3VuY2VkIGNvZGUuIEFkbWluaXN0cmF0b3Igb3IgdHJ1c3RlZSBzaWducy4AAAAAAAAOY2FuY2VsX3VwZ3JhZGUAAAAAAAEAAAAAAAAAA3dobwAAAAATAAAAAQAAA+kAAAACAAAH0AAAAAtUYXJpZmZFcnJvcgA=", "AAAAAAAAANFUaGUgc2FtZSBhcyBgc2V0X3ByaWNlYCwgd2l0aCB3aGF0IHRoZSBwcmljZSBpcyBtYWRlIG9mOiB0aGUgY29tcG9uZW50cyBhZGQgdXAgdG8gaXQuCgojIEVycm9ycwoqIFRob3NlIG9mIGBzZXRfcHJpY2VgOyBbYFRhcmlmZkVycm9yOjpPdmVyZmxvd2BdIC0gV2hlbiB0aGUgc3VtIGxlYXZlcyBgaTEyOGAuCgojIEV2ZW50cwoqIFRob3NlIG9mIGBzZXRfcHJpY2VgLgAAAAAAAA5zZXRfY29tcG9uZW50cwAAAAAABAAAAAAAAAAGZmVlZGVyAAAAAAATAAAAAAAAAAVhc3NldAAAAAAAB9AAAAAFQXNzZXQAAAAAAAAAAAAACmNvbXBvbmVudHMAAAAAB9AAAAAKQ29tcG9uZW50cwAAAAAAAAAAAAxlZmZlY3RpdmVfYXQAAAAGAAAAAQAAA+kAAAACAAAH0AAAAAtUYXJpZmZFcnJvcgA=", "AAAAAAAAABNUaGUgYW5ub3VuY2VkIGNvZGUuAAAAAA9wZW5kaW5nX3VwZ3JhZGUAAAAAAAAAAAEAAAPoAAAH0AAAAA5QZW5kaW5nVXBncmFkZQAA", "AAAAAAAAAFpBbm5vdW5jZXMgbmV3IGNvZGUgYnkgaXRzIGhhc2g7IGEgbGF0ZXIgYW5ub3VuY2VtZW50IHJlcGxhY2VzIGl0LiBUaGUgYWRtaW5pc3RyYXRvciBzaWducy4AAAAAAA9wcm9wb3NlX3VwZ3JhZGUAAAAAAQAAAAAAAAAJd2FzbV9oYXNoAAAAAAAD7gAAACAAAAAA", "AAAAAAAAAD5XaXRoZHJhd3MgYW4gb2ZmZXIuIFRoZSByb2xlJ3MgaG9sZGVyIG9yIHdobyBvZmZlcmVkIGl0IHNpZ25zLgAAAAAAEWNhbmNlbF9yb2xlX29mZmVyAAAAAAAAAgAAAAAAAAADd2hvAAAAABMAAAAAAAAABHJvbGUAAAARAAAAAQAAA+kAAAACAAAH0AAAAAtUYXJpZmZFcnJvcgA=", "AAAAAQAAABBBIHJvbGUgb24gb2ZmZXIuAAAAAAAAAAlSb2xlT2ZmZXIAAAAAAAADAAAAD1dobyBvZmZlcmVkIGl0LgAAAAACYnkAAAAAABMAAABORnJvbSB3aGVuIG9uIGl0IG1heSBiZSBhY2NlcHRlZCwgVW5peCBzZWNvbmRzOyAzMCBkYXlzIGxhdGVyIHRoZSBvZmZlciBsYXBzZXMuAAAAAAAIcmVhZHlfYXQAAAAGAAAAEldobyBtYXkgYWNjZXB0IGl0LgAAAAAAAnRvAAAAAAAT", "AAAAAQAAAC9XaGF0IHRoZSBjb25zdHJ1Y3RvciBvZiBldmVyeSBjb250cmFjdCBpcyB0b2xkLgAAAAAAAAAACkdvdmVybmFuY2UAAAAAAAMAAAA0QW5ub3VuY2VzIHVwZ3JhZGVzIGFuZCBydW5zIHRoZSBjb250cmFjdCdzIHNldHRpbmdzLgAAAAVhZG1pbgAAAAAAABMAAAAuU3RhbmRzIGZvciB0aGUgYm9uZGhvbGRlcnM7IGNhbiB2ZXRvIHVwZ3JhZGVzLgAAAAAAB3RydXN0ZWUAAAAAEwAAAF1TZWNvbmRzIGZvciB3aGljaCBhbiB1cGdyYWRlLCBhbmQgYSByb2xlIG9mZmVyZWQgZm9yIGl0cyBob2xkZXIsIHdhaXRzOiAzMCBkYXlzIHRvIHR3byB5ZWFycy4AAAAAAAANdXBncmFkZV9kZWxheQAAAAAAAAY=", "AAAABQAAABtgd2hvYCBzdG9wcGVkIG5ldyBidXNpbmVzcy4AAAAAAAAAAAZQYXVzZWQAAAAAAAEAAAAGcGF1c2VkAAAAAAABAAAAAAAAAAN3aG8AAAAAEwAAAAEAAAAC", "AAAABQAAAClUaGUgc3RvcmFnZSBoYXMgdGhlIGZvcm0gb2YgdmVyc2lvbiBgdG9gLgAAAAAAAAAAAAAITWlncmF0ZWQAAAABAAAACG1pZ3JhdGVkAAAAAgAAAAAAAAAEZnJvbQAAAAQAAAAAAAAAAAAAAAJ0bwAAAAAABAAAAAAAAAAC", "AAAABQAAAB1gd2hvYCBsZXQgbmV3IGJ1c2luZXNzIGdvIG9uLgAAAAAAAAAAAAAIVW5wYXVzZWQAAAABAAAACHVucGF1c2VkAAAAAQAAAAAAAAADd2hvAAAAABMAAAABAAAAAg==", "AAAABQAAACRUaGUgYW5ub3VuY2VkIGNvZGUgcnVucyBmcm9tIG5vdyBvbi4AAAAAAAAACFVwZ3JhZGVkAAAAAQAAAAh1cGdyYWRlZAAAAAEAAAAAAAAACXdhc21faGFzaAAAAAAAA+4AAAAgAAAAAQAAAAI=", "AAAABQAAAFFgYnlgIG9mZmVyZWQgYSByb2xlIHRvIGB0b2AsIHdobyBtYXkgYWNjZXB0IGl0IGZyb20gYHJlYWR5X2F0YCBvbiAoVW5peCBzZWNvbmRzKS4AAAAAAAAAAAAAC1JvbGVPZmZlcmVkAAAAAAEAAAAMcm9sZV9vZmZlcmVkAAAABAAAAAAAAAAEcm9sZQAAABEAAAABAAAAAAAAAAJ0bwAAAAAAEwAAAAAAAAAAAAAAAmJ5AAAAAAATAAAAAAAAAAAAAAAIcmVhZHlfYXQAAAAGAAAAAAAAAAI=", "AAAABQAAAChgaG9sZGVyYCB0b29rIG92ZXIgYSByb2xlIGZyb20gYGZvcm1lcmAuAAAAAAAAAAxSb2xlQWNjZXB0ZWQAAAABAAAADXJvbGVfYWNjZXB0ZWQAAAAAAAADAAAAAAAAAARyb2xlAAAAEQAAAAEAAAAAAAAABmhvbGRlcgAAAAAAEwAAAAAAAAAAAAAABmZvcm1lcgAAAAAAEwAAAAAAAAAC", "AAAABQAAAGxUaGUgYWRtaW5pc3RyYXRvciBhbm5vdW5jZWQgbmV3IGNvZGUsIHdoaWNoIG1heSBiZSBpbnN0YWxsZWQgZnJvbSBgcmVhZHlfYXRgIHRvIGBleHBpcmVzX2F0YCAoVW5peCBzZWNvbmRzKS4AAAAAAAAAD1VwZ3JhZGVQcm9wb3NlZAAAAAABAAAAEHVwZ3JhZGVfcHJvcG9zZWQAAAADAAAAAAAAAAl3YXNtX2hhc2gAAAAAAAPuAAAAIAAAAAEAAAAAAAAACHJlYWR5X2F0AAAABgAAAAAAAAAAAAAACmV4cGlyZXNfYXQAAAAAAAYAAAAAAAAAAg==", "AAAABQAAACBgYnlgIGRyb3BwZWQgdGhlIGFubm91bmNlZCBjb2RlLgAAAAAAAAAQVXBncmFkZUNhbmNlbGxlZAAAAAEAAAARdXBncmFkZV9jYW5jZWxsZWQAAAAAAAACAAAAAAAAAAl3YXNtX2hhc2gAAAAAAAPuAAAAIAAAAAEAAAAAAAAAAmJ5AAAAAAATAAAAAAAAAAI=", "AAAABQAAACJgYnlgIHdpdGhkcmV3IHRoZSBvZmZlciBvZiBhIHJvbGUuAAAAAAAAAAAAElJvbGVPZmZlckNhbmNlbGxlZAAAAAAAAQAAABRyb2xlX29mZmVyX2NhbmNlbGxlZAAAAAIAAAAAAAAABHJvbGUAAAARAAAAAQAAAAAAAAACYnkAAAAAABMAAAAAAAAAAg==", "AAAAAQAAADFDb2RlIHRoYXQgd2FzIGFubm91bmNlZCBhbmQgaXMgbm90IGluc3RhbGxlZCB5ZXQuAAAAAAAAAAAAAA5QZW5kaW5nVXBncmFkZQAAAAAAAwAAADtBZnRlciB3aGljaCBpdCBtYXkgbm90IGJlIGluc3RhbGxlZCBhbnkgbW9yZSwgVW5peCBzZWNvbmRzLgAAAAAKZXhwaXJlc19hdAAAAAAABgAAAC9Gcm9tIHdoZW4gb24gaXQgbWF5IGJlIGluc3RhbGxlZCwgVW5peCBzZWNvbmRzLgAAAAAIcmVhZHlfYXQAAAAGAAAAKkhhc2ggb2YgdGhlIGNvZGUsIHdoaWNoIGlzIHVwbG9hZGVkIGFwYXJ0LgAAAAAACXdhc21faGFzaAAAAAAAA+4AAAAg", "AAAAAgAAABxXaGF0IGEgcHJpY2UgaXMgb2YgKFNFUC00MCkuAAAAAAAAAAVBc3NldAAAAAAAAAIAAAABAAAAIUEgU3RlbGxhciBhc3NldCwgYnkgaXRzIGNvbnRyYWN0LgAAAAAAAAdTdGVsbGFyAAAAAAEAAAATAAAAAQAAAEJBbnl0aGluZyBlbHNlLCBieSBpdHMgc3ltYm9sOiBhIHV0aWxpdHkncyByZXRhaWwgb3IgZXhwb3J0IHRhcmlmZi4AAAAAAAVPdGhlcgAAAAAAAAEAAAAR", "AAAAAQAAACBUaGUgcHJpY2UgaW4gZm9yY2UgYXQgc29tZSB0aW1lLgAAAAAAAAAHUHJpY2VBdAAAAAADAAAAcFVuaXggc2Vjb25kcyBzaW5jZSB3aGljaCBpdCBpcyBpbiBmb3JjZS4gQSBsYXRlIGNvcnJlY3Rpb24gY29tZXMgaW50byBmb3JjZSBhZnRlciB0aGlzIHRpbWUsIG5ldmVyIGF0IG9yIGJlZm9yZS4AAAAMZWZmZWN0aXZlX2F0AAAABgAAABxTdHJvb3BzIG9mIHRoZSBiYXNlIHBlciBrV2guAAAABXByaWNlAAAAAAAACwAAAK5XaGV0aGVyIG5vYm9keSBoYWQgY29uZmlybWVkIGl0IGZvciBsb25nZXIgdGhhbiB0aGUgbWF4aW11bSBhZ2U6IGEgYmlsbCBhdCBpdCBpcyBwcm92aXNpb25hbC4gTm8gbG9uZ2VyIHN0YWxlOiBpdAp3YXMgY29uZmlybWVkIHNpbmNlLCBvciB0aGUgcHJpY2UgdGhhdCBmb2xsb3dlZCBpdCBpcyBrbm93bi4AAAAAAAVzdGFsZQAAAAAAAAE=", "AAAAAQAAADlBIHByaWNlIGFuZCB0aGUgdGltZSBzaW5jZSB3aGljaCBpdCBpcyBpbiBmb3JjZSAoU0VQLTQwKS4AAAAAAAAAAAAACVByaWNlRGF0YQAAAAAAAAIAAAAcU3Ryb29wcyBvZiB0aGUgYmFzZSBwZXIga1doLgAAAAVwcmljZQAAAAAAAAsAAAANVW5peCBzZWNvbmRzLgAAAAAAAAl0aW1lc3RhbXAAAAAAAAAG", "AAAAAQAAAF9XaGF0IGEgdXRpbGl0eSdzIHByaWNlIGlzIG1hZGUgb2Y7IHRoZSBwYXJ0cyBhZGQgdXAgdG8gaXQuIEFkanVzdG1lbnRzIG1heSBiZSBjcmVkaXRzLCBiZWxvdyAwLgAAAAAAAAAACkNvbXBvbmVudHMAAAAAAAMAAAAfVGhlIGJhc2UgcmF0ZSwgc3Ryb29wcyBwZXIga1doLgAAAAAEYmFzZQAAAAsAAAApVGhlIGFkanVzdG1lbnQgZm9yIGZ1ZWwsIHN0cm9vcHMgcGVyIGtXaC4AAAAAAAAEZnVlbAAAAAsAAAA0VGhlIGFkanVzdG1lbnQgZm9yIHB1cmNoYXNlZCBwb3dlciwgc3Ryb29wcyBwZXIga1doLgAAAAhwdXJjaGFzZQAAAAs="]),
      options
    );
  }

   static override deploy<T = Client>(args: { governance: Governance; base: Asset; feeders: Array<string | Address>; max_age: bigint; deviation_bps: number }, options: MethodOptions & Omit<ContractClientOptions, 'contractId'> & { salt?: Uint8Array; address?: string; } & ({ wasmHash: Uint8Array | string; format?: "hex" | "base64"; externalRef?: never; } | { externalRef: ExternalExecutableRef; wasmHash?: never; format?: never; })): Promise<AssembledTransaction<T>> {
    return ContractClient.deploy(args, options);
  }
  public readonly fromJson = {
    base : this.txFromJson<Asset>,  role : this.txFromJson<string | null>,  pause : this.txFromJson<Result<null, TariffError>>,  price : this.txFromJson<PriceData | null>,  assets : this.txFromJson<Array<Asset>>,  paused : this.txFromJson<boolean>,  prices : this.txFromJson<Array<PriceData> | null>,  feeders : this.txFromJson<Array<string>>,  migrate : this.txFromJson<Result<null, TariffError>>,  unpause : this.txFromJson<Result<null, TariffError>>,  upgrade : this.txFromJson<Result<null, TariffError>>,  version : this.txFromJson<number>,  waiting : this.txFromJson<Waiting | null>,  decimals : this.txFromJson<number>,  price_at : this.txFromJson<PriceAt | null>,  reaffirm : this.txFromJson<Result<null, TariffError>>,  lastprice : this.txFromJson<PriceData | null>,  set_price : this.txFromJson<Result<null, TariffError>>,  components : this.txFromJson<Components | null>,  governance : this.txFromJson<Governance>,  offer_role : this.txFromJson<Result<null, TariffError>>,  resolution : this.txFromJson<number>,  role_offer : this.txFromJson<RoleOffer | null>,  accept_role : this.txFromJson<Result<null, TariffError>>,  next_change : this.txFromJson<bigint | null>,  feeder_offer : this.txFromJson<FeederOffer | null>,  offer_feeder : this.txFromJson<Result<null, TariffError>>,  accept_feeder : this.txFromJson<Result<null, TariffError>>,  cancel_feeder : this.txFromJson<Result<null, TariffError>>,  confirm_price : this.txFromJson<Result<null, TariffError>>,  deviation_bps : this.txFromJson<number>,  remove_feeder : this.txFromJson<Result<null, TariffError>>,  cancel_upgrade : this.txFromJson<Result<null, TariffError>>,  set_components : this.txFromJson<Result<null, TariffError>>,  pending_upgrade : this.txFromJson<PendingUpgrade | null>,  propose_upgrade : this.txFromJson<void>,  cancel_role_offer : this.txFromJson<Result<null, TariffError>>
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
   * Build a topics filter row for the "PriceSet" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  priceSetEventFilter(topicValues?: { asset?: Asset }): string[] {
    return this.spec.eventTopicFilter("PriceSet", topicValues);
  }
  /**
   * Build a topics filter row for the "PriceWaiting" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  priceWaitingEventFilter(topicValues?: { asset?: Asset }): string[] {
    return this.spec.eventTopicFilter("PriceWaiting", topicValues);
  }
  /**
   * Build a topics filter row for the "FeederOffered" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  feederOfferedEventFilter(topicValues?: { feeder?: string | Address }): string[] {
    return this.spec.eventTopicFilter("FeederOffered", topicValues);
  }
  /**
   * Build a topics filter row for the "FeederRemoved" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  feederRemovedEventFilter(topicValues?: { feeder?: string | Address }): string[] {
    return this.spec.eventTopicFilter("FeederRemoved", topicValues);
  }
  /**
   * Build a topics filter row for the "FeederAccepted" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  feederAcceptedEventFilter(topicValues?: { feeder?: string | Address }): string[] {
    return this.spec.eventTopicFilter("FeederAccepted", topicValues);
  }
  /**
   * Build a topics filter row for the "PriceReaffirmed" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  priceReaffirmedEventFilter(topicValues?: { asset?: Asset }): string[] {
    return this.spec.eventTopicFilter("PriceReaffirmed", topicValues);
  }
  /**
   * Build a topics filter row for the "FeederOfferCancelled" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  feederOfferCancelledEventFilter(topicValues?: { feeder?: string | Address }): string[] {
    return this.spec.eventTopicFilter("FeederOfferCancelled", topicValues);
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