import type { ChildProcess } from 'node:child_process'

/** What a process answered to a pass: how much it did, that the pass failed, or that it died over it. */
export type PassEnd = { readonly done: number } | 'failed' | 'died'

const CLOSE_MS = 20_000

/** One place in an installation: a process, and after it the next one for the same roles, whenever it dies. */
export class Line {
  readonly name: string
  readonly #start: () => ChildProcess
  #child: ChildProcess
  #ready: Promise<void>
  #closing = false
  #asked = 0
  /** Ends that nobody caused from outside. */
  faults = 0
  restarts = 0
  /** What it is at, for whoever wonders why nothing comes to an end. */
  doing = 'resting'

  constructor(name: string, start: () => ChildProcess) {
    this.name = name
    this.#start = start
    this.#child = this.#start()
    this.#ready = this.#watch(this.#child)
  }

  #watch(child: ChildProcess): Promise<void> {
    child.once('exit', (code) => {
      if (this.#closing) return
      if (code !== null) this.faults += 1
      this.restarts += 1
      this.#child = this.#start()
      this.#ready = this.#watch(this.#child)
    })
    return new Promise((resolve) => {
      child.on('message', (message: { ready?: boolean }) => message.ready && resolve())
      child.once('exit', () => resolve())
    })
  }

  get pid(): number | undefined {
    return this.#child.pid
  }

  /** Resolves when the present process takes requests, or has died before that. */
  get ready(): Promise<void> {
    return this.#ready
  }

  /** Asks for one pass over its roles. */
  async pass(): Promise<PassEnd> {
    this.doing = 'starting'
    await this.#ready
    this.doing = 'at work'
    this.#asked += 1
    const end = await ask(this.#child, this.#asked)
    this.doing = typeof end === 'string' ? end : `did ${end.done}`
    return end
  }

  /** Asks it to stop, and makes it if it does not. */
  async close(): Promise<void> {
    this.#closing = true
    const child = this.#child
    if (isOver(child)) return
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    const last = setTimeout(() => child.kill('SIGKILL'), CLOSE_MS)
    await gone
    clearTimeout(last)
  }
}

function ask(child: ChildProcess, id: number): Promise<PassEnd> {
  return new Promise((resolve) => {
    const onMessage = (message: { passed?: number; done?: number }) => {
      if (message.passed === id) finish(message.done === undefined ? 'failed' : { done: message.done })
    }
    const onExit = () => finish('died')
    const finish = (end: PassEnd) => {
      child.off('message', onMessage)
      child.off('exit', onExit)
      resolve(end)
    }
    child.on('message', onMessage)
    child.once('exit', onExit)
    if (isOver(child) || !child.connected) return finish('died')
    child.send({ pass: id }, (error) => error && finish('died'))
  })
}

const isOver = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null
