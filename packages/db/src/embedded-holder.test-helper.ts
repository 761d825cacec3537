/** For embedded.test.ts: a program that starts the server in the folder it is given, prints the URL, and waits to be killed. */
import { startEmbeddedPostgres } from './embedded.ts'

const [, , dataDir = ''] = process.argv
const server = await startEmbeddedPostgres({ dataDir })
console.log(server.url)
setInterval(() => undefined, 60_000)
