import { Address, Asset, encodeMuxedAccountToAddress, getLiquidityPoolId, type xdr } from '@stellar/stellar-sdk/base'
import { addressOf, assetName, issuerOf, signerAddress } from '../ledger/keys.ts'
import { toAmount, toBase64 } from '../server/encoding.ts'
import { assetFields, prefixedAssetFields } from './assets.ts'
import { poolIdText } from './ingest/changes.ts'
import { accountFields, baseAddress } from './muxed.ts'
import { toPrice } from './prices.ts'

const ACCOUNT_FLAGS = ['auth_required', 'auth_revocable', 'auth_immutable', 'auth_clawback_enabled'] as const
/** The missing letter is Horizon's own: clients look for it. */
const LINE_FLAGS = ['authorized', 'authorized_to_maintain_liabilites', 'clawback_enabled'] as const

type Fields = Record<string, unknown>

/** Flags as the numbers of their bits and as names. */
function flagFields(field: string, flags: number | null, names: readonly string[]): Fields {
  if (flags === null || flags === 0) return {}
  const set = names.flatMap((name, bit) => ((flags & (1 << bit)) === 0 ? [] : [{ value: 1 << bit, name }]))
  return {
    [field]: set.map(({ value }) => value),
    [`${field}_s`]: set.map(({ name }) => name),
  }
}

const nameOf = (asset: xdr.Asset): string => assetName(asset.toXdrObject())
const accountOf = (account: xdr.MuxedAccount): string => encodeMuxedAccountToAddress(account)
const addressOfKey = (key: xdr.PublicKey): string => addressOf(key.toXdrObject().ed25519)

function offerFields(
  offer: { selling: xdr.Asset; buying: xdr.Asset; price: xdr.Price },
  amountStroops: bigint,
): Fields {
  const { n, d } = offer.price
  return {
    amount: toAmount(amountStroops),
    price: toPrice(n, d),
    price_r: { n, d },
    ...prefixedAssetFields(nameOf(offer.buying), 'buying_'),
    ...prefixedAssetFields(nameOf(offer.selling), 'selling_'),
  }
}

function setOptionsFields(options: xdr.SetOptionsOp): Fields {
  const { signer, homeDomain, inflationDest } = options
  return {
    ...(homeDomain !== null && { home_domain: homeDomain.toString() }),
    ...(inflationDest && { inflation_dest: addressOfKey(inflationDest) }),
    ...(options.masterWeight !== null && {
      master_key_weight: options.masterWeight,
    }),
    ...(signer && {
      signer_key: signerAddress(signer.key.toXdrObject()),
      signer_weight: signer.weight,
    }),
    ...flagFields('set_flags', options.setFlags, ACCOUNT_FLAGS),
    ...flagFields('clear_flags', options.clearFlags, ACCOUNT_FLAGS),
    ...(options.lowThreshold !== null && {
      low_threshold: options.lowThreshold,
    }),
    ...(options.medThreshold !== null && {
      med_threshold: options.medThreshold,
    }),
    ...(options.highThreshold !== null && {
      high_threshold: options.highThreshold,
    }),
  }
}

/** What the first hop of a path payment took from the sender, in stroops; 0 when it failed. */
function sentStroops(result: xdr.OperationResult | undefined): bigint {
  if (result?.type !== 'opInner' || result.tr.type !== 'pathPaymentStrictReceive') return 0n
  const outcome = result.tr.pathPaymentStrictReceiveResult
  if (outcome.type !== 'pathPaymentStrictReceiveSuccess') return 0n
  const { offers, last } = outcome.success
  const [first] = offers
  if (!first) return last.amount
  const sent = nameOf(first.value.assetBought)
  let total = 0n
  for (const { value } of offers) {
    if (nameOf(value.assetBought) !== sent) break
    total += value.amountBought
  }
  return total
}

/** What a strict send delivered, in stroops; 0 when it failed. */
function deliveredStroops(result: xdr.OperationResult | undefined): bigint {
  if (result?.type !== 'opInner' || result.tr.type !== 'pathPaymentStrictSend') return 0n
  const outcome = result.tr.pathPaymentStrictSendResult
  return outcome.type === 'pathPaymentStrictSendSuccess' ? outcome.success.last.amount : 0n
}

function changeTrustFields({ line, limit }: xdr.ChangeTrustOp, source: string): Fields {
  const common = {
    limit: toAmount(limit),
    ...accountFields('trustor', source),
  }
  if (line.type === 'assetTypePoolShare') {
    const { assetA, assetB, fee } = line.liquidityPool.constantProduct
    const id = getLiquidityPoolId('constant_product', {
      assetA: Asset.fromOperation(assetA),
      assetB: Asset.fromOperation(assetB),
      fee,
    })
    return { asset_type: 'liquidity_pool_shares', liquidity_pool_id: poolIdText(id), ...common }
  }
  const name = assetName(line.toXdrObject())
  const trustee = issuerOf(name)
  return {
    ...assetFields(name),
    ...(trustee !== null && { trustee }),
    ...common,
  }
}

