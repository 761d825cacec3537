// Generated from the contract by `npm run contracts:build`. Do not edit.
import type { Asset, TariffError, PriceData, PriceAt, ContractEvent } from './types.ts';
import { Spec, Client as ContractClient } from '@stellar/stellar-sdk/contract';
import type { Result, AssembledTransaction, ClientOptions as ContractClientOptions, MethodOptions, ExternalExecutableRef } from '@stellar/stellar-sdk/contract';
import type { Address, xdr } from '@stellar/stellar-sdk';

export interface Client {
  /**
   * What prices are in (SEP-40).
   */
  base(options?: MethodOptions): Promise<AssembledTransaction<Asset>>;
  /**
   * The administrator.
   */
  admin(options?: MethodOptions): Promise<AssembledTransaction<string>>;
  /**
   * Stops new prices; `who` signs and is the administrator.
   *
   * # Errors
   * * [`TariffError::NotGuardian`]
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
   * Whether new prices are stopped.
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
   * Lets new prices in again; `who` signs and is the administrator.
   *
   * # Errors
   * * [`TariffError::NotGuardian`]
   */
  unpause(args: { who: string | Address }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, TariffError>>>;
  /**
   * The interface of this build.
   */
  version(options?: MethodOptions): Promise<AssembledTransaction<number>>;
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
   * Sets the price of an asset, stroops per kWh, from `effective_at` on (Unix seconds, past or future); the feeder
   * signs.
   *
   * A price beyond the deviation bound waits until a second feeder makes the same call; another price replaces what
   * waits. The first price of an asset needs one feeder.
   *
   * # Errors
   * * [`TariffError::NotFeeder`], [`TariffError::Paused`]
   * * [`TariffError::BadPrice`] - When the price is not above 0.
   * * [`TariffError::NotLater`] - When the asset has a change at or after that time.
   * * [`TariffError::TooFarAhead`] - When that time is more than 366 days from now.
   * * [`TariffError::TooManyAssets`] - When it would be the 17th asset.
   * * [`TariffError::TooManyChanges`] - When so many are announced that the price in force would be forgotten.
   * * [`TariffError::Overflow`] - When the price is beyond any sense.
   *
   * # Events
   * * [`PriceSet`], or [`PriceWaiting`] when it waits.
   */
  set_price(args: { feeder: string | Address; asset: Asset; price: bigint; effective_at: bigint }, options?: MethodOptions): Promise<AssembledTransaction<Result<null, TariffError>>>;
  /**
   * Seconds within which a price is confirmed anew (SEP-40): the maximum age.
   */
  resolution(options?: MethodOptions): Promise<AssembledTransaction<number>>;
  /**
   * The first time after `after` at which another price comes into force, as far as is announced.
   */
  next_change(args: { asset: Asset; after: bigint }, options?: MethodOptions): Promise<AssembledTransaction<bigint | null>>;
  /**
   * Accepts the administration; who was offered it signs.
   *
   * # Errors
   * * [`TariffError::NoPendingAdmin`]
   */
  accept_admin(options?: MethodOptions): Promise<AssembledTransaction<Result<null, TariffError>>>;
  /**
   * Offers the administration to `new_admin`; the administrator signs.
   */
  transfer_admin(args: { new_admin: string | Address }, options?: MethodOptions): Promise<AssembledTransaction<void>>;
}

export class Client extends ContractClient {
  constructor(options: ContractClientOptions) {
    super(
      new Spec(["AAAABAAAAERDb2RlcyBhcmUgcGFydCBvZiB0aGUgcHVibGljIGludGVyZmFjZTogbmV2ZXIgcmVudW1iZXIsIG5ldmVyIHJldXNlLgAAAAAAAAALVGFyaWZmRXJyb3IAAAAADgAAAC9XaG8gYW5kIHdoYXQ6IDIwMDAgb24uIFRoZSBjYWxsZXIgaXMgbm8gZmVlZGVyLgAAAAAJTm90RmVlZGVyAAAAAAAH0AAAABtUaGUgYXNzZXQgaGFzIG5vIHByaWNlIHlldC4AAAAAB05vUHJpY2UAAAAH0QAAADhBbiBhcmd1bWVudCBtYWtlcyBubyBzZW5zZTogMjAxMCBvbi4gQSBwcmljZSBpcyBhYm92ZSAwLgAAAAhCYWRQcmljZQAAB9oAAAA6QSBjaGFuZ2UgY29tZXMgaW50byBmb3JjZSBsYXRlciB0aGFuIHRoZSBhc3NldCdzIGxhc3Qgb25lLgAAAAAACE5vdExhdGVyAAAH2wAAADRBIGNoYW5nZSBjb21lcyBpbnRvIGZvcmNlIGF0IG1vc3QgMzY2IGRheXMgZnJvbSBub3cuAAAAC1Rvb0ZhckFoZWFkAAAAB9wAAAAkMSB0byA4IGRpZmZlcmVudCBmZWVkZXJzIGFyZSBuZWVkZWQuAAAACkJhZEZlZWRlcnMAAAAAB90AAAAsVGhlIG1heGltdW0gYWdlIGlzIGFib3ZlIDAgYW5kIGZpdHMgMzIgYml0cy4AAAAJQmFkTWF4QWdlAAAAAAAH3gAAADJUaGUgZGV2aWF0aW9uIGJvdW5kIGlzIGFib3ZlIDAgYW5kIGF0IG1vc3QgMTAsMDAwLgAAAAAADEJhZERldmlhdGlvbgAAB98AAAA6VGhlIHN0YXRlIGRvZXMgbm90IGFsbG93IGl0OiAyMDIwIG9uLiBUaGVyZSBhcmUgMTYgYXNzZXRzLgAAAAAADVRvb01hbnlBc3NldHMAAAAAAAfkAAAARFNvIG1hbnkgY2hhbmdlcyBhcmUgYW5ub3VuY2VkIHRoYXQgdGhlIHByaWNlIGluIGZvcmNlIHdvdWxkIGJlIGxvc3QuAAAADlRvb01hbnlDaGFuZ2VzAAAAAAflAAAAL0FkbWluaXN0cmF0aW9uOiAyMDgwIG9uLiBOb2JvZHkgd2FzIG9mZmVyZWQgaXQuAAAAAA5Ob1BlbmRpbmdBZG1pbgAAAAAIIAAAABdUaGUgY29udHJhY3QgaXMgcGF1c2VkLgAAAAAGUGF1c2VkAAAAAAghAAAALU9ubHkgdGhlIGFkbWluaXN0cmF0b3IgbWF5IHBhdXNlIGFuZCB1bnBhdXNlLgAAAAAAAAtOb3RHdWFyZGlhbgAAAAgiAAAAK0FyaXRobWV0aWM6IDIwOTAgb24uIEEgcHJvZHVjdCBsZWZ0IGBpMTI4YC4AAAAACE92ZXJmbG93AAAIKg==", "AAAABQAAAHNBIHByaWNlIGNvbWVzIGludG8gZm9yY2UgYXQgYGVmZmVjdGl2ZV9hdGAuIGBmZWVkZXJgIGlzIHdobyBzYWlkIHNvIGxhc3QsIGBjb25maXJtZWRgIHdoZXRoZXIgYSBzZWNvbmQgb25lIGRpZCB0b28uAAAAAAAAAAAIUHJpY2VTZXQAAAABAAAACXByaWNlX3NldAAAAAAAAAUAAAAAAAAABWFzc2V0AAAAAAAH0AAAAAVBc3NldAAAAAAAAAEAAAAAAAAABmZlZWRlcgAAAAAAEwAAAAAAAAAAAAAABXByaWNlAAAAAAAACwAAAAAAAAAAAAAADGVmZmVjdGl2ZV9hdAAAAAYAAAAAAAAAAAAAAAljb25maXJtZWQAAAAAAAABAAAAAAAAAAI=", "AAAABQAAAD1BIHByaWNlIGJleW9uZCB0aGUgZGV2aWF0aW9uIGJvdW5kIHdhaXRzIGZvciBhIHNlY29uZCBmZWVkZXIuAAAAAAAAAAAAAAxQcmljZVdhaXRpbmcAAAABAAAADXByaWNlX3dhaXRpbmcAAAAAAAAEAAAAAAAAAAVhc3NldAAAAAAAB9AAAAAFQXNzZXQAAAAAAAABAAAAAAAAAAZmZWVkZXIAAAAAABMAAAAAAAAAAAAAAAVwcmljZQAAAAAAAAsAAAAAAAAAAAAAAAxlZmZlY3RpdmVfYXQAAAAGAAAAAAAAAAI=", "AAAABQAAAC5BIGZlZWRlciBzYWlkIHRoYXQgdGhlIGxhc3QgcHJpY2Ugc3RpbGwgaG9sZHMuAAAAAAAAAAAAD1ByaWNlUmVhZmZpcm1lZAAAAAABAAAAEHByaWNlX3JlYWZmaXJtZWQAAAACAAAAAAAAAAVhc3NldAAAAAAAB9AAAAAFQXNzZXQAAAAAAAABAAAAAAAAAAZmZWVkZXIAAAAAABMAAAAAAAAAAg==", "AAAAAAAAABxXaGF0IHByaWNlcyBhcmUgaW4gKFNFUC00MCkuAAAABGJhc2UAAAAAAAAAAQAAB9AAAAAFQXNzZXQAAAA=", "AAAAAAAAABJUaGUgYWRtaW5pc3RyYXRvci4AAAAAAAVhZG1pbgAAAAAAAAAAAAABAAAAEw==", "AAAAAAAAAGBTdG9wcyBuZXcgcHJpY2VzOyBgd2hvYCBzaWducyBhbmQgaXMgdGhlIGFkbWluaXN0cmF0b3IuCgojIEVycm9ycwoqIFtgVGFyaWZmRXJyb3I6Ok5vdEd1YXJkaWFuYF0AAAAFcGF1c2UAAAAAAAABAAAAAAAAAAN3aG8AAAAAEwAAAAEAAAPpAAAAAgAAB9AAAAALVGFyaWZmRXJyb3IA", "AAAAAAAAADRUaGUgcHJpY2UgaW4gZm9yY2UgYXQgYSB0aW1lIG5vdCBhZnRlciBub3cgKFNFUC00MCkuAAAABXByaWNlAAAAAAAAAgAAAAAAAAAFYXNzZXQAAAAAAAfQAAAABUFzc2V0AAAAAAAAAAAAAAl0aW1lc3RhbXAAAAAAAAAGAAAAAQAAA+gAAAfQAAAACVByaWNlRGF0YQAAAA==", "AAAAAAAAABpXaGF0IGhhcyBhIHByaWNlIChTRVAtNDApLgAAAAAABmFzc2V0cwAAAAAAAAAAAAEAAAPqAAAH0AAAAAVBc3NldAAAAA==", "AAAAAAAAAB9XaGV0aGVyIG5ldyBwcmljZXMgYXJlIHN0b3BwZWQuAAAAAAZwYXVzZWQAAAAAAAAAAAABAAAAAQ==", "AAAAAAAAAGNUaGUgbGFzdCBwcmljZXMgaW4gZm9yY2UsIG5ld2VzdCBmaXJzdCwgYXMgbWFueSBhcyBhc2tlZCBmb3IgYW5kIGtlcHQ7IG5vbmU6IG5vIHByaWNlIHlldCAoU0VQLTQwKS4AAAAABnByaWNlcwAAAAAAAgAAAAAAAAAFYXNzZXQAAAAAAAfQAAAABUFzc2V0AAAAAAAAAAAAAAdyZWNvcmRzAAAAAAQAAAABAAAD6AAAA+oAAAfQAAAACVByaWNlRGF0YQAAAA==", "AAAAAAAAABNXaG8gbWF5IHNldCBwcmljZXMuAAAAAAdmZWVkZXJzAAAAAAAAAAABAAAD6gAAABM=", "AAAAAAAAAGhMZXRzIG5ldyBwcmljZXMgaW4gYWdhaW47IGB3aG9gIHNpZ25zIGFuZCBpcyB0aGUgYWRtaW5pc3RyYXRvci4KCiMgRXJyb3JzCiogW2BUYXJpZmZFcnJvcjo6Tm90R3VhcmRpYW5gXQAAAAd1bnBhdXNlAAAAAAEAAAAAAAAAA3dobwAAAAATAAAAAQAAA+kAAAACAAAH0AAAAAtUYXJpZmZFcnJvcgA=", "AAAAAAAAABxUaGUgaW50ZXJmYWNlIG9mIHRoaXMgYnVpbGQuAAAAB3ZlcnNpb24AAAAAAAAAAAEAAAAE", "AAAAAAAAAB9EZWNpbWFscyBvZiBwcmljZXM6IDcgKFNFUC00MCkuAAAAAAhkZWNpbWFscwAAAAAAAAABAAAABA==", "AAAAAAAAAFVUaGUgcHJpY2UgaW4gZm9yY2UgYXQgYSB0aW1lLCBhbiBhbm5vdW5jZWQgb25lIHRvbywgYW5kIHdoZXRoZXIgaXQgd2FzIHN0YWxlIGJ5IHRoZW4uAAAAAAAACHByaWNlX2F0AAAAAgAAAAAAAAAFYXNzZXQAAAAAAAfQAAAABUFzc2V0AAAAAAAAAAAAAAl0aW1lc3RhbXAAAAAAAAAGAAAAAQAAA+gAAAfQAAAAB1ByaWNlQXQA", "AAAAAAAAAPVTYXlzIHRoYXQgdGhlIGFzc2V0J3MgbGFzdCBwcmljZSBzdGlsbCBob2xkcywgd2hpY2ggbWFrZXMgaXQgZnJlc2ggYWdhaW47IHRoZSBmZWVkZXIgc2lnbnMuCgojIEVycm9ycwoqIFtgVGFyaWZmRXJyb3I6Ok5vdEZlZWRlcmBdLCBbYFRhcmlmZkVycm9yOjpQYXVzZWRgXQoqIFtgVGFyaWZmRXJyb3I6Ok5vUHJpY2VgXSAtIFdoZW4gdGhlIGFzc2V0IGhhcyBubyBwcmljZS4KCiMgRXZlbnRzCiogW2BQcmljZVJlYWZmaXJtZWRgXQAAAAAAAAhyZWFmZmlybQAAAAIAAAAAAAAABmZlZWRlcgAAAAAAEwAAAAAAAAAFYXNzZXQAAAAAAAfQAAAABUFzc2V0AAAAAAAAAQAAA+kAAAACAAAH0AAAAAtUYXJpZmZFcnJvcgA=", "AAAAAAAAAD9UaGUgcHJpY2UgaW4gZm9yY2Ugbm93IGFuZCB0aGUgdGltZSBzaW5jZSB3aGljaCBpdCBpcyAoU0VQLTQwKS4AAAAACWxhc3RwcmljZQAAAAAAAAEAAAAAAAAABWFzc2V0AAAAAAAH0AAAAAVBc3NldAAAAAAAAAEAAAPoAAAH0AAAAAlQcmljZURhdGEAAAA=", "AAAAAAAAA2dTZXRzIHRoZSBwcmljZSBvZiBhbiBhc3NldCwgc3Ryb29wcyBwZXIga1doLCBmcm9tIGBlZmZlY3RpdmVfYXRgIG9uIChVbml4IHNlY29uZHMsIHBhc3Qgb3IgZnV0dXJlKTsgdGhlIGZlZWRlcgpzaWducy4KCkEgcHJpY2UgYmV5b25kIHRoZSBkZXZpYXRpb24gYm91bmQgd2FpdHMgdW50aWwgYSBzZWNvbmQgZmVlZGVyIG1ha2VzIHRoZSBzYW1lIGNhbGw7IGFub3RoZXIgcHJpY2UgcmVwbGFjZXMgd2hhdAp3YWl0cy4gVGhlIGZpcnN0IHByaWNlIG9mIGFuIGFzc2V0IG5lZWRzIG9uZSBmZWVkZXIuCgojIEVycm9ycwoqIFtgVGFyaWZmRXJyb3I6Ok5vdEZlZWRlcmBdLCBbYFRhcmlmZkVycm9yOjpQYXVzZWRgXQoqIFtgVGFyaWZmRXJyb3I6OkJhZFByaWNlYF0gLSBXaGVuIHRoZSBwcmljZSBpcyBub3QgYWJvdmUgMC4KKiBbYFRhcmlmZkVycm9yOjpOb3RMYXRlcmBdIC0gV2hlbiB0aGUgYXNzZXQgaGFzIGEgY2hhbmdlIGF0IG9yIGFmdGVyIHRoYXQgdGltZS4KKiBbYFRhcmlmZkVycm9yOjpUb29GYXJBaGVhZGBdIC0gV2hlbiB0aGF0IHRpbWUgaXMgbW9yZSB0aGFuIDM2NiBkYXlzIGZyb20gbm93LgoqIFtgVGFyaWZmRXJyb3I6OlRvb01hbnlBc3NldHNgXSAtIFdoZW4gaXQgd291bGQgYmUgdGhlIDE3dGggYXNzZXQuCiogW2BUYXJpZmZFcnJvcjo6VG9vTWFueUNoYW5nZXNgXSAtIFdoZW4gc28gbWFueSBhcmUgYW5ub3VuY2VkIHRoYXQgdGhlIHByaWNlIGluIGZvcmNlIHdvdWxkIGJlIGZvcmdvdHRlbi4KKiBbYFRhcmlmZkVycm9yOjpPdmVyZmxvd2BdIC0gV2hlbiB0aGUgcHJpY2UgaXMgYmV5b25kIGFueSBzZW5zZS4KCiMgRXZlbnRzCiogW2BQcmljZVNldGBdLCBvciBbYFByaWNlV2FpdGluZ2BdIHdoZW4gaXQgd2FpdHMuAAAAAAlzZXRfcHJpY2UAAAAAAAAEAAAAAAAAAAZmZWVkZXIAAAAAABMAAAAAAAAABWFzc2V0AAAAAAAH0AAAAAVBc3NldAAAAAAAAAAAAAAFcHJpY2UAAAAAAAALAAAAAAAAAAxlZmZlY3RpdmVfYXQAAAAGAAAAAQAAA+kAAAACAAAH0AAAAAtUYXJpZmZFcnJvcgA=", "AAAAAAAAAElTZWNvbmRzIHdpdGhpbiB3aGljaCBhIHByaWNlIGlzIGNvbmZpcm1lZCBhbmV3IChTRVAtNDApOiB0aGUgbWF4aW11bSBhZ2UuAAAAAAAACnJlc29sdXRpb24AAAAAAAAAAAABAAAABA==", "AAAAAAAAAF1UaGUgZmlyc3QgdGltZSBhZnRlciBgYWZ0ZXJgIGF0IHdoaWNoIGFub3RoZXIgcHJpY2UgY29tZXMgaW50byBmb3JjZSwgYXMgZmFyIGFzIGlzIGFubm91bmNlZC4AAAAAAAALbmV4dF9jaGFuZ2UAAAAAAgAAAAAAAAAFYXNzZXQAAAAAAAfQAAAABUFzc2V0AAAAAAAAAAAAAAVhZnRlcgAAAAAAAAYAAAABAAAD6AAAAAY=", "AAAAAAAAAGFBY2NlcHRzIHRoZSBhZG1pbmlzdHJhdGlvbjsgd2hvIHdhcyBvZmZlcmVkIGl0IHNpZ25zLgoKIyBFcnJvcnMKKiBbYFRhcmlmZkVycm9yOjpOb1BlbmRpbmdBZG1pbmBdAAAAAAAADGFjY2VwdF9hZG1pbgAAAAAAAAABAAAD6QAAAAIAAAfQAAAAC1RhcmlmZkVycm9yAA==", "AAAAAAAAAZRgYmFzZWAgaXMgd2hhdCBwcmljZXMgYXJlIGluLCBgbWF4X2FnZWAgdGhlIHNlY29uZHMgYWZ0ZXIgd2hpY2ggYW4gdW5jb25maXJtZWQgcHJpY2UgaXMgc3RhbGUsIGBkZXZpYXRpb25fYnBzYApob3cgZmFyIG9uZSBmZWVkZXIgYWxvbmUgbWF5IG1vdmUgYSBwcmljZSB3aXRoaW4gdGhhdCB0aW1lLgoKIyBFcnJvcnMKKiBbYFRhcmlmZkVycm9yOjpCYWRGZWVkZXJzYF0gLSBXaGVuIHRoZXJlIGFyZSBub3QgMSB0byA4IGRpZmZlcmVudCBmZWVkZXJzLgoqIFtgVGFyaWZmRXJyb3I6OkJhZE1heEFnZWBdIC0gV2hlbiB0aGUgbWF4aW11bSBhZ2UgaXMgMCBvciBiZXlvbmQgMzIgYml0cy4KKiBbYFRhcmlmZkVycm9yOjpCYWREZXZpYXRpb25gXSAtIFdoZW4gdGhlIGJvdW5kIGlzIDAgb3IgYWJvdmUgMTAsMDAwLgAAAA1fX2NvbnN0cnVjdG9yAAAAAAAABQAAAAAAAAAFYWRtaW4AAAAAAAATAAAAAAAAAARiYXNlAAAH0AAAAAVBc3NldAAAAAAAAAAAAAAHZmVlZGVycwAAAAPqAAAAEwAAAAAAAAAHbWF4X2FnZQAAAAAGAAAAAAAAAA1kZXZpYXRpb25fYnBzAAAAAAAABAAAAAEAAAPpAAAAAgAAB9AAAAALVGFyaWZmRXJyb3IA", "AAAAAAAAAEJPZmZlcnMgdGhlIGFkbWluaXN0cmF0aW9uIHRvIGBuZXdfYWRtaW5gOyB0aGUgYWRtaW5pc3RyYXRvciBzaWducy4AAAAAAA50cmFuc2Zlcl9hZG1pbgAAAAAAAQAAAAAAAAAJbmV3X2FkbWluAAAAAAAAEwAAAAA=", "AAAABQAAABtgd2hvYCBzdG9wcGVkIG5ldyBidXNpbmVzcy4AAAAAAAAAAAZQYXVzZWQAAAAAAAEAAAAGcGF1c2VkAAAAAAABAAAAAAAAAAN3aG8AAAAAEwAAAAEAAAAC", "AAAABQAAAB1gd2hvYCBsZXQgbmV3IGJ1c2luZXNzIGdvIG9uLgAAAAAAAAAAAAAIVW5wYXVzZWQAAAABAAAACHVucGF1c2VkAAAAAQAAAAAAAAADd2hvAAAAABMAAAABAAAAAg==", "AAAABQAAAFJUaGUgYWRtaW5pc3RyYXRvciBvZmZlcmVkIHRoZSBhZG1pbmlzdHJhdGlvbiB0byBgbmV3X2FkbWluYCwgd2hvIGhhcyB0byBhY2NlcHQgaXQuAAAAAAAAAAAADEFkbWluT2ZmZXJlZAAAAAEAAAANYWRtaW5fb2ZmZXJlZAAAAAAAAAIAAAAAAAAABWFkbWluAAAAAAAAEwAAAAEAAAAAAAAACW5ld19hZG1pbgAAAAAAABMAAAAAAAAAAg==", "AAAABQAAACRgYWRtaW5gIGFjY2VwdGVkIHRoZSBhZG1pbmlzdHJhdGlvbi4AAAAAAAAADUFkbWluQWNjZXB0ZWQAAAAAAAABAAAADmFkbWluX2FjY2VwdGVkAAAAAAABAAAAAAAAAAVhZG1pbgAAAAAAABMAAAABAAAAAg==", "AAAAAgAAABxXaGF0IGEgcHJpY2UgaXMgb2YgKFNFUC00MCkuAAAAAAAAAAVBc3NldAAAAAAAAAIAAAABAAAAIUEgU3RlbGxhciBhc3NldCwgYnkgaXRzIGNvbnRyYWN0LgAAAAAAAAdTdGVsbGFyAAAAAAEAAAATAAAAAQAAAEJBbnl0aGluZyBlbHNlLCBieSBpdHMgc3ltYm9sOiBhIHV0aWxpdHkncyByZXRhaWwgb3IgZXhwb3J0IHRhcmlmZi4AAAAAAAVPdGhlcgAAAAAAAAEAAAAR", "AAAAAQAAACBUaGUgcHJpY2UgaW4gZm9yY2UgYXQgc29tZSB0aW1lLgAAAAAAAAAHUHJpY2VBdAAAAAADAAAAKFVuaXggc2Vjb25kcyBzaW5jZSB3aGljaCBpdCBpcyBpbiBmb3JjZS4AAAAMZWZmZWN0aXZlX2F0AAAABgAAABxTdHJvb3BzIG9mIHRoZSBiYXNlIHBlciBrV2guAAAABXByaWNlAAAAAAAACwAAAEBXaGV0aGVyIG5vYm9keSBoYWQgY29uZmlybWVkIGl0IGZvciBsb25nZXIgdGhhbiB0aGUgbWF4aW11bSBhZ2UuAAAABXN0YWxlAAAAAAAAAQ==", "AAAAAQAAADlBIHByaWNlIGFuZCB0aGUgdGltZSBzaW5jZSB3aGljaCBpdCBpcyBpbiBmb3JjZSAoU0VQLTQwKS4AAAAAAAAAAAAACVByaWNlRGF0YQAAAAAAAAIAAAAcU3Ryb29wcyBvZiB0aGUgYmFzZSBwZXIga1doLgAAAAVwcmljZQAAAAAAAAsAAAANVW5peCBzZWNvbmRzLgAAAAAAAAl0aW1lc3RhbXAAAAAAAAAG"]),
      options
    );
  }

