/** Every page that anybody may see, without its language. */
export const PUBLIC_PAGES = [
  '',
  '/offerings',
  '/offerings?q=Loíza&state=Live',
  '/offerings/1',
  '/offerings/2',
  '/offerings/1/receipts',
  '/offerings/1/holders',
  '/systems/1',
  '/systems/1?unit=month',
  '/systems/1/bills',
  '/market/1',
  '/pay/1/0',
  '/certificates',
  '/certificates/1',
  '/check',
  '/check/coupon',
  '/check/bill',
  '/check/certificate?system=1',
  '/works',
  '/works/3-1',
  '/tour',
  '/status',
  '/account',
] as const

/** Pages of an investor. */
export const INVESTOR_PAGES = [
  '/portfolio',
  '/energy',
  '/portfolio/history',
  '/portfolio/lots',
  '/portfolio/statement',
  '/invest/2',
  '/market/1',
] as const

/** Pages of who uses the energy: of the first party of the first system, which has a bill. */
export const USER_PAGES = [
  '/energy/1/0',
  '/energy/1/0?unit=week',
  '/energy/1/0/bills',
  '/energy/1/0/wallet',
  '/energy/1/0/ownership',
  '/systems/1/bills/1',
] as const

/** What a contractor sees of the example's tender. */
export const CONTRACTOR_PAGES = ['/works/3-1', '/works?mine=yes'] as const

/** Pages of whoever runs the platform. */
export const OPERATOR_PAGES = [
  '/operations',
  '/operations/alarms',
  '/operations/transactions',
  '/operations/channels',
  '/operations/wallets',
  '/operations/ladder',
  '/operations/devices',
  '/operations/quarantine',
  '/operations/enrolments',
  '/operations/reconciliation',
  '/operations/orphans',
  '/operations/oracles',
  '/operations/decisions',
  '/operations/decisions/new',
  '/operations/decisions/new?act=tariff',
  '/operations/audit',
  '/operations/search?q=Loíza',
  '/approvals',
] as const

/** Pages of an issuer who has launched one draft. */
export const ISSUER_PAGES = [
  '/issuer',
  '/issuer/drafts/1',
  '/issuer/drafts/1/launch',
  '/issuer/offerings/1',
  '/issuer/offerings/3/tender',
  '/issuer/tenders/3-1',
] as const
