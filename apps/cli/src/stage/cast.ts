/** Who plays in the example of a local network: everyone that a newcomer may want to be. */

/** One of the people, by the name of their key. */
export interface CastMember {
  /** Name of the key. */
  readonly key: string
  /** For people. */
  readonly name: string
  /** What they do on the platform, as the portal knows it. */
  readonly role: CastRole
  /** Roles that the platform grants them. */
  readonly grants?: readonly ('operator' | 'issuer' | 'approver' | 'oracle' | 'auditor')[]
}

export type CastRole =
  | 'issuer'
  | 'approver'
  | 'trustee'
  | 'compliance'
  | 'investor'
  | 'contractor'
  | 'certifier'
  | 'evaluator'
  | 'arbiter'
  | 'end-user'
  | 'operator'
  | 'oracle'
  | 'feeder'
  | 'utility'
  | 'rec-buyer'
  | 'donor'
  | 'admin'

export const CAST: readonly CastMember[] = [
  { key: 'issuer', name: 'Municipality of Loíza, treasury', role: 'issuer', grants: ['issuer'] },
  { key: 'compliance', name: 'Municipality of Loíza, compliance', role: 'compliance', grants: ['issuer'] },
  { key: 'approver', name: 'Energy office', role: 'approver', grants: ['approver'] },
  { key: 'trustee', name: "Bondholders' trustee", role: 'trustee', grants: ['auditor'] },
  { key: 'operator', name: 'Platform operator', role: 'operator', grants: ['operator'] },
  { key: 'oracle', name: 'Energy oracle', role: 'oracle', grants: ['oracle'] },
  { key: 'feeder', name: 'Tariff feeder', role: 'feeder', grants: ['oracle'] },
  { key: 'utility', name: 'Electric utility', role: 'utility' },
  { key: 'admin', name: "Contracts' administrator", role: 'admin', grants: ['operator'] },
  { key: 'investor.ana', name: 'Ana Rivera', role: 'investor' },
  { key: 'investor.luis', name: 'Luis Ortiz', role: 'investor' },
  { key: 'investor.marta', name: 'Marta Colón', role: 'investor' },
  { key: 'investor.diego', name: 'Diego Santos (has not invested yet)', role: 'investor' },
  { key: 'investor.eva', name: 'Eva Cruz (not on the allow-list yet)', role: 'investor' },
  { key: 'contractor.sol', name: 'Sol y Techo, contractor', role: 'contractor' },
  { key: 'contractor.norte', name: 'Norte Solar, contractor', role: 'contractor' },
  { key: 'evaluator', name: 'Tender evaluator', role: 'evaluator' },
  { key: 'certifier', name: 'Certifying engineer', role: 'certifier' },
  { key: 'arbiter', name: 'Arbiter', role: 'arbiter' },
  { key: 'owner.0', name: 'Escuela Loíza, principal', role: 'end-user' },
  { key: 'owner.1', name: 'Clinic of Loíza', role: 'end-user' },
  { key: 'rec-buyer', name: 'Café Oriente, buys certificates', role: 'rec-buyer' },
  { key: 'donor', name: 'A neighbour who helps', role: 'donor' },
]

/** Who has no account besides the project's own roles: opened with lumens and stablecoins. */
export const FURTHER_PEOPLE: readonly string[] = [
  'investor.eva',
  'contractor.sol',
  'contractor.norte',
  'evaluator',
  'certifier',
  'arbiter',
  'rec-buyer',
  'donor',
]