   static override deploy<T = Client>(args: { admin: string | Address; base: Asset; feeders: Array<string | Address>; max_age: bigint; deviation_bps: number }, options: MethodOptions & Omit<ContractClientOptions, 'contractId'> & { salt?: Uint8Array; address?: string; } & ({ wasmHash: Uint8Array | string; format?: "hex" | "base64"; externalRef?: never; } | { externalRef: ExternalExecutableRef; wasmHash?: never; format?: never; })): Promise<AssembledTransaction<T>> {
    return ContractClient.deploy(args, options);
  }
  public readonly fromJson = {
    base : this.txFromJson<Asset>,  admin : this.txFromJson<string>,  pause : this.txFromJson<Result<null, TariffError>>,  price : this.txFromJson<PriceData | null>,  assets : this.txFromJson<Array<Asset>>,  paused : this.txFromJson<boolean>,  prices : this.txFromJson<Array<PriceData> | null>,  feeders : this.txFromJson<Array<string>>,  unpause : this.txFromJson<Result<null, TariffError>>,  version : this.txFromJson<number>,  decimals : this.txFromJson<number>,  price_at : this.txFromJson<PriceAt | null>,  reaffirm : this.txFromJson<Result<null, TariffError>>,  lastprice : this.txFromJson<PriceData | null>,  set_price : this.txFromJson<Result<null, TariffError>>,  resolution : this.txFromJson<number>,  next_change : this.txFromJson<bigint | null>,  accept_admin : this.txFromJson<Result<null, TariffError>>,  transfer_admin : this.txFromJson<void>
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
   * Build a topics filter row for the "PriceReaffirmed" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  priceReaffirmedEventFilter(topicValues?: { asset?: Asset }): string[] {
    return this.spec.eventTopicFilter("PriceReaffirmed", topicValues);
  }
  /**
   * Build a topics filter row for the "Paused" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  pausedEventFilter(topicValues?: { who?: string | Address }): string[] {
    return this.spec.eventTopicFilter("Paused", topicValues);
  }
  /**
   * Build a topics filter row for the "Unpaused" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  unpausedEventFilter(topicValues?: { who?: string | Address }): string[] {
    return this.spec.eventTopicFilter("Unpaused", topicValues);
  }
  /**
   * Build a topics filter row for the "AdminOffered" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  adminOfferedEventFilter(topicValues?: { admin?: string | Address }): string[] {
    return this.spec.eventTopicFilter("AdminOffered", topicValues);
  }
  /**
   * Build a topics filter row for the "AdminAccepted" event, for use in `Api.EventFilter.topics` when calling `server.getEvents`. Omitted fields match any value.
   */
  adminAcceptedEventFilter(topicValues?: { admin?: string | Address }): string[] {
    return this.spec.eventTopicFilter("AdminAccepted", topicValues);
  }
}