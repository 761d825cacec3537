import {
  chmodSync,
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'

/** A file that holds a secret is not usable as it lies there. */
export class KeyFileError extends Error {
  override readonly name = 'KeyFileError'
}

/** A secret's text; undefined when there is no such file. @throws {KeyFileError} if others can read it. */
export function readSecret(path: string): string | undefined {
  try {
    const { mode } = statSync(path)
    if ((mode & 0o077) !== 0) {
      throw new KeyFileError(
        `${path} can be read by others; whoever did has the key. If it is a meter's, have the approver revoke it; if nobody did: chmod 600`,
      )
    }
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/**
 * Writes a secret for its owner alone, whole or not at all, and never over another: a power cut in the middle leaves no
 * half key under the final name, and of two processes that start at once the first one's key stands.
 *
 * @returns whether this call wrote it.
 */
export function writeOnce(path: string, text: string): boolean {
  const draft = writeDraft(path, text)
  try {
    linkSync(draft, path)
    syncFolder(dirname(path))
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    unlinkSync(draft)
  }
}

/** Writes a file for its owner alone, whole or not at all, in place of what was there. */
export function replaceFile(path: string, text: string): void {
  renameSync(writeDraft(path, text), path)
  syncFolder(dirname(path))
}

function writeDraft(path: string, text: string): string {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const draft = `${path}.${process.pid}.new`
  const file = openSync(draft, 'w', 0o600)
  try {
    chmodSync(draft, 0o600)
    writeFileSync(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  return draft
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
