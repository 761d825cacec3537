import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MeterKind } from '@heliobond/domain'
import { replaceFile } from '../key/secret-file.ts'

/** What Heliobond says about a meter once the approver has registered it. In the words of the configuration. */
export interface Enrolment {
  readonly system: number
  readonly meter: number
  readonly epoch: number
  readonly kind: MeterKind
  readonly capacityW: number
  readonly network: { readonly passphrase: string; readonly energyContract: string }
}

const pathIn = (dataDir: string) => join(dataDir, 'enrolment.json')

/** Undefined before the device is enrolled. */
export function readEnrolment(dataDir: string): Enrolment | undefined {
  try {
    return JSON.parse(readFileSync(pathIn(dataDir), 'utf8')) as Enrolment
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/** Keeps it, whole or not at all. */
export const writeEnrolment = (dataDir: string, enrolment: Enrolment): void =>
  replaceFile(pathIn(dataDir), `${JSON.stringify(enrolment, null, 2)}\n`)