function allowTrustFields(body: xdr.AllowTrustOp, source: string): Fields {
  const code = Buffer.from(body.asset.value.toBytes()).toString('latin1').replace(/\0+$/, '')
  return {
    ...assetFields(`${code}:${baseAddress(source)}`),
    ...accountFields('trustee', source),
    trustor: addressOfKey(body.trustor),
    authorize: (body.authorize & 1) !== 0,
    // Being authorized includes it.
    authorize_to_maintain_liabilities: (body.authorize & 3) !== 0,
  }
}

function revokeFields(body: xdr.RevokeSponsorshipOp): Fields {
  if (body.type === 'revokeSponsorshipSigner') {
    return {
      signer_account_id: addressOfKey(body.signer.accountId),
      signer_key: signerAddress(body.signer.signerKey.toXdrObject()),
    }
  }
  const key = body.ledgerKey
  switch (key.type) {
    case 'account':
      return { account_id: addressOfKey(key.account.accountId) }
    case 'data':
      return {
        data_account_id: addressOfKey(key.data.accountId),
        data_name: key.data.dataName.toString(),
      }
    case 'offer':
      return { offer_id: key.offer.offerId.toString() }
    case 'trustline': {
      const wire = key.trustLine.asset.toXdrObject()
      const line =
        wire.type === 3
          ? { trustline_liquidity_pool_id: poolIdText(wire.liquidityPoolId) }
          : { trustline_asset: assetName(wire) }
      return { trustline_account_id: addressOfKey(key.trustLine.accountId), ...line }
    }
    case 'claimableBalance':
      return {
        claimable_balance_id: key.claimableBalance.balanceId.toXdr('hex'),
      }
    default:
      return {}
  }
}

/** A contract's creator and salt, as far as it is made by an address; of an asset's contract Horizon tells neither. */
function creationFields(preimage: xdr.ContractIdPreimage): Fields {
  if (preimage.type !== 'contractIdPreimageFromAddress') return { address: '', salt: '' }
  const { address, salt } = preimage.fromAddress
  const number = BigInt(`0x${Buffer.from(salt.toBytes()).toString('hex')}`)
  return { address: Address.fromScAddress(address).toString(), salt: number.toString() }
}

function functionFields({ hostFunction }: xdr.InvokeHostFunctionOp): Fields {
  const scVal = (type: string, value: string) => ({ type, value })
  const told = (value: xdr.ScVal) => scVal(valueType(value), value.toXdr('base64'))
  switch (hostFunction.type) {
    case 'hostFunctionTypeInvokeContract': {
      const { contractAddress, functionName, args } = hostFunction.invokeContract
      const contract = scVal('Address', toBase64(Buffer.concat([Uint8Array.of(0, 0, 0, 18), contractAddress.toXdr()])))
      const name = Buffer.from(functionName.toString())
      const padding = Buffer.alloc((4 - (name.length % 4)) % 4)
      const symbol = toBase64(Buffer.concat([Uint8Array.of(0, 0, 0, 15, 0, 0, 0, name.length), name, padding]))
      return {
        function: 'HostFunctionTypeHostFunctionTypeInvokeContract',
        parameters: [contract, scVal('Sym', symbol), ...args.map(told)],
        address: '',
        salt: '',
      }
    }
    case 'hostFunctionTypeUploadContractWasm':
      return {
        function: 'HostFunctionTypeHostFunctionTypeUploadContractWasm',
        parameters: null,
        address: '',
        salt: '',
      }
    case 'hostFunctionTypeCreateContract':
      return {
        function: 'HostFunctionTypeHostFunctionTypeCreateContract',
        parameters: null,
        ...creationFields(hostFunction.createContract.contractIdPreimage),
      }
    case 'hostFunctionTypeCreateContractV2': {
      const { contractIdPreimage, constructorArgs } = hostFunction.createContractV2
      return {
        function: 'HostFunctionTypeHostFunctionTypeCreateContractV2',
        parameters: constructorArgs.map(told),
        ...creationFields(contractIdPreimage),
      }
    }
  }
}

/** Names of values that differ from the type's own, as the network's Go types call them. */
const VALUE_TYPES: Readonly<Record<string, string>> = {
  scvBool: 'B',
  scvVoid: '',
  scvString: 'Str',
  scvSymbol: 'Sym',
  scvContractInstance: 'Instance',
  scvLedgerKeyContractInstance: '',
  scvLedgerKeyNonce: 'NonceKey',
}

