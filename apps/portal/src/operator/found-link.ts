/** Where this site shows what a search of the API found. Pure. */
import type { Found } from './types.ts'

const OFFERING = /^\/v1\/offerings\/(\d+)/
const SYSTEM = /^\/v1\/systems\/(\d+)/
const BILL = /^\/v1\/bills\/(\d+)\/trace\?system=(\d+)$/

/** A path of this site without its language; null for what only the API has. */
export function foundPath({ kind, id, title, href }: Found): string | null {
  const bill = BILL.exec(href ?? '')
  if (bill) return `/systems/${bill[2]}/bills/${bill[1]}`
  switch (kind) {
    case 'queued':
      return queuePath(title, href)
    case 'alarm':
      return '/operations/alarms'
    case 'channel':
      return '/operations/channels'
    case 'draft':
      return `/issuer/drafts/${id}`
    case 'meter':
      return '/operations/devices'
    case 'tender':
      return `/works/${id}`
    case 'audit':
      return `/operations/audit?actor=${id}`
  }
  const offering = OFFERING.exec(href ?? '')
  if (offering) return `/offerings/${offering[1]}`
  const system = SYSTEM.exec(href ?? '')
  return system ? `/systems/${system[1]}` : null
}

/** The queue is asked by a hash, or by the key that the title begins with. */
function queuePath(title: string, href: string | null): string {
  const [key = ''] = title.split(', ')
  const q = /[?&]q=([^&]+)/.exec(href ?? '')?.[1] ?? (key.includes(':') ? encodeURIComponent(key) : null)
  return q === null ? '/operations/transactions' : `/operations/transactions?q=${q}`
}
