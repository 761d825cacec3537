export { CAST, type CastMember, type CastRole } from './stage/cast.ts'
export { type Example, issueExample } from './stage/issue.ts'
export { openStage, type Stage } from './stage/testing.ts'
export { createDevTools } from './stage/dev-tools.ts'