/** `scvU32` is told as `U32`. */
function valueType(value: xdr.ScVal): string {
  return VALUE_TYPES[value.type] ?? value.type.replace(/^scv/, '')
}

/**
 * The fields that Horizon adds for an operation's kind.
 *
 * @param source the account the operation acts for, muxed or not
 * @param result undefined when the transaction did not get as far as its operations
 */
export function operationFields(
  body: xdr.OperationBody,
  source: string,
  result: xdr.OperationResult | undefined,
): Fields {
  switch (body.type) {
    case 'createAccount':
      return {
        starting_balance: toAmount(body.createAccountOp.startingBalance),
        ...accountFields('funder', source),
        account: addressOfKey(body.createAccountOp.destination),
      }
    case 'payment':
      return {
        ...assetFields(nameOf(body.paymentOp.asset)),
        ...accountFields('from', source),
        ...accountFields('to', accountOf(body.paymentOp.destination)),
        amount: toAmount(body.paymentOp.amount),
      }
    case 'pathPaymentStrictReceive': {
      const { sendAsset, sendMax, destination, destAsset, destAmount, path } = body.pathPaymentStrictReceiveOp
      return {
        ...assetFields(nameOf(destAsset)),
        ...accountFields('from', source),
        ...accountFields('to', accountOf(destination)),
        amount: toAmount(destAmount),
        path: path.map((asset) => assetFields(nameOf(asset))),
        source_amount: toAmount(sentStroops(result)),
        source_max: toAmount(sendMax),
        ...prefixedAssetFields(nameOf(sendAsset), 'source_'),
      }
    }
    case 'pathPaymentStrictSend': {
      const { sendAsset, sendAmount, destination, destAsset, destMin, path } = body.pathPaymentStrictSendOp
      return {
        ...assetFields(nameOf(destAsset)),
        ...accountFields('from', source),
        ...accountFields('to', accountOf(destination)),
        amount: toAmount(deliveredStroops(result)),
        path: path.map((asset) => assetFields(nameOf(asset))),
        source_amount: toAmount(sendAmount),
        destination_min: toAmount(destMin),
        ...prefixedAssetFields(nameOf(sendAsset), 'source_'),
      }
    }
    case 'manageSellOffer': {
      const offer = body.manageSellOfferOp
      return {
        ...offerFields(offer, offer.amount),
        offer_id: offer.offerId.toString(),
      }
    }
    case 'manageBuyOffer': {
      const offer = body.manageBuyOfferOp
      return {
        ...offerFields(offer, offer.buyAmount),
        offer_id: offer.offerId.toString(),
      }
    }
    case 'createPassiveSellOffer':
      return offerFields(body.createPassiveSellOfferOp, body.createPassiveSellOfferOp.amount)
    case 'setOptions':
      return setOptionsFields(body.setOptionsOp)
    case 'changeTrust':
      return changeTrustFields(body.changeTrustOp, source)
    case 'allowTrust':
      return allowTrustFields(body.allowTrustOp, source)
    case 'accountMerge':
      return {
        ...accountFields('account', source),
        ...accountFields('into', accountOf(body.destination)),
      }
    case 'manageData': {
      const { dataName, dataValue } = body.manageDataOp
      return {
        name: dataName.toString(),
        value: dataValue ? toBase64(dataValue.toBytes()) : '',
      }
    }
    case 'bumpSequence':
      return { bump_to: body.bumpSequenceOp.bumpTo.toString() }
    case 'beginSponsoringFutureReserves':
      return {
        sponsored_id: addressOfKey(body.beginSponsoringFutureReservesOp.sponsoredId),
      }
    case 'revokeSponsorship':
      return revokeFields(body.revokeSponsorshipOp)
    case 'clawback':
      return {
        ...assetFields(nameOf(body.clawbackOp.asset)),
        ...accountFields('from', accountOf(body.clawbackOp.from)),
        amount: toAmount(body.clawbackOp.amount),
      }
    case 'setTrustLineFlags': {
      const { asset, trustor, setFlags, clearFlags } = body.setTrustLineFlagsOp
      return {
        ...assetFields(nameOf(asset)),
        trustor: addressOfKey(trustor),
        ...flagFields('set_flags', setFlags, LINE_FLAGS),
        ...flagFields('clear_flags', clearFlags, LINE_FLAGS),
      }
    }
    case 'invokeHostFunction':
      return functionFields(body.invokeHostFunctionOp)
    case 'extendFootprintTtl':
      return { extend_to: body.extendFootprintTtlOp.extendTo }
    default:
      // The rest has no fields of its own, or is a kind that this network does not carry out.
      return {}
  }
}
