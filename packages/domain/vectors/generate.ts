import { writeFileSync } from 'node:fs'
import { buildVectors, VECTOR_SEED } from './build.ts'

// Writes the published vectors again. Run `npm run format` after it; a test compares the files with the engine.
console.log(`seed ${VECTOR_SEED}`)
for (const [file, vectors] of Object.entries(buildVectors())) {
  writeFileSync(new URL(file, import.meta.url), `${JSON.stringify(vectors)}\n`)
  console.log(`wrote ${file}`)
}
